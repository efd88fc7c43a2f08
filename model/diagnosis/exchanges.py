"""A number typed into the wrong column or row: the numbers of two cells trade places, and the sums hold.

Where totals are added up here, each column's balance is a matter of its own, and a slip into the next column looks like two
slips. Read one by one, each has a likely culprit that is none; so the two are read together first. A slip into another row
of the column shows where the two rows stand on the two sides of its balance: it is out by twice the number.
"""

from collections.abc import Iterator, Sequence

from model.diagnosis.search import Changes
from model.diagnosis.system import Component, row_of


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


def moves(one: Component, other: Component) -> Iterator[Changes]:
    """Yield the pairs of cells of a row that mend both when a part of one number belongs to the other.

    Applications that were counted under another kind of applicant: any row may be the one, if its number is large enough.
    """
    equation, opposite = _only(one), _only(other)
    rows = {row_of(key): key for key in opposite}
    for key, factor in equation.items():
        partner = rows.get(row_of(key))
        if partner is None or opposite[partner] != factor:
            continue
        part = one.residual[_failing(one)] // factor
        due, left = one.values[key] - part, other.values[partner] + part
        if min(due, left) >= 0 and due != other.values[partner]:
            yield {key: due, partner: left}


def within(part: Component) -> tuple[Changes, ...]:
    """Return the pairs of cells of one row or column that mend all of a component by trading their numbers.

    Where some totals are known, one cell may mend it as well; the two are then as likely a slip.
    """
    pairs = (pair for line in part.structure.lines for pair in _settling(part, line))
    return tuple(
        {one: part.values[other], other: part.values[one]} for one, other in pairs if _mends(part, one, other)
    )


def _settling(part: Component, line: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of a line that settle one sum that fails, in their order: which number does so for a cell is reckoned."""
    gap, factors = part.residual[_failing(part)], _only(part)
    known = {factors.get(key, 0) for key in line}
    if len(known) < 2:
        return
    cells = [(factors.get(key, 0), part.values[key]) for key in line]
    places: dict[tuple[int, int], list[int]] = {}
    for place, cell in enumerate(cells):
        places.setdefault(cell, []).append(place)
    for place, (factor, value) in enumerate(cells):
        steps = [(other, factor - other) for other in known if other != factor]
        due = [(other, value - gap // step) for other, step in steps if not gap % step]
        others = sorted(other for cell in due for other in places.get(cell, ()) if other > place)
        yield from ((line[place], line[other]) for other in others)


def _mends(part: Component, one: str, other: str) -> bool:
    """Whether nothing fails any more when two cells trade their numbers."""
    step = part.values[other] - part.values[one]
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
