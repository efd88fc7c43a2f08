"""The rule on a ledger: a cell says what the office's ledger counts (L1)."""

from collections.abc import Iterator, Mapping
from typing import Final

from model.explanations import explained
from model.findings import Finding, Suggestion
from model.levels import Level
from model.report import Report, SlotKind
from model.rules.rule import Case, Rule, whole
from model.values import to_text

OFF_LEDGER: Final = "L1"
_MOST_DIGITS: Final = 9
"""Of a number of rows: a damaged file may tell any."""


def differs(report: Report, key: str) -> Finding | None:
    """Return the finding when a cell says something else than the ledger that was counted, else None.

    Rows may stand in a ledger of another office, so that either may be right.
    """
    value, count = report.value(key), report.get(SlotKind.LEDGER, key)
    if not isinstance(count, int) or value is None or value == count:
        return None
    cell = report.form.cells[key]
    gap = to_text(value - count if value > count else count - value)
    message = f"{cell.name}：表中为 {to_text(value)}，台账统计为 {count}，相差 {gap}"
    offers = (Suggestion(key, value, count, "台账统计的数"),)
    return Finding(
        OFF_LEDGER, Level.EXPLAIN, message, (key,), value, count, cell.table.section, suggestions=offers
    )


def left_out(report: Report) -> int:
    """Return how many rows of the ledger are in no cell, as it was when its count was taken over."""
    first = report.get(SlotKind.LEDGER_SOURCE, "1")
    told = first.get("left_out", "") if isinstance(first, Mapping) else ""
    return int(told) if isinstance(told, str) and told.isdecimal() and len(told) <= _MOST_DIGITS else 0


def is_explained(report: Report, total: str) -> bool:
    """Whether a control total is but the ledger's own sum, and each of its cells that differs from the ledger says why.

    Such a total tells nothing beyond what was explained.
    """
    entered = tuple(report.form.parts(total))
    counts = [report.get(SlotKind.LEDGER, key) for key in entered]
    numbers = [count for count in counts if isinstance(count, int)]
    if len(numbers) < len(entered) or sum(numbers) != report.get(SlotKind.CONTROL, total):
        return False
    found = [finding for key in entered if (finding := differs(report, key)) is not None]
    return all(explained(report, finding).explanation for finding in found)


def _differing(case: Case) -> Iterator[Finding]:
    """L1: each cell that says something else than the ledger."""
    for key in case.report.form.cells if case.report.of_kind(SlotKind.LEDGER) else ():
        finding = differs(case.report, key)
        if finding is not None:
            yield finding


RULES: Final = (
    Rule(
        OFF_LEDGER,
        Level.EXPLAIN,
        "应等于台账统计的数",
        whole(_differing),
        formula="表三、表四的每一格＝台账中属于这一格的行数",
        source="条例第四十九条、第五十条：年度报告的数字来自申请登记台账",
    ),
)
