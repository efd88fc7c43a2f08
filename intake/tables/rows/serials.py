"""Serial numbers before the labels of a table's rows: a column of the office's own, and no numbers of the form."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from intake.figures import NUMBERS, FigureKind, figure_of
from intake.page.flow import Row

_FEWEST: Final = 3
"""Rows that are numbered one after the other, from which on the numbers are a column."""


def without_serials(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without their serial numbers, those of rows among them that have lost their labels, too.

    They count up from row to row, most of them before words.
    """
    numbered = [(place, number) for place, row in enumerate(rows) if (number := _serial(row, labelled=True))]
    if len(numbered) < _FEWEST or any(after[1] <= before[1] for before, after in pairwise(numbered)):
        return list(rows)
    kept = list(rows)
    known = dict(numbered)
    last = 0
    for place, row in enumerate(rows):
        number = known.get(place) or _serial(row, labelled=False)
        if place in known or number == last + 1:
            last = number
            kept[place] = replace(row, pieces=row.pieces[1:])
    return kept


def without_serial_column(block: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return a block of cells without its first column, where that numbers the labels behind it one after the other."""
    numbered = [
        int(texts[0]) for texts in block if texts[0].strip().isdecimal() and _begins_with_words(texts[1:])
    ]
    among = sum(figure_of(texts[0]).kind in NUMBERS for texts in block)
    rising = all(later > before for before, later in pairwise(numbered))
    return [texts[1:] for texts in block] if numbered and rising and among == len(numbered) else block


def _begins_with_words(texts: Sequence[str]) -> bool:
    return figure_of(next(filter(str.strip, texts), "")).kind is FigureKind.WORDS


def _serial(row: Row, *, labelled: bool) -> int:
    """The number before all else of a row, and before words where it is `labelled`; 0 where there is none."""
    if len(row.pieces) <= 1 or not row.pieces[0].text.strip().isdecimal():
        return 0
    words = any(piece.kind is FigureKind.WORDS for piece in row.filled[1:])
    return int(row.pieces[0].text.strip()) if words or not labelled else 0
