"""A face that is read in bulk is the face that reportlab reads."""

import struct
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

import resources
from export.typeset.faces import FaceFile
from export.typeset.fonts import FaceUnusable, load
from export.typeset.truetype import WholeFace

FACES = ("FangSong", "Hei", "Kai", "Song", "Song-Bold", "Fallback-Song")
READ = (
    "charToGlyph",
    "charWidths",
    "defaultWidth",
    "hmetrics",
    "glyphPos",
    "numGlyphs",
    "name",
    "bbox",
    "ascent",
)


def place(font: bytes, table: str) -> int:
    """Where a table of the file begins."""
    entry = font.index(table.encode(), 12)
    return int(struct.unpack_from(">L", font, entry + 8)[0])


def changed(path: Path, face: str, at: tuple[str, int], number: int) -> Path:
    """A copy of an embedded face with another number of two bytes, so many bytes into a table."""
    font = bytearray(resources.data(f"fonts/{face}.ttf"))
    struct.pack_into(">H", font, place(bytes(font), at[0]) + at[1], number)
    path.write_bytes(font)
    return path


def assert_read_alike(path: Path) -> WholeFace:
    ours, plain = WholeFace(str(path)), TTFontFace(str(path))
    assert [name for name in READ if getattr(ours, name) != getattr(plain, name)] == []
    return ours


@pytest.mark.parametrize("face", FACES)
def test_an_embedded_face_is_read_as_reportlab_reads_it(face: str) -> None:
    ours = assert_read_alike(resources.path(f"fonts/{face}.ttf"))
    assert len(ours.charToGlyph) > 8000


def test_glyphs_without_a_width_of_their_own_have_the_last_one(tmp_path: Path) -> None:
    """The face for missing characters has one width for all; its last map, of another form, is left out here."""
    ours = assert_read_alike(changed(tmp_path / "one.ttf", "Fallback-Song", ("cmap", 2), 3))
    assert set(ours.charWidths.values()) == {1000}


def test_places_of_two_bytes_are_read_as_well_as_those_of_four(tmp_path: Path) -> None:
    assert_read_alike(changed(tmp_path / "short.ttf", "Kai", ("head", 50), 0))


def test_the_space_that_does_not_break_is_as_wide_as_the_one_that_does() -> None:
    ours = WholeFace(str(resources.path("fonts/Kai.ttf")))
    assert ours.charWidths[0xA0] == ours.charWidths[0x20]
    assert ours.charToGlyph[0xA0] == ours.charToGlyph[0x20]


def test_a_subset_of_the_face_is_the_same_to_the_byte() -> None:
    path = str(resources.path("fonts/FangSong.ttf"))
    wanted = [0, *map(ord, "政府信息公开")]
    assert WholeFace(path).makeSubset(wanted) == TTFontFace(path).makeSubset(wanted)


@pytest.mark.parametrize("kept", [0, 11, 300, 20_000, 60_000])
def test_a_file_that_is_cut_off_is_said_to_be_unusable(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "cut.ttf"
    path.write_bytes(resources.data("fonts/Hei.ttf")[:kept])
    with pytest.raises(FaceUnusable, match=r"cut\.ttf"):
        load(FaceFile(path))
