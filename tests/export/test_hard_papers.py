"""Hard reports keep the rules of paper: tables whole, pages full, everything inside the type area."""

import pytest

from export.pdf import render
from export.typeset.faces import embedded_faces
from export.typeset.filling import Part
from export.typeset.flow import lay_out
from export.typeset.fonts import font_book
from export.typeset.pages import HEIGHT
from model.compose import compose
from tests.export.paper import MM, read
from tests.papers.hard import HARD, Hard

BOOK = font_book(embedded_faces())
SHORT = [hard for hard in HARD if sum(map(len, hard.texts)) < 5000]
hard_ones = pytest.mark.parametrize("hard", SHORT, ids=[hard.name for hard in SHORT])


def test_there_are_thirty_of_all_forms() -> None:
    assert len({hard.name for hard in HARD}) == len(HARD) >= 30
    assert {hard.report.form.id for hard in HARD} == {"2014", "2019", "2021"}
    assert max(sum(map(len, hard.texts)) for hard in HARD) > 20_000


@hard_ones
def test_a_table_of_its_own_page_is_not_torn(hard: Hard) -> None:
    document = compose(hard.report)
    pages = lay_out(document, BOOK)
    parts = [placed.item for page in pages for placed in page if isinstance(placed.item, Part)]
    for table in (table for table in document.tables if table.own_page and not table.caption):
        assert sum(part.setting.table.id == table.id for part in parts) == 1


@hard_ones
def test_nothing_stands_outside_the_type_area(hard: Hard) -> None:
    for page in read(render(compose(hard.report))).pages:
        for glyph in (glyph for glyph in page.glyphs if glyph.size != 14):
            assert 28 * MM - 1 <= glyph.left <= glyph.right <= 184 * MM + 1, glyph
            assert 37 * MM - 1 <= glyph.top <= glyph.bottom <= 262 * MM + 1, glyph


def test_their_inner_pages_are_full_on_average() -> None:
    """But for those before the statistics of form 2014, which begin a page of their own."""
    inner = (
        page
        for hard in HARD
        if hard.report.form.id != "2014"
        for page in lay_out(compose(hard.report), BOOK)[:-1]
    )
    blank = [1 - (page[-1].y + page[-1].item.height) / HEIGHT for page in inner]
    assert sum(blank) / len(blank) < 0.06
    assert max(blank) < 0.5
