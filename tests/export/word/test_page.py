"""The Word page: A4, 22 whole lines of 28 characters in the margins of GB/T 9704, what a draft says at its head."""

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from export.official import DRAFT
from export.word.page import CHARACTER, set_up

TWIPS_PER_MM = 1440 / 25.4


def page(*, draft: bool = False) -> WordFile:
    file = docx.Document()
    set_up(file, draft=draft)
    return file


def section(name: str) -> dict[str, str]:
    found = page().sections[0]._sectPr.find(qn(f"w:{name}"))
    assert found is not None
    return {str(key).rpartition("}")[2]: str(value) for key, value in found.attrib.items()}


def test_the_margins_are_those_of_an_official_document() -> None:
    margins = {side: int(section("pgMar")[side]) / TWIPS_PER_MM for side in ("top", "left", "right")}
    assert margins == pytest.approx({"top": 37, "left": 28, "right": 26}, abs=0.05)
    assert (section("pgSz")["w"], section("pgSz")["h"]) == ("11906", "16838")


def test_what_is_left_between_the_margins_is_whole_lines() -> None:
    margins = section("pgMar")
    height = 16838 - int(margins["top"]) - int(margins["bottom"])
    assert height == 22 * int(section("docGrid")["linePitch"])


def test_a_line_has_room_for_28_characters_and_no_hair_less() -> None:
    margins, grid = section("pgMar"), section("docGrid")
    width = (11906 - int(margins["left"]) - int(margins["right"])) / 20
    character = 16 + int(grid["charSpace"]) / 4096
    assert 28 <= width / character < 28.01
    assert pytest.approx(width / 28, abs=0.01) == CHARACTER


def test_the_dashes_of_the_page_number_stand_7_mm_below_the_type_area() -> None:
    """The foot begins higher by what stands above the dashes in their line of 14 pt."""
    margins = section("pgMar")
    top = int(margins["bottom"]) - int(margins["footer"]) - 14 * 20
    assert top / TWIPS_PER_MM + 0.44 * 14 / 72 * 25.4 == pytest.approx(7, abs=0.05)


def test_a_draft_says_so_on_odd_and_even_pages() -> None:
    drafted, final = page(draft=True).sections[0], page().sections[0]
    for header in (drafted.header, drafted.even_page_header):
        assert [line.text for line in header.paragraphs] == [DRAFT]
    assert final.header.is_linked_to_previous


def test_nothing_of_the_library_s_own_document_is_left_in_the_section() -> None:
    made = page().sections[0]._sectPr
    assert not made.attrib
    assert [child.tag.rpartition("}")[2] for child in made] == [
        "footerReference",
        "footerReference",
        "pgSz",
        "pgMar",
        "cols",
        "docGrid",
    ]
