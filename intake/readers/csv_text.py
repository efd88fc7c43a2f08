"""Reads tables that are text with commas (.csv), tabs or semicolons, as programs write them by country and by choice."""

import csv
import io
from typing import Final

from intake.figures import FigureKind, figure_of
from intake.progress import Tell, silent
from intake.readers.kinds import decode
from intake.readers.limits import MOST_ROWS
from intake.readers.spans import SpanGrid
from model.characters import usual
from model.document import Document

_SEPARATORS: Final = ("\t", ";", ",")
"""Of two that part as many lines the first: commas stand inside numbers, too."""
_PARTED: Final = 2
"""Of a separator in a line: once it may stand in a sentence, unless a number is all that stands behind it."""


def read_csv(data: bytes, name: str, _tell: Tell = silent) -> Document:
    """Return the rows as one table. Raises SourceRefused for bytes that are no text."""
    grid = SpanGrid()
    text = decode(data, name)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            break
        grid.next_row()
        for text in row:
            grid.add(usual(text).strip())
    table = grid.table()
    return Document(() if table is None else (table,))


def _separator(text: str) -> str:
    """What parts the cells: the sign that parts most lines."""
    lines = text.splitlines()[:MOST_ROWS]
    parted = {sign: sum(_parts(line, sign) for line in lines) for sign in _SEPARATORS}
    return max(parted, key=parted.__getitem__) if any(parted.values()) else ","


def _parts(line: str, sign: str) -> bool:
    """Whether a sign parts a line: it stands there several times, or once between words and a number."""
    count = line.count(sign)
    return count >= _PARTED or (
        count == 1 and figure_of(line.partition(sign)[2].strip('" ')).kind is FigureKind.NUMBER
    )
