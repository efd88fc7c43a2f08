"""Counts reviews and suits into table 四: concluded in the year with their outcome, or pending at its end.

Where no column says when a case was concluded, one begun in the year that has an outcome is taken for concluded in it,
and told as a guess; one begun before the year may have been told the year before, and is left to the clerk.
"""

from collections.abc import Mapping
from typing import Final

from intake.ledger.applications import EARLIEST, Span
from intake.ledger.body import Body
from intake.ledger.choosing import Choice, Chooser
from intake.ledger.columns import Field
from intake.ledger.days import Day, Days, Fault, shown
from intake.ledger.sheets import Row
from intake.ledger.tally import Purpose, Reason, Tally
from intake.ledger.words import OPEN

_PENDING: Final = "pending"
_REVIEW: Final = "review"


class Disputes:
    """Counts the rows of one sheet into a tally."""

    def __init__(self, body: Body, chooser: Chooser, span: Span, days: Days, tally: Tally) -> None:
        self._body = body
        self._chooser = chooser
        self._span = span
        self._days = days
        self._tally = tally

    def count(self) -> None:
        """Count all rows. Blank rows, sub-totals and foot lines are noted as asides."""
        body, chooser = self._body, self._chooser
        disputes = self._disputes()
        verdicts = chooser.column(Purpose.VERDICT, body.rows, body.layout.of(Field.VERDICT))
        filed, concluded = body.days(Field.FILED, self._days), body.days(Field.CONCLUDED, self._days)
        for row, place, begun, ended, dispute, verdict in zip(
            body.rows, body.places, filed, concluded, disputes, verdicts, strict=True
        ):
            self._look(row, place, begun, ended, dispute or body.layout.only or None, verdict)

    def _disputes(self) -> list[Choice]:
        """The kind of each case, by what its columns say together."""
        body, chooser = self._body, self._chooser
        kinds, routes = body.layout.of(Field.DISPUTE), body.layout.of(Field.ROUTE)
        asked = {at: answers for at in routes if (answers := chooser.answers(body.heads[at])) is not None}
        if not asked:
            return chooser.column(Purpose.DISPUTE, body.rows, (*kinds, *routes))
        return [self._answered(row, kinds, routes, asked) for row in body.rows]

    def _answered(
        self,
        row: Row,
        kinds: tuple[int, ...],
        routes: tuple[int, ...],
        asked: Mapping[int, Mapping[bool, str]],
    ) -> Choice:
        """The kind of a case where a column asks how it came to court: of a review that asks nothing."""
        chooser = self._chooser
        told = tuple(row[at] for at in kinds)
        is_review = bool(kinds) and chooser.choose(Purpose.DISPUTE, told) == _REVIEW
        for at in routes:
            mark = chooser.is_mark(row[at]) if at in asked and not chooser.is_blank(row[at]) else None
            if mark is None:
                told = (*told, row[at])
            elif not is_review:
                told = (*told, asked[at][mark])
        return chooser.choose(Purpose.DISPUTE, told)

    def _look(self, row: Row, place: int, begun: Day, ended: Day, dispute: Choice, verdict: Choice) -> None:
        if not isinstance(begun, int) and (self._chooser.is_aside(row) or self._body.is_head(row)):
            self._tally.asides.append(place)
            return
        fault = self._fault_of(begun, "受理日期", Reason.RECEIVED) or self._fault_of_end(
            begun, ended, verdict
        )
        if fault is not None:
            self._tally.leave(place, *fault)
            return
        if not isinstance(dispute, str):
            self._tally.leave_word(place, dispute, Purpose.DISPUTE, Reason.DISPUTE, "没有填写是复议还是诉讼")
            return
        guessed = self._body.layout.undated and not _is_open(verdict)
        open_at_end = ended is None or (isinstance(ended, int) and ended > self._span.last)
        if open_at_end and not guessed:
            verdict = _PENDING
        if isinstance(verdict, str):
            self._tally.put(place, (f"disputes.{dispute}.{verdict}",), guessed=guessed)
        else:
            self._tally.leave_word(place, verdict, Purpose.VERDICT, Reason.OUTCOME, "没有填写审理结果")

    def _fault_of(self, day: Day, name: str, reason: Reason) -> tuple[str, str, Reason] | None:
        """Why a case cannot have begun on a day, or not for this year's report."""
        span = self._span
        if day is None:
            return "", f"没有{name}", reason
        if isinstance(day, Fault):
            return day.value, f"{name}：{day.why}", reason
        if day < EARLIEST:
            return shown(day), f"{name}早于条例施行之日（2008-05-01）", reason
        if day > span.today:
            return shown(day), f"{name}在今天之后", reason
        if day > span.last:
            return shown(day), f"{span.year} 年以后受理", Reason.OTHER_YEAR
        return None

    def _fault_of_end(self, begun: Day, ended: Day, verdict: Choice) -> tuple[str, str, Reason] | None:
        """Why a case cannot have ended on a day, or not in the way it says."""
        span = self._span
        is_open = _is_open(verdict)
        if isinstance(ended, Fault):
            return ended.value, f"审结日期：{ended.why}", Reason.ANSWERED
        if ended is None:
            undated = self._body.layout.undated
            if is_open or (undated and isinstance(begun, int) and begun >= span.first):
                return None
            value = (
                verdict.value
                if isinstance(verdict, Fault)
                else self._chooser.label(Purpose.VERDICT, verdict or "")
            )
            why = f"{span.year} 年以前受理，没有审结日期，看不出哪一年审结"
            return value, why if undated else "有审理结果，没有审结日期", Reason.UNFINISHED
        if isinstance(begun, int) and ended < begun:
            return shown(ended), f"审结日期早于受理日期（{shown(begun)}）", Reason.ANSWERED
        if ended > span.today:
            return shown(ended), "审结日期在今天之后", Reason.ANSWERED
        if ended < span.first:
            return shown(ended), f"{span.year} 年以前已经审结", Reason.OTHER_YEAR
        if ended <= span.last and verdict is not None and is_open:
            return shown(ended), "有审结日期，结果却写着尚未审结", Reason.UNFINISHED
        return None


def _is_open(verdict: Choice) -> bool:
    """Whether what is said of a case's outcome is that there is none yet."""
    return verdict is None or verdict in (OPEN, _PENDING)
