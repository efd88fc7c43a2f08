"""The characters of a PDF page with their places, and the lines of text that they make."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2
from pypdfium2 import raw

WIDE_GAP: Final = 1.15
"""Of the type size: beyond this, two words of a line stand in two columns."""
WORD_GAP: Final = 0.2
"""Of the type size: beyond this, two Latin words are two."""
LABEL_GAP: Final = 0.35
"""Of the height of a character, which is up to half more than its width: beyond this, a label and a number are two."""
_SAME_LINE: Final = 0.45
"""Of the type size: base lines closer than this are one line."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its box in points, y upwards from the foot of the page as it is seen."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the box."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; a tab stands between words of different columns."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


def glyphs_of(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return the page's visible characters; blanks are left out, the gaps tell."""
    text = page.get_textpage()
    rotation, width, height = page.get_rotation(), page.get_width(), page.get_height()
    box = raw.FS_RECTF()
    found = []
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if (
            code <= 0x20
            or code in (0xA0, 0x3000, 0xFFFE, 0xFFFF)
            or raw.FPDFText_IsGenerated(text, index) == 1
        ):
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
            continue
        left, bottom, right, top = _turned(
            (box.left, box.bottom, box.right, box.top), rotation, width, height
        )
        found.append(Glyph(chr(code), left, right, bottom, top, max(top - bottom, 1.0)))
    text.close()
    return found


def _turned(
    box: tuple[float, float, float, float], rotation: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """A box on the page as it is shown; `width` and `height` are those of the shown page."""
    left, bottom, right, top = box
    if rotation == 90:
        return bottom, height - right, top, height - left
    if rotation == 180:
        return width - right, height - top, width - left, height - bottom
    if rotation == 270:
        return width - top, left, width - bottom, right
    return box


def lines_of(glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """Yield the lines of text from top to bottom."""
    for row in _rows(glyphs):
        yield Line(
            words_of(row),
            row[0].left,
            row[-1].right,
            min(glyph.bottom for glyph in row),
            max(glyph.top for glyph in row),
            sorted(glyph.size for glyph in row)[len(row) // 2],
        )


def text_of(glyphs: Iterable[Glyph]) -> str:
    """Return the words of a table cell, line under line."""
    return "\n".join(words_of(row, columns=False) for row in _rows(glyphs))


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    level = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.middle[1]):
        if row and level - glyph.middle[1] > _SAME_LINE * min(glyph.size, row[0].size):
            yield sorted(row, key=lambda glyph: glyph.left)
            row = []
        if not row:
            level = glyph.middle[1]
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda glyph: glyph.left)


def words_of(row: Iterable[Glyph], *, columns: bool = True) -> str:
    """Return the characters of one line as words: a wide gap is a tab, a gap between Latin words or numbers a space."""
    parts: list[str] = []
    before: Glyph | None = None
    for glyph in row:
        if before is not None:
            gap = glyph.left - before.right
            size = max(glyph.size, before.size)
            if columns and gap > WIDE_GAP * size:
                parts.append("\t")
            elif gap > (WORD_GAP if before.text.isascii() and glyph.text.isascii() else LABEL_GAP) * size:
                parts.append(" ")
        parts.append(glyph.text)
        before = glyph
    return "".join(parts)
