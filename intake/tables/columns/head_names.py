"""The names of columns among the words above a table's numbers."""

import re
from collections.abc import Sequence
from functools import cache

from intake.page.flow import Row
from intake.plain_words import core, plain
from intake.tables.rows.entries import Entry
from intake.tables.vocabulary import head_words


def names_told(entry: Entry, names: frozenset[str], *, all_of_it: bool) -> list[str]:
    """Return the names of columns among an entry's words, in reading order; the last words before numbers are a row's label.

    Where they are a head, the row has lost its label, or the number is a page's.
    """
    whole = all_of_it or bool(entry.label and name_of(entry.label[-1], names))
    words = [part for text in words_of_heads(entry, all_of_it=whole) for part in (text, *text.split())]
    return list(
        dict.fromkeys(
            name for text in words for name in (name_of(text, names), *_together(text, names)) if name
        )
    )


def _together(text: str, names: frozenset[str]) -> list[str]:
    """The names of columns that run together in a text, as they do in copied ones."""
    several = _several(names)
    return several.findall(plain(text)) if re.fullmatch(f"(?:{several.pattern}){{2,}}", plain(text)) else []


@cache
def _several(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(filter(None, names), key=len, reverse=True))))


def words_of_heads(entry: Entry, *, all_of_it: bool) -> list[str]:
    """Return the words above an entry's values; the last before numbers are a row's label."""
    return entry.label if all_of_it or not entry.label else entry.label[:-1]


def name_of(text: str, names: frozenset[str]) -> str:
    """Return the column that a head names, "" where it is none: 3.其他 is a row and no column."""
    name = head_words(text)
    return name if name in names and plain(text)[:1] == core(text)[:1] else ""


def places_of(rows: Sequence[Row], names: frozenset[str]) -> dict[str, tuple[int, int]]:
    """Return the column and the span of each head on some rows, by its name."""
    seen: dict[str, tuple[int, int]] = {}
    for piece in (piece for line in rows for piece in line.filled):
        name = name_of(piece.text, names)
        if not name:
            continue
        first, span = seen.get(name, (piece.column, 0))
        # A merged head written into each of its places is one head.
        begin = first if first + span == piece.column else piece.column
        seen[name] = (begin, piece.column + piece.span - begin)
    return seen
