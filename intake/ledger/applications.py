"""Counts applications into table 三: received in the year or before it, answered in the year or still open at its end.

Each row that is counted stands once on either side, in the column of its applicant: 新收 or 上年结转, and its outcome
or 结转下年度. So whatever the ledger, the balance of every column holds.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from intake.ledger.body import Body
from intake.ledger.choosing import Choice, Chooser
from intake.ledger.columns import Field
from intake.ledger.days import Day, Days, Fault, shown
from intake.ledger.marks import told
from intake.ledger.sheets import Row
from intake.ledger.tally import Purpose, Reason, Tally
from intake.ledger.words import OPEN

EARLIEST: Final = date(2008, 5, 1).toordinal()
"""The 条例 took force on this day; nobody applied before."""


@dataclass(frozen=True, slots=True)
class Span:
    """The year counted and the day of counting, as ordinals."""

    year: int
    first: int
    last: int
    today: int

    @classmethod
    def of(cls, year: int, today: date) -> "Span":
        """Return the span of a year."""
        return cls(year, date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), today.toordinal())


class Applications:
    """Counts the rows of one sheet into a tally."""

    def __init__(self, body: Body, chooser: Chooser, span: Span, days: Days, tally: Tally) -> None:
        self._body = body
        self._chooser = chooser
        self._span = span
        self._days = days
        self._tally = tally
        self._lists = _Lists(tally)

    def count(self) -> None:
        """Count all rows. Blank rows, sub-totals and foot lines are noted as asides."""
        body, chooser = self._body, self._chooser
        kinds = told(chooser, Purpose.APPLICANT, body)
        outcomes = told(chooser, Purpose.OUTCOME, body)
        received, answered = body.days(Field.RECEIVED, self._days), body.days(Field.ANSWERED, self._days)
        first, newest = self._span.first, min(self._span.last, self._span.today)
        lists = self._lists
        rows = zip(body.rows, body.places, received, answered, kinds, outcomes, strict=True)
        for row, place, got, answer, kind, outcome in rows:
            # What nearly every row is; all others are looked at one by one.
            if (
                type(got) is int and type(answer) is int and type(kind) is str and type(outcome) is str
                and EARLIEST <= got <= answer <= newest and answer >= first and outcome != OPEN
            ):  # fmt: skip
                one, other = lists["received" if got >= first else "carried_in", outcome, kind]
                one.append(place)
                other.append(place)
            else:
                self._look(row, place, got, answer, kind, outcome)

    def _look(self, row: Row, place: int, got: Day, answer: Day, kind: Choice, outcome: Choice) -> None:
        """Count a row that is not plain, or say why it has no place."""
        if not isinstance(got, int) and (self._chooser.is_aside(row) or self._body.is_head(row)):
            self._tally.asides.append(place)
            return
        side = self._side(place, got)
        if side is None:
            return
        end = self._end(place, got, answer, outcome)
        if end is None:
            return
        guessed = False
        if not isinstance(kind, str):
            kind, guessed = self._by_name(row, kind), True
        if isinstance(kind, str):
            self._tally.put(place, _cells(side, end, kind), guessed=guessed)
        else:
            self._tally.leave_word(place, kind, Purpose.APPLICANT, Reason.APPLICANT, "没有填写申请人类型")

    def _side(self, place: int, got: Day) -> str | None:
        """Received in the year or before; None where the row is listed instead."""
        leave, span = self._tally.leave, self._span
        if got is None:
            leave(place, "", "没有收到日期", Reason.RECEIVED)
        elif isinstance(got, Fault):
            leave(place, got.value, f"收到日期：{got.why}", Reason.RECEIVED)
        elif got < EARLIEST:
            leave(place, shown(got), "收到日期早于条例施行之日（2008-05-01）", Reason.RECEIVED)
        elif got > span.today:
            leave(place, shown(got), "收到日期在今天之后", Reason.RECEIVED)
        elif got > span.last:
            leave(place, shown(got), f"{span.year} 年以后收到", Reason.OTHER_YEAR)
        else:
            return "received" if got >= span.first else "carried_in"
        return None

    def _end(self, place: int, got: Day, answer: Day, outcome: Choice) -> str | None:
        """The outcome, or carried_out while it is open at the year's end; None where the row is listed instead."""
        if answer is None:
            if outcome is None or outcome == OPEN:
                return "carried_out"
            self._tally.leave(place, self._words(outcome), "有办理结果，没有答复日期", Reason.UNFINISHED)
            return None
        fault = self._fault_of_answer(got, answer)
        if fault is not None:
            self._tally.leave(place, *fault)
            return None
        if isinstance(answer, int) and answer > self._span.last:
            return "carried_out"
        if outcome == OPEN:
            why = "有答复日期，办理结果却写着还在办理"
            self._tally.leave(place, shown(answer) if isinstance(answer, int) else "", why, Reason.UNFINISHED)
        elif isinstance(outcome, str):
            return outcome
        else:
            self._tally.leave_word(place, outcome, Purpose.OUTCOME, Reason.OUTCOME, "没有填写办理结果")
        return None

    def _fault_of_answer(self, got: Day, answer: int | Fault) -> tuple[str, str, Reason] | None:
        """What stands there, why it cannot be, and which kind of why; None for a day that can be."""
        span = self._span
        if isinstance(answer, Fault):
            return answer.value, f"答复日期：{answer.why}", Reason.ANSWERED
        if isinstance(got, int) and answer < got:
            return shown(answer), f"答复日期早于收到日期（{shown(got)}）", Reason.ANSWERED
        if answer > span.today:
            return shown(answer), "答复日期在今天之后", Reason.ANSWERED
        if answer < span.first:
            return shown(answer), f"{span.year} 年以前已经答复", Reason.OTHER_YEAR
        return None

    def _words(self, choice: Choice) -> str:
        if isinstance(choice, Fault):
            return choice.value
        return self._chooser.label(Purpose.OUTCOME, choice or "")

    def _by_name(self, row: Row, kind: Choice) -> Choice:
        """The kind that the applicant's name tells, where the ledger does not or leaves a choice; else what it says."""
        columns = self._body.layout.of(Field.NAME)
        if not columns or (isinstance(kind, Fault) and not kind.choices):
            return kind
        told = self._chooser.by_name(str(row[columns[0]]))
        if told is None or (isinstance(kind, Fault) and told not in kind.choices):
            return kind
        return told


class _Lists(dict[tuple[str, str, str], tuple[list[int], list[int]]]):
    """Side, end and kind of applicant → the tally's rows of the two cells that such an application is counted in."""

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self._tally = tally

    def __missing__(self, key: tuple[str, str, str]) -> tuple[list[int], list[int]]:
        one, other = (self._tally.rows.setdefault(cell, []) for cell in _cells(*key))
        pair = self[key] = (one, other)
        return pair


def _cells(side: str, end: str, kind: str) -> tuple[str, str]:
    return f"applications.{side}.{kind}", f"applications.{end}.{kind}"
