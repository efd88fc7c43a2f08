"""An imported table in the shape of the form: its doubtful cells marked, the source's words for the cell under the cursor."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from model.form import FormTable
from model.import_state import NO_TABLE, ImportState, state_of
from model.report import Change, SlotKind
from ui.desk.session import Session
from ui.grid import edits
from ui.grid.command import Command
from ui.grid.keys import Stroke
from ui.grid.marks import Mark
from ui.grid.shapes import SIGNS
from ui.grid.table_grid import TableGrid
from ui.look.buttons import Button
from ui.look.style import SPACE
from ui.look.wrapped import wrapping

_TO_CHECK: Final = {ImportState.DOUBTFUL: Mark.DOUBTFUL, ImportState.PLACED: Mark.PLACED}
_MOST_LINES: Final = 6
"""Of the card below the table; what is longer is scrolled."""
_CELLS: Final = 3
"""Lines of a source, from which on short ones are the cells of a row."""
_LONGEST_CELL: Final = 24
"""Characters of such a line; one that is longer is a row of its own, or words."""
_BARS: Final = " \t\u3000|｜│┃"
_APART: Final = re.compile(f"[{_BARS}]")
_BLANK: Final = "□"
_NOTHING: Final = "来源中没有这一格的内容"


class _Grid(TableGrid):
    """A grid in which Enter confirms a number and asks for the next.

    Signals: `settled()` when Enter was pressed on a cell, or ended the typing of another number into it.
    """

    settled = Signal()

    def _stroke(self, stroke: Stroke) -> None:
        """Confirm with Enter; everything else is as in any grid."""
        if stroke == Stroke(Command.BELOW):
            self.settled.emit()
        else:
            super()._stroke(stroke)


class _Words(QScrollArea):
    """As high as its words, up to some lines; in one width it never gets lower: the table does not jump from cell to cell."""

    def __init__(self, words: QLabel, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._height = 0
        self.setAccessibleName(words.accessibleName())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(words)
        for part in (words, self.viewport()):
            part.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in sight in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._height = 0
        self.fit()

    def fit(self) -> None:
        """Make room for the words."""
        needed = self._words.heightForWidth(self.viewport().width())
        most = _MOST_LINES * self._words.fontMetrics().lineSpacing() + 2 * SPACE
        self._height = max(min(needed, most), self._height)
        self.setFixedHeight(self._height)


class TableReview(QWidget):
    """One table of an import.

    Signals: `left_to_check(int)` after each change; `done()` when Enter was pressed and nothing is left to check here.
    """

    left_to_check = Signal(int)
    done = Signal()

    def __init__(
        self, session: Session, table: FormTable, sources: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sources = sources
        self.grid = _Grid(session, table, self)
        self.grid.settled.connect(self._settle)
        self.grid.current_changed.connect(self._tell_source)
        self.count = QLabel(self)
        self.confirm_all = Button("本表全部确认", self)
        self.confirm_all.setAccessibleName("确认本表导入的全部数字")
        self.confirm_all.setProperty("small", "true")
        self.confirm_all.clicked.connect(self._confirm_all)
        self.source = wrapping("来源中的原文", self)
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words = _Words(self.source, self)
        self._lay_out()
        session.changed.connect(self._changed)
        self._tell_count()
        self._tell_source(self.grid.current_key)

    @property
    def name(self) -> str:
        """What the table is called on a tab."""
        return self._session.report.form.short_title_of(self.grid.sheet.table)

    @property
    def to_check(self) -> Sequence[str]:
        """The cells whose numbers may be wrong or in the wrong place, in the order of the form."""
        report = self._session.report
        return [
            key
            for key, cell in report.form.cells.items()
            if cell.table is self.grid.sheet.table and self._state(key) in _TO_CHECK
        ]

    def begin(self) -> bool:
        """Put the cursor on the first cell to check; False where there is none."""
        if not self.to_check:
            return False
        self.grid.focus_cell(self.to_check[0])
        return True

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.confirm_all)
        card = QFrame(self)
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        inner.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(row)
        column.addWidget(self.grid, 1)
        column.addWidget(card)

    def _state(self, key: str) -> ImportState | None:
        return state_of(self._session.report.get(SlotKind.STATE, key))

    def _settle(self) -> None:
        """Confirm the cell under the cursor and go to the next one to check."""
        here = self.grid.current_key
        if self._state(here) not in (None, ImportState.MISSING):
            self.grid.run(Command.CONFIRM)
        order = list(self._session.report.form.cells)
        after = [key for key in self.to_check if order.index(key) > order.index(here)]
        for key in (*after, *self.to_check)[:1]:
            self.grid.focus_cell(key)
        if not self.to_check:
            self.done.emit()

    def _confirm_all(self) -> None:
        tiles = self.grid.sheet.numbers
        self._session.edit(edits.confirmed(self._session.report, tiles), "全部确认")
        self.done.emit()

    def _changed(self, _change: Change) -> None:
        self._tell_count()
        self._tell_source(self.grid.current_key)

    def _tell_count(self) -> None:
        states = [self._state(key) for key in self.to_check]
        told = [
            f"{state.words}（{SIGNS[mark]}）{states.count(state)} 格"
            for state, mark in _TO_CHECK.items()
            if state in states
        ]
        waiting = [self._state(tile.key) for tile in self.grid.sheet.numbers]
        left = len(waiting) - waiting.count(None)
        if told:
            words = f"待核对：{'，'.join(told)}；按 Enter 确认并到下一处"
        elif waiting.count(ImportState.MISSING) == len(waiting):
            words = f"{NO_TABLE}，可以在这里填写，也可以采用以后再填"
        else:
            words = f"没有存疑的格，{left} 格待确认" if left else "没有需要核对的格"
        self.count.setText(words)
        self.confirm_all.setEnabled(left > 0)
        self.left_to_check.emit(len(states))

    def _tell_source(self, key: str) -> None:
        state = self._state(key)
        blank = self._session.report.value(key) is None
        told = [state.advice_on(blank=blank)] if state is not None else []
        name = self._session.report.form.cells[key].name
        words = _laid_out(self._sources.get(key, "")).replace("\n", "\n　　　") or _NOTHING
        self.source.setText(f"{'　'.join([name, *told])}\n原文：{words}")
        self._words.fit()


def _laid_out(words: str) -> str:
    """The source's words; a row of which each cell has a line of its own stands on one, as it does in a table."""
    cells = [line.strip(_BARS) for line in words.split("\n")]
    if len(cells) < _CELLS or any(len(cell) > _LONGEST_CELL or _APART.search(cell) for cell in cells[1:]):
        return words
    while cells and not cells[-1]:
        cells.pop()
    return "　".join(cell or _BLANK for cell in cells)
