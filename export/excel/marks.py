"""What the cells of a table's sheet may hold, how they show it, and how they are marked when they do not add up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.datavalidation import DataValidation

from export.excel.styles import FAULT, HIDDEN, SOUND
from model.cell_kinds import CellKind
from model.form import Form, Identity, IdentityKind
from model.report import Report
from model.values import Value


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
    if kind.spec.format:
        return kind.spec.format
    decimals = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    return f"0.{'0' * decimals}" if decimals > 0 else "General"


def validation(kind: CellKind) -> DataValidation:
    """Return a rule that lets a cell take only what its kind allows, and says so."""
    rule = DataValidation("whole" if kind.spec.whole else "decimal", operator="greaterThanOrEqual")
    rule.formula1 = "-999999999999" if kind.spec.signed else "0"
    rule.allow_blank = rule.showErrorMessage = True
    rule.errorTitle = "请核对"
    rule.error = kind.spec.advice
    return rule


FAULTY_MARK: Final = DifferentialStyle(
    font=Font(color=FAULT, bold=True), fill=PatternFill("solid", bgColor="FDE3E1", fgColor="FDE3E1")
)
SOUND_MARK: Final = DifferentialStyle(font=Font(color=SOUND))
UNKNOWN_MARK: Final = DifferentialStyle(numFmt=NumberFormat(numFmtId=164, formatCode=HIDDEN))
