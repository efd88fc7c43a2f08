"""Rows that a source tells twice, with other numbers or none: a table of the year before, of another office, or a draft.

Which of them is the report's nobody can tell: the first is read, and doubtful.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from intake.figures import FigureKind
from intake.page.flow import Row, is_number
from intake.plain_words import plain
from intake.tables.rows.entries import Entry
from intake.tables.rows.readings import Reading
from intake.tables.rows.second_table import A_TABLE, rows_like
from intake.tables.vocabulary import Target, targets_of
from model.form import FormTable


def told_again(reading: Reading, places: Mapping[int, int]) -> dict[int, list[int]]:
    """Return the form's rows that other entries tell, too, with other numbers, each with these entries.

    `places`: entry → row of the form; for a row without an entry stands the first that names it. Where a table is there
    twice, all rows are among them: which table is the report's cannot be told, nor whether the other has its columns in the
    same order.
    """
    own = {place: index for index, place in places.items()}
    again: dict[int, list[int]] = {}
    for index, entry in enumerate(reading.entries):
        like = _named(entry, reading.targets) if index not in places else []
        if len(like) == 1:
            taken = own.setdefault(like[0], index)
            if _values(entry) != _values(reading.entries[taken]):
                again.setdefault(like[0], []).append(index)
    for place, index in _told_blank(reading):
        if place in own:
            again.setdefault(place, []).append(index)
    if is_a_table(again):
        again |= {place: [] for place in range(len(reading.targets)) if place not in again}
    return again


def _told_blank(reading: Reading) -> Iterator[tuple[int, int]]:
    """The form's rows whose very words stand twice, once above an entry's own label as a blank row's do; with the entry."""
    places = {target.full: place for place, target in enumerate(reading.targets) if target.keys}
    told = Counter(plain(text) for entry in reading.entries for text in entry.label)
    for index, entry in enumerate(reading.entries):
        for words in map(plain, entry.label[:-1]):
            if told[words] > 1 and words in places:
                yield places[words], index


def are_a_table(rows: Sequence[Row], table: FormTable) -> bool:
    """Return whether rows that are no part of a table name so many of its rows, each with its numbers, that they are it, too."""
    targets = targets_of(table)
    named: set[int] = set()
    for row in rows:
        numbers = [piece for piece in row.pieces if is_number(piece)]
        words = [piece.text for piece in row.pieces if piece.kind is FigureKind.WORDS]
        like = _named(Entry(words, numbers), targets)
        named |= {place for place in like if 1 < len(targets[place].keys) <= len(numbers)}
    return len(named) >= A_TABLE


def is_a_table(again: Mapping[int, list[int]]) -> bool:
    """Return whether so many rows are told twice that the table is."""
    return sum(bool(others) for others in again.values()) >= A_TABLE


def _named(entry: Entry, targets: Sequence[Target]) -> list[int]:
    """The form's rows that an entry's label may name: by the last of its words, or by all of a label on several lines.

    One whose cells are all blank has the very words of its row, as heads have not.
    """
    like = rows_like(entry, targets) or rows_like(Entry([entry.words]), targets)
    if entry.numbers:
        return like
    blank = len(entry.values) > 1 or all(row.table < 0 for row in entry.rows)
    words = plain(entry.label[-1]) if like and blank else ""
    return [place for place in like if targets[place].full == words]


def _values(entry: Entry) -> list[str]:
    """What an entry has in the places of numbers, without the blanks at their ends."""
    filled = [place for place, piece in enumerate(entry.values) if piece.kind is not FigureKind.BLANK]
    return [piece.text.strip() for piece in entry.values[filled[0] : filled[-1] + 1]] if filled else []
