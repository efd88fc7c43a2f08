"""Reads a table: laid on the columns that its lines show where the sums bear these out, else as the lines are."""

from collections.abc import Iterator, Sequence

from intake.page.flow import Row
from intake.tables.columns.text_columns import with_columns, with_whole_heads
from intake.tables.found import Found
from intake.tables.groups.groups import find_groups
from intake.tables.placing import find
from model.form import Form, FormTable, IdentityKind, Shape


def read_table(form: Form, table: FormTable, rows: Sequence[Row]) -> Found:
    """Return the cells that the rows of a table give.

    Programs that save a page's text do not keep each number under its head for certain: places count only where the sums
    would not hold with a number in another column.
    """
    laid = with_columns(table, rows)
    if laid is not None:
        found = _find(form, table, laid)
        if _borne_out(form, table, found):
            return found
    return _find(form, table, with_whole_heads(table, rows))


def _find(form: Form, table: FormTable, rows: Sequence[Row]) -> Found:
    return find_groups(form, table, rows) if table.shape is Shape.GROUPS else find(form, table, rows)


def _borne_out(form: Form, table: FormTable, found: Found) -> bool:
    """Whether all sums of a table hold, a blank counting nothing, and each of its numbers is in one that is told."""
    told: set[str] = set()
    for identity in form.identities:
        if identity.table != table.id or identity.kind is IdentityKind.AT_MOST:
            continue
        left, right = (
            sum(_amount(form, found, key) for key in side) for side in (identity.left, identity.right)
        )
        if left != right:
            return False
        if identity.kind is IdentityKind.BALANCE or found.values.get(identity.right[0]) is not None:
            told.update(part for key in identity.keys for part in _told_parts(form, found, key))
    return all(key in told for key, value in found.values.items() if value)


def _amount(form: Form, found: Found, key: str) -> int:
    """What a cell counts: its number, of a blank total that of its parts."""
    value = found.values.get(key)
    if value is None:
        return sum(_amount(form, found, part) for part in form.sums.get(key, ()))
    return int(value)


def _told_parts(form: Form, found: Found, key: str) -> Iterator[str]:
    yield key
    if found.values.get(key) is None:
        for part in form.sums.get(key, ()):
            yield from _told_parts(form, found, part)
