"""The names of columns among the words above a table's numbers."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final

from intake.figures import FigureKind
from intake.page.flow import Piece, Row
from intake.plain_words import core, plain
from intake.tables.head_words import head_words
from intake.tables.rows.entries import Entry

_FEWEST: Final = 2
"""Characters of a column's name by which a head in fewer words is known."""


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
    return name if name in names and not _is_numbered(text) else ""


def _is_numbered(text: str) -> bool:
    """Whether a number stands before a text's words, as before a row's label."""
    return plain(text)[:1] != core(text)[:1]


def heads_on(
    rows: Sequence[Row], names: frozenset[str], above: Collection[str] = ()
) -> Iterator[tuple[Piece, str]]:
    """Yield the heads on some rows with the columns that they name.

    Where a column's own name stands, here or `above`, another word for it names a column of the office's own: 小计 beside
    总计.
    """
    pieces = [piece for line in rows for piece in line.filled]
    named = {*above, *(core(piece.text) for piece in pieces)}
    for piece in pieces:
        name = name_of(piece.text, names)
        if name and (name not in named or core(piece.text) == name):
            yield piece, name


def places_of(
    rows: Sequence[Row], names: frozenset[str], above: Collection[str] = ()
) -> dict[str, tuple[int, int]]:
    """Return the column and the span of each head on some rows, by its name; `above`: the names that stand above them."""
    seen: dict[str, tuple[int, int]] = {}
    for piece, name in heads_on(rows, names, above):
        first, span = seen.get(name, (piece.column, 0))
        # A merged head written into each of its places is one head.
        begin = first if first + span == piece.column else piece.column
        seen[name] = (begin, piece.column + piece.span - begin)
    return seen


def stand_apart(row: Row, names: frozenset[str], above: Collection[str] = ()) -> bool:
    """Return whether a row has the same head in places that are not beside one another: each counts other cases."""
    told = [name for _, name in heads_on([row], names, above)]
    return len([name for name, _ in groupby(told)]) > len(set(told))


def shortened(
    pieces: Sequence[Piece], names: frozenset[str], taken: Collection[str]
) -> dict[str, tuple[int, int]]:
    """Return the columns that heads name in fewer of their words, each with its place: 社会组织 for 社会公益组织.

    The characters must be those of one column alone, in their order, and no other head its name; `taken` have heads already.
    """
    found = [
        (named[0], piece)
        for piece in pieces
        if piece.kind is FigureKind.WORDS
        and len(words := core(piece.text)) >= _FEWEST
        and not _is_numbered(piece.text)
        and not name_of(piece.text, names)
        and len(named := [name for name in names if _is_within(words, name)]) == 1
    ]
    count = Counter(name for name, _ in found)
    return {
        name: (piece.column, piece.span) for name, piece in found if count[name] == 1 and name not in taken
    }


def _is_within(words: str, name: str) -> bool:
    """Whether all characters of some words stand in a name in the same order."""
    rest = iter(name)
    return all(character in rest for character in words)
