"""The page 读数视图: a table in large type, one number after the other, each in the clipboard when its turn comes.

For whoever types the report once more into a reporting system on another screen.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from model.report import Change, Report, SlotKind
from model.values import Value, to_text
from ui.desk.desk import Desk
from ui.desk.session import Session
from ui.desk.settings import Settings
from ui.desk.tool_page import ToolPage
from ui.look.buttons import Button
from ui.look.choices import Tabs
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.page_head import PageHead
from ui.look.restyle import restyle
from ui.look.style import SPACE
from ui.tools.read_out_grid import ReadOutGrid

_ZOOM: Final = 1.25
"""How much larger the table is than usual; where the window's own text is large, it is large already."""
_NUMBERS: Final = (SlotKind.CELL, SlotKind.DECLARED)
_WITHOUT_TOTALS: Final = "read_out_without_totals"
_LABELS: Final = (
    ("readOutRow", "行"),
    ("readOutColumn", "列"),
    ("readOutNumber", "数"),
    ("pageNote", "说明"),
)
"""Object name of each line of the card, and what it is called."""


class ReadOutPage(ToolPage):
    """Reads out the tables of the session's report; ticks and places last as long as the file is open."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._session: Session = desk.session
        self._shown: Report | None = None
        self._ticked: dict[tuple[int, str], Value] = {}
        self._places: dict[tuple[int, str], str] = {}
        self._table: dict[int, str] = {}
        self.grids: dict[str, ReadOutGrid] = {}
        self._head = PageHead("读数视图", self)
        self.skip = QCheckBox("跳过合计", self)
        self.skip.setAccessibleName("跳过合计格")
        self.skip.setToolTip("填报系统自己合计的，可以跳过")
        self.skip.setChecked(settings.flag(_WITHOUT_TOTALS))
        self.skip.toggled.connect(self._skip_toggled)
        self.again = Button("重新开始", self)
        self.again.setAccessibleName("去掉本表的勾，从头读起")
        self.again.setProperty("small", "true")
        self.again.clicked.connect(self._begin_again)
        self._head.add(self.skip)
        self._head.add(self.again)
        self.row, self.column, self.number, self.state = (self._label(*names) for names in _LABELS)
        self.back_button = self._button("上一格　Backspace", "上一格，去掉它的勾")
        self.back_button.clicked.connect(self._press_back)
        self.on_button = self._button("下一格　Enter", "打勾并到下一格")
        self.on_button.clicked.connect(self._press_on)
        self.tabs = Tabs(self)
        self.tabs.setAccessibleName("要读的表")
        self.tabs.setDocumentMode(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.currentChanged.connect(self._turned)
        self._lay_out()
        self._session.changed.connect(self._changed)
        self._session.report_switched.connect(self._drop)

    @property
    def grid(self) -> ReadOutGrid:
        """The grid in sight."""
        return list(self.grids.values())[max(self.tabs.currentIndex(), 0)]

    def load(self) -> None:
        """Show the session's report."""
        if self._shown is not self._session.report:
            self._drop()
            self._build()
        self._show_all()

    def enter(self) -> None:
        """Put the keyboard on the number whose turn it is."""
        give_keyboard(self.grid)

    def go_on(self) -> None:
        """Tick the number under the cursor and go to the next one; after a table's last one to the next table."""
        key, order = self.grid.current_key, self._order()
        was_ticked = self._is_ticked(key)
        self._ticked[self._session.report.year, key] = self._session.report.value(key)
        following = [other for other in order if self._rank(other) > self._rank(key)]
        if following:
            self.grid.stand_on(following[0])
        elif was_ticked and self.tabs.currentIndex() + 1 < self.tabs.count():
            self.tabs.setCurrentIndex(self.tabs.currentIndex() + 1)
            give_keyboard(self.grid)
        self._show_all()

    def back(self) -> None:
        """Go to the number before, which is then read out again."""
        before = [key for key in self._order() if self._rank(key) < self._rank(self.grid.current_key)]
        if before:
            self._ticked.pop((self._session.report.year, before[-1]), None)
            self.grid.stand_on(before[-1])
            self._show_all()

    def showEvent(self, event: QShowEvent) -> None:
        """Come back from what covered the page; the number is in the clipboard again."""
        super().showEvent(event)
        self.load()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put the grids away; ticks and places stay."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._drop()

    def _order(self) -> list[str]:
        return self.grid.order(with_totals=not self.skip.isChecked())

    def _rank(self, key: str) -> int:
        """Where a cell comes in the table, totals counted: the cursor may stand on one that is skipped."""
        return self.grid.order(with_totals=True).index(key)

    def _refuse(self) -> None:
        self.said.emit("读数视图只供读数；要改数字，请按 Esc 返回后在表格中修改")

    def _is_ticked(self, key: str) -> bool:
        """Whether a number was read out as it stands now."""
        place = (self._session.report.year, key)
        return place in self._ticked and self._ticked[place] == self._session.report.value(key)

    def _build(self) -> None:
        report = self._session.report
        self._shown = report
        self.tabs.blockSignals(True)
        for table in report.form.tables:
            grid = ReadOutGrid(report, table, max(1.0, _ZOOM * 100 / scaled(100)), self)
            self.grids[table.id] = grid
            self.tabs.addTab(grid, report.form.short_title_of(table))
            first = grid.order(with_totals=not self.skip.isChecked())[0]
            grid.stand_on(self._places.get((report.year, table.id), first))
            grid.on_wanted.connect(self.go_on)
            grid.back_wanted.connect(self.back)
            grid.typed.connect(self._refuse)
            grid.current_changed.connect(self._show_all)
        if self._table.get(report.year) in self.grids:
            self.tabs.setCurrentWidget(self.grids[self._table[report.year]])
        self.tabs.blockSignals(False)

    def _drop(self) -> None:
        """Put the grids away and remember where each stands."""
        if self._shown is None:
            return
        year = self._shown.year
        self._table[year] = self.grid.sheet.table.id
        self._places |= {(year, table): grid.current_key for table, grid in self.grids.items()}
        self._shown = None
        grids = list(self.grids.values())
        self.tabs.blockSignals(True)
        self.tabs.clear()
        self.tabs.blockSignals(False)
        self.grids.clear()
        for grid in grids:
            grid.deleteLater()

    def _show_all(self) -> None:
        """Show the number whose turn it is, put it into the clipboard, and tell how far the tables are."""
        if self._shown is None:
            return
        report = self._session.report
        for table, grid in self.grids.items():
            ticked = {key for key in grid.order(with_totals=True) if self._is_ticked(key)}
            grid.show_ticks(ticked)
            order = grid.order(with_totals=not self.skip.isChecked())
            done = f"{len(ticked & set(order))}/{len(order)}"
            self.tabs.name(
                self.tabs.indexOf(self.grids[table]), report.form.short_title_of(grid.sheet.table), done
            )
        self._head.set_note("数已在剪贴板，到填报系统中粘贴", "Enter、空格、↓ 到下一格", "Backspace、↑ 退回")
        self._show_current()

    def _show_current(self) -> None:
        report, key = self._session.report, self.grid.current_key
        cell = report.form.cells[key]
        value = report.value(key)
        text = to_text(value)
        band = next((band.title for band in cell.table.bands if cell.row in band.rows), "")
        self.row.setText(" › ".join(filter(None, (band, *cell.row.label))))
        unit = f"（{cell.unit}）" if cell.unit else ""
        self.column.setText(" › ".join(cell.column.label) + unit)
        self.number.setText(text or "未填")
        self.number.setProperty("state", "" if text else "explain")
        restyle(self.number)
        self.state.setText("　·　".join(self._remarks(key, text)))
        spoken = "，".join((self.row.text(), self.column.text(), self.number.text(), self.state.text()))
        self.grid.setAccessibleDescription(spoken)
        if self.isVisible():
            _put_into_clipboard(text)

    def _remarks(self, key: str, text: str) -> list[str]:
        report = self._session.report
        told = ["已复制到剪贴板"] if text else ["这一格还没有填，剪贴板已清空"]
        if report.get(SlotKind.DECLARED, key) is not None:
            told.append(f"这是原报的合计，按分项相加是 {to_text(report.computed(key)) or '未知'}，请先核对")
        elif report.form.cells[key].computed:
            told.append("自动合计")
        if self._is_ticked(key):
            told.append("已打勾")
        if all(self._is_ticked(other) for other in self._order()):
            more = self.tabs.currentIndex() + 1 < self.tabs.count()
            told.append("本表已读完，在最后一格再按 Enter 到下一张表" if more else "本表已读完")
        return told

    def _turned(self) -> None:
        if self._shown is not None and self.grids:
            self._show_all()

    def _changed(self, change: Change) -> None:
        if self._shown is not None and any(slot.kind in _NUMBERS for slot in change.slots):
            self._show_all()

    def _skip_toggled(self, on: bool) -> None:
        self._settings.set_flag(_WITHOUT_TOTALS, on=on)
        self._show_all()
        give_keyboard(self.grid)

    def _begin_again(self) -> None:
        for key in self.grid.order(with_totals=True):
            self._ticked.pop((self._session.report.year, key), None)
        self.grid.stand_on(self._order()[0])
        self._show_all()
        give_keyboard(self.grid)

    def _press_on(self) -> None:
        self.go_on()
        give_keyboard(self.grid)

    def _press_back(self) -> None:
        self.back()
        give_keyboard(self.grid)

    def _label(self, name: str, words: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(words)
        label.setWordWrap(name != "readOutNumber")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if label.wordWrap():
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _button(self, words: str, meaning: str) -> Button:
        button = Button(words, self)
        button.setAccessibleName(meaning)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setObjectName("card")
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        for label in (self.row, self.column, self.state):
            words.addWidget(label)
        buttons = QVBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.on_button)
        buttons.addWidget(self.back_button)
        inner = QHBoxLayout(card)
        inner.setContentsMargins(2 * SPACE, SPACE + 2, 2 * SPACE, SPACE + 2)
        inner.setSpacing(2 * SPACE)
        inner.addLayout(words, 1)
        inner.addWidget(self.number)
        inner.addLayout(buttons)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addWidget(card)
        page.addWidget(self.tabs, 1)


def _put_into_clipboard(text: str) -> None:
    """Put a number into the clipboard; for none the clipboard is cleared, lest the one before is pasted."""
    if text:
        QGuiApplication.clipboard().setText(text)
    else:
        QGuiApplication.clipboard().clear()
