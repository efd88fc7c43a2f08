"""Loaded typefaces: which of them has a character, how wide it is, and how reportlab embeds them."""

import re
import struct
import unicodedata
from dataclasses import dataclass
from functools import cache
from math import fsum
from typing import Final, cast
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.pdfmetrics import getFont, registerFont
from reportlab.pdfbase.ttfonts import TTEncoding, TTFError, TTFont

from export.typeset.breaks import BLANK_LEFT, BLANK_RIGHT, clean, is_western
from export.typeset.faces import FaceFile, Faces, Style
from export.typeset.truetype import WholeFace
from model.errors import AssistantError

MISSING: Final = "〓"
"""Printed for a character that no face has: the printer's mark for a missing sort. Copied text has the character."""
_TIGHT: Final = {mark: chr(0xD800 + n) for n, mark in enumerate(sorted(BLANK_LEFT | BLANK_RIGHT))}
"""Full-width marks with half their width, under codes that stand for no character and so are in no text."""
_EM: Final = 1000.0
"""The width of a full-width character, in 1/1000 of the type size."""
_LOOSE: Final = {code: mark for mark, code in _TIGHT.items()}
_NOT_PLAIN: Final = re.compile(r"<(D8[0-9A-F]{2}|[0-9A-F]{5,6})>")


class FaceUnusable(AssistantError):
    """A typeface file cannot be read, has no TrueType outlines or may not be embedded."""


class Font(TTFont):
    """reportlab's TrueType font, with marks of half their width and with text that is copied as it was written."""

    def __init__(self, file: FaceFile) -> None:
        # Not TTFont's own, which opens a TTFontFace: a WholeFace is the same, open in a tenth of the time.
        self.fontName = f"{file.path}#{file.index}"
        self.face = WholeFace(str(file.path), subfontIndex=file.index)
        self.encoding = TTEncoding()
        self.state = WeakKeyDictionary()
        self.shapable = self._asciiReadable = False
        if self.has(MISSING):
            # Most of Fandol's faces say that it is half as wide as it is drawn; the next character would stand on it.
            self.face.charWidths[ord(MISSING)] = _EM
        for mark, code in _TIGHT.items():
            if self.has(mark):
                self._alias(code, mark, self.width(mark) / 2)

    def has(self, character: str) -> bool:
        """Whether the face has a glyph for the character."""
        return bool(self.face.charToGlyph.get(ord(character)))

    def width(self, character: str) -> float:
        """Return a character's advance in 1/1000 of the type size."""
        return float(self.face.charWidths[ord(character)])

    def stand_in(self, character: str, printed: str) -> None:
        """Print another character wherever this one comes; copied text has this one."""
        self._alias(character, printed, self.width(printed))

    def _alias(self, code: str, character: str, width: float) -> None:
        self.face.charToGlyph[ord(code)] = self.face.charToGlyph[ord(character)]
        self.face.charWidths[ord(code)] = width

    def addObjects(self, doc: PDFDocument) -> None:
        """Put the font into the PDF. The way back to characters, which reportlab writes for U+0000 to U+FFFF, is mended."""
        super().addObjects(doc)
        for name, made in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and isinstance(made, PDFStream):
                made.content = _NOT_PLAIN.sub(_utf_16, made.content)


def _utf_16(code: re.Match[str]) -> str:
    character = chr(int(code[1], 16))
    return f"<{_LOOSE.get(character, character).encode('utf-16-be').hex().upper()}>"


def tightened(text: str) -> str:
    """Return the text with its last character, a full-width mark, told to be half as wide.

    Readers that go by widths take what overlaps for another line.
    """
    return text[:-1] + _TIGHT.get(text[-1], text[-1])


@cache
def load(file: FaceFile) -> Font:
    """Return the font of a file, opened once and known to reportlab by its `fontName`. Raises FaceUnusable.

    Two files of one face are one font to reportlab: the one opened first.
    """
    try:
        font = Font(file)
    except (TTFError, OSError, ValueError, KeyError, IndexError, struct.error) as cause:
        raise FaceUnusable(f"字体文件“{file.path.name}”不能使用，请另选字体。") from cause
    registerFont(font)
    return cast(Font, getFont(font.fontName))


@dataclass(frozen=True, slots=True)
class Sort:
    """A character in its face: the font's name, the advance in 1/1000 of the type size, and whether it is `missing`."""

    font: str
    width: float
    missing: bool = False


class FontBook:
    """Finds for each character and style the first face that has it; a face is opened when it is first looked into."""

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
        files = self.faces.chain(style, western=is_western(character))
        for wanted in (character, *same_shape(character), MISSING):
            for font in map(load, files):
                if font.has(wanted):
                    if wanted != character:
                        font.stand_in(character, wanted)
                    return Sort(font.fontName, font.width(wanted), missing=wanted == MISSING != character)
        raise FaceUnusable(f"字体文件“{files[0].path.name}”缺少常用字，请另选字体。")

    def missing(self, text: str) -> str:
        """Return the characters of a text that no face has, each once. Raises FaceUnusable."""
        different = dict.fromkeys(clean(text))
        return "".join(character for character in different if self.sort(character, Style.FANGSONG).missing)

    def width(self, text: str, style: Style, size: float) -> float:
        """Return the text's natural width in pt."""
        return fsum(self.sort(character, style).width for character in text) * size / 1000


def same_shape(character: str) -> str:
    """Return the character that looks the same, "" where there is none: that of a radical, of a compatibility form."""
    other = unicodedata.normalize("NFKC", character)
    return other if len(other) == 1 and other != character and _is_chinese(other) else ""


def _is_chinese(character: str) -> bool:
    return unicodedata.category(character) == "Lo" and unicodedata.east_asian_width(character) == "W"


@cache
def font_book(faces: Faces) -> FontBook:
    """Return the book of these faces, made once: it remembers what it has looked up."""
    return FontBook(faces)
