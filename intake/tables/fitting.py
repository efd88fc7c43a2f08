"""Puts the values found beside a label into the columns of its row.

As many numbers as columns: one each. Fewer: the heads above tell, else the blanks between. What cannot be told stays
blank: a number is never moved into a column by guessing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from intake.page.figures import FigureKind
from intake.page.flow import Piece
from intake.page.plain_words import core
from intake.tables.entries import Entry
from intake.tables.vocabulary import Target

Heads = Mapping[str, tuple[int, int]]
"""Where the columns' heads stand on a table's grid: plain name → first column and span."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The pieces for a row's columns, in their order (None where the source has nothing), and whether that is sure."""

    pieces: tuple[Piece | None, ...]
    sure: bool = True


def fitted(entry: Entry, target: Target, heads: Heads, *, padded: bool) -> Fit | None:
    """Return the entry's values by column, None where it cannot be told which number belongs where.

    `padded`: rows of this table are known to be filled up with empty cells at their end.
    """
    count = len(target.keys)
    numbers = entry.numbers
    if not numbers:
        return Fit((None,) * count)
    by_heads = _under_heads(entry, target, heads) if entry.placed else None
    if by_heads is not None:
        return by_heads
    if len(numbers) == count:
        return Fit(tuple(numbers))
    if count == 1:
        same = len({piece.text for piece in numbers}) == 1
        return Fit((numbers[0],)) if same else None
    if len(numbers) > count:
        return _without_repeats(entry, count)
    if len(entry.values) == count:
        return Fit(_or_none(entry.values))
    if len(entry.values) > count and not entry.vague:
        return _window(entry.values, count, padded=padded)
    return None


def _under_heads(entry: Entry, target: Target, heads: Heads) -> Fit | None:
    """By the heads' places, where every number stands under exactly one head."""
    places = [heads[core(name)] for name in target.columns if core(name) in heads]
    apart = all(first + span <= later for (first, span), (later, _) in pairwise(places))
    if len(places) < len(target.columns) or not apart:
        return None
    found: list[Piece | None] = []
    for first, span in places:
        under = [
            piece
            for piece in entry.values
            if piece.column < first + span and first < piece.column + piece.span
        ]
        filled = [piece for piece in under if piece.kind is not FigureKind.BLANK]
        if len(filled) > 1:
            return None
        found.append(filled[0] if filled else None)
    used = [piece for piece in found if piece is not None]
    return Fit(tuple(found)) if len(set(used)) == len(used) == len(entry.numbers) else None


def _without_repeats(entry: Entry, count: int) -> Fit | None:
    """More numbers than columns: a line number before them or a repeated total after them, told by the row's sum."""
    numbers = entry.numbers
    if count < 3 or len(numbers) > count + 2:
        return None
    fits = [numbers[start : start + count] for start in range(len(numbers) - count + 1)]
    adding = [window for window in fits if _adds_up(window)]
    return Fit(tuple(adding[0]), sure=False) if len(adding) == 1 else None


def _adds_up(window: Sequence[Piece]) -> bool:
    values = [int(piece.text) if piece.text.isdecimal() else -1 for piece in window]
    return min(values) >= 0 and sum(values[:-1]) == values[-1]


def _window(values: Sequence[Piece], count: int, *, padded: bool) -> Fit | None:
    """More places than columns: the empty ones at one end do not count."""
    first, last = values[:count], values[-count:]
    fits_first = all(piece.kind is FigureKind.BLANK for piece in values[count:])
    fits_last = all(piece.kind is FigureKind.BLANK for piece in values[:-count])
    if fits_first and (padded or not fits_last):
        return Fit(_or_none(first), sure=padded or not fits_last)
    return Fit(_or_none(last), sure=not fits_first) if fits_last else None


def _or_none(values: Sequence[Piece]) -> tuple[Piece | None, ...]:
    return tuple(None if piece.kind is FigureKind.BLANK else piece for piece in values)
