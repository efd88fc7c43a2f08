"""Rules on cells, C1–C5: whole numbers, amounts, blanks, far too many digits, all numbers as last year."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.findings import Finding
from model.form import Cell
from model.levels import Level
from model.report import SlotKind
from model.rules.rule import Case, Rule, each_row, whole
from model.values import Value, to_text

USUAL_DIGITS: Final = 9
_USUAL: Final = 10**USUAL_DIGITS
ENOUGH: Final = 5
"""Numbers other than 0 that make a report like last year's a copy: an office where little happens may tell the same twice."""


def _all_as_last_year(case: Case) -> Iterator[Finding]:
    """C5: every number is last year's, though enough of them are no zeros to make that a copy."""
    report, last = case.report, case.last_year
    if last is None:
        return
    shared = [key for key in report.form.entered if key in last.form.cells]
    values = [report.value(key) for key in shared]
    told = [value for value in values if value]
    if len(told) >= ENOUGH and values == [last.value(key) for key in shared]:
        message = (
            f"表格中 {len(shared)} 个数（其中 {len(told)} 个不为 0）都与上年报告相同，请核对是否按本年填写"
        )
        page = report.form.cells[shared[0]].table.section
        yield Finding("C5", Level.WARNING, message, left=len(shared), right=len(shared), page=page)


def _finding(code: str, level: Level, cell: Cell, words: str, value: Value = None) -> Finding:
    """A finding on one cell, which its name in the form begins."""
    return Finding(code, level, f"{cell.name}{words}", (cell.key,), left=value, page=cell.table.section)


def _fitting(case: Case, cells: tuple[Cell, ...], code: str) -> Iterator[Finding]:
    """C1 and C2: a number that its cell cannot hold, finer or lower than the kind of cell allows.

    A total that was added up here is left out: its parts are told.
    """
    for cell in cells:
        value, spec = case.report.value(cell.key), cell.kind.spec
        added_up = cell.computed and case.report.get(SlotKind.DECLARED, cell.key) is None
        if value is None or spec.code != code or added_up:
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
        "金额应不小于 0，最多 6 位小数",
        each_row(_amounts),
        formula="金额不小于 0，小数不超过 6 位（以万元为单位时精确到分）",
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
    Rule(
        "C5",
        Level.WARNING,
        "不应全部数字与上年相同",
        whole(_all_as_last_year),
        formula=f"有 {ENOUGH} 个以上不为 0 的数时，至少有一个与上年不同",
        source="国办公开办函〔2021〕30号：内容雷同、敷衍塞责",
    ),
)
