"""What each tile shows: its text, tone and mark, read from the report, last year's report and the findings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Final

from model.check import BLANK, Outcome
from model.findings import Finding, Level
from model.report import Report, SlotKind
from model.values import CellKind, Value, to_text
from ui.grid.balance import balance_of
from ui.grid.edits import value_of
from ui.grid.sheet import Kind, Sheet, Tile

GROUPED_FROM: Final = 10_000
"""Numbers of this size are read in groups of three digits."""

LONG_LINE: Final = 8
"""In a line of more cells than this only the total is marked, not each part."""


class Mark(IntEnum):
    """A mark in a tile, each with a shape of its own; of several the greatest is shown."""

    NONE = 0
    READ = 1  # imported, not yet confirmed
    PLACED = 2  # imported, its place guessed
    DOUBTFUL = 3  # imported, perhaps misread
    MISSING = 4  # not found in what was imported
    WARNING = 5
    EXPLAIN = 6
    ERROR = 7
    DECLARED = 8  # a total that differs from its sum
    SUSPECT = 9  # the cell that is most likely wrong


class Tone(Enum):
    """How the text of a tile is written."""

    USUAL = "usual"
    SUM = "sum"
    ZERO = "zero"
    BLANK = "blank"
    OPEN = "open"  # a balance that is not yet known
    GOOD = "good"
    BAD = "bad"


_STATES: Final = {
    "read": Mark.READ,
    "placed": Mark.PLACED,
    "doubtful": Mark.DOUBTFUL,
    "missing": Mark.MISSING,
}
_LEVELS: Final = {Level.ERROR: Mark.ERROR, Level.EXPLAIN: Mark.EXPLAIN, Level.WARNING: Mark.WARNING}


@dataclass(frozen=True, slots=True)
class Look:
    """What a tile shows. `ghost` is last year's number beside this year's."""

    text: str = ""
    tone: Tone = Tone.USUAL
    mark: Mark = Mark.NONE
    ghost: str = ""


@dataclass
class Reading:
    """Reads the looks of a sheet's tiles. `draft` holds values that are being typed and the sums that follow them."""

    sheet: Sheet
    report: Report
    last_year: Report | None = None
    outcome: Outcome = field(default_factory=lambda: Outcome(()))
    draft: Mapping[str, Value] = field(default_factory=dict)
    ghosts: bool = False

    def __post_init__(self) -> None:
        self._marks: dict[str, Mark] = {}
        self._rows: set[int] = set()
        self._columns: set[int] = set()
        for finding in self.outcome.findings:
            self._mark(finding)

    def looks(self) -> Mapping[Tile, Look]:
        """Return the look of every tile."""
        return {tile: self.look(tile) for tile in self.sheet.tiles}

    def look(self, tile: Tile) -> Look:
        """Return the look of one tile."""
        if tile.kind in (Kind.ENTERED, Kind.COMPUTED):
            return self._number(tile)
        if tile.kind is Kind.CONTROL:
            return self._control(tile)
        if tile.kind is Kind.BALANCE:
            return self._balance(tile)
        return Look(tile.text, mark=self._line_mark(tile))

    def value(self, key: str) -> Value:
        """Return what a cell says, as typed if it is being typed in."""
        return self.draft[key] if key in self.draft else self.report.value(key)

    def last(self, key: str) -> Value:
        """Return last year's value of a cell, None where there is none."""
        if self.last_year is None or key not in self.last_year.form.cells:
            return None
        return self.last_year.value(key)

    def findings_on(self, key: str) -> Iterator[Finding]:
        """The findings that speak of a cell or suggest a change of it, blanks left out."""
        for finding in self.outcome.findings:
            suggested = any(suggestion.cell == key for suggestion in finding.suggestions)
            if finding.code != BLANK and (key in finding.cells or suggested):
                yield finding

    def _number(self, tile: Tile) -> Look:
        value = self.value(tile.key)
        mark = self._marks.get(tile.key, Mark.NONE)
        if tile.kind is Kind.COMPUTED and self.report.get(SlotKind.DECLARED, tile.key) is not None:
            mark = max(mark, Mark.DECLARED)
        state = self.report.get(SlotKind.STATE, tile.key)
        if isinstance(state, str):
            mark = max(mark, _STATES.get(state, Mark.NONE))
        signed = self.report.form.cells[tile.key].kind is CellKind.SIGNED
        last = self.last(tile.key) if self.ghosts else None
        ghost = "" if last == value == 0 else reading_text(last, signed=signed)
        return Look(reading_text(value, signed=signed), _tone(tile, value), mark, ghost)

    def _control(self, tile: Tile) -> Look:
        control = value_of(self.report, tile)
        if control is None:
            return Look(tone=Tone.BLANK)
        total = self.draft[tile.key] if tile.key in self.draft else self.report.computed(tile.key)
        if total is None:
            return Look(reading_text(control), Tone.OPEN)
        return Look(reading_text(control), Tone.GOOD if control == total else Tone.BAD)

    def _balance(self, tile: Tile) -> Look:
        balance = balance_of(self.report.form, self.sheet.balances[tile.column], self.value)
        if balance.holds is None:
            return Look(balance.text, Tone.OPEN)
        return Look(balance.text, Tone.GOOD if balance.holds else Tone.BAD)

    def _line_mark(self, tile: Tile) -> Mark:
        if tile.kind is Kind.HEAD:
            wrong = any(column in self._columns for column in range(tile.column, tile.right + 1))
        else:
            wrong = tile.kind is Kind.LABEL and tile.rowspan == 1 and tile.row in self._rows
        single = tile.colspan == 1 or tile.kind is Kind.LABEL
        return Mark.ERROR if wrong and single else Mark.NONE

    def _mark(self, finding: Finding) -> None:
        level = _LEVELS.get(finding.level)
        if level is not None and finding.code != BLANK:
            for key in finding.cells if len(finding.cells) <= LONG_LINE else finding.cells[:1]:
                self._marks[key] = max(self._marks.get(key, Mark.NONE), level)
        if finding.level is Level.ERROR and finding.code != BLANK:
            self._mark_line([self.sheet.by_key[key] for key in finding.cells if key in self.sheet.by_key])
        for suggestion in finding.suggestions:
            self._marks[suggestion.cell] = Mark.SUSPECT

    def _mark_line(self, tiles: Sequence[Tile]) -> None:
        rows = {tile.row for tile in tiles}
        columns = {tile.column for tile in tiles}
        if len(tiles) > 1 and len(columns) == 1:
            self._columns |= columns
        if tiles and len(rows) == 1:
            self._rows |= rows


def drafted(report: Report, key: str, value: Value) -> Mapping[str, Value]:
    """Return what an entered cell and the sums over it would say if `value` stood in it; nothing is changed."""
    draft = {key: value}
    for total, parts in report.form.sums.items():
        if report.get(SlotKind.DECLARED, total) is None and any(part in draft for part in parts):
            draft[total] = _sum([draft[part] if part in draft else report.value(part) for part in parts])
    return draft


def reading_text(value: Value, *, signed: bool = False) -> str:
    """Return a value for reading: large numbers in groups of three digits."""
    if value is None or -GROUPED_FROM < value < GROUPED_FROM:
        return to_text(value, signed=signed)
    sign = "+" if signed and value > 0 else ""
    return sign + (f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}")


def _tone(tile: Tile, value: Value) -> Tone:
    if value is None:
        return Tone.BLANK
    if value == 0:
        return Tone.ZERO
    return Tone.SUM if tile.kind is Kind.COMPUTED else Tone.USUAL


def _sum(values: Sequence[Value]) -> Value:
    total: int | Decimal = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total
