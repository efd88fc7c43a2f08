"""Which characters of a document no typeface has: on paper each is a 〓, so whoever exports or prints is told before."""

from dataclasses import dataclass
from typing import Final

from export.typeset.faces import Faces
from export.typeset.fonts import font_book
from model.document import Document, Role, Table

_AROUND: Final = 6
"""Characters of the text that are shown before and after one that is missing."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that cannot be printed: the heading that it stands below, and the words around it."""

    character: str
    heading: str
    words: str

    @property
    def line(self) -> str:
        """One line for the clerk."""
        name = self.character if self.character.isprintable() else f"U+{ord(self.character):04X}"
        place = f"{self.heading}“{self.words}”" if self.heading else f"“{self.words}”"
        return f"印不出的字：{name}（{place}），PDF 和打印件上是〓"


def missing_in(document: Document, faces: Faces) -> tuple[Missing, ...]:
    """Return each character without a glyph at the first place where it stands. Raises FaceUnusable."""
    book = font_book(faces)
    found: dict[str, Missing] = {}
    heading = ""
    for block in document.blocks:
        texts = [cell.text for cell in block.cells] if isinstance(block, Table) else [block.text]
        if not isinstance(block, Table) and block.role is Role.HEADING1:
            heading = block.text
        for text in texts:
            for character in book.missing(text):
                at = text.index(character)
                words = text[max(at - _AROUND, 0) : at + _AROUND + 1]
                found.setdefault(character, Missing(character, heading, words))
    return tuple(found.values())
