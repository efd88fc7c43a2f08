"""One text in two shapes: as kept (`{收到申请总数}` for a number field) and as shown (one character a field).

Positions as shown count UTF-16 units, as Qt does; positions as kept count characters.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from model.number_fields import field_text, fields_in
from model.pattern import Pattern
from model.report import Report

FIELD_CHARACTER: Final = "\ufffc"
"""What stands in the editor for a number field (Unicode's object replacement character)."""

_WIDE: Final = Pattern("[\U00010000-\U0010ffff]")
"""Characters of two units."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of plain words, or one number field: `name` is the field's, "" for words; `start` is its place as kept."""

    start: int
    text: str
    name: str

    @property
    def size(self) -> int:
        """How many positions the piece takes in the editor."""
        return 1 if self.name else units(self.text)


def units(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, length: int) -> int:
    """How many characters of a text take so many UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * length].decode("utf-16-le", "surrogatepass"))


def plain(kept: str) -> bool:
    """Whether a text stands in the editor as it is kept, place for place."""
    return "{" not in kept and units(kept) == len(kept)


def pieces_of(report: Report, kept: str) -> tuple[Piece, ...]:
    """Return the text's pieces in order."""
    return tuple(_split(report, kept))


def tokens_of(report: Report, kept: str) -> tuple[str, ...]:
    """Return the text's characters in order, a number field as one: `{name}`."""
    return tuple(
        token for piece in pieces_of(report, kept) for token in ((piece.text,) if piece.name else piece.text)
    )


def size_of(tokens: Sequence[str]) -> int:
    """How many positions tokens take in the editor: a field takes one."""
    return sum(1 if len(token) > 1 else units(token) for token in tokens)


def difference(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many tokens two texts share at the start, and then at the end."""
    most = min(len(before), len(after))
    start = next((i for i in range(most) if before[i] != after[i]), most)
    end = next((i for i in range(most - start) if before[-1 - i] != after[-1 - i]), most - start)
    return start, end


class TextMap:
    """Where the characters of one kept text stand in the editor: made once for a text, asked for many places."""

    def __init__(self, report: Report, kept: str) -> None:
        self._length = len(kept)
        self._same = plain(kept)
        if self._same:
            return
        self._pieces = pieces_of(report, kept)
        self._starts = [piece.start for piece in self._pieces]
        self._shown = [0, *accumulate(piece.size for piece in self._pieces)]
        self._wide = [match.start() for match in _WIDE.finditer(kept)]

    @property
    def size(self) -> int:
        """How many positions the whole text takes in the editor."""
        return self._length if self._same else self._shown[-1]

    def kept_place(self, shown: int) -> int:
        """Return which character of the kept text stands at a position in the editor; its length at the end."""
        if self._same or shown >= self.size:
            return shown if shown < self.size else self._length
        number = bisect_right(self._shown, shown) - 1
        piece, inside = self._pieces[number], shown - self._shown[number]
        return piece.start + (0 if piece.name else _characters(piece.text, inside))

    def shown_range(self, start: int, end: int) -> tuple[int, int]:
        """Return where a range of the kept text stands; a field that it touches is taken whole."""
        if self._same:
            return start, end
        return self._place(start, after=False), self._place(end, after=True)

    def _place(self, index: int, *, after: bool) -> int:
        """The place of a character, or the place after the one before it."""
        number = (bisect_left if after else bisect_right)(self._starts, index) - 1
        if number < 0:
            return 0
        piece, shown = self._pieces[number], self._shown[number]
        inside = min(index - piece.start, len(piece.text))
        if piece.name:
            return shown + (1 if after or inside == len(piece.text) else 0)
        wide = bisect_left(self._wide, piece.start + inside) - bisect_left(self._wide, piece.start)
        return shown + inside + wide


def shown_range(report: Report, kept: str, start: int, end: int) -> tuple[int, int]:
    """Return where in the editor a range of the kept text stands; a field that it touches is taken whole."""
    return TextMap(report, kept).shown_range(start, end)


def shown_ranges(report: Report, kept: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where in the editor ranges of the expanded text stand, given in order; a field they touch is taken whole."""
    pieces = [
        (field_text(report, piece.name) if piece.name else piece.text, piece)
        for piece in pieces_of(report, kept)
    ]
    for start, end in places:
        first, last = _shown_at(pieces, start, after=False), _shown_at(pieces, end, after=True)
        if first < last:
            yield first, last


def _shown_at(pieces: Iterable[tuple[str, Piece]], index: int, *, after: bool) -> int:
    """The place in the editor of a character of the expanded text, or the place after the one before it."""
    shown = at = 0
    for text, piece in pieces:
        inside = index - at
        if inside < len(text) or (after and inside == len(text)):
            return shown + ((1 if after else 0) if piece.name else units(text[:inside]))
        at += len(text)
        shown += piece.size
    return shown


def _split(report: Report, kept: str) -> Iterator[Piece]:
    start = 0
    for match in fields_in(report, kept):
        if match.start() > start:
            yield Piece(start, kept[start : match.start()], "")
        yield Piece(match.start(), match[0], match[1])
        start = match.end()
    if start < len(kept):
        yield Piece(start, kept[start:], "")
