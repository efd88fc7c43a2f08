"""Reads tables that are text with commas (.csv), tabs or semicolons, as programs write them by country and by choice."""

import csv
import html
import io
import re
from typing import Final

from intake.progress import Tell, silent
from intake.readers.kinds import decode
from intake.readers.limits import MOST_ROWS
from intake.readers.separators import separator_of
from intake.readers.spans import SpanGrid
from model.characters import usual
from model.document import Document

_MARK_BEFORE: Final = re.compile(r"\s*+<pre\b[^>]*+>", re.IGNORECASE)
_MARK_BEHIND: Final = "</pre>"
"""The one mark that a browser, or a server, puts around rows to show them as they are."""


def read_csv(data: bytes, name: str, _tell: Tell = silent) -> Document:
    """Return the rows as one table. Raises SourceRefused for bytes that are no text."""
    grid = SpanGrid()
    text = decode(data, name)
    before = _MARK_BEFORE.match(text)
    if before:
        text = html.unescape(text[before.end() :].strip().removesuffix(_MARK_BEHIND))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            break
        grid.next_row()
        for text in row:
            grid.add(usual(text).strip())
    table = grid.table()
    return Document(() if table is None else (table,))
