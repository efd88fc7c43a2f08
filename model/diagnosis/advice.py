"""Puts what the diagnosis knows beside the findings it belongs to: suggestions to apply, and a sentence for the clerk."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from operator import attrgetter
from typing import Final

from model.contributions import brought_by
from model.diagnosis import Diagnosis, Repair
from model.diagnosis.system import components, observed
from model.findings import Finding
from model.form import Form, IdentityKind
from model.outcome import Outcome
from model.report import Change, Report, SlotKind
from model.suggestions import describe
from model.values import Value

MOST_SUGGESTED: Final = 3
_CODE: Final = attrgetter("code")

TOO_MANY: Final = "错处较多，单凭合计无法判断是哪一格，请逐项核对"
FROM_CHILDREN: Final = "不平衡来自{}的报告，请由其改正后重新汇总"
"""Said in a roll-up of a gap that a child's report came with: no cell here is to blame."""
PARTLY: Final = "不平衡有一部分来自{}的报告，请由其改正后重新汇总，再看其余部分"
"""The same where cells here were changed as well: which of them can only be seen without the child's gap."""
NOT_SURE: Final = "只凭合计不能确定是哪一格，较可能的是："
SETTLED: Final = "，改后全部平衡"
PARTLY_SETTLED: Final = "，改后这部分平衡"
"""Said where other sums fail as well."""


def advise(report: Report, outcome: Outcome, diagnosed: Callable[[], tuple[Diagnosis, ...]]) -> Outcome:
    """Return the outcome with suggestions and advice on the findings of sums that fail.

    The diagnoses are asked for only where one does.
    """
    sums = _codes_of_sums(report.form)
    if sums.isdisjoint(map(_CODE, outcome.findings)):
        return outcome
    diagnoses = diagnosed()
    closing = SETTLED if len(diagnoses) == 1 and not _bounds_fail(report, outcome) else PARTLY_SETTLED
    findings = tuple(
        _advised(report, finding, diagnoses, closing) if finding.code in sums else finding
        for finding in outcome.findings
    )
    return replace(outcome, findings=findings)


@cache
def _codes_of_sums(form: Form) -> frozenset[str]:
    return frozenset(one.code for one in form.identities if one.kind is not IdentityKind.AT_MOST)


def _bounds_fail(report: Report, outcome: Outcome) -> bool:
    """Whether a part is larger than its whole somewhere, which no sum tells."""
    bounds = {i.code for i in report.form.identities if i.kind is IdentityKind.AT_MOST}
    return any(finding.code in bounds for finding in outcome.findings)


def _brought(report: Report, finding: Finding) -> str:
    """Whose reports a gap came with, where it came with reports that were merged into this one; else ""."""
    for identity in report.form.identities_of(finding.cells[0]) if finding.cells else ():
        if identity.code == finding.code and set(identity.keys) == set(finding.cells):
            brought = brought_by(report, identity)
            if brought is not None:
                return (FROM_CHILDREN if brought.wholly else PARTLY).format("、".join(brought.offices))
    return ""


def _advised(report: Report, finding: Finding, diagnoses: Iterable[Diagnosis], closing: str) -> Finding:
    """The finding with what the diagnosis of its sums has to say: whose report brought it, which cell, or that none is known."""
    form = report.form
    brought = _brought(report, finding)
    if brought:
        return finding._replace(advice=brought)
    cells = _with_parts(form, finding.cells)
    for diagnosis in diagnoses:
        if diagnosis.cells.isdisjoint(cells):
            continue
        if not diagnosis.repairs:
            return finding._replace(advice=TOO_MANY)
        named = diagnosis.named
        repairs = (named,) if named else diagnosis.repairs[:MOST_SUGGESTED]
        suggestions = tuple(dict.fromkeys(change for repair in repairs for change in repair.changes))
        advice = _sentence(form, named, closing) if named else NOT_SURE
        return finding._replace(suggestions=suggestions, advice=advice, together=named is not None)
    return finding


@lru_cache(maxsize=256)
def _with_parts(form: Form, keys: tuple[str, ...]) -> frozenset[str]:
    """The cells and, for totals, all that they are added up from."""
    found: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += form.sums.get(key, ())
    return frozenset(found)


def _sentence(form: Form, repair: Repair, closing: str) -> str:
    steps = "；".join(describe(form, change) for change in repair.changes)
    return steps + (closing.replace("改后", "一起改后") if len(repair.changes) > 1 else closing)


class Trail:
    """The cells edited since the sums of their table last held, with the values they had then."""

    def __init__(self) -> None:
        self._before: dict[str, Value] = {}

    @property
    def edited(self) -> Mapping[str, Value]:
        """Cell → the value it had when the sums last held."""
        return self._before

    def follow(self, change: Change, report: Report) -> None:
        """Take note of a change that was made, and forget the cells whose sums are known and all hold after it."""
        for edit in change.edits:
            if edit.slot.kind is SlotKind.CELL:
                self._before.setdefault(edit.slot.key, edit.old if isinstance(edit.old, int) else None)
        for part in components(report.form, observed(report)):
            failing = {key for number in part.residual for key in part.equations[number]}
            for key in part.structure.touching.keys() - failing:
                self._before.pop(key, None)
