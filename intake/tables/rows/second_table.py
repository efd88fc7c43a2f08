"""Where a second table begins behind the first: the rows of the form come again, from the top, or its heads behind its last.

Its rows are no part of the first, whose order and sums they would confuse.
"""

from collections.abc import Sequence
from typing import Final

from intake.plain_words import core, plain
from intake.tables.rows.entries import Entry
from intake.tables.vocabulary import Target, likeness, names_of_heads

_ALIKE: Final = 0.7
"""Likeness by which a label tells its row wherever it stands."""
A_TABLE: Final = 3
"""Rows told twice, or heads, from which on it is a table that is there twice."""
_NEARLY: Final = 0.8
"""The part of a form's rows behind which all may have been: a page leaves some out."""


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

    A row comes again above one that has been, and others behind it do, too; or the heads come again when all rows have been.
    """
    return min(_begin_of_rows(entries, targets), _begin_of_heads(entries, targets))


def _begin_of_rows(entries: Sequence[Entry], targets: Sequence[Target]) -> int:
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


def _begin_of_heads(entries: Sequence[Entry], targets: Sequence[Target]) -> int:
    """Where heads come again behind the form's last row, with about as many entries before as the form has rows."""
    keyed = [place for place, target in enumerate(targets) if target.keys]
    heads = names_of_heads(tuple(targets))
    ended = False
    for index, entry in enumerate(entries):
        words = {core(word) for text in entry.label for word in text.split()}
        if ended and len(words & heads) >= A_TABLE:
            return index
        ended = ended or (index >= _NEARLY * len(keyed) and _named(entry, targets) == keyed[-1:])
    return len(entries)


def _named(entry: Entry, targets: Sequence[Target]) -> list[int]:
    """The rows that an entry may be; a blank one has the very words of its row, as heads have not: 其他 is not 3.其他."""
    like = rows_like(entry, targets)
    words = plain(entry.label[-1]) if like and entry.values else ""
    return like if entry.numbers else [place for place in like if targets[place].full == words]
