"""What the cells of a table's sheet may hold, how they show it, and how they are marked when they do not add up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.datavalidation import DataValidation

from export.excel.styles import FAULT, HIDDEN, SOUND
from model.form import Form, Identity, IdentityKind
from model.report import Report
from model.values import CellKind, Value

_REFUSALS: Final = {
    CellKind.COUNT: "件数请填不小于 0 的整数；没有发生的请填 0，尚不清楚的请留空",
    CellKind.SIGNED: "增减数请填整数，减少的前面加“-”号",
    CellKind.MONEY: "金额以万元为单位，请填不小于 0 的数，最多 4 位小数",
}


def leaves(form: Form, keys: Sequence[str]) -> Iterator[str]:
    """Yield the entered cells that these rest on."""
    for key in keys:
        if key in form.sums:
            yield from leaves(form, form.sums[key])
        else:
            yield key


def difference(report: Report, identity: Identity) -> Value:
    """Return left less right (nothing below 0 for `at most`), None while a cell is blank."""
    sides: list[int | Decimal] = [0, 0]
    for side, keys in enumerate((identity.left, identity.right)):
        for key in keys:
            value = report.value(key)
            if value is None:
                return None
            sides[side] += value
    gap = sides[0] - sides[1]
    return max(0, gap) if identity.kind is IdentityKind.AT_MOST else gap


def number_format(kind: CellKind, value: Value) -> str:
    """Return a number format that shows the value as the report prints it."""
    if kind is CellKind.SIGNED:
        return "+0;-0;0"
    if kind is CellKind.COUNT:
        return "0"
    decimals = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    return f"0.{'0' * decimals}" if decimals > 0 else "General"


def validation(kind: CellKind) -> DataValidation:
    """Return a rule that lets a cell take only what its kind allows, and says so."""
    rule = DataValidation("decimal" if kind is CellKind.MONEY else "whole", operator="greaterThanOrEqual")
    rule.formula1 = "-999999999999" if kind is CellKind.SIGNED else "0"
    rule.allow_blank = rule.showErrorMessage = True
    rule.errorTitle = "请核对"
    rule.error = _REFUSALS[kind]
    return rule


FAULTY_MARK: Final = DifferentialStyle(
    font=Font(color=FAULT, bold=True), fill=PatternFill("solid", bgColor="FDE3E1", fgColor="FDE3E1")
)
SOUND_MARK: Final = DifferentialStyle(font=Font(color=SOUND))
UNKNOWN_MARK: Final = DifferentialStyle(numFmt=NumberFormat(numFmtId=164, formatCode=HIDDEN))
