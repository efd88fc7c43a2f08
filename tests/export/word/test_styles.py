"""Styles go by the names that Word has for them, with the faces and sizes of official documents."""

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from export.official import BODY_SIZE, PITCH, TITLE_SIZE
from export.word.styles import FANGSONG, HEI, KAI, LATIN, SONG, TITLE_FACE, Style, style_elements


def styles() -> dict[str, BaseOxmlElement]:
    made = (child for child in style_elements() if child.tag == qn("w:style"))
    return {str(style.get(qn("w:styleId"))): style for style in made}


def value(style: BaseOxmlElement, path: str, attribute: str = "val") -> str | None:
    found = style.find("/".join(qn(f"w:{name}") for name in path.split("/")))
    return None if found is None else found.get(qn(f"w:{attribute}"))


def test_every_style_that_is_used_is_defined_once() -> None:
    defined = [child.get(qn("w:styleId")) for child in style_elements() if child.tag == qn("w:style")]
    assert sorted(filter(None, defined)) == sorted(Style)


def test_faces_are_those_of_official_documents() -> None:
    faces = {name: value(style, "rPr/rFonts", "eastAsia") for name, style in styles().items()}
    assert faces[Style.TITLE] == TITLE_FACE
    assert faces[Style.HEADING1] == HEI
    assert faces[Style.HEADING2] == faces[Style.LEAD] == KAI
    assert faces[Style.BODY] == faces[Style.HEADING3] == FANGSONG
    assert faces[Style.CELL] == SONG


def test_digits_of_running_text_are_set_in_times() -> None:
    assert value(styles()[Style.BODY], "rPr/rFonts", "ascii") == LATIN
    assert value(styles()[Style.HEADING1], "rPr/rFonts", "ascii") == HEI


def test_sizes_are_told_in_half_points_and_pitches_in_twentieths() -> None:
    made = styles()
    assert value(made[Style.BODY], "rPr/sz") == str(round(2 * BODY_SIZE))
    assert value(made[Style.TITLE], "rPr/sz") == str(round(2 * TITLE_SIZE))
    assert value(made[Style.BODY], "pPr/spacing", "line") == str(round(20 * PITCH))


def test_headings_stand_in_the_outline_and_stay_with_what_follows() -> None:
    made = styles()
    levels = {name: value(style, "pPr/outlineLvl") for name, style in made.items()}
    assert [levels[name] for name in (Style.HEADING1, Style.HEADING2, Style.HEADING3)] == ["0", "1", "2"]
    assert levels[Style.BODY] is None
    for name in (Style.HEADING1, Style.HEADING2, Style.HEADING3):
        assert made[name].find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_body_text_is_indented_by_two_characters() -> None:
    assert value(styles()[Style.BODY], "pPr/ind", "firstLineChars") == "200"
    assert value(styles()[Style.CELL], "pPr/ind", "firstLineChars") is None
