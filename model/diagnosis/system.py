"""The linear system behind a report's sums: what was observed, which equations bind it, where they fail.

An observed cell is one whose number came from outside: entered, or a total that was declared (imported, pasted) or
given as a control total. A total that the program added up itself is no observation: it is replaced by its parts. The
remaining equations Σ coefficient·cell = 0 fall into independent components, each diagnosed on its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TypeAlias

from model.form import Form, IdentityKind
from model.report import Report, SlotKind, SlotValue

Equation = dict[str, int]
"""Cell key → coefficient; the sum over all cells is 0 when the equation holds."""

Pattern: TypeAlias = tuple[tuple[int, int], ...]
"""A vector of numbers by equation, up to its scale."""


@dataclass(frozen=True)
class Structure:
    """Equations that share cells: `equations[i]` maps cells to coefficients, `touching` a cell to its equations."""

    equations: tuple[Equation, ...]
    touching: Mapping[str, tuple[int, ...]]

    @cached_property
    def alike(self) -> Mapping[Pattern, tuple[str, ...]]:
        """The cells by how they enter the equations: those whose coefficients are in proportion stand together."""
        alike: dict[Pattern, tuple[str, ...]] = {}
        for key, numbers in self.touching.items():
            pattern = up_to_scale({number: self.equations[number][key] for number in numbers})
            alike[pattern] = (*alike.get(pattern, ()), key)
        return alike

    @cached_property
    def lines(self) -> Sequence[Sequence[str]]:
        """The cells of each row and each column that has several."""
        lines: dict[str, list[str]] = {}
        for key in self.touching:
            for line in (row_of(key), column_of(key)):
                lines.setdefault(line, []).append(key)
        return tuple(line for line in lines.values() if len(line) > 1)


@dataclass(frozen=True)
class Component:
    """A structure with the observed numbers of its cells."""

    structure: Structure
    values: Mapping[str, int]

    @property
    def equations(self) -> tuple[Equation, ...]:
        """The equations, cell → coefficient."""
        return self.structure.equations

    @cached_property
    def residual(self) -> dict[int, int]:
        """The equations that fail, and by how much."""
        values = self.values
        sums = (
            (number, sum([factor * values[key] for key, factor in equation.items()]))
            for number, equation in enumerate(self.equations)
        )
        return {number: rest for number, rest in sums if rest}


def up_to_scale(vector: Mapping[int, int]) -> Pattern:
    """Return a vector's entries by equation, divided by the first where that leaves whole numbers."""
    ordered = sorted(vector.items())
    scale = ordered[0][1]
    if any(value % scale for _, value in ordered):
        return tuple(ordered)
    return tuple((number, value // scale) for number, value in ordered)


def row_of(key: str) -> str:
    """Return the row of a cell, with its table."""
    return key.rpartition(".")[0]


def column_of(key: str) -> str:
    """Return the column of a cell, with its table."""
    table, _, column = key.split(".")
    return f"{table}..{column}"


def observed(report: Report) -> dict[str, int]:
    """Return the whole numbers that came from outside: entered cells, declared totals, and control totals above all."""
    numbers: dict[str, SlotValue] = {key: report.value(key) for key in report.form.entered}
    numbers |= report.of_kind(SlotKind.DECLARED)
    numbers |= report.of_kind(SlotKind.CONTROL)
    return {key: value for key, value in numbers.items() if isinstance(value, int)}


def components(form: Form, values: Mapping[str, int]) -> tuple[Component, ...]:
    """Return the independent components of the equations between observed cells; equations with a blank are left out."""
    return tuple(Component(structure, values) for structure in _structures(form, frozenset(values)))


@lru_cache(maxsize=64)
def _structures(form: Form, known: frozenset[str]) -> tuple[Structure, ...]:
    equations = _independent(equation for equation in _equations(form, known) if equation.keys() <= known)
    return tuple(_structure(group) for group in _connected(equations))


def _equations(form: Form, known: frozenset[str]) -> Iterator[Equation]:
    parts_of: dict[str, Equation] = {}
    for total, parts in form.sums.items():
        parts_of[total] = _substituted(dict.fromkeys(parts, 1), parts_of, known)
    for identity in form.identities:
        if identity.kind is not IdentityKind.AT_MOST:
            sides = dict.fromkeys(identity.left, 1) | dict.fromkeys(identity.right, -1)
            yield _substituted(sides, parts_of, known)


def _substituted(terms: Equation, parts_of: Mapping[str, Equation], known: frozenset[str]) -> Equation:
    """Replace each total that was only computed by its parts; terms that cancel out disappear."""
    replaced: Equation = {}
    for key, factor in terms.items():
        inner = parts_of[key] if key in parts_of and key not in known else {key: 1}
        for part, inner_factor in inner.items():
            replaced[part] = replaced.get(part, 0) + factor * inner_factor
    return {key: factor for key, factor in replaced.items() if factor}


def _independent(equations: Iterable[Equation]) -> list[Equation]:
    """Leave out what follows from the equations before it (the balance of the total column), by elimination."""
    kept: list[Equation] = []
    pivots: list[tuple[str, dict[str, Fraction]]] = []
    for equation in equations:
        rest = {key: Fraction(factor) for key, factor in equation.items()}
        for pivot, row in pivots:
            scale = rest.get(pivot)
            if scale:
                for key, factor in row.items():
                    rest[key] = rest.get(key, Fraction()) - scale * factor
        rest = {key: factor for key, factor in rest.items() if factor}
        if rest:
            kept.append(equation)
            pivot = next(iter(rest))
            pivots.append((pivot, {key: factor / rest[pivot] for key, factor in rest.items()}))
    return kept


def _connected(equations: Iterable[Equation]) -> list[list[Equation]]:
    """Group the equations that share cells, directly or through others."""
    groups: list[tuple[set[str], list[Equation]]] = []
    for equation in equations:
        keys, members = set(equation), [equation]
        apart = []
        for group in groups:
            if group[0].isdisjoint(keys):
                apart.append(group)
            else:
                keys |= group[0]
                members = group[1] + members
        groups = [*apart, (keys, members)]
    return [members for _, members in groups]


def _structure(equations: list[Equation]) -> Structure:
    touching: dict[str, tuple[int, ...]] = {}
    for number, equation in enumerate(equations):
        for key in equation:
            touching[key] = (*touching.get(key, ()), number)
    return Structure(tuple(equations), touching)
