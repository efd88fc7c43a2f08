"""What each tile shows: its text, tone and mark, read from the report, last year's report and the findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from model.findings import Finding, Suggestion
from model.import_state import ImportState, state_of
from model.outcome import BLANK, Outcome
from model.report import Report, SlotKind
from model.review.remarks import open_remarks
from model.values import Value, add_up, to_text
from ui.grid.balance import Balance, balance_of
from ui.grid.edits import value_of
from ui.grid.marks import Mark, marks_of
from ui.grid.sheet import Kind, Sheet, Tile

GROUPED_FROM: Final = 10_000
"""Numbers of this size are read in groups of three digits."""


class Tone(StrEnum):
    """How the text of a tile is written."""

    USUAL = "usual"
    SUM = "sum"
    ZERO = "zero"
    BLANK = "blank"
    OPEN = "open"  # a balance that is not yet known
    GOOD = "good"
    BAD = "bad"


_MARKS: Final = {
    ImportState.READ: Mark.READ,
    ImportState.PLACED: Mark.PLACED,
    ImportState.DOUBTFUL: Mark.DOUBTFUL,
    ImportState.MISSING: Mark.MISSING,
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a tile shows.

    `ghost` is last year's number beside this year's; `remarked`: there is a 意见 about it; `shorter`: the text in other
    words, for less and less room.
    """

    text: str = ""
    tone: Tone = Tone.USUAL
    mark: Mark = Mark.NONE
    ghost: str = ""
    remarked: bool = False
    shorter: tuple[str, ...] = ()


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
        self.marks = marks_of(self.outcome, self.sheet)
        self.remarks = tuple(remark for remark in open_remarks(self.report) if remark.place.cell)
        self.remarked = {remark.place.cell for remark in self.remarks}

    def looks(self) -> Mapping[Tile, Look]:
        """Return the look of every tile."""
        return {tile: self.look(tile) for tile in self.sheet.tiles}

    def looks_of(self, keys: Iterable[str]) -> Mapping[Tile, Look]:
        """Return the looks of the tiles that show something of these cells or of the sums over them."""
        keys = set(keys)
        for total, parts in self.report.form.sums.items():
            if not keys.isdisjoint(parts):
                keys.add(total)
        tiles = {tile for key in keys for tile in self.sheet.tiles_of.get(key, ())}
        return {tile: self.look(tile) for tile in tiles}

    def looks_since(self, before: "Reading", keys: Iterable[str]) -> Mapping[Tile, Look]:
        """Return the looks that may differ from those read before: where `keys` changed, or the findings did."""
        remarked = self.remarked ^ before.remarked
        looks = dict(self.looks_of({*keys, *remarked, *self.marks.differing(before.marks)}))
        if (self.marks.rows, self.marks.columns) != (before.marks.rows, before.marks.columns):
            words = (tile for tile in self.sheet.tiles if tile.kind in (Kind.HEAD, Kind.LABEL))
            looks |= {tile: self.look(tile) for tile in words}
        return looks

    def look(self, tile: Tile) -> Look:
        """Return the look of one tile."""
        if tile.kind in (Kind.ENTERED, Kind.COMPUTED):
            return self._number(tile)
        if tile.kind is Kind.CONTROL:
            return self._control(tile)
        if tile.kind is Kind.BALANCE:
            return self._balance(tile)
        return Look(tile.text, mark=self.marks.on_words(tile))

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

    def suggestions_on(self, key: str) -> Iterator[Suggestion]:
        """The changes of a cell that its findings suggest."""
        for finding in self.findings_on(key):
            yield from (suggestion for suggestion in finding.suggestions if suggestion.cell == key)

    def told_of(self, key: str) -> Sequence[str]:
        """What is told of a cell beside its number: what is wrong with it."""
        return [finding.message for finding in self.findings_on(key)]

    def _number(self, tile: Tile) -> Look:
        value = self.value(tile.key)
        mark = self.marks.cells.get(tile.key, Mark.NONE)
        if tile.kind is Kind.COMPUTED and self.report.get(SlotKind.DECLARED, tile.key) is not None:
            mark = max(mark, Mark.DECLARED)
        state = state_of(self.report.get(SlotKind.STATE, tile.key))
        if state is not None:
            mark = max(mark, _MARKS[state])
        signed = self.report.form.cells[tile.key].kind.spec.signed
        last = self.last(tile.key) if self.ghosts else None
        ghost = "" if last == value == 0 else reading_text(last, signed=signed)
        remarked = tile.key in self.remarked
        return Look(reading_text(value, signed=signed), _tone(tile, value), mark, ghost, remarked)

    def _control(self, tile: Tile) -> Look:
        control = value_of(self.report, tile)
        if control is None:
            return Look(tone=Tone.BLANK)
        total = self.draft[tile.key] if tile.key in self.draft else self.report.computed(tile.key)
        if total is None:
            return Look(reading_text(control), Tone.OPEN)
        return Look(reading_text(control), Tone.GOOD if control == total else Tone.BAD)

    def _balance(self, tile: Tile) -> Look:
        return look_of_balance(balance_of(self.report.form, self.sheet.balances[tile.column], self.value))


def look_of_balance(balance: Balance) -> Look:
    """Return the look of a balance."""
    tones = {None: Tone.OPEN, True: Tone.GOOD, False: Tone.BAD}
    return Look(balance.text, tones[balance.holds], shorter=balance.shorter)


def drafted(report: Report, key: str, value: Value) -> Mapping[str, Value]:
    """Return what an entered cell and the sums over it would say if `value` stood in it; nothing is changed."""
    draft = {key: value}
    for total, parts in report.form.sums.items():
        if report.get(SlotKind.DECLARED, total) is None and any(part in draft for part in parts):
            draft[total] = add_up(draft[part] if part in draft else report.value(part) for part in parts)
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
