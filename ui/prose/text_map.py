"""One text in two shapes: as kept (`{收到申请总数}` for a number field) and as shown (one character a field).

Positions as shown count UTF-16 units, as Qt does; positions as kept count characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from model.number_fields import fields_in
from model.report import Report

FIELD_CHARACTER: Final = "\ufffc"
"""What stands in the editor for a number field (Unicode's object replacement character)."""


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
    return len(text) + sum(character > "\uffff" for character in text)


def pieces_of(report: Report, kept: str) -> tuple[Piece, ...]:
    """Return the text's pieces in order."""
    return tuple(_split(report, kept))


def tokens_of(report: Report, kept: str) -> tuple[str, ...]:
    """Return the text's characters in order, a number field as one: `{name}`."""
    return tuple(
        token for piece in pieces_of(report, kept) for token in ((piece.text,) if piece.name else piece.text)
    )


def shown_range(report: Report, kept: str, start: int, end: int) -> tuple[int, int]:
    """Return where in the editor a range of the kept text stands; a field that it touches is taken whole."""
    shown = 0
    first = last = None
    for piece in pieces_of(report, kept):
        stop = piece.start + len(piece.text)
        if first is None and start < stop:
            first = shown if piece.name else shown + units(piece.text[: max(start - piece.start, 0)])
        if end <= stop:
            last = shown + (1 if piece.name else units(piece.text[: max(end - piece.start, 0)]))
            break
        shown += piece.size
    return shown if first is None else first, shown if last is None else last


def _split(report: Report, kept: str) -> Iterator[Piece]:
    start = 0
    for match in fields_in(report, kept):
        if match.start() > start:
            yield Piece(start, kept[start : match.start()], "")
        yield Piece(match.start(), match[0], match[1])
        start = match.end()
    if start < len(kept):
        yield Piece(start, kept[start:], "")
