"""A machine without the office's faces is told which to take instead."""

import docx
from lxml import etree

from export.word.font_table import set_font_table
from export.word.styles import FANGSONG, HEI, KAI, LATIN, SONG, TITLE_FACE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def table() -> dict[str, etree._Element]:
    file = docx.Document()
    set_font_table(file)
    (part,) = (rel.target_part for rel in file.part.rels.values() if rel.reltype.endswith("/fontTable"))
    return {font.get(f"{W}name", ""): font for font in etree.fromstring(part.blob)}


def told(font: etree._Element, name: str) -> str:
    """The value of a child of a font."""
    found = font.find(f"{W}{name}")
    assert found is not None
    return found.get(f"{W}val") or ""


def test_every_face_of_the_styles_has_another_that_stands_in_for_it() -> None:
    fonts = table()
    assert set(fonts) == {FANGSONG, HEI, KAI, LATIN, SONG, TITLE_FACE}
    others = {name: told(font, "altName") for name, font in fonts.items()}
    assert all(other and other != name for name, other in others.items())


def test_chinese_faces_are_told_by_their_character_set() -> None:
    sets = {name: told(font, "charset") for name, font in table().items()}
    assert sets.pop(LATIN) == "00"
    assert set(sets.values()) == {"86"}


def test_the_look_of_each_face_is_told_by_ten_numbers() -> None:
    for font in table().values():
        assert len(bytes.fromhex(told(font, "panose1"))) == 10
