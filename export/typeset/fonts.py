"""Loaded typefaces: which of them has a character, and how wide it is."""

from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics

from export.typeset.embedding import PdfFont
from export.typeset.faces import FaceFile, Faces, Style
from export.typeset.truetype import TrueType


@cache
def load(file: FaceFile) -> PdfFont:
    """Return the font of a file, opened once. Raises FaceUnusable."""
    font = PdfFont(f"{file.path.name}#{file.index}", TrueType(file.path, file.index))
    pdfmetrics.registerFont(font)
    return font


@dataclass(frozen=True, slots=True)
class Sort:
    """A character in its face: the font's name and the advance in 1/1000 of the type size."""

    font: str
    width: float


class FontBook:
    """Finds for each character and style the first face that has it."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._sorts: dict[tuple[Style, str], Sort] = {}

    def sort(self, character: str, style: Style) -> Sort:
        """Return the character's font and width. Raises FaceUnusable when a face's file cannot be read."""
        known = self._sorts.get((style, character))
        if known is None:
            known = self._sorts[style, character] = self._find(character, style)
        return known

    def _find(self, character: str, style: Style) -> Sort:
        code = ord(character)
        for file in self.faces.chain(style):
            font = load(file)
            glyph = font.face.glyph(code)
            if glyph:
                return Sort(font.fontName, font.face.width(glyph))
        font = load(self.faces.chain(style)[0])
        return Sort(font.fontName, 1000.0)

    def width(self, text: str, style: Style, size: float) -> float:
        """Return the text's natural width in pt."""
        return sum(self.sort(character, style).width for character in text) * size / 1000


@cache
def font_book(faces: Faces) -> FontBook:
    """Return the book of these faces, made once: it remembers what it has looked up."""
    return FontBook(faces)
