"""What the sums of a table tell where labels, blanks or places are lost: which ways to place the numbers are possible."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

MOST_WAYS: Final = 20_000
"""Ways to place the numbers of a table that are tried; beyond them nothing is told."""


def holds(values: Sequence[int | None]) -> bool:
    """Return whether the last of the values is there and the sum of the others; a blank counts nothing."""
    *parts, total = values
    return total is not None and sum(part or 0 for part in parts) == total


def agrees(values: Sequence[int | None]) -> bool:
    """Return whether a row of parts and their total can be as it is: adding up, or a blank total of nothing."""
    return not any(values) if values[-1] is None else holds(values)


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
