"""The bar at the top: menus, whose report on which year, when it was last kept, and the three ways to paper."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.frame.actions import Actions
from ui.look.buttons import Button, SmallTool
from ui.look.elided import ElidedLabel, NoteLine
from ui.look.fonts import scaled
from ui.look.giving_way import Spare, room_spared, show_as_room_is
from ui.look.late_picture import LatePicture
from ui.look.style import SPACE, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from model.report import Report

_BADGE: Final = 20
"""Side of the program's icon, in device-independent pixels."""
_NARROW: Final = 1000
_NARROWEST: Final = 940
"""Widths of the window below which the program's name, and the report's stage, are left out."""
_MENU_WIDTH: Final = 80
"""Room for one menu and the arrow to the others, where there is no more."""
_SAVED_WIDTH: Final = 90
"""Room for what counts: 已保存, 有改动, 只读; the rest where there is more."""


class Header(QFrame):
    """Signals: `year_chosen(int)` when a year was chosen from the menu of years."""

    year_chosen = Signal(int)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._actions = actions
        self._badge = LatePicture(_BADGE, self)
        self._badge.show_picture("program", theme().accent)
        self._name = QLabel("年报助手", self)
        self._name.setObjectName("programName")
        self.menus = self._menu_bar()
        self._office = ElidedLabel(self)
        self._office.setObjectName("officeName")
        self._office.setAccessibleName("机关")
        self.year = SmallTool(self)
        self._years = QMenu(self.year)
        self._set_up_years()
        self._stage = ElidedLabel(self)
        self._stage.setObjectName("reportStage")
        self._stage.setAccessibleName("报告状态")
        # It says something else after every edit; what lies beside it stays where it is.
        self._saved = NoteLine("保存状态", self)
        self._saved.setObjectName("savedState")
        self._saved.setMinimumWidth(scaled(_SAVED_WIDTH))
        self._buttons = [
            self._button(*each) for each in (("preview", "预览"), ("print", "打印"), ("export", "导出…"))
        ]
        self._buttons[-1].setProperty("primary", "true")
        self._lay_out()
        self.show_nothing()

    def _menu_bar(self) -> QMenuBar:
        menus = QMenuBar(self)
        menus.setNativeMenuBar(False)
        menus.setAccessibleName("菜单")
        self._actions.fill(menus)
        # What has no room is offered behind an arrow.
        menus.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        menus.setMinimumWidth(scaled(_MENU_WIDTH))
        return menus

    def _set_up_years(self) -> None:
        self.year.setObjectName("yearButton")
        self.year.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.year.setAccessibleName("年度")
        self._years.triggered.connect(self._choose_year)
        self.year.setMenu(self._years)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, 6, SPACE + 6, 6)
        row.setSpacing(SPACE)
        for widget in (self._badge, self._name):
            row.addWidget(widget)
        row.addWidget(self.menus)
        row.addSpacing(SPACE)
        for part in (self._office, self.year, self._stage):
            row.addWidget(part)
        row.addWidget(self._saved, 1)
        for button in self._buttons:
            row.addWidget(button)
        # Without a report nothing else takes what the menus leave: the name would push them into the middle.
        row.addStretch()

    def show_report(self, report: "Report", years: tuple[int, ...], stage: str = "") -> None:
        """Show whose report on which year, in which form and stage, is on the desk, and the other years of the file."""
        self._office.setText(report.office or "（未填机关名称）")
        self.year.setText(f"{report.year} 年度")
        self._stage.setText(stage)
        self._stage.setToolTip(f"报告状态：{stage}" if stage else "")
        self.year.setToolTip(f"{report.form.name}；切换年度（Ctrl+Shift+Y）")
        self._years.clear()
        for other in sorted(years, reverse=True):
            action = self._years.addAction(f"{other} 年度")
            action.setData(other)
            action.setCheckable(True)
            action.setChecked(other == report.year)
        self._years.addSeparator()
        self._years.addAction(self._actions["next_year"])
        self._set_visible(shown=True)

    def show_nothing(self) -> None:
        """Show that no report is on the desk."""
        self._saved.setText("")
        self._set_visible(shown=False)

    def show_saved(self, words: str, place: str) -> None:
        """Say where and when the report was last kept, or that it was not; `place` is where its file lies."""
        self._saved.setText(words)
        self._saved.setToolTip(f"{words}\n{place}")

    def minimumSizeHint(self) -> QSize:
        """What is left out where there is no room asks for none."""
        least = super().minimumSizeHint()
        said_elsewhere = (self._badge, self._name, self._office, self._stage)
        spared = room_spared(self, said_elsewhere, SPACE) + self.menus.minimumWidth() - scaled(_MENU_WIDTH)
        return QSize(least.width() - spared, least.height())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Leave out what is said elsewhere where its room is needed for whether the report is saved."""
        super().resizeEvent(event)
        self._fit()

    def _set_visible(self, *, shown: bool) -> None:
        for widget in (self.year, self._saved, *self._buttons):
            widget.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        """Show what there is room for.

        The program's name and icon and the office are in the window's title, the report's stage in the outline.
        """
        is_open = self.year.isVisibleTo(self)
        self._name.setVisible(self.width() >= scaled(_NARROW))
        self._stage.setVisible(is_open and bool(self._stage.text()) and self.width() >= scaled(_NARROWEST))
        # What is said elsewhere goes before the menus do.
        room = self.width() - self.minimumSizeHint().width()
        menus, least = self.menus.sizeHint().width(), scaled(_MENU_WIDTH)
        room -= menus - least
        # Qt takes what is missing from all alike, also from menus beside an office whose name can be shortened.
        self.menus.setMinimumWidth(menus if room >= 0 else least)
        show_as_room_is((Spare(self._office, is_open), Spare(self._badge)), room, SPACE)

    def _choose_year(self, action: QAction) -> None:
        if isinstance(action.data(), int):
            self.year_chosen.emit(action.data())

    def _button(self, name: str, words: str) -> QPushButton:
        action = self._actions[name]
        button = Button(words, self)
        button.setAccessibleName(action.text())
        button.setToolTip(action.toolTip())
        if action.isCheckable():
            button.setCheckable(True)
            action.toggled.connect(button.setChecked)
        button.clicked.connect(action.trigger)
        return button
