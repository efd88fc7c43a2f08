"""Doubts numbers laid down in the form's order, as no names told their rows or columns, where they gainsay it."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from intake.tables.found import Found
from model.form import Form, IdentityKind
from model.import_state import ImportState
from model.values import add_up


def doubt_numbers_alone(form: Form, found: Found) -> None:
    """Numbers without any names that have no totals of rows, or of columns, may lack another column or row than these."""
    told = form.sums.keys() & found.values.keys()
    along = {total for total in told if _is_along(form, total)}
    if not along:
        doubt_columns_by_order(form, found)
    if along == told:
        doubt_rows_by_order(form, found)


def doubt_columns_by_order(form: Form, found: Found) -> None:
    """Where no heads tell the columns, a row that does not add up may have them in another order.

    Of rows with a number less, the last one seems to be their total where it is as much as all before it in every row:
    another column lacks then.
    """
    without_total: list[tuple[str, ...]] = []
    for total, parts in form.sums.items():
        told = [found.values.get(key) for key in parts]
        if not _is_along(form, total):
            continue
        if found.values.get(total) is None:
            without_total += [parts] if any(value is not None for value in told) else []
        elif found.values[total] != add_up(told):
            _doubt(found, (*parts, total))
    if _end_with_totals(found, without_total):
        _doubt(found, found.values)


def _is_along(form: Form, total: str) -> bool:
    """Whether a sum is that of its row."""
    return all(form.cells[part].row is form.cells[total].row for part in form.sums[total])


def _end_with_totals(found: Found, rows: Iterable[tuple[str, ...]]) -> bool:
    numbers = [[found.values.get(key) or 0 for key in parts] for parts in rows]
    return any(any(row[:-1]) for row in numbers) and all(row[-1] >= sum(row[:-1]) for row in numbers)


def doubt_rows_by_order(form: Form, found: Found) -> None:
    """Where no labels tell the rows, a column that does not add up or balance may have others than the form's."""
    for identity in form.identities:
        sides = identity.left, identity.right
        keys = {key for side in sides for key in _entries(form, side)}
        columns = {form.cells[key].column for key in keys}
        if (
            len(columns) == 1 < len(keys)
            and identity.kind is not IdentityKind.AT_MOST
            and not keys.isdisjoint(found.values)
        ):
            left, right = (sum(_number(form, found, key) for key in side) for side in sides)
            if left != right:
                _doubt(found, {*keys, *identity.left, *identity.right})


def _entries(form: Form, side: Sequence[str]) -> Iterator[str]:
    for key in side:
        yield from form.parts(key)


def _number(form: Form, found: Found, key: str) -> int | Decimal:
    """The number of a cell, of a sum that is not there what its parts make; a blank is nought."""
    value = found.values.get(key)
    return sum(found.values.get(part) or 0 for part in form.parts(key)) if value is None else value


def _doubt(found: Found, keys: Iterable[str]) -> None:
    found.states |= dict.fromkeys(keys, ImportState.DOUBTFUL)
