"""The rows of a sheet below its head, as they are counted: merged cells filled downwards, each row with its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from intake.ledger.columns import Field, Layout
from intake.ledger.days import Day, Days
from intake.ledger.heads import Column, Head
from intake.ledger.sheets import Row, Sheet
from intake.ledger.words import plain

_REPEATED: Final = 3
"""Cells of a row that say what the head says, from which it is the head once more."""


@dataclass(frozen=True, slots=True)
class Body:
    """Rows and their places, with the layout of their columns. `heads` are the columns' heads as words are compared."""

    layout: Layout
    rows: Sequence[Row]
    places: range
    heads: tuple[str, ...]
    columns: tuple[Column, ...]

    def days(self, field: Field, days: Days) -> list[Day]:
        """Return the day of each row in the column for something, None throughout where there is no such column."""
        columns = self.layout.of(field)
        if not columns:
            return [None] * len(self.rows)
        column = columns[0]
        return list(map(days.__getitem__, map(itemgetter(column), self.rows)))

    def is_head(self, row: Row) -> bool:
        """Whether a row is the head once more, as on each printed page."""
        alike = sum(
            bool(head) and plain(str(raw)) == head for raw, head in zip(row, self.heads, strict=False)
        )
        return alike >= _REPEATED

    def skipped(self) -> tuple[int, ...]:
        """Return the columns that differ even between two entries of the same application."""
        return (*self.layout.of(Field.SERIAL), *self.layout.of(Field.NUMBER))


def body_of(sheet: Sheet, head: Head, layout: Layout, first_place: int) -> Body:
    """Return the rows below the head. The row at place n of the sheet is the row `first_place` + n of the whole ledger."""
    rows = sheet.rows[head.body :]
    for merge in sheet.merges or ():
        top = max(merge.top, head.body)
        if merge.bottom > top and merge.left < sheet.width:
            value = sheet.rows[merge.top][merge.left]
            for at in range(top, min(merge.bottom, len(sheet.rows) - 1) + 1):
                rows[at - head.body][merge.left] = value
    start = first_place + head.body
    heads = tuple(column.leaf for column in head.columns)
    return Body(layout, rows, range(start, start + len(rows)), heads, head.columns)
