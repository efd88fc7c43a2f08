"""What parts the cells of a table that is kept as text: programs write commas, tabs or semicolons by country and by choice."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from intake.figures import FigureKind, figure_of

_SEPARATORS: Final = ("\t", ";", ",", "，", "|")
"""Of two that part as many rows the first: commas stand inside numbers and sentences, too."""
_LOOKED_AT: Final = 200
"""Rows from the beginning of a text that tell."""
_TWO: Final = 2


def separator_of(text: str) -> str:
    """Return the sign that parts most rows into the same number of cells, a comma where none does.

    Quotes hold signs that part nothing. In two cells a row is parted where a number is all that stands in the second:
    a sentence may have a sign, too.
    """
    lines = text.splitlines(keepends=True)
    parted = {sign: _most_alike(lines, sign) for sign in _SEPARATORS}
    return max(parted, key=parted.__getitem__) if any(parted.values()) else ","


def _most_alike(lines: Sequence[str], sign: str) -> int:
    """How many rows have the number of cells that most of them have, one cell left out of account."""
    lengths = Counter(len(row) for row in _rows(lines, sign) if len(row) > _TWO or _tells_a_number(row))
    return max(lengths.values(), default=0)


def _rows(lines: Sequence[str], sign: str) -> Iterator[list[str]]:
    try:
        yield from islice(csv.reader(lines, delimiter=sign), _LOOKED_AT)
    except csv.Error:
        # Where a sign makes no rows of a text, it is not what parts them; who reads it says what is wrong with it.
        return


def _tells_a_number(row: list[str]) -> bool:
    return len(row) == _TWO and figure_of(row[1]).kind is FigureKind.NUMBER
