"""Runs all rules on a whole report and sums the outcome up in one verdict line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from model.explanations import explained
from model.findings import Finding
from model.levels import Level
from model.report import Change, SlotKind
from model.rules.catalogue import plan_for
from model.rules.rule import HEADINGS, OFFICE, TEXTS, Case

BLANK: Final = "C3"
"""The code of a blank cell: counted as 未填 in the verdict, not listed among the errors while drafting."""

_NAMES: Final = {
    SlotKind.FIELD: OFFICE,
    SlotKind.TEXT: TEXTS,
    SlotKind.HEADING: HEADINGS,
    SlotKind.ORDER: HEADINGS,
}
"""What judgements call the slots that are no cells."""


@dataclass(frozen=True)
class Outcome:
    """What a check found, in the catalogue's order."""

    findings: tuple[Finding, ...]

    @cached_property
    def counts(self) -> Counter[Level]:
        """How many findings there are of each level, blank cells and explained findings left out."""
        return Counter(f.level for f in self.findings if f.code != BLANK and not f.explanation)

    @property
    def blanks(self) -> int:
        """How many cells are still blank."""
        return sum(finding.code == BLANK for finding in self.findings)

    @property
    def explained(self) -> tuple[Finding, ...]:
        """The findings whose explanations hold: they go on the sign-off sheet."""
        return tuple(finding for finding in self.findings if finding.explanation)

    @property
    def unexplained(self) -> tuple[Finding, ...]:
        """The findings that still ask for an explanation."""
        return tuple(f for f in self.findings if f.level is Level.EXPLAIN and not f.explanation)

    @property
    def ready(self) -> bool:
        """Whether the report may be filed."""
        return not self.blanks and not self.counts[Level.ERROR] and not self.counts[Level.EXPLAIN]

    @property
    def verdict(self) -> str:
        """The one line: what stands first in the way, or 可以上报."""
        if self.counts[Level.ERROR]:
            return f"有 {self.counts[Level.ERROR]} 处必须改正"
        if self.blanks:
            return f"还有 {self.blanks} 格未填"
        if self.counts[Level.EXPLAIN]:
            return f"有 {self.counts[Level.EXPLAIN]} 处需要说明"
        return "可以上报"

    def on_page(self, page: str) -> tuple[Finding, ...]:
        """The findings that belong to a section, "cover" or "preamble"."""
        return tuple(finding for finding in self.findings if finding.page == page)


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
