"""Which characters the program's own typefaces can print. Read from the faces themselves, so a new face counts at once."""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final

import resources

_BODY: Final = "FangSong"
"""The face of the texts; what it lacks is looked for in the fallback faces."""
_FALLBACK: Final = "Fallback"


@cache
def printable() -> frozenset[int]:
    """Return the code points that a text can be printed with: those of its face and of the fallback faces.

    Raises FileNotFoundError where the faces are missing, a broken installation.
    """
    return frozenset(
        code
        for name in resources.names("fonts", ".ttf")
        if name.rpartition("/")[2].startswith((_BODY, _FALLBACK))
        for code in _codes(resources.path(name))
    )


def _codes(path: Path) -> Iterator[int]:
    """The code points that a TrueType file maps to a glyph (OpenType: cmap, formats 4 and 12)."""
    with path.open("rb") as file:
        (tables,) = struct.unpack(">4xH6x", file.read(12))
        for _ in range(tables):
            tag, start, length = struct.unpack(">4s4xLL", file.read(16))
            if tag == b"cmap":
                yield from _mapped(_read(file, start, length))
                return


def _read(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)


def _mapped(table: bytes) -> Iterator[int]:
    """The code points of the largest subtable for Unicode: format 12 where there is one, else format 4."""
    (count,) = struct.unpack_from(">2xH", table)
    starts = {struct.unpack_from(">4xL", table, 4 + 8 * number)[0] for number in range(count)}
    formats = {struct.unpack_from(">H", table, start)[0]: start for start in starts}
    if 12 in formats:
        yield from _groups(table, formats[12])
    elif 4 in formats:
        yield from _segments(table, formats[4])


def _groups(table: bytes, start: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">12xL", table, start)
    for number in range(count):
        first, last = struct.unpack_from(">LL", table, start + 16 + 12 * number)
        yield from range(first, last + 1)


def _segments(table: bytes, start: int) -> Iterator[int]:
    """Segments of consecutive codes. A segment may map a code to glyph 0, which is no glyph: that is looked up."""
    (twice,) = struct.unpack_from(">6xH", table, start)
    count, ends = twice // 2, start + 14
    for number in range(count):
        (last,) = struct.unpack_from(">H", table, ends + 2 * number)
        (first,) = struct.unpack_from(">H", table, ends + twice + 2 + 2 * number)
        (delta,) = struct.unpack_from(">H", table, ends + 2 * twice + 2 + 2 * number)
        place = ends + 3 * twice + 2 + 2 * number
        (offset,) = struct.unpack_from(">H", table, place)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = (
                struct.unpack_from(">H", table, place + offset + 2 * (code - first))[0] if offset else code
            )
            if (glyph + delta) % 0x10000 if glyph or not offset else 0:
                yield code
