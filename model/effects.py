"""What a change would do to the findings: told before it is made."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.check import check
from model.findings import Finding
from model.outcome import Outcome
from model.report import Report, Slot, SlotKind, SlotValue
from model.rules.rule import Case


@dataclass(frozen=True, slots=True)
class Effects:
    """The findings that would appear, and those that would go."""

    appear: tuple[Finding, ...]
    go: tuple[Finding, ...]


def effects_of(
    report: Report, last_year: Report | None, outcome: Outcome, settings: Iterable[tuple[Slot, SlotValue]]
) -> Effects:
    """Return what setting slots would do; the report, whose check found `outcome`, stays as it is.

    What is found before and after with other numbers neither appears nor goes.
    """
    changed = report.copy()
    # What nobody keeps may be changed, though the report itself were signed.
    changed.forget([SlotKind.STAGE])
    changed.set(settings)
    after = check(Case(changed, last_year)).findings
    before = {finding.subject for finding in outcome.findings}
    left = {finding.subject for finding in after}
    return Effects(
        tuple(finding for finding in after if finding.subject not in before),
        tuple(finding for finding in outcome.findings if finding.subject not in left),
    )
