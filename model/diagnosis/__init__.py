"""Names the cell that most likely breaks the sums, and the value that would settle them all.

`diagnose` finds the smallest sets of cells whose change satisfies every identity, and ranks them by all that is known:
likeness to a slip of the hand, the cells edited since the sums last held, last year's values, numbers told in the texts.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from model.diagnosis.exchanges import cancel_out, exchanges, moves, opposites, within
from model.diagnosis.search import Changes, TooManyFaults, smallest_repairs
from model.diagnosis.slips import fit, likeliest_slip
from model.diagnosis.surroundings import Surroundings
from model.diagnosis.system import Component, column_of, components, observed, row_of
from model.findings import Suggestion
from model.form import Form
from model.report import Report
from model.values import Value

SURE: Final = 0.985
"""A repair whose share of all the weight reaches this is named alone; else candidates are listed."""

MOST_LISTED: Final = 12
"""Repairs that a diagnosis lists; the share of each is its share of all."""

_TRUST: Final = 0.5
"""The power of a weight that enters its share: how hands slip and cases fall is known roughly, and none is named for little."""

_EDITED: Final = math.log(1e12)
"""The sums held before these edits: it is hardly another cell, nor one that has its number back."""
_TOLD: Final = math.log(2_500)
_TOTAL: Final = math.log(0.25)
_IMPOSSIBLE: Final = math.log(1e6)
"""A negative count is wrong whatever the sums say (rule C1)."""
_RESTORED: Final = math.log(400)
_EXCHANGED: Final = math.log(0.02)
_EXCHANGED_AFAR: Final = math.log(0.005)
"""Two numbers of one column that do not stand beside each other."""
_MOVED: Final = math.log(0.1)
"""One application counted under another kind of applicant, beside a number in the wrong column; the more of them, the less."""


@dataclass(frozen=True)
class Knowledge:
    """What is known beside the numbers themselves.

    `edited` maps cells changed since the sums last held to the value before; `last_year` and `told` map cells to last
    year's value and to the numbers that the texts give for them.
    """

    edited: Mapping[str, Value] = field(default_factory=dict)
    last_year: Mapping[str, Value] = field(default_factory=dict)
    told: Mapping[str, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to settle a component's sums: the cells to change, and its share (0–1) of the weight of all ways."""

    changes: tuple[Suggestion, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What can be said of one independent part of the sums: repairs, best first; none means too many faults to tell.

    `alone`: no other part is out by the opposite amount, nor all together by nothing, and a number that went astray did so
    in one row only. Else no cell is named: a number may have gone from one part to another, or in another row.
    """

    cells: frozenset[str]
    repairs: tuple[Repair, ...]
    alone: bool = True

    @property
    def named(self) -> Repair | None:
        """The repair that stands out, None where candidates are of much the same worth."""
        return self.repairs[0] if self.alone and self.repairs and self.repairs[0].share >= SURE else None


def diagnose(report: Report, knowledge: Knowledge | None = None) -> tuple[Diagnosis, ...]:
    """Return a diagnosis of every independent part of the sums that fails; nothing where all hold."""
    judge = _Judge(report, knowledge or Knowledge())
    failing = [part for part in components(report.form, observed(report)) if part.residual]
    astray = cancel_out(failing)
    diagnoses: list[Diagnosis] = []
    read: list[Component] = []
    for part in failing:
        if part in read:
            continue
        others = opposites(failing, part)
        partners = [other for other in others if _any(exchanges(part, other))]
        partners = partners or [other for other in others if _any(moves(part, other))]
        if len(partners) == 1 and partners[0] not in read:
            read.append(partners[0])
            diagnoses.append(_exchange(part, partners[0], judge))
        else:
            diagnoses.append(_diagnosis(part, judge, alone=not astray and not others))
    return tuple(diagnoses)


def _diagnosis(component: Component, judge: "_Judge", *, alone: bool) -> Diagnosis:
    cells = _failing_cells(component)
    try:
        repairs = smallest_repairs(component)
    except TooManyFaults:
        return Diagnosis(cells, ())
    if len(repairs[0]) == 1:
        repairs += within(component)
    weighed = ((judge.weight(changes, component), changes) for changes in repairs)
    return Diagnosis(
        cells,
        tuple(
            Repair(tuple(judge.suggestions(changes, component)), share) for share, changes in _shares(weighed)
        ),
        alone,
    )


def _exchange(one: Component, other: Component, judge: "_Judge") -> Diagnosis:
    """The diagnosis of two columns between which a number went astray, read together before either alone.

    Where the same numbers stand in several rows, how well they suit their cells does not tell which row it was. That a part
    of a number of any row went astray is not listed then, but takes its share: a few of them may well. Where no number went
    as a whole, the parts are listed, and no row is named for them.
    """
    parted = tuple((judge.of_move(changes), changes) for changes in moves(one, other))
    whole = tuple((judge.of_exchange(changes), changes) for changes in exchanges(one, other))
    shares = tuple(_shares(whole, tuple(weight for weight, _ in parted)) if whole else _shares(parted))
    return Diagnosis(
        _failing_cells(one) | _failing_cells(other),
        tuple(Repair(judge.exchanged(changes), share) for share, changes in shares),
        alone=bool(whole) and (len(shares) == 1 or judge.is_evident(shares[0][1])),
    )


def _any(changes: Iterator[Changes]) -> bool:
    return next(changes, None) is not None


def _failing_cells(component: Component) -> frozenset[str]:
    return frozenset(key for number in component.residual for key in component.equations[number])


def _shares(
    weighed: Iterable[tuple[float, Changes]], doubt: Sequence[float] = ()
) -> Iterator[tuple[float, Changes]]:
    """The changes with their share of the weight of all and of the doubt, best first, as many as are listed."""
    judged = sorted(weighed, key=_by_weight, reverse=True)
    top = max(judged[0][0], *doubt) if doubt else judged[0][0]
    scale = sum(math.exp(_TRUST * (weight - top)) for weight in (*(weight for weight, _ in judged), *doubt))
    return ((math.exp(_TRUST * (weight - top)) / scale, changes) for weight, changes in judged[:MOST_LISTED])


@cache
def _totals_of(form: Form) -> Mapping[str, tuple[str, ...]]:
    """Cell → the totals that it is a part of."""
    totals: dict[str, tuple[str, ...]] = {}
    for total, parts in form.sums.items():
        for part in parts:
            totals[part] = (*totals.get(part, ()), total)
    return totals


def _by_weight(judged: tuple[float, Changes]) -> float:
    return judged[0]


def _of_one_row(changes: Changes) -> bool:
    return len({row_of(key) for key in changes}) == 1


class _Judge:
    """Weighs repairs of one report by all that is known of it."""

    def __init__(self, report: Report, knowledge: Knowledge) -> None:
        self._sums = report.form.sums
        self._knowledge = knowledge
        self._around = Surroundings(report)
        self._totals_of = _totals_of(report.form)

    def weight(self, changes: Changes, component: Component) -> float:
        """The log of how much more likely these changes are than that the cells are right as they stand."""
        if self._exchanged(changes, component):
            near = _of_one_row(changes) or self._adjoin(changes)
            return (_EXCHANGED if near else _EXCHANGED_AFAR) + self.of_exchange(changes)
        slips = sum(self._slip(key, component, true) for key, true in changes.items())
        entered = {key: true for key, true in changes.items() if component.values[key] >= 0}
        apart = slips + self._suit_better(entered) + self._bonus(changes)
        if not self._moved(changes, component):
            return apart
        together = _EXCHANGED + self.of_move(changes)
        return max(apart, together) + math.log1p(math.exp(-abs(apart - together)))

    def _slip(self, key: str, component: Component, true: int) -> float:
        seen = component.values[key]
        slip = math.log(likeliest_slip(true, seen, self._around.numbers_beside(key)).likelihood)
        if seen < 0:
            return slip + _IMPOSSIBLE
        return slip + _TOTAL if key in self._sums else slip

    def _suit_better(self, changes: Changes) -> float:
        """The log of how much better numbers suit their cells than those there, by what stands around and by last year's."""
        entered = {key: true for key, true in changes.items() if key not in self._sums}
        better = self._around.suit_better(entered)
        for key, true in entered.items():
            last, seen = self._knowledge.last_year.get(key), self._around.value(key)
            if isinstance(last, int) and isinstance(seen, int):
                better += fit(true, last) - fit(seen, last)
        return better

    def of_exchange(self, changes: Changes) -> float:
        """The log of how much better two numbers suit their cells after they have traded places."""
        return self._suit_better(changes) + self._bonus(changes)

    def of_move(self, changes: Changes) -> float:
        """The same for a part of one number that belongs to another of its row."""
        key, true = next(iter(changes.items()))
        seen = self._around.value(key)
        moved = abs(true - seen) if isinstance(seen, int) else 1
        return _MOVED - math.log(moved) + self.of_exchange(changes)

    def exchanged(self, changes: Changes) -> tuple[Suggestion, ...]:
        """The changes of a number that went into the wrong column, or of two that went into each other's."""
        why = self._traded(changes)
        return tuple(Suggestion(key, self._around.value(key), true, why) for key, true in changes.items())

    def is_evident(self, changes: Changes) -> bool:
        """Whether more than the numbers of the table speaks for them: cells just edited, numbers told in the texts."""
        return self._bonus(changes) > 0

    def _bonus(self, changes: Changes) -> float:
        bonus = 0.0
        before = self._knowledge.edited
        for key, true in changes.items():
            if key in before and before[key] != self._around.value(key):
                bonus += _EDITED + (_RESTORED if before[key] == true else 0.0)
            bonus += self._as_told(key, true)
        return bonus

    def _as_told(self, key: str, true: int) -> float:
        """For a change that agrees with the texts, in the cell or in a total that it enters; against one that parts."""
        told, seen = self._knowledge.told, self._around.value(key)
        weight = 0.0
        for total in (key, *self._totals_of.get(key, ())):
            standing = self._around.value(total)
            if total in told and isinstance(standing, int) and isinstance(seen, int):
                weight += _TOLD * ((standing - seen + true in told[total]) - (standing in told[total]))
        return weight

    def _exchanged(self, changes: Changes, component: Component) -> bool:
        """Whether two cells beside each other, or in one row or column, would just trade their numbers."""
        if len(changes) != 2:
            return False
        (one, first), (other, second) = changes.items()
        traded = component.values[one] == second and component.values[other] == first
        lined_up = _of_one_row(changes) or column_of(one) == column_of(other)
        return traded and (lined_up or self._adjoin(changes))

    def _moved(self, changes: Changes, component: Component) -> bool:
        """Whether what one cell of a row has too much another lacks; totals are no cells that anything is moved to."""
        if len(changes) != 2 or not changes.keys().isdisjoint(self._sums):
            return False
        gaps = [true - component.values[key] for key, true in changes.items()]
        return _of_one_row(changes) and not sum(gaps)

    def _adjoin(self, changes: Changes) -> bool:
        """Whether two cells stand beside each other in the printed table."""
        one, other = changes
        return other in self._around.beside(one)

    def suggestions(self, changes: Changes, component: Component) -> Iterator[Suggestion]:
        """The changes with the slip that each of them looks like."""
        exchanged = self._exchanged(changes, component)
        for key, true in changes.items():
            seen = component.values[key]
            slip = likeliest_slip(true, seen, self._around.numbers_beside(key))
            yield Suggestion(key, seen, true, self._traded(changes) if exchanged else slip.name)

    def _traded(self, changes: Changes) -> str:
        """What to call two numbers that trade places."""
        in_row = _of_one_row(changes)
        if any(self._around.value(key) not in changes.values() for key in changes):
            return "部分填错了列"
        if 0 in changes.values():
            return "填错了列" if in_row else "填错了行"
        if self._adjoin(changes):
            return "与相邻一格填反"
        return "与另一列填反" if in_row else "与另一行填反"
