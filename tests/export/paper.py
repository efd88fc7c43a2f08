"""Reads a PDF back as a reader with a ruler would: characters with their faces, sizes and places. Points from the top."""

import ctypes
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
_AIR = re.compile(r"(?<=[\u3400-\u9fff]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[\u3400-\u9fff])")
"""Readers copy a blank where digits stand a little apart from Chinese characters."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character: face, size, where it stands on the base line, and the box of its ink."""

    text: str
    face: str
    size: float
    x: float
    base: float
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class PrintedPage:
    """The characters of a page in reading order."""

    glyphs: tuple[Glyph, ...]
    text: str

    @cached_property
    def rows(self) -> list[list[Glyph]]:
        """Characters on the same base line, from left to right, top line first."""
        lines = defaultdict(list)
        for glyph in self.glyphs:
            lines[round(glyph.base, 1)].append(glyph)
        return [sorted(lines[base], key=lambda glyph: glyph.x) for base in sorted(lines)]

    def lines(self, size: float) -> list[str]:
        """The text of the rows that are set in this size."""
        return ["".join(glyph.text for glyph in row) for row in self.rows if abs(row[0].size - size) < 0.01]

    def of_size(self, size: float) -> list[Glyph]:
        return [glyph for glyph in self.glyphs if abs(glyph.size - size) < 0.01]


@dataclass(frozen=True)
class Paper:
    """A PDF that was read."""

    pages: tuple[PrintedPage, ...]
    bookmarks: tuple[tuple[int, str, int], ...]
    information: dict[str, str]

    @property
    def text(self) -> str:
        """The whole text as a reader copies it, line ends and the room around digits left out."""
        copied = "".join(page.text for page in self.pages).replace("\r", "").replace("\n", "")
        return _AIR.sub("", copied)


def read(data: bytes) -> Paper:
    """Read a PDF with pdfium."""
    document = pypdfium2.PdfDocument(data)
    pages = tuple(_page(page) for page in document)
    marks = tuple(
        (mark.level, mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()
    )
    information = {name: document.get_metadata_value(name) for name in ("Title", "Author", "Subject")}
    document.close()
    return Paper(pages, marks, information)


def pitches(page: PrintedPage, size: float) -> set[float]:
    """The distances between neighbouring base lines of this size, in 1/10 pt."""
    bases = sorted({round(glyph.base, 2) for glyph in page.of_size(size)})
    return {round(below - above, 1) for above, below in pairwise(bases)}


def _page(page: pypdfium2.PdfPage) -> PrintedPage:
    height = page.get_height()
    words = page.get_textpage()
    glyphs = tuple(
        _glyph(words.raw, at, height)
        for at in range(words.count_chars())
        if not pdfium.FPDFText_IsGenerated(words.raw, at) and pdfium.FPDFText_GetUnicode(words.raw, at) > 32
    )
    printed = PrintedPage(glyphs, words.get_text_range())
    words.close()
    page.close()
    return printed


def _glyph(words: object, at: int, height: float) -> Glyph:
    box = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(words, at, *box)
    left, right, bottom, top = (side.value for side in box)
    x, base = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(words, at, x, base)
    name = ctypes.create_string_buffer(100)
    pdfium.FPDFText_GetFontInfo(words, at, name, 100, ctypes.c_int())
    return Glyph(
        chr(pdfium.FPDFText_GetUnicode(words, at)),
        name.value.decode().partition("+")[2] or name.value.decode(),
        pdfium.FPDFText_GetFontSize(words, at),
        x.value,
        height - base.value,
        left,
        height - top,
        right,
        height - bottom,
    )
