"""Runs all rules on a whole report, and after each change those that read what it touched."""

from collections.abc import Iterable
from typing import Final

from model.explanations import explained
from model.outcome import Outcome
from model.report import Change, SlotKind
from model.rules.catalogue import plan_for
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
        self.outcome = self._sum_up()

    def update(self, change: Change) -> Outcome:
        """Return the outcome after a change that the report has undergone: the same as that of a whole new check."""
        if any(slot.kind is SlotKind.TEXT for slot in change.slots):
            self._case = self._case.reread()
        for number in self._called(change):
            self._found[number] = tuple(self._plan.judgements[number].find(self._case))
        self.outcome = self._sum_up()
        return self.outcome

    def _called(self, change: Change) -> Iterable[int]:
        names = {_NAMES.get(slot.kind, slot.key) for slot in change.slots}
        return set().union(*(self._plan.readers.get(name, ()) for name in names))

    def _sum_up(self) -> Outcome:
        report = self._case.report
        return Outcome(tuple(explained(report, finding) for found in self._found for finding in found))


def check(case: Case) -> Outcome:
    """Return what all rules of the report's form find."""
    return Checker(case).outcome
