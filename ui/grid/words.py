"""Fits the words of heads and labels into their tiles: one line, a smaller line, several lines, or one above another."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

SMALL: Final = 0.88
"""Size of the second typeface, as a part of the first."""

_NEVER_FIRST: Final = frozenset("，。、；：）”’》！？％")
_NEVER_LAST: Final = frozenset("（“‘《")
_ORDINAL: Final = re.compile(r"（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、")


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they are painted: line by line, in the normal or the small typeface."""

    lines: tuple[str, ...]
    small: bool = False


class Faces:
    """The two typefaces of a grid at one size, and how wide text is in them (in device-independent pixels)."""

    def __init__(self, font: QFont, zoom: float) -> None:
        self.normal = QFont(font)
        self.small = QFont(font)
        size = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75
        self.normal.setPointSizeF(size * zoom)
        self.small.setPointSizeF(size * zoom * SMALL)
        self._normal = QFontMetricsF(self.normal)
        self._small = QFontMetricsF(self.small)

    @cached_property
    def em(self) -> float:
        """Width of a Chinese character."""
        return self._normal.horizontalAdvance("三")

    @cached_property
    def line(self) -> float:
        """Height of a line of the normal typeface."""
        return self._normal.height()

    @cached_property
    def small_line(self) -> float:
        """Height of a line of the small typeface."""
        return self._small.height()

    def width(self, text: str) -> float:
        """Width of a line of text in the normal typeface."""
        return self._normal.horizontalAdvance(text)

    def small_width(self, text: str) -> float:
        """Width of a line of text in the small typeface."""
        return self._small.horizontalAdvance(text)

    def height(self, words: Words) -> float:
        """Height of all lines together."""
        return len(words.lines) * (self.small_line if words.small else self.line)


def fit(text: str, width: float, faces: Faces) -> Words:
    """Return the text set into `width`: whole if it fits, else small, else small on as many lines as it takes."""
    if not text or faces.width(text) <= width:
        return Words((text,))
    ordinal = _ORDINAL.match(text)
    rest = text[ordinal.end() :] if ordinal else ""
    is_apart = 0 < len(rest) <= 6
    if is_apart and faces.width(rest) <= width:
        return Words((text[: -len(rest)], rest))
    if faces.small_width(text) <= width:
        return Words((text,), small=True)
    if is_apart and faces.small_width(rest) <= width:
        return Words((text[: -len(rest)], rest), small=True)
    return Words(tuple(_balanced(text, width, faces.small_width)), small=True)


def stacked(text: str) -> Words:
    """Return the text one character above another, an ordinal such as 三、 kept together."""
    ordinal = _ORDINAL.match(text)
    start = ordinal.end() if ordinal else 0
    return Words(tuple(filter(None, (text[:start], *text[start:]))))


def _balanced(text: str, width: float, measure: Callable[[str], float]) -> Sequence[str]:
    """As few lines as the width allows, of about the same length."""
    fewest = len(_wrapped(text, width, measure))
    narrow = measure(text) / fewest
    while narrow < width and len(_wrapped(text, narrow, measure)) > fewest:
        narrow += width / 40
    return _wrapped(text, min(narrow, width), measure)


def _wrapped(text: str, width: float, measure: Callable[[str], float]) -> Sequence[str]:
    """Lines filled one after another, broken where Chinese may be broken."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and measure(line + piece) > width:
            lines.append(line)
            line = ""
        line += piece
    return [*lines, line]


def _pieces(text: str) -> Sequence[str]:
    """The text cut wherever a line may end: nowhere before closing punctuation, after an opening mark, in a number."""
    pieces: list[str] = []
    for character in text:
        glued = pieces and (
            character in _NEVER_FIRST
            or pieces[-1][-1] in _NEVER_LAST
            or (character.isascii() and pieces[-1][-1].isascii())
        )
        if glued:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
