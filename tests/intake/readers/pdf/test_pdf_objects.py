"""What stands in a form is found where the form is put on the page, not where it was drawn."""

import io

import pypdfium2
import pytest
from pypdfium2 import raw
from reportlab.pdfgen.canvas import Canvas

from intake.readers.pdf.pdf_objects import bounds_on_page, objects_on
from intake.readers.reading import read_bytes

BOX = (10.0, 20.0, 40.0, 30.0)


def page_of(canvas: Canvas, made: io.BytesIO) -> pypdfium2.PdfPage:
    canvas.save()
    return pypdfium2.PdfDocument(made.getvalue())[0]


def form(canvas: Canvas, name: str, *, holds: str = "") -> None:
    """A form with a filled box, or with another form, twice as large and moved, in it."""
    canvas.beginForm(name)
    if holds:
        canvas.scale(2, 2)
        canvas.translate(5, 0)
        canvas.doForm(holds)
    else:
        left, bottom, right, top = BOX
        canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
    canvas.endForm()


@pytest.mark.parametrize(("outer", "expected"), [("", (110, 220, 140, 230)), ("outer", (130, 240, 190, 260))])
def test_a_shape_is_where_the_forms_around_it_are_put(
    outer: str, expected: tuple[float, float, float, float]
) -> None:
    made = io.BytesIO()
    canvas = Canvas(made)
    form(canvas, "inner")
    if outer:
        form(canvas, outer, holds="inner")
    canvas.translate(100, 200)
    canvas.doForm(outer or "inner")
    (item,) = objects_on(page_of(canvas, made), raw.FPDF_PAGEOBJ_PATH)
    assert bounds_on_page(item) == pytest.approx(expected)


def table_in_a_form(*, moved: float, patch: float | None = None) -> bytes:
    """A ruled table that is drawn as a form and moved up; a white patch in a form of its own, put at a height."""
    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.beginForm("table")
    canvas.grid([100, 200, 300], [100, 130, 160])
    for row in (110, 140):
        canvas.drawString(110, row, "label")
        canvas.drawString(210, row, "38")
    canvas.endForm()
    canvas.beginForm("patch")
    canvas.setFillGray(1)
    canvas.rect(205, 100 + moved + 36, 40, 18, stroke=0, fill=1)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(0, moved)
    canvas.doForm("table")
    canvas.restoreState()
    if patch is not None:
        canvas.translate(0, patch)
        canvas.doForm("patch")
    canvas.save()
    return made.getvalue()


def test_a_table_that_is_put_on_the_page_as_a_form_is_read() -> None:
    (table,) = read_bytes(table_in_a_form(moved=400), "report.pdf").tables
    assert [cell.text for cell in table.cells] == ["label", "38", "label", "38"]


@pytest.mark.parametrize(("patch", "doubts"), [(0, 1), (-300, 0), (-30, 1)])
def test_a_patch_covers_what_is_under_it_on_the_page(patch: float, doubts: int) -> None:
    (table,) = read_bytes(table_in_a_form(moved=400, patch=patch), "report.pdf").tables
    assert sum(bool(cell.doubt) for cell in table.cells) == doubts
