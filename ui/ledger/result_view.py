"""What a ledger counts: the official tables, the rows behind each number, what has no place, and what else to know."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from intake.ledger.gathered import gathered
from intake.ledger.ledger import Count, Ledger
from intake.ledger.offices import of_others
from intake.ledger.tally import Tally, Unknown, Unplaced
from intake.ledger.words import words_of
from model.report import Report, SlotKind
from model.values import to_text
from ui.grid.marks import Mark
from ui.grid.shapes import SIGNS
from ui.ledger.count_grid import CountGrid
from ui.ledger.rows_list import RowsList
from ui.ledger.tabs import name_tabs, tab_bar
from ui.ledger.words_list import WordsList
from ui.look.fonts import scaled
from ui.look.style import SPACE

_SIDE: Final = 392
_LEAST_SIDE: Final = 280
"""Room for where a row is, its number and a date: narrower, the list behind a number names no row."""
_BEHIND, _UNPLACED, _WORDS, _DOUBLES, _NOTES = range(5)


class ResultView(QWidget):
    """Shows a count. Signals: `placed(Unknown, str)` when a word was given its place; `hint(str)` with help for a number."""

    placed = Signal(object, str)
    hint = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger: Ledger | None = None
        self._count: Count | None = None
        self._filling = False
        self.grids: dict[str, CountGrid] = {}
        self.tables = tab_bar("统计出的表", self)
        self.tables.currentChanged.connect(self._show_table)
        self._stack = QStackedWidget(self)
        self.sides = tab_bar("台账中的行", self)
        self.behind = RowsList("本格的行", reasons=False, parent=self)
        self.unplaced = RowsList("未能归类的行", reasons=True, parent=self)
        self.words = WordsList(self)
        self.words.placed.connect(self.placed)
        self.doubles = RowsList("可能重复的行", reasons=True, parent=self)
        self.notes = QPlainTextEdit(self)
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName("统计说明")
        self._side = QStackedWidget(self)
        pages = (self.behind, self.unplaced, self.words, self.doubles, self.notes)
        for page in pages:
            self._side.addWidget(page)
        self._side.setMinimumWidth(scaled(_LEAST_SIDE))
        name_tabs(self.sides, [""] * len(pages))
        self.sides.currentChanged.connect(self._side.setCurrentIndex)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.addWidget(_column(self.tables, self._stack))
        both.addWidget(_column(self.sides, self._side))
        # The table needs no more than its columns: on a wide screen the rows behind a number are seen whole, on a narrow
        # one they give it what it needs.
        both.setStretchFactor(0, 0)
        both.setStretchFactor(1, 1)
        both.setSizes([scaled(1366 - _SIDE), scaled(_SIDE)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(both, 1)

    @property
    def grid(self) -> CountGrid | None:
        """The table in sight."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, CountGrid) else None

    def show_count(
        self, ledger: Ledger, count: Count, present: Report | None, last_year: Report | None
    ) -> None:
        """Show what was counted beside what stands in the report; `last_year` is the report of the year before."""
        self._ledger, self._count = ledger, count
        at = max(self.tables.currentIndex(), 0)
        self._filling = True
        for grid in self.grids.values():
            self._stack.removeWidget(grid)
            grid.deleteLater()
        self.grids = {}
        names: list[str] = []
        for table_id in (table.id for table in count.form.tables if table.id in count.tallies):
            table = count.form.table(table_id)
            grid = CountGrid(table, count, present, self)
            section = count.form.section(table.section)
            grid.setAccessibleName(f"台账统计：{section.heading}")
            grid.current_changed.connect(self._show_behind)
            self.grids[table_id] = grid
            self._stack.addWidget(grid)
            names.append(f"表{section.heading.partition('、')[0]}　{section.short}")
        name_tabs(self.tables, names)
        self._filling = False
        self.tables.setCurrentIndex(min(at, self.tables.count() - 1))
        self._show_table(self.tables.currentIndex())
        self._show_lists(present, last_year)

    def show_cell(self, key: str) -> None:
        """Bring a number into view, with the rows behind it."""
        for at, grid in enumerate(self.grids.values()):
            if key in grid.sheet.by_key:
                self.tables.setCurrentIndex(at)
                grid.focus_on(key)
                self.sides.setCurrentIndex(_BEHIND)
                self._show_behind(key)

    def _show_table(self, at: int) -> None:
        if self._filling or not 0 <= at < self._stack.count():
            return
        self._stack.setCurrentIndex(at)
        if self.grid is not None:
            self._show_behind(self.grid.current_key)

    def _show_behind(self, key: str) -> None:
        if self._ledger is None or self._count is None:
            return
        tally = self._count.tallies[self._count.form.cells[key].table.id]
        places = tally.behind(key, self._count.form)
        name = self._count.form.cells[key].name
        self.sides.setTabText(_BEHIND, f"本格的行 {len(places)}")
        self.sides.setTabToolTip(_BEHIND, name)
        self.behind.setAccessibleName(f"{name}的行")
        heads = dict(words_of(self._count.form).heads)
        self.behind.show_rows(self._ledger, heads, [(place, "") for place in places])
        cell = self._count.form.cells[key]
        words = (name, cell.row.help or cell.column.help, cell.row.basis or cell.column.basis)
        self.hint.emit("　　".join(filter(None, words)))

    def _show_lists(self, present: Report | None, last_year: Report | None) -> None:
        if self._ledger is None or self._count is None:
            return
        heads = dict(words_of(self._count.form).heads)
        tallies = list(self._count.tallies.values())
        unplaced = [(entry.place, _why(entry)) for tally in tallies for entry in tally.unplaced]
        doubles = [
            (place, double.why) for tally in tallies for double in tally.doubles for place in double.places
        ]
        questions: list[Unknown] = [question for tally in tallies for question in tally.questions]
        notes = [*self._ledger.notes, *notes_on(self._ledger, self._count, present, last_year)]
        self.unplaced.show_rows(self._ledger, heads, unplaced)
        self.doubles.show_rows(self._ledger, heads, doubles)
        self.words.show_words(questions, self._count.form)
        self.notes.setPlainText("\n\n".join(notes))
        for at, words in (
            (_UNPLACED, f"未能归类 {len(unplaced)}"),
            (_WORDS, f"请指明 {len(questions)}"),
            (_DOUBLES, f"可能重复 {len(doubles)}"),
            (_NOTES, f"说明 {len(notes)}"),
        ):
            self.sides.setTabText(at, words)
            self.sides.setTabVisible(at, not words.endswith(" 0"))
        first = _WORDS if questions else _UNPLACED if unplaced else _NOTES if notes else _BEHIND
        self.sides.setCurrentIndex(first)


def _why(entry: Unplaced) -> str:
    """Why a row has no place, after what stands in the cell in question: it may be far to the right in the list."""
    return f"“{entry.value}”{entry.why}" if entry.value else entry.why


def notes_on(ledger: Ledger, count: Count, present: Report | None, last_year: Report | None) -> Iterator[str]:
    """Yield what to know of a count: what was counted twice, guesses, changes, and last year's carry-over."""
    form = count.form
    yield from of_others(ledger, present.office if present is not None else "")
    yield from gathered(ledger, count)
    for tally in count.tallies.values():
        guessed = sorted({place for places in tally.guessed.values() for place in places})
        if guessed:
            yield (
                f"{len(guessed)} {tally.guess}（表中标{SIGNS[Mark.PLACED]}的格），"
                f"请核对：{_listed(ledger, guessed)}"
            )
        if tally.asides:
            yield f"{len(tally.asides)} 行是空行、小计或表尾，没有统计"
    before = present.of_kind(SlotKind.LEDGER) if present is not None else {}
    cells = count.cells
    changed = [key for key, old in before.items() if key in cells and cells[key] != old]
    if changed:
        told = "".join(f"\n　{form.cells[key].name}：{before[key]} → {cells[key]}" for key in changed)
        yield f"与上次统计相比，{len(changed)} 格有变化：{told}"
    if last_year is not None and "applications" in count.tallies:
        yield from _carried(ledger, count.tallies["applications"], count, last_year)


def _carried(ledger: Ledger, tally: Tally, count: Count, last_year: Report) -> Iterator[str]:
    """Where this year's 上年结转 is not last year's 结转下年度: the rows that are counted as carried in."""
    for column in count.form.table("applications").bands[0].columns:
        key, before = f"applications.carried_in.{column.id}", f"applications.carried_out.{column.id}"
        if key in count.form.sums or before not in last_year.form.cells:
            continue
        old, new = last_year.value(before), count.cells[key]
        if old is not None and old != new:
            places = tally.rows.get(key, [])
            named = f"，台账中是{_listed(ledger, places)}" if places else ""
            yield f"{column.name}：上年报告结转 {to_text(old)} 件，台账中上年结转 {new} 件{named}，请核对"


def _listed(ledger: Ledger, places: Sequence[int]) -> str:
    shown = "、".join(map(ledger.where, places[:20]))
    return f"{shown}等" if len(places) > 20 else shown


def _column(above: QWidget, below: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE // 2)
    column.addWidget(above)
    column.addWidget(below, 1)
    return whole
