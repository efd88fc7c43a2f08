"""A page is read along its text, however the text lies on it and however the page is shown."""

import io
from collections.abc import Callable
from typing import Literal

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from intake.readers.pdf.pdf_characters import Glyph
from intake.readers.pdf.pdf_glyphs import glyphs_of, lines_of
from intake.readers.pdf.pdf_rulings import ruled_tables
from intake.readers.pdf.pdf_text import read_pdf
from intake.readers.pdf.pdf_upright import set_upright
from intake.recognise import recognise
from model.compose import compose
from model.report import SlotKind
from tests.intake.figures import balanced, misread
from tests.intake.printed import Print, printed

WIDTH, HEIGHT = A4


def page(draw: Callable[[Canvas], None], *, shown: int = 0, turned: float = 0.0) -> pypdfium2.PdfPage:
    """A page of A4 set upright: `shown` turned with the clock, what is drawn lying `turned` against it."""
    made = io.BytesIO()
    canvas = Canvas(made, A4)
    canvas.setPageRotation(shown)
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(turned)
    canvas.translate(-WIDTH / 2, -HEIGHT / 2)
    draw(canvas)
    canvas.save()
    made_page = pypdfium2.PdfDocument(made.getvalue())[0]
    set_upright(made_page)
    return made_page


def words(canvas: Canvas) -> None:
    canvas.drawString(200, 430, "received 12")
    canvas.drawString(200, 400, "closed 34")


def grid(canvas: Canvas) -> None:
    words(canvas)
    canvas.grid([190, 300, 330], [390, 420, 450])


def lines(glyphs: list[Glyph]) -> list[str]:
    return [line.text for line in lines_of(glyphs)]


@pytest.mark.parametrize("shown", [0, 90, 180, 270])
@pytest.mark.parametrize("turned", [0, 0.7, -3.0, 45.0, 90, 180, 270])
def test_lines_run_level_however_they_lie(shown: int, turned: float) -> None:
    glyphs = glyphs_of(page(words, shown=shown, turned=turned))
    assert lines(glyphs) == ["received 12", "closed 34"]
    first = glyphs[0]
    assert 13 < first.top - first.bottom < 15


@pytest.mark.parametrize("turned", [1.5, -4.0, 90, 180, 270])
def test_rules_turn_with_the_words(turned: float) -> None:
    straight = page(grid, turned=turned)
    tables, rest = ruled_tables(straight, glyphs_of(straight))
    (ruled,) = tables
    assert (ruled.table.rows, ruled.table.columns, rest) == (2, 2, [])


@pytest.mark.parametrize("shown", [0, 90, 180, 270])
def test_a_page_without_words_is_as_large_as_it_is_shown(shown: int) -> None:
    blank = page(lambda canvas: canvas.rect(100, 100, 50, 50), shown=shown)
    assert tuple(map(round, blank.get_size())) == tuple(map(round, A4))


def test_a_page_that_is_cut_out_of_a_larger_sheet_begins_at_its_own_corner() -> None:
    made = io.BytesIO()
    canvas = Canvas(made, A4, cropBox=(100, 300, 500, 500))
    canvas.rotate(2)
    canvas.drawString(200, 400, "received 12")
    canvas.save()
    cut = pypdfium2.PdfDocument(made.getvalue())[0]
    set_upright(cut)
    width, height = cut.get_size()
    assert width < WIDTH
    assert all(0 < glyph.left < width and 0 < glyph.bottom < height for glyph in glyphs_of(cut))


def test_a_few_words_across_do_not_turn_the_page() -> None:
    def stamped(canvas: Canvas) -> None:
        words(canvas)
        canvas.rotate(45)
        canvas.drawString(700, 100, "draft")

    glyphs = glyphs_of(page(stamped))
    assert "received 12" in lines(glyphs)


@pytest.mark.parametrize("rules", ["lines", "bars", "none"])
@pytest.mark.parametrize(
    ("turned", "one_by_one"),
    [(0.4, False), (1.6, False), (-5.0, False), (90, False), (1.6, True), (-4.0, True)],
)
def test_a_report_that_lies_aslant_is_read_whole(
    rules: Literal["lines", "bars", "none"], turned: float, one_by_one: bool
) -> None:
    look = Print(rules, label=9, value=5, turned=turned, one_by_one=one_by_one)
    found = recognise(read_pdf(printed(compose(balanced(3)), look), "report.pdf"))
    assert not misread(balanced(3), found.report)
    assert "doubtful" not in found.report.of_kind(SlotKind.STATE).values()
