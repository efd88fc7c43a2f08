"""How tight a paragraph's characters stand in Word, so that it takes as many lines there as in the PDF.

Word and LibreOffice fill line after line and do not look ahead; they neither squeeze marks inside a line nor keep dates
whole. A paragraph that so takes a line more, or less, is set a trifle tighter or looser. Else a page would end elsewhere,
and a table that just fits the PDF's page would begin the next one. How LibreOffice fills lines is known to a hair, how
Word does not quite: of what is right in LibreOffice that is taken which is right in Word by the widest margin.
"""

import math
from functools import lru_cache
from typing import Final

from export.official import BODY_SIZE
from export.typeset.breaks import addresses
from export.typeset.fonts import FontBook
from export.typeset.lines import Span
from export.typeset.pages import CHARACTER, WIDTH
from export.word.filled_lines import FilledLines
from export.word.in_libreoffice import filled_in_libreoffice
from export.word.in_word import filled_in_word

USUAL: Final = math.floor(20 * (CHARACTER - BODY_SIZE))
"""What a character of body text is narrowed by, in 1/20 pt, so that 28 stand in a line. The text itself does this and
does not snap to the page's grid: LibreOffice gives a character two places in a grid that is narrower than its type."""
_TRIED: Final = (USUAL, *(USUAL + more for n in range(1, 21) for more in (-n, n) if USUAL + more <= 0))
"""What is tried, the least change first."""
_DOUBTS: Final = (
    (2.0, 4.0),
    (2.0, 2.0),
    (0.1, 2.0),
    (2.0, 0.0),
    (0.1, 0.0),
    (2.0, None),
    (0.1, None),
    (None, 0.0),
)
"""By how much a line may hold more or less than it should, in pt, in LibreOffice and in Word: what is right in any case
is best. None: whatever this program makes of it."""
_INDENT: Final = 2 * BODY_SIZE
_LOOSEST: Final = BODY_SIZE / 2
"""What two characters may be set apart in a line that is justified, in pt: as in the PDF."""


@lru_cache(maxsize=1024)
def tracking(spans: tuple[Span, ...], lines: int, book: FontBook) -> int:
    """Return what the characters are to be narrowed by, in 1/20 pt, for so many lines; USUAL where nothing helps.

    Of what is right in any case that is best which leaves no character alone on the last line.
    """
    libreoffice = _Counts(filled_in_libreoffice(spans, book))
    word = _Counts(filled_in_word(spans, book))
    for of_libreoffice, of_word in _DOUBTS:
        lonely: list[int] = []
        for tried in _TRIED:
            if libreoffice.are(lines, tried, of_libreoffice) and word.are(lines, tried, of_word):
                if not (libreoffice.is_lonely(tried) or word.is_lonely(tried)):
                    return tried
                lonely.append(tried)
        if lonely:
            return lonely[0]
    return USUAL


def is_ragged(spans: tuple[Span, ...], tracked: int, book: FontBook) -> bool:
    """Whether the paragraph is set flush left: an address that is not broken would pull the line before it apart."""
    if not addresses("".join(span.text for span in spans)):
        return False
    filled = (filled_in_libreoffice(spans, book), filled_in_word(spans, book))
    return any(lines.loosest(tracked / 20, WIDTH, _INDENT) > _LOOSEST for lines in filled)


class _Counts:
    """How many lines a paragraph takes, each way counted once."""

    def __init__(self, filled: FilledLines) -> None:
        self._filled = filled
        self._known: dict[tuple[int, float], int] = {}

    def are(self, lines: int, tracked: int, doubt: float | None) -> bool:
        """Whether it takes so many lines, whether they hold a little more or less than they should."""
        return doubt is None or all(
            self._count(tracked, WIDTH + more) == lines for more in dict.fromkeys((doubt, -doubt))
        )

    def is_lonely(self, tracked: int) -> bool:
        """Whether one character stands alone on the last line."""
        return self._filled.is_lonely(tracked / 20, WIDTH, _INDENT)

    def _count(self, tracked: int, room: float) -> int:
        if (tracked, room) not in self._known:
            self._known[tracked, room] = len(self._filled.starts(tracked / 20, room, _INDENT))
        return self._known[tracked, room]
