"""The page 由台账统计: which ledger, what its columns are, what it counts, step after step."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from intake.ledger.ledger import Count, Ledger
from model.report import Report
from ui.ledger.columns_view import ColumnsView
from ui.ledger.result_view import ResultView
from ui.look.buttons import Button
from ui.look.choices import Choice
from ui.look.fonts import scaled
from ui.look.keyboard import give_keyboard
from ui.look.page_head import PageHead
from ui.look.style import SPACE

_NEEDS: Final = (
    "台账一行登记一件申请，表头中有收到日期、答复日期、申请人类型（或申请人）、办理结果等列。"
    "Excel、WPS 表格、CSV、Word 和网页中的表格都可以，也可以一次选几个文件（如每季度一个）。"
)
_YEARS: Final = 4
"""Years before the ledger's own that can be chosen."""
FIRST_YEAR: Final = 2021
"""The first year whose form has the outcomes that ledgers are counted into."""
_PRIVATE: Final = "台账只在本机读取。报告文件只记住统计出的数、台账的文件名和特征码，不保存台账中的任何一行。"


class LedgerPage(QWidget):
    """Shows one step at a time.

    Signals: `chosen(str)` with what to begin with (file, paste, sample, blank); `confirmed()` when the columns are
    right; `taken(object)` with the cells to take over, None for all; `placed(Unknown, str)`; `year_changed(int)`;
    `hint(str)` with help for the number under the cursor.
    """

    chosen = Signal(str)
    confirmed = Signal()
    taken = Signal(object)
    placed = Signal(object, str)
    year_changed = Signal(int)
    hint = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledger")  # what the manual calls this page
        self._head = PageHead("由台账统计", self)
        self.year = Choice(self)
        self.year.setAccessibleName("统计年度")
        self.year.activated.connect(self._choose_year)
        self.again_button = self._button("换一个台账")
        self.again_button.clicked.connect(self.begin)
        self.columns_button = self._button("核对各列")
        self.columns_button.clicked.connect(self._show_columns)
        self.part_button = self._button("只采用选中的格")
        self.part_button.clicked.connect(self._take_part)
        self.next_button = self._button("确认各列并统计")
        self.next_button.clicked.connect(self.confirmed)
        self.take_button = self._button("采用")
        self.take_button.clicked.connect(self._take)
        for button in (self.next_button, self.take_button):
            button.setProperty("primary", "true")
        for widget in (self.year, self.again_button, self.columns_button, self.part_button, self.next_button):
            self._head.add(widget)
        self._head.add(self.take_button)
        self.columns = ColumnsView(self)
        self.columns.edited.connect(self._tell_columns)
        self.result = ResultView(self)
        self.result.placed.connect(self.placed)
        self.result.hint.connect(self.hint)
        self.begin_buttons: dict[str, QPushButton] = {}
        self._steps = QStackedWidget(self)
        self._steps.addWidget(self._beginning())
        self._steps.addWidget(self.columns)
        self._steps.addWidget(self.result)
        self._ledger: Ledger | None = None
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addWidget(self._steps, 1)
        self.begin()

    @property
    def note(self) -> str:
        """The line below the heading."""
        return self._head.note

    @property
    def step(self) -> int:
        """0 while a ledger is to be chosen, 1 while its columns are looked at, 2 when it is counted."""
        return self._steps.currentIndex()

    def begin(self) -> None:
        """Ask for a ledger."""
        self._go(0)
        self._head.set_note("申请登记台账数一遍，表三、表四就填好了")
        give_keyboard(self.begin_buttons["file"])

    def show_columns(self, ledger: Ledger, year: int, *, fixed: bool) -> None:
        """Show what the columns of a ledger are for, before anything is counted. `fixed`: the year is the report's."""
        self._ledger = ledger
        self._show_year(year, fixed=fixed)
        self.columns.show_ledger(ledger)
        self._show_columns()

    def show_count(
        self, ledger: Ledger, count: Count, present: Report | None, last_year: Report | None, *, fixed: bool
    ) -> None:
        """Show what was counted; nothing is changed yet."""
        self._ledger = ledger
        self._show_year(count.year, fixed=fixed)
        self.result.show_count(ledger, count, present, last_year)
        self._go(2)
        differing = (
            sum(len(grid.differing) for grid in self.result.grids.values()) if present is not None else 0
        )
        unplaced = sum(len(tally.unplaced) for tally in count.tallies.values())
        placed = {p for tally in count.tallies.values() for places in tally.rows.values() for p in places}
        self._head.set_note(
            f"归类 {len(placed)} 行",
            f"未能归类 {unplaced} 行，没有计入" if unplaced else "全部归类",
            f"与报告不同 {differing} 格" if present is not None else "",
            "尚未改动报告",
        )
        self.take_button.setText("采用（其余行不计）" if unplaced else "采用")
        self.take_button.setAccessibleName(self.take_button.text())
        # What is asked comes first: Enter must not take a count that leaves rows out unseen.
        give_keyboard(self.result.words if self.result.words.topLevelItemCount() else self.take_button)

    def show_cell(self, key: str) -> None:
        """Bring a number and the rows behind it into view."""
        self.result.show_cell(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a copied ledger while one is to be chosen."""
        if self.step == 0 and event.matches(QKeySequence.StandardKey.Paste):
            self.chosen.emit("paste")
        else:
            super().keyPressEvent(event)

    def _show_year(self, year: int, *, fixed: bool) -> None:
        self.year.clear()
        for each in (year,) if fixed else range(year + 1, max(year - _YEARS, FIRST_YEAR) - 1, -1):
            self.year.addItem(f"{each} 年度", each)
        self.year.setCurrentIndex(self.year.findData(year))
        self.year.setEnabled(not fixed)
        self.year.setToolTip("与打开的报告相同" if fixed else "统计哪一年")

    def _choose_year(self) -> None:
        self.year_changed.emit(self.year.currentData())

    def _show_columns(self) -> None:
        if self._ledger is None:
            return
        self._go(1)
        self._tell_columns()
        give_keyboard(self.columns.table if self._ledger.missing else self.next_button)

    def _tell_columns(self) -> None:
        missing = bool(self._ledger and self._ledger.missing)
        self.next_button.setEnabled(not missing)
        self._head.set_note(
            "还有列没有指明" if missing else "请核对每一列的用途（第一行），确认后才统计",
            "左右移动，Enter 后按数字更改",
        )

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        for widget, steps in (
            (self.year, (1, 2)),
            (self.again_button, (1, 2)),
            (self.columns_button, (2,)),
            (self.part_button, (2,)),
            (self.next_button, (1,)),
            (self.take_button, (2,)),
        ):
            widget.setVisible(step in steps)

    def _take(self) -> None:
        self.taken.emit(None)

    def _take_part(self) -> None:
        if self.result.grid is not None:
            self.taken.emit(self.result.grid.chosen)

    def _button(self, words: str) -> QPushButton:
        button = Button(words, self)
        button.setAccessibleName(words)
        button.setAutoDefault(True)
        return button

    def _beginning(self) -> QWidget:
        card = QFrame(self)
        card.setObjectName("card")
        card.setMaximumWidth(scaled(680))
        inner = QVBoxLayout(card)
        inner.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        inner.setSpacing(SPACE + 4)
        for words in (_NEEDS, _PRIVATE):
            label = QLabel(words, card)
            label.setWordWrap(True)
            inner.addWidget(label)
        for name, words in (
            ("file", "选择台账文件…"),
            ("paste", "粘贴复制的台账（Ctrl+V）"),
            ("sample", "用示例台账试试"),
            ("blank", "导出空白台账，明年起照此登记…"),
        ):
            button = Button(words, card)
            button.setObjectName(name)
            button.setAccessibleName(words)
            button.setAutoDefault(True)
            button.clicked.connect(self._chose)
            self.begin_buttons[name] = button
            inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.begin_buttons["file"].setProperty("primary", "true")
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        return whole

    def _chose(self) -> None:
        self.chosen.emit(self.sender().objectName())
