"""Embeds a typeface in a PDF: as one composite font with the glyphs that were used, and the way back to characters."""

import hashlib
from collections.abc import Sequence
from typing import Final, cast
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from export.typeset.truetype import TrueType

MISSING: Final = "〓"
"""Printed for a character that no face has: the printer's mark for a missing sort. Copied text has the character."""


class PdfFont:
    """A face that a canvas can set text in; what was used of it is embedded once, as a composite font.

    Follows reportlab's protocol for dynamic fonts (the same as its TTFont), which cuts a face into pieces of 256
    characters; a composite font keeps a Chinese text in one piece.
    """

    _dynamicFont = True
    _multiByte = True
    shapable = False

    def __init__(self, name: str, face: TrueType) -> None:
        self.fontName = name
        self.face = face
        self._used: WeakKeyDictionary[PDFDocument, dict[str, int]] = WeakKeyDictionary()
        self._names: WeakKeyDictionary[PDFDocument, str] = WeakKeyDictionary()

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Return the width of a text in pt."""
        return sum(self.face.width(self._glyph(character)) for character in text) * size / 1000

    def _glyph(self, character: str) -> int:
        return self.face.glyph(ord(character)) or self.face.glyph(ord(MISSING))

    def splitString(self, text: str, doc: PDFDocument, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """Return the text as bytes of subset 0: two for each character."""
        used = self._used.setdefault(doc, {})
        codes = (used.setdefault(character, len(used) + 1) for character in text)
        return [(0, b"".join(code.to_bytes(2, "big") for code in codes))]

    def getSubsetInternalName(self, subset: int, doc: PDFDocument) -> str:
        """Return the font's name in the PDF, and see to it that the font will be embedded."""
        if doc not in self._names:
            self._names[doc] = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = f"/{self._names[doc]}"
            doc.delayedFonts.append(self)
        return f"/{self._names[doc]}"

    def addObjects(self, doc: PDFDocument) -> None:
        """Put the font with the glyphs that were used into the PDF. Called by reportlab when the PDF is finished."""
        name = self._names[doc]
        characters = list(self._used[doc])
        glyphs = [0, *map(self._glyph, characters)]
        base = PDFName(f"{_tag(self.fontName)}+{self.face.name}")
        program = _stream(self.face.subset(glyphs))
        descriptor = PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 4,
                "FontBBox": PDFArray([round(side) for side in self.face.box]),
                "ItalicAngle": 0,
                "Ascent": 880,
                "Descent": -120,
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": doc.Reference(program, f"program:{name}"),
            }
        )
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": doc.Reference(descriptor, f"descriptor:{name}"),
                "CIDToGIDMap": PDFName("Identity"),
                "DW": 1000,
                "W": PDFArray([0, PDFArray([round(self.face.width(glyph), 1) for glyph in glyphs])]),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([doc.Reference(descendant, f"descendant:{name}")]),
                "ToUnicode": doc.Reference(_stream(_to_unicode(characters)), f"unicode:{name}"),
            }
        )
        fonts = cast(PDFDictionary, doc.idToObject["BasicFonts"])
        fonts[name] = doc.Reference(font, f"font:{name}")


def _stream(content: bytes) -> PDFStream:
    stream = PDFStream(content=content, filters=[PDFZCompress])
    stream.dictionary["Length1"] = len(content)
    return stream


def _tag(name: str) -> str:
    """Six capitals that mark a subset, the same for the same face."""
    digest = hashlib.sha256(name.encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(characters: Sequence[str]) -> bytes:
    """The CMap by which a reader gets characters back from codes, in blocks of at most 100 lines."""
    lines = [
        f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(characters, 1)
    ]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return _CMAP.format(body).encode("ascii")


_CMAP: Final = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
