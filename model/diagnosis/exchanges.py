"""A number typed into the wrong column: two columns are out by opposite amounts, and in one row their numbers trade places.

Where totals are added up here, each column's balance is a matter of its own, and a slip into the next column looks like two
slips. Read one by one, each has a likely culprit that is none; so the two are read together first.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from model.diagnosis.search import Changes
from model.diagnosis.system import Component


def exchanges(one: Component, other: Component) -> Iterator[Changes]:
    """Yield the pairs of cells, one in each component and in the same row, that mend both by trading their numbers."""
    equation, opposite = _only(one), _only(other)
    rows = {row_of(key): key for key in opposite}
    for key, factor in equation.items():
        partner = rows.get(row_of(key))
        if partner is None or opposite[partner] != factor:
            continue
        due = one.values[key] - one.residual[_failing(one)] // factor
        if due == other.values[partner] and due != one.values[key]:
            yield {key: due, partner: one.values[key]}


def within(part: Component) -> tuple[Changes, ...]:
    """Return the pairs of cells of one row that mend all of a component by trading their numbers.

    Where some totals are known, one cell may mend it as well; the two are then as likely a slip.
    """
    rows: dict[str, list[str]] = {}
    for key in part.structure.touching:
        rows.setdefault(row_of(key), []).append(key)
    pairs = (pair for keys in rows.values() for pair in combinations(keys, 2))
    return tuple(
        {one: part.values[other], other: part.values[one]} for one, other in pairs if _mends(part, one, other)
    )


def _mends(part: Component, one: str, other: str) -> bool:
    """Whether nothing fails any more when two cells trade their numbers."""
    step = part.values[other] - part.values[one]
    if not step:
        return False
    rest = dict(part.residual)
    for key, delta in ((one, step), (other, -step)):
        for number in part.structure.touching[key]:
            rest[number] = rest.get(number, 0) + delta * part.equations[number][key]
    return not any(rest.values())


def are_opposite(one: Component, other: Component) -> bool:
    """Whether each fails in one sum alone, by amounts that cancel out."""
    if len(one.residual) != 1 or len(other.residual) != 1:
        return False
    return one.residual[_failing(one)] == -other.residual[_failing(other)]


def opposites(parts: Sequence[Component], part: Component) -> list[Component]:
    """Return the components that are out by the opposite amount."""
    return [other for other in parts if other is not part and are_opposite(part, other)]


def cancel_out(parts: Sequence[Component]) -> bool:
    """Whether several parts fail, each in one sum, by amounts that cancel out: what one lacks the others have too much."""
    single = all(len(part.residual) == 1 for part in parts)
    return len(parts) > 1 and single and not sum(part.residual[_failing(part)] for part in parts)


def _failing(part: Component) -> int:
    return next(iter(part.residual))


def _only(part: Component) -> dict[str, int]:
    return part.equations[_failing(part)]


def row_of(key: str) -> str:
    """Return the row of a cell, with its table."""
    return key.rpartition(".")[0]
