"""Rows that a source tells twice, with other numbers: a table of the year before, of another office, or a draft beside it.

Which of them is the report's nobody can tell: the first is read, and doubtful.
"""

from collections.abc import Mapping, Sequence

from intake.figures import FigureKind
from intake.tables.rows.entries import Entry
from intake.tables.rows.readings import Reading
from intake.tables.rows.second_table import A_TABLE, rows_like
from intake.tables.vocabulary import Target


def told_again(reading: Reading, places: Mapping[int, int]) -> dict[int, list[int]]:
    """Return the form's rows that other entries tell, too, with other numbers, each with these entries.

    `places`: entry → row of the form; for a row without an entry stands the first that names it. Where a table is there
    twice, all rows are among them: which table is the report's cannot be told, nor whether the other has its columns in the
    same order.
    """
    own = {place: index for index, place in places.items()}
    again: dict[int, list[int]] = {}
    for index, entry in enumerate(reading.entries):
        like = _named(entry, reading.targets) if entry.numbers and index not in places else []
        if len(like) == 1:
            taken = own.setdefault(like[0], index)
            if _values(entry) != _values(reading.entries[taken]):
                again.setdefault(like[0], []).append(index)
    if is_a_table(again):
        again |= {place: [] for place in range(len(reading.targets)) if place not in again}
    return again


def is_a_table(again: Mapping[int, list[int]]) -> bool:
    """Return whether so many rows are told twice that the table is."""
    return sum(bool(others) for others in again.values()) >= A_TABLE


def _named(entry: Entry, targets: Sequence[Target]) -> list[int]:
    """The form's rows that an entry's label may name: by the last of its words, or by all of a label on several lines."""
    return rows_like(entry, targets) or rows_like(Entry([entry.words]), targets)


def _values(entry: Entry) -> list[str]:
    """What an entry has in the places of numbers, without the blanks at their ends."""
    filled = [place for place, piece in enumerate(entry.values) if piece.kind is not FigureKind.BLANK]
    return [piece.text.strip() for piece in entry.values[filled[0] : filled[-1] + 1]] if filled else []
