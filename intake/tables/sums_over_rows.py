"""The sums of a table's columns: which cells they bear out, and whether they gainsay what was read."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from model.form import Form, Identity, IdentityKind
from model.values import Value

Values: TypeAlias = Mapping[str, Value]
"""Cell → value, of one row or of a whole table."""


def summed(form: Form, identities: Sequence[Identity], values: Values) -> set[str] | None:
    """Return the cells that sums over rows tell, None where such a sum does not hold; what is blank counts nothing."""
    told: set[str] = set()
    for identity in identities:
        rows = {form.cells[key].row.id for key in identity.keys}
        if identity.kind is IdentityKind.AT_MOST or len(rows) < 2:
            continue
        left, right = ([values.get(key) for key in side] for side in (identity.left, identity.right))
        if all(value is None for value in left) or all(value is None for value in right):
            continue
        if sum(value or 0 for value in left) != sum(value or 0 for value in right):
            return None
        told.update(identity.keys if any(left) or any(right) else ())
    return told
