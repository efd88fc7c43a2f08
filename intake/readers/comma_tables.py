"""Tables whose cells commas part, in a text that was copied from a file of such: lines one after the other with as many cells."""

import csv
import re
from collections.abc import Sequence
from typing import Final

from intake.figures import FigureKind, figure_of
from intake.readers.spans import SpanGrid
from model.document import Table

_FEWEST: Final = 3
"""Lines with a number in a cell of its own, and cells of a line, from which on these are a table."""
_IN_NUMBER: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
"""A comma that may part the thousands of one number."""


def comma_table(lines: Sequence[str], start: int) -> tuple[Table, int] | None:
    """Return the table that begins on a line and the line behind it, None where none begins."""
    count = lines[start].count(",")
    # A run of lines is looked at once, from its first one on.
    if count < _FEWEST - 1 or (start and lines[start - 1].count(",") == count):
        return None
    end = start
    while end < len(lines) and lines[end].count(",") == count:
        end += 1
    run = lines[start:end]
    rows = list(csv.reader(run))
    numbers = sum(any(figure_of(cell).kind is FigureKind.NUMBER for cell in row) for row in rows)
    apart = any(len(_IN_NUMBER.findall(line)) < count for line in run)
    # A quoted cell may hold commas or lines: such rows are not told by counting.
    if '"' in "".join(run) or numbers < _FEWEST or not apart:
        return None
    grid = SpanGrid()
    for row in rows:
        grid.next_row()
        for cell in row:
            grid.add(cell.strip())
    table = grid.table()
    return None if table is None else (table, end)
