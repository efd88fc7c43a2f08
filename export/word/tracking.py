"""How tight a paragraph's characters stand in Word, so that it takes as many lines there as in the PDF.

Word and LibreOffice fill line after line and do not look ahead; they neither squeeze marks inside a line nor keep dates
whole. A paragraph that so takes a line more, or less, is set a trifle tighter or looser. Else a page would end elsewhere,
and a table that just fits the PDF's page would begin the next one.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from export.official import BODY_SIZE
from export.typeset.breaks import NO_END, NO_START, clean, is_western, parted
from export.typeset.fonts import FontBook
from export.typeset.lines import Span
from export.typeset.pages import CHARACTER, WIDTH

USUAL: Final = math.floor(20 * (CHARACTER - BODY_SIZE))
"""What a character of body text is narrowed by, in 1/20 pt, so that 28 stand in a line. The text itself does this and
does not snap to the page's grid: LibreOffice gives a character two places in a grid that is narrower than its type."""
_TRIED: Final = (USUAL, *(USUAL + more for n in range(1, 11) for more in (-n, n) if USUAL + more <= 0))
"""What is tried, the least change first."""
_AIR: Final = 0.25
"""Room between Chinese and Western characters, in characters, as both programs have it."""
_DOUBTS: Final = (4.0, 2.0, 0.0)
"""By how much a line may hold more or less than it should, in pt: what is right in any case is best."""
_INDENT: Final = 2 * BODY_SIZE
_QUOTES: Final = frozenset("“”‘’")
"""They stand with a Western character before them."""
_CLOSING: Final = _QUOTES | frozenset("，。、）》」』】〉〕…—")
"""They stand with a Western character after them (UAX 14, classes CL and QU); ： and ； do not."""
_BREAKS_AFTER: Final = frozenset("/?-")
"""Marks after which an address is broken."""


@lru_cache(maxsize=1024)
def tracking(spans: tuple[Span, ...], lines: int, book: FontBook) -> int:
    """Return what the characters are to be narrowed by, in 1/20 pt, for so many lines; USUAL where nothing helps."""
    text = "".join(clean(span.text) for span in spans)
    widths = [
        book.sort(character, span.style).width * BODY_SIZE / 1000
        for span in spans
        for character in clean(span.text)
    ]
    words = [_Word(widths[at.start : at.stop], _air(text, at)) for at in _words(text)]
    for doubt in _DOUBTS:
        for tried in _TRIED:
            if {_lines(words, tried / 20, WIDTH + more) for more in (-doubt, doubt)} == {lines}:
                return tried
    return USUAL


@dataclass(frozen=True, slots=True)
class _Word:
    """Characters between which no line ends, with their widths and the room inside and behind them, in pt."""

    widths: Sequence[float]
    air: tuple[float, float]

    def width(self, narrower: float) -> float:
        """Width without the room behind."""
        return sum(self.widths) + narrower * len(self.widths) + self.air[0]


def _air(text: str, word: range) -> tuple[float, float]:
    inside = sum(parted(text[at], text[at + 1]) for at in word[:-1])
    behind = word.stop < len(text) and parted(text[word.stop - 1], text[word.stop])
    return _AIR * BODY_SIZE * inside, _AIR * BODY_SIZE * behind


def _words(text: str) -> Iterator[range]:
    """The stretches of a text inside which no line ends."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or _may_end(text[at - 1], text[at]):
            yield range(start, at)
            start = at


def _may_end(before: str, after: str) -> bool:
    if after in NO_START or before in NO_END or after == " ":
        return False
    if is_western(after) and not is_western(before) and before in _CLOSING:
        return False
    if is_western(before) and after in _QUOTES:
        return False
    if is_western(before) and is_western(after):
        return before in _BREAKS_AFTER and after not in _BREAKS_AFTER
    return True


def _lines(words: Sequence[_Word], narrower: float, room: float) -> int:
    """How many lines of `room` pt the words take, one after the other."""
    lines, x = 1, _INDENT
    for word in words:
        width = word.width(narrower)
        if x + width > room and x > 0:
            lines += 1
            x = 0.0
        x += width + word.air[1]
    return lines
