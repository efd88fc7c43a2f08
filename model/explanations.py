"""说明: an explanation of a finding belongs to the values it was written for and lapses when one of them changes."""

from collections.abc import Mapping
from dataclasses import replace

from model.findings import Finding, Level
from model.report import Report, Slot, SlotKind, SlotValue


def explain(report: Report, finding: Finding, text: str) -> list[tuple[Slot, SlotValue]]:
    """Return the setting that files an explanation of the finding; an empty text takes it back."""
    words = text.strip()
    entry: SlotValue = {"text": words, "values": _values(report, finding)} if words else None
    return [(Slot(SlotKind.EXPLANATION, finding.subject), entry)]


def explained(report: Report, finding: Finding) -> Finding:
    """Return the finding with its explanation, where it is of a level to be explained and has one that still holds."""
    if finding.level is not Level.EXPLAIN:
        return finding
    entry = report.get(SlotKind.EXPLANATION, finding.subject)
    if not isinstance(entry, Mapping) or entry.get("values") != _values(report, finding):
        return finding
    return replace(finding, explanation=str(entry["text"]))


def former_explanation(report: Report, finding: Finding) -> str:
    """Return what was last written about the finding, lapsed or not: to start from when it must be written anew."""
    entry = report.get(SlotKind.EXPLANATION, finding.subject)
    return str(entry["text"]) if isinstance(entry, Mapping) else ""


def _values(report: Report, finding: Finding) -> dict[str, SlotValue]:
    """What the finding rests on: its cells, both sides of the comparison, the words it quotes."""
    values: dict[str, SlotValue] = {key: report.value(key) for key in finding.cells}
    values |= {"left": finding.left, "right": finding.right}
    if finding.quote:
        values[f"text:{finding.page}"] = finding.quote
    return values
