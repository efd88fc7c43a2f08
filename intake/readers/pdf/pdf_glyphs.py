"""The characters of a PDF page with their places, and the lines of text that they make."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import pypdfium2
from pypdfium2 import raw

from intake.readers.marks import lowered, raised
from intake.readers.pdf.pdf_characters import Glyph, with_runs
from intake.readers.pdf.pdf_ink import Ink
from intake.readers.pdf.pdf_objects import address_of

WIDE_GAP: Final = 1.15
"""Of the type size: beyond this, two words of a line stand in two columns."""
WORD_GAP: Final = 0.2
"""Of the type size: beyond this, two Latin words are two."""
LABEL_GAP: Final = 0.35
"""Of the height of a character, which is up to half more than its width: beyond this, a label and a number are two."""
_SAME_LINE: Final = 0.45
"""Of the type size: base lines closer than this are one line."""
_SAME_PLACE: Final = 0.1
"""Of the type size: one character drawn twice this close is drawn for boldness, or in a second layer of text."""
_FEWEST_GAPS: Final = 8
"""Between Chinese characters, that show how a line is set."""
_FARTHEST: Final = 2.0
"""Points, for large type."""
_SPACED: Final = 0.0
"""Of the type size: two numbers with a blank between them in the file do not overlap."""
_OVER: Final = 0.3
"""Of the type size: a character that begins so far before the end of another is printed over it, and not beside it."""
_SMALL: Final = 0.8
"""Of the usual size: type smaller than this may be a note's mark beside a word."""
_LIFTED: Final = 0.15
"""Of the size of the word beside it: a small character whose foot stands higher is raised."""
_BESIDE: Final = 0.6
"""Of the size: a mark stands closer than this to its word."""
_BAND: Final = 20.0
"""Points: characters beside each other are in one band of the page or in the next."""
_INVISIBLE: Final = 3
"""The rendering mode of text that is there only to be searched (ISO 32000, 9.3.6)."""
UNKNOWN: Final = "\ufffd"
"""What stands for a character that is drawn, though the file does not say which one it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; a tab stands between words of different columns.

    `size` is the height of its characters' boxes, `type_size` what most of it is set in.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    type_size: float = 0.0


def glyphs_of(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return the page's visible characters, each once; blanks are left out, the gaps tell.

    Where hardly anything is drawn but text is laid over a picture of the page, that text is what there is to read.
    """
    text = page.get_textpage()
    box = raw.FS_RECTF()
    ink = Ink(page)
    seen: list[Glyph] = []
    unseen: list[Glyph] = []
    pieces: list[int] = []
    spaced = False
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1 or code in (0xFFFE, 0xFFFF):
            continue
        if not code and _is_drawn(text, index):
            code = ord(UNKNOWN)
        if code <= 0x20 or code in (0xA0, 0x3000):
            spaced = True
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
            continue
        left, bottom, right, top = place = (box.left, box.bottom, box.right, box.top)
        piece = raw.FPDFText_GetTextObject(text, index)
        drawn = raw.FPDFTextObj_GetTextRenderMode(piece) != _INVISIBLE
        size = max(top - bottom, 1.0)
        set_in = _type_size(text, index) or size
        hidden = chr(code).isdecimal() and ink.hides(text, index, place)
        glyph = Glyph(chr(code), left, right, bottom, top, size, set_in, spaced=spaced, hidden=hidden)
        (seen if drawn else unseen).append(glyph)
        if drawn:
            pieces.append(address_of(piece))
        spaced = False
    text.close()
    set_apart = with_runs(seen, pieces)
    return list(_once(set_apart if len(seen) * 4 > len(unseen) else set_apart + unseen))


def _is_drawn(text: pypdfium2.PdfTextPage, index: int) -> bool:
    """Whether a character has a shape: a blank has none."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    told = raw.FPDFText_GetCharBox(text, index, *map(ctypes.byref, (left, right, bottom, top)))
    return bool(told) and right.value > left.value and top.value > bottom.value


def _type_size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """The size of the type that a character is set in, in points of the page; 0 where the file does not tell."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
        return 0.0
    larger = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    return float(abs(raw.FPDFText_GetFontSize(text, index)) * larger)


def _once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The characters without those that stand in the very place of the same one before."""
    near: dict[tuple[str, int, int], list[tuple[float, float]]] = {}
    for glyph in glyphs:
        x, y = glyph.middle
        bound = min(_SAME_PLACE * glyph.size, _FARTHEST)
        column, row = round(x / _FARTHEST), round(y / _FARTHEST)
        around = (
            place
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for place in near.get((glyph.text, column + across, row + down), ())
        )
        if not any(abs(left - x) <= bound and abs(level - y) <= bound for left, level in around):
            near.setdefault((glyph.text, column, row), []).append((x, y))
            yield glyph


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
            sorted(glyph.type_size for glyph in row)[len(row) // 2],
        )


def text_of(glyphs: Iterable[Glyph]) -> str:
    """Return the words of a table cell, line under line."""
    return "\n".join(words_of(row, columns=False) for row in _rows(glyphs))


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """The characters line by line, from left to right; small ones beside a word are its raised or lowered marks."""
    every = list(glyphs)
    marks = _marks(every)
    rows = list(_levels(glyph for glyph in every if glyph not in marks))
    alone = []
    for glyph in sorted(marks, key=lambda glyph: glyph.left):
        row, mark = _mark_in(rows, glyph)
        if row is None:
            alone.append(glyph)
        else:
            row.append(mark)
    rows += _levels(alone)
    for row in sorted(rows, key=lambda row: -row[0].middle[1]):
        yield _in_words(row)


def _in_words(row: Iterable[Glyph]) -> list[Glyph]:
    """The characters of a line from left to right, each word whole, also where another is printed over it."""
    ordered = sorted(row, key=lambda glyph: glyph.left)
    begins: dict[int, float] = {}
    for glyph in ordered:
        begins.setdefault(glyph.run, glyph.left)
    return sorted(
        ordered, key=lambda glyph: (begins[glyph.run] if glyph.run else glyph.left, glyph.run, glyph.left)
    )


def _marks(glyphs: Sequence[Glyph]) -> set[Glyph]:
    """The characters that are smaller than a word right beside them, or stand beside such a one: [1] is three."""
    usual = sorted(glyph.type_size for glyph in glyphs)[len(glyphs) // 2] if glyphs else 0.0
    bands: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        bands.setdefault(round(glyph.middle[1] / _BAND), []).append(glyph)
    marks: set[Glyph] = set()
    for glyph in sorted(glyphs, key=lambda glyph: glyph.left):
        if glyph.type_size < _SMALL * usual:
            band = round(glyph.middle[1] / _BAND)
            near = (other for place in (band - 1, band, band + 1) for other in bands.get(place, ()))
            if any(
                (other in marks or glyph.type_size < _SMALL * other.type_size) and _is_beside(glyph, other)
                for other in near
            ):
                marks.add(glyph)
    return marks


def _is_beside(glyph: Glyph, word: Glyph) -> bool:
    """Whether a small character stands right beside another, at its height."""
    beside = _BESIDE * word.size
    level = word.bottom < glyph.middle[1] < word.top + _LIFTED * word.size
    return level and (abs(glyph.left - word.right) < beside or abs(word.left - glyph.right) < beside)


def _levels(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters of about one size whose middles are level."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.middle[1]):
        if row and row[0].middle[1] - glyph.middle[1] > _SAME_LINE * min(glyph.size, row[0].size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _mark_in(rows: Iterable[list[Glyph]], glyph: Glyph) -> tuple[list[Glyph] | None, Glyph]:
    """The line in which a small character stands beside a larger one, and the character as its mark."""
    for row in rows:
        word = row[0]
        if any(_is_beside(glyph, other) for other in row):
            if glyph.bottom > word.bottom + _LIFTED * word.size:
                return row, replace(glyph, text=raised(glyph.text))
            if glyph.bottom < word.bottom:
                return row, replace(glyph, text=lowered(glyph.text))
            return row, glyph
    return None, glyph


def words_of(row: Iterable[Glyph], *, columns: bool = True) -> str:
    """Return the characters of one line as words: a wide gap is a tab, a gap between Latin words or numbers a space.

    What a whole line is stretched by to reach the margin parts no words from a number.
    """
    row = list(row)
    stretch = _stretch(row)
    parts: list[str] = []
    before: Glyph | None = None
    for glyph in row:
        if before is not None and not (before.run and before.run == glyph.run):
            gap = glyph.left - before.right
            size = max(glyph.size, before.size)
            if columns and gap > WIDE_GAP * size:
                parts.append("\t")
            elif gap > _least_gap(before, glyph, stretch) * size or _is_over(before, glyph, -gap / size):
                parts.append(" ")
        parts.append(glyph.text)
        before = glyph
    return "".join(parts)


def _is_over(before: Glyph, glyph: Glyph, overlap: float) -> bool:
    """Return whether a character is printed over another; marks are set close to each other, over their empty halves."""
    return overlap > _OVER and before.text.isalnum() and glyph.text.isalnum()


def _stretch(row: Sequence[Glyph]) -> float:
    """Of the type size: how far apart the Chinese characters of a line are set, 0 where there are few of them."""
    gaps = sorted(
        (right.left - left.right) / max(left.size, right.size)
        for left, right in pairwise(row)
        if not (left.text.isascii() or right.text.isascii())
    )
    return max(gaps[len(gaps) // 2], 0.0) if len(gaps) >= _FEWEST_GAPS else 0.0


def _least_gap(before: Glyph, glyph: Glyph, stretch: float) -> float:
    """Of the type size: beyond this, two characters side by side belong to two words."""
    if not (before.text.isascii() and glyph.text.isascii()):
        return LABEL_GAP + stretch
    return _SPACED if glyph.spaced else WORD_GAP
