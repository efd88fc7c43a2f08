"""The rule on a roll-up: a cell of the report above is the sum of the offices' reports that were merged into it (A1)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.findings import Finding
from model.levels import Level
from model.report import SlotKind
from model.rules.rule import Case, Rule, whole
from model.values import to_text


def _differs(case: Case) -> Iterator[Finding]:
    """A1: a cell of the report above is not the sum of the reports that were merged into it."""
    merged = case.report.of_kind(SlotKind.ROLL_UP)
    for cell in case.report.form.cells.values() if merged else ():
        value, summed = case.report.value(cell.key), merged.get(cell.key)
        if not isinstance(summed, int | Decimal) or value is None or value == summed:
            continue
        gap = to_text(value - summed if value > summed else summed - value)
        message = f"{cell.name}：表中为 {to_text(value)}，各单位汇总为 {to_text(summed)}，相差 {gap}"
        yield Finding("A1", Level.EXPLAIN, message, (cell.key,), value, summed, cell.table.section)


RULES: Final = (
    Rule(
        "A1",
        Level.EXPLAIN,
        "应等于各单位之和",
        whole(_differs),
        formula="汇总后的每一格＝各单位报告同一格之和",
        source="条例第四十九条：县级以上地方人民政府向社会公布本级的年度报告",
    ),
)
