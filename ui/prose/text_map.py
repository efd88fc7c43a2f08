"""One text in three shapes: as kept (`{收到申请总数}`), as shown (one character a field), as printed (the number).

Positions as shown count UTF-16 units, as Qt does; the other two count characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from model.number_fields import expand, fields_in
from model.report import Report

FIELD_CHARACTER: Final = "\ufffc"
"""What stands in the editor for a number field (Unicode's object replacement character)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of plain words, or one number field: `name` is the field's, "" for words."""

    text: str
    name: str
    kept: int
    shown: int
    printed: int
    shown_size: int
    printed_size: int


def units(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def pieces_of(report: Report, kept: str) -> tuple[Piece, ...]:
    """Return the text's pieces in order."""
    pieces: list[Piece] = []
    shown = printed = 0
    for start, text, name in _split(report, kept):
        shown_size = 1 if name else units(text)
        printed_size = len(expand(report, text)) if name else len(text)
        pieces.append(Piece(text, name, start, shown, printed, shown_size, printed_size))
        shown += shown_size
        printed += printed_size
    return tuple(pieces)


def tokens_of(report: Report, kept: str) -> tuple[str, ...]:
    """Return the text's characters in order, a number field as one: `{name}`."""
    return tuple(
        token for piece in pieces_of(report, kept) for token in ((piece.text,) if piece.name else piece.text)
    )


def shown_text(report: Report, kept: str) -> str:
    """Return the text as the editor shows it."""
    return "".join(FIELD_CHARACTER if piece.name else piece.text for piece in pieces_of(report, kept))


def shown_from_printed(report: Report, kept: str, position: int) -> int:
    """Return where in the editor a position of the printed text stands; inside a field: the field's start."""
    for piece in pieces_of(report, kept):
        offset = position - piece.printed
        if offset < piece.printed_size or (offset == piece.printed_size and not piece.name):
            return piece.shown if piece.name else piece.shown + units(piece.text[:offset])
    return units(shown_text(report, kept))


def shown_end_from_printed(report: Report, kept: str, position: int) -> int:
    """Like `shown_from_printed` for the end of a range: a field that the range touches is taken whole."""
    for piece in pieces_of(report, kept):
        if piece.name and piece.printed < position < piece.printed + piece.printed_size:
            return piece.shown + 1
    return shown_from_printed(report, kept, position)


def _split(report: Report, kept: str) -> Iterator[tuple[int, str, str]]:
    start = 0
    for match in fields_in(report, kept):
        if match.start() > start:
            yield start, kept[start : match.start()], ""
        yield match.start(), match[0], match[1]
        start = match.end()
    if start < len(kept):
        yield start, kept[start:], ""
