"""Where a second table begins behind the first: the rows of the form come again, from the top.

Its rows are no part of the first, whose order and sums they would confuse.
"""

from collections.abc import Sequence
from typing import Final

from intake.plain_words import plain
from intake.tables.rows.entries import Entry
from intake.tables.vocabulary import Target, likeness

_ALIKE: Final = 0.7
"""Likeness by which a label tells its row wherever it stands."""
A_TABLE: Final = 3
"""Rows told twice, from which on it is a table that is there twice."""


def rows_like(entry: Entry, targets: Sequence[Target]) -> list[int]:
    """Return the form's rows that an entry's label, the last of its words, may name wherever it stands.

    The very words of a row are no other row's, be they like its own.
    """
    if not entry.label:
        return []
    words = plain(entry.label[-1])
    alike = [
        place
        for place, target in enumerate(targets)
        if target.keys and likeness(entry.label[-1], target) >= _ALIKE
    ]
    return [place for place in alike if targets[place].full == words] or alike


def begin_of_second(entries: Sequence[Entry], targets: Sequence[Target]) -> int:
    """Return the entry with which a second table begins, their number where there is none.

    A row comes again above one that has been, and others behind it do, too.
    """
    known = [
        (index, like[0]) for index, entry in enumerate(entries) if len(like := _named(entry, targets)) == 1
    ]
    seen: set[int] = set()
    for number, (index, place) in enumerate(known):
        again = seen & {later for _, later in known[number:]}
        if place in seen and place < max(seen) and len(again) >= A_TABLE:
            return index
        seen.add(place)
    return len(entries)


def _named(entry: Entry, targets: Sequence[Target]) -> list[int]:
    """The rows that an entry may be; a blank one has the very words of its row, as heads have not: 其他 is not 3.其他."""
    like = rows_like(entry, targets)
    words = plain(entry.label[-1]) if like and entry.values else ""
    return like if entry.numbers else [place for place in like if targets[place].full == words]
