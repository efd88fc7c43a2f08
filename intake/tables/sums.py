"""What the sums of a table tell where labels, blanks or places are lost: which ways to place the numbers are possible."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from model.values import Value

_PAIR: Final = 2
MOST_WAYS: Final = 20_000
"""Ways to place the numbers of a table that are tried; beyond them nothing is told."""


def holds(values: Sequence[int | None]) -> bool:
    """Return whether the last of the values is there and the sum of the others; a blank counts nothing."""
    *parts, total = values
    return total is not None and sum(part or 0 for part in parts) == total


def agrees(values: Sequence[int | None]) -> bool:
    """Return whether a row of parts and their total can be as it is: adding up, or a blank total of nothing."""
    return not any(values) if values[-1] is None else holds(values)


def seem_moved(rows: Iterable[Sequence[Value]]) -> list[int]:
    """Return which rows of parts and their total may lack a cell: the numbers behind it stand a column too far to the left.

    The last is blank there, though half of the rows that hold something have a total; and the number before it can be that
    total: it is no less than those before it together.
    """
    held = {place: row for place, row in enumerate(rows) if any(value is not None for value in row)}
    lacking = [place for place, row in held.items() if row[-1] is None and _ends_with_total(row[:-1])]
    without = sum(row[-1] is None for row in held.values())
    return lacking if 2 * without <= len(held) else []


def prove_nothing(rows: Iterable[Sequence[Value]]) -> list[int]:
    """Return which rows of parts and their total may be in another order, though they add up: most others do not.

    One number and a total as large as it add up as well where the two have changed places.
    """
    told = {place: row for place, row in enumerate(rows) if row[-1]}
    even = {place: row for place, row in told.items() if sum(part or 0 for part in row[:-1]) == row[-1]}
    alone = [place for place, row in even.items() if sum(map(bool, row)) == _PAIR]
    return alone if 2 * len(even) < len(told) else []


def _ends_with_total(values: Sequence[Value]) -> bool:
    *parts, last = values
    return bool(last) and (last or 0) >= sum(part or 0 for part in parts)


def shifted(values: Sequence[int | None], count: int) -> Iterator[tuple[int | None, ...]]:
    """Yield the ways to lay values, blanks among them, over `count` places so that no number falls off."""
    filled = [place for place, value in enumerate(values) if value is not None]
    if not filled:
        return
    core = values[filled[0] : filled[-1] + 1]
    for before in range(count - len(core) + 1):
        yield (*(None,) * before, *core, *(None,) * (count - len(core) - before))


def spread(values: Sequence[int | None], count: int) -> Iterator[tuple[int | None, ...]]:
    """Yield the ways to lay the numbers over `count` places in their order, blanks anywhere; at most MOST_WAYS."""
    numbers = [value for value in values if value is not None]
    if len(numbers) > count:
        return
    for tried, places in enumerate(combinations(range(count), len(numbers))):
        if tried >= MOST_WAYS:
            return
        row: list[int | None] = [None] * count
        for place, number in zip(places, numbers, strict=True):
            row[place] = number
        yield tuple(row)
