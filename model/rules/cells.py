"""Rules on single cells, C1–C4: whole numbers, amounts, blanks, far too many digits."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.findings import Finding, Level
from model.form import Cell
from model.rules.rule import Case, Rule, each_row
from model.values import Value, to_text

USUAL_DIGITS: Final = 9
_USUAL: Final = 10**USUAL_DIGITS


def _finding(code: str, level: Level, cell: Cell, words: str, value: Value = None) -> Finding:
    return Finding(code, level, f"{cell.name}{words}", (cell.key,), left=value, page=cell.table.section)


def _fitting(case: Case, cells: tuple[Cell, ...], code: str) -> Iterator[Finding]:
    """C1 and C2: a number that its cell cannot hold, finer or lower than the kind of cell allows."""
    for cell in cells:
        value, spec = case.report.value(cell.key), cell.kind.spec
        if value is None or spec.code != code:
            continue
        if value < 0 and not spec.signed:
            fault = "是负数"
        elif _decimals(value) > spec.decimals:
            fault = "不是整数" if spec.whole else "小数过多"
        else:
            continue
        yield _finding(code, Level.ERROR, cell, f"（{to_text(value)}）{fault}，请改为{spec.wanted}", value)


def _decimals(value: int | Decimal) -> int:
    return -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0


def _counts(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """C1: a count that is broken or below zero; only 本年增/减 of form 2019 may be negative."""
    return _fitting(case, cells, "C1")


def _amounts(case: Case, cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """C2: an amount below zero or finer than a yuan's hundredth in 万元."""
    return _fitting(case, cells, "C2")


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
