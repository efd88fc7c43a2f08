"""The rule on a ledger: a cell says what the office's ledger counts (L1)."""

from collections.abc import Iterator
from typing import Final

from model.findings import Finding, Suggestion
from model.levels import Level
from model.report import SlotKind
from model.rules.rule import Case, Rule, whole
from model.values import to_text


def _differs(case: Case) -> Iterator[Finding]:
    """L1: a cell says something else than the ledger that was counted; rows may stand in a ledger of another office."""
    counted = case.report.of_kind(SlotKind.LEDGER)
    for cell in case.report.form.cells.values() if counted else ():
        value, count = case.report.value(cell.key), counted.get(cell.key)
        if not isinstance(count, int) or value is None or value == count:
            continue
        gap = to_text(value - count if value > count else count - value)
        message = f"{cell.name}：表中为 {to_text(value)}，台账统计为 {count}，相差 {gap}"
        offers = (Suggestion(cell.key, value, count, "台账统计的数"),)
        yield Finding(
            "L1", Level.EXPLAIN, message, (cell.key,), value, count, cell.table.section, suggestions=offers
        )


RULES: Final = (
    Rule(
        "L1",
        Level.EXPLAIN,
        "应等于台账统计的数",
        whole(_differs),
        formula="表三、表四的每一格＝台账中属于这一格的行数",
        source="条例第四十九条、第五十条：年度报告的数字来自申请登记台账",
    ),
)
