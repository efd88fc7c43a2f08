"""The rule on a roll-up: a cell of the report above is the sum of the offices' reports that were merged into it (A1)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.findings import Finding, Level
from model.form import Cell, Form
from model.report import SlotKind
from model.rules.rule import Case, Rule, each_cell
from model.values import to_text


def _entered(form: Form) -> tuple[str, ...]:
    return form.entered


def _differs(case: Case, cell: Cell) -> Iterator[Finding]:
    value, merged = case.report.value(cell.key), case.report.get(SlotKind.ROLL_UP, cell.key)
    if not isinstance(merged, int | Decimal) or value is None or value == merged:
        return
    gap = to_text(value - merged if value > merged else merged - value)
    message = f"{cell.name}：表中为 {to_text(value)}，各单位汇总为 {to_text(merged)}，相差 {gap}"
    yield Finding("A1", Level.EXPLAIN, message, (cell.key,), value, merged, cell.table.section)


RULES: Final = (Rule("A1", Level.EXPLAIN, "应等于各单位之和", each_cell(_entered, _differs)),)
