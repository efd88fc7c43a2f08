"""Loaded typefaces: which of them has a character, and how wide it is."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from export.typeset.faces import FaceFile, Faces, Style
from export.typeset.truetype import TrueType

MISSING: Final = "〓"
"""Printed for a character that no face has: the printer's mark for a missing sort. Copied text has the character."""


@cache
def load(file: FaceFile) -> TrueType:
    """Return the face of a file, opened once. Raises FaceUnusable."""
    return TrueType(file.path, file.index)


@dataclass(frozen=True, slots=True)
class Sort:
    """A character in its face: the file of the face and the advance in 1/1000 of the type size."""

    font: FaceFile
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
        for file in self.faces.chain(style):
            face = load(file)
            glyph = face.glyph(ord(character))
            if glyph:
                return Sort(file, face.width(glyph))
        # The mark for a missing sort is printed instead, and is in one of the embedded faces at least.
        return self.sort(MISSING, style)

    def width(self, text: str, style: Style, size: float) -> float:
        """Return the text's natural width in pt."""
        return sum(self.sort(character, style).width for character in text) * size / 1000


@cache
def font_book(faces: Faces) -> FontBook:
    """Return the book of these faces, made once: it remembers what it has looked up."""
    return FontBook(faces)
