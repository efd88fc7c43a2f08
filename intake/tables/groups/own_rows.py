"""What an office adds to a table of groups that is no number of the report: rows of another year, of numerals, the same again."""

import re
from collections.abc import Sequence
from typing import Final

from intake.figures import FigureKind
from intake.page.flow import Piece, Row, is_number
from intake.plain_words import plain
from intake.tables.groups.group_shape import number_of

_LAST_YEAR: Final = re.compile(r"上年|去年|上一年|前一年|往年|同期|同比")
"""What the label of a row says that tells another year's numbers, or how they have changed."""
_YEAR: Final = re.compile(r"20\d\d(?=年)")
_FEWEST: Final = 3
"""Numbers of a row whose label may tell a year."""
_FEWEST_NUMERALS: Final = 5
"""Numerals in a row of them: 1 2 3 may be a group that adds up, or one number of each."""


def without_own(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows without those of the office's own, as long as others have numbers."""
    rows = _once(rows)
    kept = [row for row in rows if not _are_numerals(row)]
    years = [int(year) for row in kept for year in _YEAR.findall(_label(row))]
    this_year = str(max(years, default=0))
    kept = [row for row in kept if not _is_of_another_year(row, this_year)]
    return kept if len(kept) < len(rows) and any(map(_numbers, kept)) else rows


def _once(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of a table that stands twice, word for word, once."""
    half, odd = divmod(len(rows), 2)
    told = [[piece.text for piece in row.filled] for row in rows]
    return rows if odd or told[:half] != told[half:] else rows[:half]


def _are_numerals(row: Row) -> bool:
    """Whether a row counts its columns: 1 2 3."""
    numbers = [number_of(piece) for piece in _numbers(row)]
    return len(numbers) >= _FEWEST_NUMERALS and numbers == list(range(1, len(numbers) + 1))


def _is_of_another_year(row: Row, this_year: str) -> bool:
    label = _label(row)
    years = _YEAR.findall(label)
    return bool(_LAST_YEAR.search(label) or (years and this_year not in years))


def _label(row: Row) -> str:
    """The words before the numbers of a row that has several, "" of another."""
    if len(_numbers(row)) < _FEWEST:
        return ""
    first = next(place for place, piece in enumerate(row.pieces) if is_number(piece))
    return plain("".join(piece.text for piece in row.pieces[:first] if piece.kind is FigureKind.WORDS))


def _numbers(row: Row) -> list[Piece]:
    return [piece for piece in row.pieces if is_number(piece)]
