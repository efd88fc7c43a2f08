"""说明: an explanation of a finding belongs to the values it was written for and lapses when one of them changes."""

from collections.abc import Mapping

from model.findings import Finding
from model.levels import Level
from model.report import Report, Slot, SlotKind, SlotValue


def explain(report: Report, finding: Finding, text: str) -> list[tuple[Slot, SlotValue]]:
    """Return the setting that files an explanation of the finding; an empty text takes it back."""
    words = text.strip()
    entry: SlotValue = {"text": words, "values": _values(report, finding)} if words else None
    return [(Slot(SlotKind.EXPLANATION, finding.subject), entry)]


def can_be_explained(level: Level) -> bool:
    """Whether a finding of this level may be explained: an error must be corrected, a hint asks for nothing."""
    return level in (Level.EXPLAIN, Level.WARNING)


def explained(report: Report, finding: Finding) -> Finding:
    """Return the finding with what was written about it, where it may be explained: `explanation`, or `lapsed`.

    The one place that tells whether an explanation holds; window, command line, workbook and sign-off sheet ask the finding.
    """
    if not can_be_explained(finding.level):
        return finding
    entry = report.get(SlotKind.EXPLANATION, finding.subject)
    if not isinstance(entry, Mapping):
        return finding
    if entry.get("values") == _values(report, finding):
        return finding._replace(explanation=str(entry["text"]))
    return finding._replace(lapsed=str(entry["text"]))


def _values(report: Report, finding: Finding) -> dict[str, SlotValue]:
    """What the finding rests on: its cells, both sides of the comparison, the words it quotes."""
    values: dict[str, SlotValue] = {key: report.value(key) for key in finding.cells}
    values |= {"left": finding.left, "right": finding.right}
    if finding.quote:
        values[f"text:{finding.page}"] = finding.quote
    return values
