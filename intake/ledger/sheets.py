"""A ledger's sheets as plain rows, whatever kind of file they came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Raw: TypeAlias = str | int | float | bool | date | time | timedelta
"""What a cell holds: a datetime is a date too; "" is an empty cell."""

Row: TypeAlias = list[Raw]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged area, its first and last row and column counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows` begin with the sheet's first row, so that row n stands at n − 1, and are all of one length.

    `hidden` are the places in `rows` of rows that are hidden or filtered out, None where the kind of file does not tell.
    `merges` likewise. `uncomputed` are columns with a formula whose result is not in the file, and the first such row.
    `title` is what stands above a table on a page. `struck` are rows with something struck through, as far as that is
    looked for.
    """

    name: str
    rows: Sequence[Row]
    merges: tuple[Merge, ...] | None = ()
    hidden: frozenset[int] | None = frozenset()
    uncomputed: tuple[tuple[int, int], ...] = ()
    visible: bool = True
    title: str = ""
    struck: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def squared(rows: list[Row]) -> list[Row]:
    """Return the rows filled up to one length, blank rows at the end left out."""
    while rows and not any(raw != "" for raw in rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    for row in rows:
        if len(row) < width:
            row += [""] * (width - len(row))
    return rows


def shown(raw: Raw) -> str:
    """Return what a cell holds as it is read: a whole number without decimals, a day without the time."""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    if isinstance(raw, datetime):
        return raw.date().isoformat()
    return str(raw).strip()
