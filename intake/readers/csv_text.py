"""Reads tables that are text with commas (.csv), tabs or semicolons, as programs write them by country and by choice."""

import csv
import io
from typing import Final

from intake.progress import Tell, silent
from intake.readers.kinds import decode
from intake.readers.limits import MOST_ROWS
from intake.readers.spans import SpanGrid
from model.characters import usual
from model.document import Document

_SEPARATORS: Final = ("\t", ";", ",")
"""Of two that part as many lines the first: commas stand inside numbers, too."""
_PARTED: Final = 2
"""Of a separator in a line: once it may stand in a sentence."""


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
    """What parts the cells: the sign that stands several times in most lines."""
    lines = text.splitlines()[:MOST_ROWS]
    parted = {sign: sum(line.count(sign) >= _PARTED for line in lines) for sign in _SEPARATORS}
    return max(parted, key=parted.__getitem__) if any(parted.values()) else ","
