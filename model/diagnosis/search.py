"""Error localisation: the smallest sets of cells whose change satisfies every equation (Fellegi and Holt, 1976).

In such a set the columns of the changed cells are independent. As the cells lie in the equations like edges in a
graph, some equation is then met by just one of them, which fixes its change; the rest follows in the same way. So it
is enough to try, for each failing equation, each of its cells with the one change that mends that equation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from model.diagnosis.system import Component, up_to_scale

MOST_FAULTS: Final = 3
"""More faults than this in one component cannot be told apart by sums."""

MOST_STEPS: Final = 6_000
"""A bound on the search that keeps it under 50 ms on an old office PC."""

MOST_REPAIRS: Final = 400
"""Enough to rank; a longer list tells nobody anything."""

Changes = Mapping[str, int]
"""Cell key → the value that it would have."""


class TooManyFaults(Exception):
    """The sums do not tell within the bounds where the faults are."""


@dataclass
class _Search:
    component: Component
    steps: int = 0
    found: dict[frozenset[tuple[str, int]], Changes] = field(default_factory=dict)


def smallest_repairs(component: Component) -> tuple[Changes, ...]:
    """Return all smallest sets of changes that satisfy the component's equations; none when they hold.

    Raises TooManyFaults when more than MOST_FAULTS cells would have to change, or the search would take too long.
    """
    residual = component.residual
    if not residual:
        return ()
    search = _Search(component)
    for faults in range(1, MOST_FAULTS + 1):
        _explore(search, residual, {}, faults)
        if search.found:
            return tuple(search.found.values())
    raise TooManyFaults


def _explore(search: _Search, residual: dict[int, int], changed: dict[str, int], left: int) -> None:
    if left == 1:
        _finish(search, residual, changed)
        return
    for equation in residual:
        for key in search.component.equations[equation]:
            if key in changed:
                continue
            search.steps += 1
            if search.steps > MOST_STEPS:
                raise TooManyFaults
            step = _settled(search.component, residual, key, equation)
            if step is not None:
                _explore(search, step[1], {**changed, key: step[0]}, left - 1)


def _settled(
    component: Component, residual: dict[int, int], key: str, equation: int
) -> tuple[int, dict[int, int]] | None:
    """The cell's value that mends the equation and what then still fails; None where no count ≥ 0 does."""
    delta = -residual[equation] // component.equations[equation][key]
    value = component.values[key] + delta
    if value < 0:
        return None
    rest = dict(residual)
    for number in component.structure.touching[key]:
        remaining = rest.pop(number, 0) + delta * component.equations[number][key]
        if remaining:
            rest[number] = remaining
    return (value, rest) if rest else None


def _finish(search: _Search, residual: dict[int, int], changed: dict[str, int]) -> None:
    """The cells that alone mend all that still fails are those whose coefficients are in proportion to it."""
    for key in search.component.structure.alike.get(up_to_scale(residual), ()):
        if key in changed or len(search.found) >= MOST_REPAIRS:
            continue
        number = search.component.structure.touching[key][0]
        value = search.component.values[key] - residual[number] // search.component.equations[number][key]
        if value >= 0:
            repair = {**changed, key: value}
            search.found.setdefault(frozenset(repair.items()), repair)
