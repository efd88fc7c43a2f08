"""Rows that a source tells twice, with other numbers: a table of the year before, of another office, or a draft beside it.

Which of them is the report's nobody can tell: the first is read, and doubtful.
"""

from collections.abc import Mapping
from typing import Final

from intake.tables.entries import Entry
from intake.tables.readings import Reading, rows_like

_A_TABLE: Final = 3
"""Rows told twice, from which on it is a table that is there twice: rows found behind them may be the other's."""


def told_again(reading: Reading, places: Mapping[int, int]) -> dict[int, list[int]]:
    """Return the form's rows that other entries tell, too, with other numbers, each with these entries.

    `places`: entry → row of the form. Where a table is there twice, rows found behind the first of such entries are among
    them, with no entry: which table they belong to cannot be told.
    """
    own = {place: index for index, place in places.items() if reading.entries[index].numbers}
    again: dict[int, list[int]] = {}
    for index, entry in enumerate(reading.entries):
        like = rows_like(entry, reading.targets) if entry.numbers and index not in places else []
        taken = own.get(like[0]) if len(like) == 1 else None
        if taken is not None and _digits(entry) != _digits(reading.entries[taken]):
            again.setdefault(like[0], []).append(index)
    if is_a_table(again):
        first = min(index for others in again.values() for index in others)
        again |= {place: [] for place, index in own.items() if index > first and place not in again}
    return again


def is_a_table(again: Mapping[int, list[int]]) -> bool:
    """Return whether so many rows are told twice that the table is."""
    return sum(bool(others) for others in again.values()) >= _A_TABLE


def _digits(entry: Entry) -> list[str]:
    return [piece.text.strip() for piece in entry.numbers]
