"""What a count has found: the rows behind each number, the rows without a place, and what else to look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from intake.ledger.days import Fault
from model.form import Form


class Reason(StrEnum):
    """Why a row has no place; the value is what the clerk reads."""

    RECEIVED = "收到日期有误"
    ANSWERED = "答复日期有误"
    OTHER_YEAR = "不属于本年度"
    APPLICANT = "申请人类型不明"
    OUTCOME = "办理结果不明"
    UNFINISHED = "办理结果与日期不配"
    DISPUTE = "案件类型不明"


class Purpose(StrEnum):
    """What a word is asked for; its places are rows, columns or both of a table."""

    APPLICANT = "applicant"
    OUTCOME = "outcome"
    DISPUTE = "dispute"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A row that is counted nowhere: its place, what stands in the cell in question, why, and which kind of why."""

    place: int
    value: str
    why: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that needs a place: what it is asked for, the places it may mean (all where empty), its rows."""

    purpose: Purpose
    value: str
    choices: frozenset[str]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Doubles:
    """Rows that look like one application entered more than once; they are counted, each of them."""

    places: tuple[int, ...]
    why: str


_GUESSES: Final = {
    "applications": "行没有写明申请人类型，按申请人名称推定",
    "disputes": "行有审理结果而台账没有“审结日期”一列，按本年审结计入",
}
"""Table → what is supposed where its ledger does not say it."""


@dataclass
class Tally:
    """What was counted for one table. A place is the number of a row over all sheets (see `intake.ledger.ledger`).

    `rows` maps each entered cell to its rows; `guessed` to those of them that have their place by `guess`.
    """

    table: str
    rows: dict[str, list[int]] = field(default_factory=dict)
    guessed: dict[str, list[int]] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)
    unknown: dict[tuple[Purpose, str], tuple[frozenset[str], list[int]]] = field(default_factory=dict)
    doubles: list[Doubles] = field(default_factory=list)
    asides: list[int] = field(default_factory=list)

    @property
    def guess(self) -> str:
        """What is supposed of the rows that are guessed, in the words that follow how many there are."""
        return _GUESSES[self.table]

    def put(self, place: int, cells: Iterable[str], *, guessed: bool = False) -> None:
        """Count a row in its cells."""
        for cell in cells:
            self.rows.setdefault(cell, []).append(place)
            if guessed:
                self.guessed.setdefault(cell, []).append(place)

    def leave(self, place: int, value: str, why: str, reason: Reason) -> None:
        """List a row that is counted nowhere."""
        self.unplaced.append(Unplaced(place, value, why, reason))

    def leave_word(
        self, place: int, fault: Fault | None, purpose: Purpose, reason: Reason, blank: str
    ) -> None:
        """List a row by what is wrong with its word, or as `blank`; a word that can be given a place is asked for."""
        if fault is None:
            self.leave(place, "", blank, reason)
            return
        self.leave(place, fault.value, fault.why, reason)
        if fault.word:
            self.unknown.setdefault((purpose, fault.value), (fault.choices, []))[1].append(place)

    @property
    def questions(self) -> tuple[Unknown, ...]:
        """The words that need a place, those of most rows first."""
        asked = (
            Unknown(purpose, value, choices, tuple(places))
            for (purpose, value), (choices, places) in self.unknown.items()
        )
        return tuple(sorted(asked, key=lambda unknown: -len(unknown.places)))

    def cells(self, form: Form) -> Mapping[str, int]:
        """Return every cell of the table with its count, 0 where no row is behind it, totals added up."""
        keys = [key for key, cell in form.cells.items() if cell.table.id == self.table]
        counts = {key: len(self.rows.get(key, ())) for key in keys if key not in form.sums}
        for total, parts in form.sums.items():
            if total in form.cells and form.cells[total].table.id == self.table:
                counts[total] = sum(counts[part] for part in parts)
        return {key: counts[key] for key in keys}

    def behind(self, key: str, form: Form) -> tuple[int, ...]:
        """Return the rows behind a number, a total's too, in order and each once."""
        entered, waiting = set(), [key]
        while waiting:
            cell = waiting.pop()
            waiting += form.sums.get(cell, ())
            entered |= set() if cell in form.sums else {cell}
        return tuple(sorted({place for cell in entered for place in self.rows.get(cell, ())}))
