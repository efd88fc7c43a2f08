"""Which paragraph of an edited text was made of which: in their order, by the words that they share."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

Pair: TypeAlias = tuple[int | None, int | None]
"""The number of an old paragraph and that of the new one in its place; None where it was put in, or left out."""
_LIKE: Final = 0.3
"""Paragraphs that share less than this part of their neighbouring characters have nothing to do with each other."""
_MOST: Final = 60
"""Paragraphs in a row without a like among the others, on either side, that are still looked at one by one."""


def paired(old: Sequence[str], new: Sequence[str]) -> tuple[Pair, ...]:
    """Return the paragraphs that differ, each old one with the new one made of it, in the order of the text."""
    begun = _alike_at_begin(old, new)
    ended = _alike_at_begin(old[begun:][::-1], new[begun:][::-1])
    before, after = old[begun : len(old) - ended], new[begun : len(new) - ended]
    if max(len(before), len(after)) <= _MOST:
        found = [(i, j) for i, j in _best(before, after) if i is None or j is None or before[i] != after[j]]
        return tuple((_shifted(i, begun), _shifted(j, begun)) for i, j in found)
    pairs: list[Pair] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            found = _best(before[a:b], after[c:d])
            pairs += ((_shifted(i, begun + a), _shifted(j, begun + c)) for i, j in found)
    return tuple(pairs)


def likenesses(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    """Return how alike each old paragraph and each new one are, 0 to 1: the part of neighbouring characters both have."""
    pairs_of_new = [_neighbours(after) for after in new]
    return [[_likeness(before, after) for after in pairs_of_new] for before in map(_neighbours, old)]


def _alike_at_begin(old: Sequence[str], new: Sequence[str]) -> int:
    """How many paragraphs both begin with."""
    count = 0
    while count < min(len(old), len(new)) and old[count] == new[count]:
        count += 1
    return count


def _shifted(number: int | None, by: int) -> int | None:
    return None if number is None else number + by


def _best(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The pairing in which the likenesses come to most; the order is kept.

    They count by their squares: one paragraph that stayed as it is has more weight than several that share some words.
    """
    if max(len(old), len(new)) > _MOST:
        return [*((i, None) for i in range(len(old))), *((None, j) for j in range(len(new)))]
    likeness = likenesses(old, new)
    sums = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = likeness[i][j] ** 2 + sums[i + 1][j + 1] if likeness[i][j] > _LIKE else 0.0
            sums[i][j] = max(together, sums[i + 1][j], sums[i][j + 1])
    pairs: list[Pair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] > _LIKE and sums[i][j] == likeness[i][j] ** 2 + sums[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif sums[i][j] == sums[i + 1][j]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return [*pairs, *((k, None) for k in range(i, len(old))), *((None, k) for k in range(j, len(new)))]


def _neighbours(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text."""
    return frozenset(text[n : n + 2] for n in range(max(len(text) - 1, 1)))


def _likeness(before: frozenset[str], after: frozenset[str]) -> float:
    """How many of two texts' pairs of neighbouring characters both have, as a part of all (Dice's coefficient)."""
    return 2 * len(before & after) / (len(before) + len(after))
