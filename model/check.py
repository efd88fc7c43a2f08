"""Runs all rules on a whole report, and after each change those that read what it touched."""

from collections.abc import Iterable
from itertools import chain
from typing import Final

from model.explanations import explained
from model.findings import Finding, subject_place
from model.outcome import Outcome
from model.reading_order import in_reading_order
from model.report import Change, Slot, SlotKind
from model.rules.catalogue import plan_for
from model.rules.echoes import without_echoes
from model.rules.rule import HEADINGS, OFFICE, TEXTS, Case

_NAMES: Final = {
    SlotKind.FIELD: OFFICE,
    SlotKind.TEXT: TEXTS,
    SlotKind.HEADING: HEADINGS,
    SlotKind.ORDER: HEADINGS,
}
"""What judgements call the slots that are no cells."""


class Checker:
    """A report under check: after each change only the judgements that read what it touched are made again.

    Last year's report and the day stay what they are; when one of them changes, a new checker begins.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._plan = plan_for(case.report.form)
        self._found = [tuple(judgement.find(case)) for judgement in self._plan.judgements]
        self._told = self._all_explained()
        self.outcome = self._sum_up()

    def update(self, change: Change) -> Outcome:
        """Return the outcome after a change that the report has undergone: the same as that of a whole new check.

        What is found again is the finding that was there before: who shows it sees at a glance that it is no other.
        """
        if any(slot.kind is SlotKind.TEXT for slot in change.slots):
            self._case = self._case.reread()
        for number in self._called(change):
            found = tuple(self._plan.judgements[number].find(self._case))
            if found != self._found[number]:
                self._found[number] = found
                self._told[number] = self._explained(found) if self._are_explained else found
        if any(slot.kind is not SlotKind.TEXT for slot in change.slots):
            # An explanation rests on the values of cells, and lapses with them.
            self._told = self._all_explained()
        self.outcome = self._sum_up()
        return self.outcome

    def _called(self, change: Change) -> Iterable[int]:
        names = {_NAMES.get(slot.kind, _cell_of(slot)) for slot in change.slots}
        return set().union(*(self._plan.readers.get(name, ()) for name in names))

    def _all_explained(self) -> list[tuple[Finding, ...]]:
        return [self._explained(found) if self._are_explained else found for found in self._found]

    @property
    def _are_explained(self) -> bool:
        return bool(self._case.report.of_kind(SlotKind.EXPLANATION))

    def _explained(self, found: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(explained(self._case.report, finding) for finding in found)

    def _sum_up(self) -> Outcome:
        return Outcome(
            in_reading_order(
                self._case.report, without_echoes(self._case.texts, chain.from_iterable(self._told))
            )
        )


def _cell_of(slot: Slot) -> str:
    """What a slot is about: its key, or the cell that an explanation is filed under, if any."""
    return subject_place(slot.key) if slot.kind is SlotKind.EXPLANATION else slot.key


def check(case: Case) -> Outcome:
    """Return what all rules of the report's form find."""
    return Checker(case).outcome
