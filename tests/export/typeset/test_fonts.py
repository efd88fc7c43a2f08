"""Each character is set in the first face that has it; one that no face has is found before it is printed."""

from dataclasses import replace
from pathlib import Path

import pytest

import resources
from export.typeset.faces import FaceFile, Style, embedded_faces
from export.typeset.fonts import MISSING, FaceUnusable, FontBook, font_book, load, same_shape, tightened


@pytest.fixture
def book() -> FontBook:
    return font_book(embedded_faces())


def face(book: FontBook, character: str, style: Style) -> str:
    """The name of the file that a character is set in."""
    return Path(book.sort(character, style).font.partition("#")[0]).stem


def test_words_are_set_in_the_face_of_their_style(book: FontBook) -> None:
    faces = {style: face(book, "政", style) for style in (Style.FANGSONG, Style.HEI, Style.KAI, Style.SONG)}
    assert faces == {Style.FANGSONG: "FangSong", Style.HEI: "Hei", Style.KAI: "Kai", Style.SONG: "Song"}


def test_digits_are_set_in_times_but_in_headings_and_titles(book: FontBook) -> None:
    assert {face(book, "7", style) for style in (Style.FANGSONG, Style.KAI, Style.SONG)} == {"Latin"}
    assert face(book, "7", Style.HEI) == "Hei"
    assert face(book, "7", Style.TITLE) == "Song-Bold"
    assert face(book, "7", Style.FOLIO) == "Song"


def test_a_digit_is_half_as_wide_as_a_character(book: FontBook) -> None:
    assert book.sort("7", Style.FANGSONG).width == 500
    assert book.sort("政", Style.FANGSONG).width == 1000


@pytest.mark.parametrize("name", ["堃", "镕", "喆", "䶮", "㙍", "𠮷", "𫖯", "𬱖"])
def test_rare_names_are_printed(name: str, book: FontBook) -> None:
    assert not book.sort(name, Style.FANGSONG).missing
    assert book.missing(name) == ""


@pytest.mark.parametrize("character", ["\ue000", "😀", "\U0002a000", "\U00030000"])
def test_what_no_face_has_is_told_and_printed_as_the_printer_s_mark(character: str, book: FontBook) -> None:
    sort = book.sort(character, Style.FANGSONG)
    assert sort.missing
    assert sort.width == book.sort(MISSING, Style.FANGSONG).width
    assert book.missing(f"陈{character}，{character}") == character


def test_every_character_beyond_the_usual_ones_is_either_printed_or_told(book: FontBook) -> None:
    """One in a hundred of the extensions A to G."""
    for code in (*range(0x3400, 0x4DC0, 100), *range(0x20000, 0x31350, 100)):
        character = chr(code)
        printed = any(load(file).has(character) for file in embedded_faces().chain(Style.FANGSONG))
        assert printed or same_shape(character) or book.missing(character) == character


@pytest.mark.parametrize("style", Style)
def test_nothing_stands_on_the_printer_s_mark(style: Style, book: FontBook) -> None:
    """It is drawn as wide as a Chinese character in every face."""
    assert book.sort(MISSING, style).width == book.sort("县", style).width


def test_the_mark_itself_is_not_missing(book: FontBook) -> None:
    assert book.missing(MISSING) == ""


def test_what_has_no_print_is_not_missing(book: FontBook) -> None:
    assert book.missing("公\u200b开\ufeff") == ""


def test_a_radical_is_printed_as_the_character_it_looks_like(book: FontBook) -> None:
    assert same_shape("⽇") == "日"
    assert same_shape("日") == ""
    assert not book.sort("⽇", Style.FANGSONG).missing


def test_the_last_mark_of_a_run_can_be_half_as_wide() -> None:
    loaded = load(embedded_faces().fangsong)
    assert loaded.width(tightened("，")) == loaded.width("，") / 2
    assert tightened("公开") == "公开"


def test_a_text_is_as_wide_as_its_characters(book: FontBook) -> None:
    assert book.width("公开12", Style.FANGSONG, 16) == pytest.approx(2 * 16 + 2 * 8)


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x00\x00", b"OTTO" + bytes(100)])
def test_a_file_that_is_no_face_is_refused_by_name(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "坏字体.ttf").write_bytes(data)
    with pytest.raises(FaceUnusable, match="坏字体"):
        load(FaceFile(tmp_path / "坏字体.ttf"))


def test_a_face_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    whole = resources.data("fonts/Kai.ttf")
    (tmp_path / "半截.ttf").write_bytes(whole[:2000])
    with pytest.raises(FaceUnusable, match="半截"):
        FontBook(replace(embedded_faces(), kai=FaceFile(tmp_path / "半截.ttf"))).sort("政", Style.KAI)
