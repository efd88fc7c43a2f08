"""The office's own faces are found by their file names; the embedded ones always work."""

from dataclasses import replace
from itertools import chain
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdfium2 import PdfDocument

import resources
from export.pdf import PdfOptions, render
from export.typeset import faces
from export.typeset.faces import (
    FaceFile,
    Faces,
    Style,
    embedded_faces,
    font_folders,
    installed_faces,
    preferred_faces,
)
from export.typeset.fonts import FaceUnusable, Font, font_book, load
from model import system_folders
from model.document import Document, Paragraph
from tests.export.paper import read
from tests.on_windows import as_on_windows

KAI = resources.data("fonts/Kai.ttf")


@pytest.fixture
def office_pc(tmp_path: Path) -> Path:
    """A folder of typefaces as an office PC has them, two deep."""
    folder = tmp_path / "fonts"
    (folder / "win").mkdir(parents=True)
    (folder / "win" / "SIMFANG.TTF").write_bytes(KAI)
    (folder / "simkai.ttf").write_bytes(KAI)
    (folder / "方正小标宋简体.ttf").write_bytes(KAI)
    (folder / "simhei.ttf").write_bytes(b"OTTO" + KAI[4:])
    return folder


def test_installed_faces_are_found_whatever_the_case_of_their_names(office_pc: Path) -> None:
    found = installed_faces([office_pc])
    assert found[Style.FANGSONG].path.name == "SIMFANG.TTF"
    assert set(found) == {Style.FANGSONG, Style.KAI, Style.TITLE}


def test_the_best_candidate_wins(office_pc: Path) -> None:
    (office_pc / "仿宋_GB2312.ttf").write_bytes(KAI)
    assert installed_faces([office_pc])[Style.FANGSONG].path.name == "仿宋_GB2312.ttf"


def test_where_a_face_is_missing_or_of_another_kind_the_embedded_one_stays(office_pc: Path) -> None:
    faces = preferred_faces([office_pc])
    assert faces.hei == embedded_faces().hei
    assert faces.kai.path.parent == office_pc
    assert preferred_faces([office_pc / "nothing here"]) == embedded_faces()


def test_the_system_has_folders_for_faces() -> None:
    assert any("ont" in str(folder) for folder in font_folders())


@pytest.mark.parametrize("rare", [*"²³½€®−℃㎡①⑩⑪⑳✓☐㎥", *"陈𠮷堃喆昇镕㙍䶮㛃㛚㛹", *"𬱖𬍛𫖯𠂇𤭢𨭎𡈽㑇"])
def test_what_names_and_offices_write_has_a_face(rare: str) -> None:
    assert font_book(embedded_faces()).missing(rare) == ""


def darkness(character: str) -> float:
    """The share of a character's square that is inked."""
    paper = PdfDocument(render(Document((Paragraph(character),))))
    picture = paper[0].render(scale=8, grayscale=True, crop=(0, 700, 0, 90))
    data = bytes(picture.buffer)
    rows = [data[at * picture.stride : at * picture.stride + picture.width] for at in range(picture.height)]
    # The square of a 16 pt character has 128 × 128 of these points.
    return sum(value < 128 for row in rows for value in row) / 128**2


@pytest.mark.parametrize("rare", "𠮷𤭢𨭎𡈽㑇⑪☐")
def test_the_white_inside_a_rare_character_is_white(rare: str) -> None:
    assert 0.03 < darkness(rare) < 0.35


def test_what_stands_inside_a_frame_is_there() -> None:
    assert darkness("☐") < darkness("☑")
    assert darkness("○") < darkness("⑪") < darkness("⑳") * 1.5


def test_radicals_copied_from_other_files_are_printed_as_the_characters_they_are() -> None:
    paper = read(render(Document((Paragraph("⾏政⼯作"),))))
    assert [glyph.face for glyph in paper.pages[0].of_size(16)] == ["FandolFang-Regular"] * 4


def test_what_no_face_has_is_named() -> None:
    assert font_book(embedded_faces()).missing("公开😀\uf06c公开😀\n") == "😀\uf06c"


def test_the_list_of_characters_is_that_of_the_faces() -> None:
    listed = resources.path("fonts/coverage.txt").read_text(encoding="ascii").split()
    ranges = [range(int(a, 16), int(b, 16) + 1) for a, b in zip(listed[::2], listed[1::2], strict=True)]
    book = font_book(embedded_faces())
    for code in chain(
        range(0x21, 0x7F), range(0x2100, 0x2800), range(0x4E00, 0x4F00), range(0x20B00, 0x20C00)
    ):
        missing = book.missing(chr(code)) != ""
        assert missing != any(code in known for known in ranges), hex(code)


def test_each_face_has_a_name_for_the_clerk() -> None:
    assert [style.word for style in Style] == ["仿宋", "黑体", "楷体", "宋体", "小标宋", "西文", "宋体"]


def test_a_report_is_set_in_the_faces_chosen(office_pc: Path) -> None:
    options = PdfOptions(preferred_faces([office_pc]))
    page = read(render(Document((Paragraph("政务公开堃"),)), options)).pages[0]
    assert [glyph.face for glyph in page.of_size(16)] == ["FandolKai-Regular"] * 4 + ["NotoSerifSC-Regular"]


def test_a_face_that_is_no_typeface_is_refused_with_its_name(tmp_path: Path) -> None:
    broken = tmp_path / "坏.ttf"
    for content in (b"", b"\x00\x01\x00\x00", KAI[:2000], b"MZ" * 100):
        broken.write_bytes(content)
        with pytest.raises(FaceUnusable, match=r"坏\.ttf"):
            load(FaceFile(broken))
    with pytest.raises(FaceUnusable):
        load(FaceFile(tmp_path / "gone.ttf"))


def test_a_collection_is_opened_by_number(tmp_path: Path) -> None:
    """A .ttc whose second face is the whole of Kai: its tables' offsets count from the file's beginning."""
    head = b"ttcf" + bytes.fromhex("00010000 00000002")
    shift = len(head) + 8
    count = int.from_bytes(KAI[4:6], "big")
    directory = bytearray(KAI[: 12 + 16 * count])
    for entry in range(count):
        at = 12 + 16 * entry + 8
        offset = int.from_bytes(directory[at : at + 4], "big") + shift
        directory[at : at + 4] = offset.to_bytes(4, "big")
    path = tmp_path / "simsun.ttc"
    path.write_bytes(head + shift.to_bytes(4, "big") * 2 + directory + KAI[len(directory) :])
    face, alone = Font(FaceFile(path, 1)), load(embedded_faces().kai)
    assert face.has("公")
    assert face.width("公") == alone.width("公") == 1000
    assert face.face.name == alone.face.name
    with pytest.raises(FaceUnusable):
        load(FaceFile(path, 2))


def test_only_the_characters_used_are_embedded() -> None:
    few, many = (
        render(Document((Paragraph(text),)))
        for text in ("公开" * 100, "".join(map(chr, range(0x4E00, 0x4F00))))
    )
    assert len(few) < 20_000 < 60_000 < len(many) < 200_000


def test_a_face_is_opened_when_a_character_needs_it(tmp_path: Path) -> None:
    faces = replace(embedded_faces(), fallback=FaceFile(tmp_path / "not opened.ttf"))
    assert read(render(Document((Paragraph("政务公开"),)), PdfOptions(faces))).pages[0].lines(16) == [
        "政务公开"
    ]
    with pytest.raises(FaceUnusable, match="not opened"):
        render(Document((Paragraph("堃"),)), PdfOptions(faces))


def test_two_faces_of_the_same_file_name_stay_apart(tmp_path: Path) -> None:
    own = embedded_faces()
    (tmp_path / "Song.ttf").write_bytes(resources.data("fonts/Hei.ttf"))
    faces = replace(own, fangsong=FaceFile(tmp_path / "Song.ttf"), kai=own.song)
    page = read(render(Document((Paragraph("主动公开。全年", lead=5),)), PdfOptions(faces))).pages[0]
    assert [glyph.face for glyph in page.of_size(16)] == ["FandolSong-Regular"] * 5 + [
        "FandolHei-Regular"
    ] * 2


@pytest.mark.parametrize("character", "堃喆昇镕㙍")
def test_the_six_faces_leave_no_box_in_a_name(character: str) -> None:
    for style in Style:
        sort = font_book(embedded_faces()).sort(character, style)
        fonts = [load(file) for file in embedded_faces().chain(style)]
        assert any(font.has(character) for font in fonts if font.fontName == sort.font)


def test_faces_are_compared_by_their_files() -> None:
    assert Faces(*[FaceFile(Path("a.ttf"))] * 8) == Faces(*[FaceFile(Path("a.ttf"))] * 8)


def test_on_windows_the_system_s_folder_and_the_user_s_own_are_looked_into(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(faces, "sys", SimpleNamespace(platform="win32"))
    as_on_windows(monkeypatch, system_folders)
    monkeypatch.setenv("WINDIR", str(tmp_path / "Windows"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    own = tmp_path / "Local/Microsoft/Windows/Fonts"
    assert font_folders() == (tmp_path / "Windows" / "Fonts", own)
    own.mkdir(parents=True)
    (own / "SIMKAI.TTF").write_bytes(KAI)
    assert list(installed_faces()) == [Style.KAI]
