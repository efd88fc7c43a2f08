"""Reads a TrueType file: which glyph a character has, how wide it is, and a subset with the glyphs that were used.

A Chinese face has tens of thousands of glyphs and a document uses some hundreds, so nothing is read ahead: the file
is mapped into memory and looked up in place. Tables and formats are those of the OpenType specification 1.9.
"""

import mmap
import re
import struct
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from model.errors import AssistantError

_COPIED: Final = ("cvt ", "fpgm", "prep")
_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080


class FaceUnusable(AssistantError):
    """A typeface file cannot be read or has no TrueType outlines."""


class TrueType:
    """One face of a .ttf or .ttc file. Lengths are given in 1/1000 of the type size, as PDF wants them."""

    def __init__(self, path: Path, index: int = 0) -> None:
        """Open the face. Raises FaceUnusable."""
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._tables = dict(self._directory(index))
            self._em = self._number("H", "head", 18)
            self._metrics = self._number("H", "hhea", 34)
            self._glyphs = self._number("H", "maxp", 4)
            self._long_loca = self._number("h", "head", 50) == 1
            self._outlines = self._tables["glyf"][0]
            self.name = self._postscript_name() or re.sub(r"[^A-Za-z0-9-]", "", path.stem) or "Face"
            self.glyph: Callable[[int], int] = self._character_map()
        except (OSError, ValueError, KeyError, struct.error) as cause:
            raise FaceUnusable(f"字体文件“{path.name}”不能使用，请另选字体。") from cause

    def _directory(self, index: int) -> Iterator[tuple[str, tuple[int, int]]]:
        start = 0
        if self._data[:4] == b"ttcf":
            start = struct.unpack_from(">I", self._data, 12 + 4 * index)[0]
        for entry in range(struct.unpack_from(">H", self._data, start + 4)[0]):
            tag, _, offset, length = struct.unpack_from(">4sIII", self._data, start + 12 + 16 * entry)
            yield tag.decode("latin-1"), (offset, length)

    def _number(self, kind: str, table: str, offset: int) -> int:
        return int(struct.unpack_from(f">{kind}", self._data, self._tables[table][0] + offset)[0])

    def _table(self, tag: str) -> bytes:
        offset, length = self._tables[tag]
        return self._data[offset : offset + length]

    def _postscript_name(self) -> str:
        """Name 6 of the name table, letters, digits and hyphens only."""
        table = self._table("name")
        count, strings = struct.unpack_from(">HH", table, 2)
        for entry in range(count):
            platform, _, _, name, length, offset = struct.unpack_from(">6H", table, 6 + 12 * entry)
            if name == 6:
                raw = table[strings + offset : strings + offset + length]
                text = raw.decode("utf-16-be" if platform in (0, 3) else "latin-1", "ignore")
                return re.sub(r"[^A-Za-z0-9-]", "", text)
        return ""

    def _character_map(self) -> Callable[[int], int]:
        """The best Unicode cmap subtable: format 12 (all of Unicode), else format 4 (U+0000 to U+FFFF)."""
        table = self._table("cmap")
        offsets = {}
        for entry in range(struct.unpack_from(">H", table, 2)[0]):
            platform, encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * entry)
            if platform == 0 or (platform, encoding) in ((3, 1), (3, 10)):
                offsets[struct.unpack_from(">H", table, offset)[0]] = offset
        if 12 in offsets:
            return _format_12(table[offsets[12] :])
        return _format_4(table[offsets[4] :])

    def width(self, glyph: int) -> float:
        """Return a glyph's advance."""
        row = min(glyph, self._metrics - 1)
        return self._number("H", "hmtx", 4 * row) * 1000 / self._em

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The box that holds every glyph: left, bottom, right, top."""
        sides = struct.unpack_from(">4h", self._data, self._tables["head"][0] + 36)
        return (sides[0] * 1000 / self._em, sides[1] * 1000 / self._em,
                sides[2] * 1000 / self._em, sides[3] * 1000 / self._em)  # fmt: skip

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """Return a TrueType file in which glyph n is `glyphs[n]`; parts of composite glyphs follow after them."""
        order = list(glyphs)
        place = {glyph: number for number, glyph in reversed(list(enumerate(order)))}
        outlines: list[bytes] = []
        while len(outlines) < len(order):
            outline = self._outline(order[len(outlines)])
            for at in _components(outline):
                part = struct.unpack_from(">H", outline, at)[0]
                if part not in place:
                    place[part] = len(order)
                    order.append(part)
                outline = outline[:at] + struct.pack(">H", place[part]) + outline[at + 2 :]
            outlines.append(outline + b"\0" * (-len(outline) % 4))
        return self._file(order, outlines)

    def _outline(self, glyph: int) -> bytes:
        if glyph >= self._glyphs:
            return b""
        start, end = (
            self._number("I", "loca", 4 * number)
            if self._long_loca
            else 2 * self._number("H", "loca", 2 * number)
            for number in (glyph, glyph + 1)
        )
        return self._data[self._outlines + start : self._outlines + end]

    def _file(self, order: Sequence[int], outlines: Sequence[bytes]) -> bytes:
        count = len(order)
        tables: dict[str, bytes] = {tag: self._table(tag) for tag in _COPIED if tag in self._tables}
        offsets = [0]
        for outline in outlines:
            offsets.append(offsets[-1] + len(outline))
        tables["glyf"] = b"".join(outlines)
        tables["loca"] = struct.pack(f">{count + 1}I", *offsets)
        tables["hmtx"] = b"".join(map(self._metric, order))
        tables["head"] = _with(self._table("head"), 50, 1)
        tables["hhea"] = _with(self._table("hhea"), 34, count)
        tables["maxp"] = _with(self._table("maxp"), 4, count)
        return _assembled(tables)

    def _metric(self, glyph: int) -> bytes:
        """Advance and left bearing; past the last full pair the table has bearings only."""
        start = self._tables["hmtx"][0]
        last = self._metrics - 1
        if glyph <= last:
            return self._data[start + 4 * glyph : start + 4 * glyph + 4]
        bearing = start + 4 * self._metrics + 2 * (glyph - self._metrics)
        return self._data[start + 4 * last : start + 4 * last + 2] + self._data[bearing : bearing + 2]


def _assembled(tables: Mapping[str, bytes]) -> bytes:
    """A TrueType file of these tables; checksums are left out, which a PDF's reader does not ask for."""
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">I4H", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    offset = len(head) + 16 * count
    body = []
    for tag, table in sorted(tables.items()):
        head += struct.pack(">4sIII", tag.encode("latin-1"), 0, offset, len(table))
        body.append(table + b"\0" * (-len(table) % 4))
        offset += len(body[-1])
    return head + b"".join(body)


def _with(table: bytes, offset: int, number: int) -> bytes:
    return table[:offset] + struct.pack(">H", number) + table[offset + 2 :]


def _components(outline: bytes) -> Iterable[int]:
    """Where in a composite glyph the numbers of its parts stand."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags = struct.unpack_from(">H", outline, at)[0]
        yield at + 2
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0


def _format_4(table: bytes) -> Callable[[int], int]:
    count = struct.unpack_from(">H", table, 6)[0] // 2
    columns = struct.unpack_from(f">{4 * count + 1}H", table, 14)
    ends, starts = columns[:count], columns[count + 1 : 2 * count + 1]
    deltas, ranges = columns[2 * count + 1 : 3 * count + 1], columns[3 * count + 1 :]

    def glyph(code: int) -> int:
        segment = bisect_left(ends, code)
        if segment == count or code < starts[segment]:
            return 0
        if not ranges[segment]:
            return int(code + deltas[segment]) & 0xFFFF
        at = 16 + 6 * count + 2 * segment + ranges[segment] + 2 * (code - starts[segment])
        found = struct.unpack_from(">H", table, at)[0]
        return int(found + deltas[segment]) & 0xFFFF if found else 0

    return glyph


def _format_12(table: bytes) -> Callable[[int], int]:
    count = struct.unpack_from(">I", table, 12)[0]
    groups = struct.unpack_from(f">{3 * count}I", table, 16)
    starts, ends, firsts = groups[0::3], groups[1::3], groups[2::3]

    def glyph(code: int) -> int:
        group = bisect_left(ends, code)
        if group == count or code < starts[group]:
            return 0
        return int(firsts[group] + code - starts[group])

    return glyph
