"""What the tables hold for the readings of a claim, and whether a claim agrees with it."""

from collections.abc import Iterable
from decimal import Decimal

from model.form import Form
from model.prose.claim import Claim, Kind
from model.prose.words.claim_words import CROSS
from model.prose.words.codes import HANDLED
from model.report import Report
from model.rules.sums import side
from model.values import Value


def known_readings(report: Report, readings: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the readings that the report's form has numbers for."""
    return [names for names in readings if all(cells_of(report.form, name) for name in names)]


def cells_of(form: Form, name: str) -> tuple[str, ...]:
    """Return the cells that a number field stands for, or the one that is named by its key; none where the form lacks it.

    Of 不予公开数×自然人申请数 they are those in the rows of the one and the columns of the other, where the form has all.
    """
    if CROSS in name:
        rows, columns = (cells_of(form, field) for field in name.split(CROSS))
        keys = tuple(dict.fromkeys(_crossing(row, column) for row in rows for column in columns))
        return keys if all(key in form.cells for key in keys) else ()
    return form.number_fields.get(name, (name,) if name in form.cells else ())


def _crossing(row: str, column: str) -> str:
    """The key of the cell in one cell's row and another's column."""
    return f"{row.rpartition('.')[0]}.{column.rpartition('.')[2]}"


def summed(report: Report, names: Iterable[str]) -> Value:
    """Return the sum of the cells of a reading; nothing where one is empty."""
    return side(report, [key for name in names for key in cells_of(report.form, name)])


def left_out(report: Report, claim: Claim) -> Value:
    """Return how much a part may leave out at most of what its readings count; nothing where that is open."""
    return summed(report, claim.less) if claim.less else None


def agrees(claim: Claim, values: Iterable[int | Decimal], left: Value = None) -> bool:
    """Whether a claim can mean one of the values, where it may leave out as much as `left`."""
    if claim.kind is Kind.AT_MOST:
        low, high = claim.quantity.low, claim.quantity.high
        return any(low <= value and (left is None or value - left <= high) for value in values)
    return any(claim.quantity.fits(value) for value in values)


def is_all_of_this_year(report: Report, claim: Claim) -> bool:
    """Whether it tells as handled all that came this year and is not carried on: what was carried in is beside it."""
    came, left = (summed(report, (name,)) for name in ("收到申请总数", "结转下年度申请数"))
    if claim.code != HANDLED or not isinstance(came, int) or not isinstance(left, int):
        return False
    return left > 0 and claim.quantity.low == came - left


def ends_with_carried_in(report: Report, came: Claim, carried: Claim) -> bool:
    """Whether those that came and those that were carried in are all that were handled: 答复58件，含上年3件、本年新收55件."""
    handled, before = (summed(report, (name,)) for name in ("办结申请总数", "上年结转申请数"))
    return carried.quantity.low == before and came.quantity.low + carried.quantity.low == handled
