"""Builds the typefaces of `resources/fonts` from the packages in which they are published.

    python tools/build_faces.py INPUTS OUTPUT [NAME …]

INPUTS is a folder into which these packages were unpacked: of Debian `texlive-lang-chinese` (Fandol 0.3), `unicode-data`
(the Unihan database), `fonts-hanazono` and `fonts-liberation2`; of npm `@expo-google-fonts/noto-serif-sc`. It needs
`fonttools` and `shapely`, which the program itself does without. NAME picks some of the faces.

What is changed against the originals, and when, is told in each file's name table (record 10) and in README.md.
"""

import bz2
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from fontTools.merge import Merger
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.scaleUpem import scale_upem
from shapely.geometry import LinearRing, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

DATE: Final = "2026-11-29"
"""When the changes below were last made."""
_DESCRIPTION: Final = 10
"""The record of the name table that describes a face."""
_FANDOL: Final = {
    "FangSong": "FandolFang-Regular",
    "Hei": "FandolHei-Regular",
    "Kai": "FandolKai-Regular",
    "Song": "FandolSong-Regular",
    "Song-Bold": "FandolSong-Bold",
}
_FALLBACK: Final = "Fallback-Song"
_RARE: Final = "Rare-Song"
_LATIN: Final = "Latin"
_CURVE_ERROR: Final = 1.5
"""How far a quadratic curve may lie from the cubic one, in 1/1000 em."""
_THINNER: Final = {"，、；": 8.0, "《》〈〉“”‘’": 9.0, "（）〔〕！？": 7.0, "：": 4.0, "。": 4.0}
"""Marks of FangSong whose strokes are half as heavy again as those of its characters, and what is taken off all around
them, in 1/1000 em."""
_FLAT: Final = 8
"""Straight pieces that stand for a curve of a mark that is made thinner."""
_RARE_UNITS: Final = 256
"""Units of the em of the rare characters: two to a dot of a 600 dpi printer at the size of body text."""
_IN_USE: Final = (
    "kMandarin", "kCantonese", "kHanyuPinyin", "kXHC1983", "kTGH", "kUnihanCore2020", "kDefinition", "kPhonetic",
    "kSemanticVariant", "kSimplifiedVariant", "kTraditionalVariant", "kIRG_HSource", "kIRG_JSource", "kKoreanName",
    "kRSAdobe_Japan1_6", "kSpoofingVariant",
)  # fmt: skip
"""Unihan's fields of characters that somebody reads aloud or writes, as names are. The others of extension B are known
from one dictionary alone."""
_ROUGHER: Final = 0.6
"""How far the straight outline of a rare character may lie from the true one, in its own units."""
_EXTENSIONS: Final = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x2A6E0))
_SYMBOLS: Final = (*range(0x2000, 0x2E80), *range(0x3000, 0x3400), *range(0xA0, 0x180))
_TABLES_DROPPED: Final = [
    "GPOS",
    "GSUB",
    "BASE",
    "VORG",
    "vhea",
    "vmtx",
    "DSIG",
    "FFTM",
    "GDEF",
    "gasp",
    "PfEd",
]


def main(inputs: Path, output: Path, wanted: Iterable[str]) -> None:
    """Build the faces named, or all."""
    output.mkdir(parents=True, exist_ok=True)
    unihan = _unihan(inputs)
    listed = {code for code, fields in unihan.items() if "kTGH" in fields}
    general = listed | _gbk() | set(_GENERAL)
    makers: dict[str, Callable[[], TTFont]] = {
        **{name: _fandol_maker(inputs, name, general) for name in _FANDOL},
        _FALLBACK: lambda: _fallback(inputs, output, listed),
        _RARE: lambda: _rare(inputs, output, unihan),
    }
    chosen = set(wanted) or {*makers, _LATIN}
    if _LATIN in chosen:
        # Unchanged: its licence keeps the name for the original.
        (output / f"{_LATIN}.ttf").write_bytes(_one(inputs, "LiberationSerif-Regular.ttf").read_bytes())
    for name, make in makers.items():
        if name in chosen:
            make().save(output / f"{name}.ttf")
            print(name, (output / f"{name}.ttf").stat().st_size)
    names = sorted((*makers, _LATIN))
    (output / "coverage.txt").write_text(
        _coverage(output / f"{name}.ttf" for name in names), encoding="ascii"
    )


_GENERAL: Final = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2000, 0x2070), *range(0x2100, 0x2300), *range(0x2460, 0x2500),
    *range(0x25A0, 0x2660), *range(0x3000, 0x3040), *range(0xFF00, 0xFFF0),
)  # fmt: skip
"""Letters, marks and signs beside the Chinese characters."""


def _coverage(faces: Iterable[Path]) -> str:
    """The characters that any of the faces has, as ranges: first and last code, hexadecimal, one range a line."""
    codes = sorted({code for path in faces for code, glyph in TTFont(path).getBestCmap().items() if glyph})
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{first:X} {last:X}\n" for first, last in ranges)


def _one(inputs: Path, name: str) -> Path:
    """The file of this name somewhere in the unpacked packages."""
    found = sorted(inputs.rglob(name))
    if not found:
        raise SystemExit(f"{name} is not below {inputs}: unpack the package that has it there")
    return found[-1]


def _unihan(inputs: Path) -> Mapping[int, set[str]]:
    """The names of the fields that the Unihan database has for each character."""
    fields: dict[int, set[str]] = {}
    for path in sorted(inputs.rglob("Unihan_*.txt.bz2")):
        with bz2.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("U+"):
                    code, field, _ = line.split("\t", 2)
                    fields.setdefault(int(code[2:], 16), set()).add(field)
    if not fields:
        raise SystemExit(f"no Unihan database below {inputs}: unpack unicode-data there")
    return fields


def _gbk() -> set[int]:
    """The characters of GBK."""
    codes = set()
    for first in range(0x81, 0xFF):
        for second in range(0x40, 0xFF):
            text = bytes([first, second]).decode("gbk", "ignore")
            codes |= {ord(text)} if len(text) == 1 else set()
    return codes


def _reduced(path: Path, codes: Iterable[int], *, hinting: bool = True) -> TTFont:
    """The face with these characters alone and without the tables that set text needs and print does not."""
    font = TTFont(path, recalcTimestamp=False)
    options = Options(layout_features=[], notdef_outline=True, name_IDs=["*"], hinting=hinting)
    options.drop_tables += _TABLES_DROPPED
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def _described(font: TTFont, change: str) -> TTFont:
    """The face with a dated notice of what was changed."""
    font["name"].setName(f"Changed on {DATE}: {change}", _DESCRIPTION, 3, 1, 0x409)
    return font


def _fandol_maker(inputs: Path, name: str, codes: set[int]) -> Callable[[], TTFont]:
    return lambda: _fandol(_one(inputs, f"{_FANDOL[name]}.otf"), name, codes)


def _fandol(path: Path, name: str, codes: set[int]) -> TTFont:
    """A Fandol face with quadratic outlines, its heavy marks made thinner."""
    font = _reduced(path, codes)
    glyphs = font.getGlyphSet()
    made = {}
    for glyph in font.getGlyphOrder():
        pen = TTGlyphPen(glyphs)
        glyphs[glyph].draw(Cu2QuPen(pen, _CURVE_ERROR, reverse_direction=True))
        made[glyph] = pen.glyph()
    _become_truetype(font, made)
    _mend_yuan(font)
    change = "characters limited to GBK and 通用规范汉字表, outlines made quadratic, layout tables dropped"
    change += ", ￥ shaped like ¥"
    if name == "FangSong":
        for marks, by in _THINNER.items():
            for mark in marks:
                glyph = font.getBestCmap()[ord(mark)]
                font["glyf"][glyph] = _thinned(font, glyph, by)
        change += f", the marks {''.join(_THINNER)} made thinner"
    return _described(font, f"{change}.")


def _mend_yuan(font: TTFont) -> None:
    """Give ￥, for which the Fandol faces have the sign of the dollar, the shape of ¥, amid its full width."""
    names = font.getBestCmap()
    sign, half = names[ord("￥")], names[ord("¥")]
    (full, _), (width, left) = font["hmtx"][sign], font["hmtx"][half]
    aside = (full - width) // 2
    shape = deepcopy(font["glyf"][half])
    shape.coordinates.translate((aside, 0))
    shape.recalcBounds(font["glyf"])
    font["glyf"][sign] = shape
    font["hmtx"][sign] = (full, left + aside)


def _become_truetype(font: TTFont, glyphs: Mapping[str, Any]) -> None:
    font["loca"] = newTable("loca")
    table = font["glyf"] = newTable("glyf")
    table.glyphOrder = font.getGlyphOrder()
    table.glyphs = dict(glyphs)
    most = font["maxp"]
    most.tableVersion = 0x00010000
    for field in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
        "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints",
        "maxCompositeContours", "maxComponentDepth",
    ):  # fmt: skip
        setattr(most, field, 0)
    most.maxZones = 1
    post = font["post"]
    post.formatType, post.extraNames, post.mapping = 3.0, [], {}
    del font["CFF "]
    font.sfntVersion = "\000\001\000\000"


def _thinned(font: TTFont, glyph: str, by: float) -> Any:  # noqa: ANN401 - fontTools has no types
    """The glyph with `by` taken off all around its strokes."""
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    outline = _outline(list(_contours(pen.value)))
    return _glyph(outline.buffer(-by, join_style="mitre").simplify(0.3))


def _glyph(shape: BaseGeometry) -> Any:  # noqa: ANN401 - fontTools has no types
    """The glyph of an inked shape, in whole units; outer contours run clockwise."""
    made = TTGlyphPen(None)
    for polygon in getattr(shape, "geoms", [shape]):
        for ring, clockwise in ((polygon.exterior, True), *((hole, False) for hole in polygon.interiors)):
            points = list(dict.fromkeys((round(x), round(y)) for x, y in ring.coords[:-1]))
            if len(points) < 3:
                continue
            if ring.is_ccw == clockwise:
                points.reverse()
            made.moveTo(points[0])
            for point in points[1:]:
                made.lineTo(point)
            made.closePath()
    return made.glyph()


def _outline(contours: list[list[tuple[float, float]]]) -> BaseGeometry:
    """What is inked: each contour added, or taken out where it lies inside another."""
    shape: BaseGeometry = Polygon()
    for contour in sorted(contours, key=lambda points: -abs(Polygon(points).area)):
        shape = shape.symmetric_difference(Polygon(contour).buffer(0))
    return unary_union(shape)


def _contours(drawn: Iterable[tuple[str, Any]]) -> Iterator[list[tuple[float, float]]]:
    """The contours of a drawn glyph, curves in short straight pieces."""
    points: list[tuple[float, float]] = []
    for deed, at in drawn:
        if deed == "moveTo":
            points = [at[0]]
        elif deed == "lineTo":
            points.append(at[0])
        elif deed == "qCurveTo":
            controls, last = at[:-1], at[-1]
            for place, (x, y) in enumerate(controls):
                following = controls[place + 1] if place + 1 < len(controls) else None
                end = last if following is None else ((x + following[0]) / 2, (y + following[1]) / 2)
                start = points[-1]
                for step in range(1, _FLAT + 1):
                    t = step / _FLAT
                    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
                    points.append((a * start[0] + b * x + c * end[0], a * start[1] + b * y + c * end[1]))
        elif deed == "closePath":
            yield points


def _fallback(inputs: Path, output: Path, listed: set[int]) -> TTFont:
    """Noto Serif SC with what Song lacks of GBK and 通用规范汉字表."""
    have = set(TTFont(output / "Song.ttf").getBestCmap())
    codes = (listed | {ord(character) for character in "〇㵑䶮"} | _gbk()) - have
    return _described(
        _reduced(_one(inputs, "NotoSerifSC_400Regular.ttf"), codes),
        "characters limited to those of GBK and 通用规范汉字表 that FandolSong lacks.",
    )


def _rare(inputs: Path, output: Path, unihan: Mapping[int, set[str]]) -> TTFont:
    """Hanazono with the signs, and the characters of extensions A and B that are in use, which no other face has."""
    have = {
        code for name in ("Song", _FALLBACK, _LATIN) for code in TTFont(output / f"{name}.ttf").getBestCmap()
    }
    used = {code for code, fields in unihan.items() if fields & set(_IN_USE)}
    wanted = {code for extension in _EXTENSIONS for code in extension if code in used} | set(_SYMBOLS)
    with TemporaryDirectory() as folder:
        parts = []
        for name in ("HanaMinA", "HanaMinB"):
            path = _one(inputs, f"{name}.ttf")
            part = _reduced(path, (wanted - have) & set(TTFont(path).getBestCmap()), hinting=False)
            part.save(Path(folder, path.name))
            parts.append(str(Path(folder, path.name)))
        font = Merger().merge(parts)
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created
    scale_upem(font, _RARE_UNITS)
    _straighten(font)
    font["post"].formatType = 3.0
    for record in (1, 3, 4, 6):
        font["name"].setName("RareSong" if record == 6 else "Rare Song", record, 3, 1, 0x409)
    change = f"signs and characters of extensions A and B in use, out of HanaMinA and HanaMinB; {_RARE_UNITS} units an em"
    return _described(font, f"{change}, strokes joined, outlines of straight lines.")


def _inked(contours: list[list[tuple[float, float]]]) -> BaseGeometry:
    """What is inked: from the largest contour to the smallest, those that run as it does add, the others take away."""
    rings = sorted(
        (LinearRing(points) for points in contours if len(set(points)) > 2), key=_area, reverse=True
    )
    shape: BaseGeometry = Polygon()
    for ring in rings:
        part = Polygon(ring).buffer(0)
        shape = shape.union(part) if ring.is_ccw == rings[0].is_ccw else shape.difference(part)
    return shape


def _area(ring: LinearRing) -> float:
    return float(Polygon(ring).area)


def _straighten(font: TTFont) -> None:
    """Join each glyph's overlapping strokes to one outline of straight lines: it takes half of the room."""
    glyphs = font.getGlyphSet()
    made = {}
    for glyph in font.getGlyphOrder():
        pen = DecomposingRecordingPen(glyphs)
        glyphs[glyph].draw(pen)
        made[glyph] = _glyph(_inked(list(_contours(pen.value))).simplify(_ROUGHER))
    font["glyf"].glyphs = made


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
