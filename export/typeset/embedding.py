"""Embeds a typeface in a PDF: as one composite font with the glyphs that were used, and the way back to characters."""

import hashlib
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from export.typeset.faces import FaceFile
from export.typeset.fonts import MISSING, load
from export.typeset.pdf_file import PdfFile
from export.typeset.truetype import TrueType


class EmbeddedFont:
    """What one document uses of a face. Characters are numbered in the order of their first use."""

    def __init__(self, file: FaceFile, name: str) -> None:
        """Open the face under its name in the PDF: F1. Raises FaceUnusable."""
        self.name = name
        self._face = load(file)
        self._codes: dict[tuple[str, bool], int] = {}

    def encoded(self, text: str, *, tight: bool = False) -> str:
        """Return the text as the PDF shows it: four hexadecimal digits a character.

        `tight`: the last character is a mark that the next one overlaps; it is told to be half as wide, because
        readers that go by widths take what overlaps for another line.
        """
        codes = self._codes
        keys = [(character, False) for character in text]
        if tight:
            keys[-1] = (text[-1], True)
        return "".join([f"{codes.setdefault(key, len(codes) + 1):04X}" for key in keys])

    def width(self, text: str) -> float:
        """Return the text's natural width in parts of the size."""
        return sum(self._face.width(self._face.glyph(ord(character))) for character in text) / 1000

    def put(self, file: PdfFile) -> int:
        """Put the font with the glyphs that were used into the file and return its object's number."""
        characters = [character for character, _ in self._codes]
        mark = self._face.glyph(ord(MISSING))
        glyphs = (0, *(self._face.glyph(ord(character)) or mark for character in characters))
        packed, length = _program(self._face, glyphs)
        program = file.stream(packed, f" /Length1 {length}")
        digest = hashlib.sha256(repr(glyphs).encode()).digest()
        base = f"/{''.join(chr(ord('A') + byte % 26) for byte in digest[:6])}+{self._face.name}"
        box = " ".join(str(round(side)) for side in self._face.box)
        descriptor = file.put(
            f"<< /Type /FontDescriptor /FontName {base} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 "
            f"/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontFile2 {program} 0 R >>"
        )
        halved = (False, *(tight for _, tight in self._codes))
        widths = " ".join(
            f"{self._face.width(glyph) - 500 * tight:.0f}"
            for glyph, tight in zip(glyphs, halved, strict=True)
        )
        descendant = file.put(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {base} /CIDToGIDMap /Identity /DW 1000 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            f"/FontDescriptor {descriptor} 0 R /W [0 [{widths}]] >>"
        )
        unicode = file.stream(zlib.compress(_to_unicode(characters)))
        return file.put(
            f"<< /Type /Font /Subtype /Type0 /BaseFont {base} /Encoding /Identity-H "
            f"/DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>"
        )


@lru_cache(maxsize=16)
def _program(face: TrueType, glyphs: tuple[int, ...]) -> tuple[bytes, int]:
    """The subset, compressed, and its length before; remembered for the next print of the same words."""
    content = face.subset(glyphs)
    return zlib.compress(content), len(content)


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
