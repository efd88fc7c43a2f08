"""Rules on single cells, C1–C4: whole numbers, amounts, blanks, far too many digits."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.findings import Finding, Level
from model.form import Cell
from model.rules.rule import Case, Rule
from model.values import MOST_DECIMALS, CellKind, Value, to_text

USUAL_DIGITS: Final = 9


def _filled(case: Case) -> Iterator[tuple[Cell, int | Decimal]]:
    for key, cell in case.report.form.cells.items():
        value = case.report.value(key)
        if value is not None:
            yield cell, value


def _finding(code: str, level: Level, cell: Cell, words: str, value: Value = None) -> Finding:
    return Finding(code, level, f"{cell.name}{words}", (cell.key,), left=value, page=cell.table.section)


def _counts(case: Case) -> Iterator[Finding]:
    for cell, value in _filled(case):
        if cell.kind is CellKind.MONEY:
            continue
        if isinstance(value, Decimal):
            yield _finding("C1", Level.ERROR, cell, f"（{to_text(value)}）不是整数，请改为整数", value)
        elif value < 0 and cell.kind is not CellKind.SIGNED:
            yield _finding("C1", Level.ERROR, cell, f"（{value}）是负数，请改为不小于 0 的整数", value)


def _amounts(case: Case) -> Iterator[Finding]:
    for cell, value in _filled(case):
        if cell.kind is not CellKind.MONEY:
            continue
        decimals = -int(Decimal(value).as_tuple().exponent)
        if value < 0 or decimals > MOST_DECIMALS:
            yield _finding(
                "C2", Level.ERROR, cell, f"（{to_text(value)}）应为不小于 0、最多 4 位小数的金额", value
            )


def _blanks(case: Case) -> Iterator[Finding]:
    for key in case.report.form.entered:
        if case.report.value(key) is None:
            yield _finding("C3", Level.ERROR, case.report.form.cells[key], "未填；没有发生的请填 0")


def _long_numbers(case: Case) -> Iterator[Finding]:
    for cell, value in _filled(case):
        if len(str(abs(int(value)))) > USUAL_DIGITS:
            yield _finding("C4", Level.WARNING, cell, f"（{to_text(value)}）超过 9 位数，请核对", value)


RULES: Final = (
    Rule("C1", Level.ERROR, "件数应为不小于 0 的整数", _counts),
    Rule("C2", Level.ERROR, "金额应不小于 0，最多 4 位小数", _amounts),
    Rule("C3", Level.ERROR, "不能有未填的格", _blanks),
    Rule("C4", Level.WARNING, "数字超过 9 位", _long_numbers),
)
