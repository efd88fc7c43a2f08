"""A TrueType face whose tables are read whole: read number by number, five faces take half of the time for a PDF."""

from collections.abc import Callable, Sequence
from struct import unpack_from
from typing import Final

from reportlab.pdfbase.ttfonts import TTFontFace

_UNICODE: Final = (3, 1)
"""Platform and encoding of a map from the characters of Unicode to glyphs."""
_SEGMENTS: Final = 4
"""The form of such a map that lists segments of characters, as nearly every face has it."""
_METRICS_IN_HHEA: Final = 34
_FORM_IN_HEAD: Final = 50
_SPACES: Final = (0x20, 0xA0)


class WholeFace(TTFontFace):
    """reportlab's face, read to the same result. A face with an unusual map of characters is left to reportlab."""

    _ttf_data: bytes
    _pdfScale: Callable[[int], float]

    def extractInfo(self, charInfo: bool | int = 1) -> None:
        """Read the file. Raises TTFError, and struct.error for a file that is cut off."""
        segments = self._segments() if charInfo else None
        super().extractInfo(bool(charInfo) and segments is None)
        if segments is None:
            return
        self.charToGlyph = _glyphs(segments)
        self._read_metrics()
        self._read_places()
        for space, other in (_SPACES, _SPACES[::-1]):
            if space in self.charToGlyph:
                self.charToGlyph[other] = self.charToGlyph[space]
                self.charWidths[other] = self.charWidths[space]
                break

    def _numbers(self, kind: str, count: int, start: int) -> tuple[int, ...]:
        """So many numbers of the file from `start` on: `H` of two bytes, `L` of four."""
        return unpack_from(f">{count}{kind}", self._ttf_data, start)

    def _segments(self) -> Sequence[int] | None:
        """The map that reportlab takes, the last one, as numbers of two bytes; None where it is an unusual one."""
        table, _ = self.get_table_pos("cmap")
        last = table + 4 + 8 * (self.get_ushort(table + 2) - 1)
        start = table + self.get_ulong(last + 4)
        form, length = self._numbers("H", 2, start)
        if self._numbers("H", 2, last) != _UNICODE or form != _SEGMENTS:
            return None
        return self._numbers("H", length // 2, start)

    def _read_metrics(self) -> None:
        """Widths by glyph and by character; the last width stands for all glyphs that have none of their own."""
        count = self.get_ushort(self.get_table_pos("hhea")[0] + _METRICS_IN_HHEA)
        start, _ = self.get_table_pos("hmtx")
        pairs = self._numbers("H", 2 * count, start)
        rest = self.numGlyphs - count
        advances = [*pairs[::2], *pairs[-2:-1] * rest]
        bearings = [*pairs[1::2], *self._numbers("H", rest, start + 4 * count)]
        widths = [self._pdfScale(advance) for advance in advances]
        self.hmetrics = list(zip(advances, bearings, strict=True))
        self.defaultWidth = widths[0]
        known = ((code, glyph) for code, glyph in self.charToGlyph.items() if glyph < self.numGlyphs)
        self.charWidths = {code: widths[glyph] for code, glyph in known}

    def _read_places(self) -> None:
        """Where each glyph's outline begins, and where the last one ends."""
        start, _ = self.get_table_pos("loca")
        if self.get_ushort(self.get_table_pos("head")[0] + _FORM_IN_HEAD):
            self.glyphPos = list(self._numbers("L", self.numGlyphs + 1, start))
        else:
            self.glyphPos = [2 * half for half in self._numbers("H", self.numGlyphs + 1, start)]


def _glyphs(numbers: Sequence[int]) -> dict[int, int]:
    """The glyphs by character of a map of segments (OpenType, cmap format 4)."""
    count = numbers[3] // 2
    ends, starts = numbers[7 : 7 + count], numbers[8 + count : 8 + 2 * count]
    deltas = numbers[8 + 2 * count : 8 + 3 * count]
    offsets = 8 + 3 * count
    found: dict[int, int] = {}
    for place, (start, end, delta) in enumerate(zip(starts, ends, deltas, strict=True), offsets):
        if numbers[place]:
            first = place + numbers[place] // 2
            for code, glyph in enumerate(numbers[first : first + end - start + 1], start):
                found[code] = (glyph + delta) & 0xFFFF if glyph else 0
        else:
            for code in range(start, end + 1):
                found[code] = (code + delta) & 0xFFFF
    return found
