"""Rules on single cells, C1–C4: whole numbers, amounts, blanks, far too many digits."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.findings import Finding, Level
from model.form import Cell
from model.rules.rule import Case, Rule, each_row
from model.values import MOST_DECIMALS, CellKind, Value, to_text

USUAL_DIGITS: Final = 9
_USUAL: Final = 10**USUAL_DIGITS


def _finding(code: str, level: Level, cell: Cell, words: str, value: Value = None) -> Finding:
    return Finding(code, level, f"{cell.name}{words}", (cell.key,), left=value, page=cell.table.section)


def _counts(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """C1: a count that is broken or below zero; only 本年增/减 of form 2019 may be negative."""
    for cell in cells:
        value = case.report.value(cell.key)
        if value is None or cell.kind is CellKind.MONEY:
            continue
        if isinstance(value, Decimal):
            yield _finding("C1", Level.ERROR, cell, f"（{to_text(value)}）不是整数，请改为整数", value)
        elif value < 0 and cell.kind is not CellKind.SIGNED:
            yield _finding("C1", Level.ERROR, cell, f"（{value}）是负数，请改为不小于 0 的整数", value)


def _amounts(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """C2: an amount below zero or finer than a yuan's hundredth in 万元."""
    for cell in cells:
        value = case.report.value(cell.key)
        if value is None or cell.kind is not CellKind.MONEY:
            continue
        decimals = -int(Decimal(value).as_tuple().exponent)
        if value < 0 or decimals > MOST_DECIMALS:
            words = f"（{to_text(value)}）应为不小于 0、最多 {MOST_DECIMALS} 位小数的金额"
            yield _finding("C2", Level.ERROR, cell, words, value)


def _blanks(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """C3: a cell that is not filled; what did not happen is told as 0."""
    for cell in cells:
        if not cell.computed and case.report.value(cell.key) is None:
            yield _finding("C3", Level.ERROR, cell, "未填；没有发生的请填 0")


def _long_numbers(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """C4: more digits than any office's number has had."""
    for cell in cells:
        value = case.report.value(cell.key)
        if value is not None and not -_USUAL < value < _USUAL:
            words = f"（{to_text(value)}）超过 {USUAL_DIGITS} 位数，请核对"
            yield _finding("C4", Level.WARNING, cell, words, value)


RULES: Final = (
    Rule(
        "C1",
        Level.ERROR,
        "件数应为不小于 0 的整数",
        each_row(_counts),
        formula="件数为整数且不小于 0；只有“本年增/减”可以是负数",
        source="各版格式：单位为件、项、个、次、人",
    ),
    Rule(
        "C2",
        Level.ERROR,
        "金额应不小于 0，最多 4 位小数",
        each_row(_amounts),
        formula="金额不小于 0，小数不超过 4 位（以万元为单位时精确到元）",
        source="各版格式：单位为万元",
    ),
    Rule(
        "C3",
        Level.ERROR,
        "不能有未填的格",
        each_row(_blanks),
        formula="每一格都有数，没有发生的填 0",
        source="国办公开办函〔2021〕30号：不能遗漏",
    ),
    Rule(
        "C4",
        Level.WARNING,
        "数字超过 9 位",
        each_row(_long_numbers),
        formula="绝对值小于 10 亿",
        source="审核惯例：多录数字",
    ),
)
