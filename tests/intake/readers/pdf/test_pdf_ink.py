"""A digit that nobody can see on its page makes the number doubtful; white on a colour is seen."""

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from intake.readers.reading import read_bytes
from model.document import TableCell

Draw = Callable[[Canvas, float, float], None]


def cell(draw: Draw) -> TableCell:
    """A ruled table's cell, in which something is drawn at a place."""
    made = io.BytesIO()
    canvas = Canvas(made, A4)
    canvas.setFont("Helvetica", 12)
    canvas.grid([100, 200, 300, 400], [600, 630, 660])
    for row in (610, 640):
        for column in (110, 310):
            canvas.drawString(column, row, "label of a row")
    draw(canvas, 210, 640)
    canvas.save()
    (table,) = read_bytes(made.getvalue(), "report.pdf").tables
    return table.cells[1]


def painted(canvas: Canvas, x: float, y: float, ink: float, ground: float) -> None:
    canvas.setFillGray(ground)
    canvas.rect(x, y - 4, 30, 16, stroke=0, fill=1)
    canvas.setFillGray(ink)


def white_behind(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "38")
    canvas.setFillGray(1)
    canvas.drawString(x + 14, y, "5")


def white_on_white(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "38")
    painted(canvas, x + 13, y, 0.98, 0.99)
    canvas.drawString(x + 14, y, "5")


def covered(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, "385")
    canvas.setFillGray(1)
    canvas.rect(x + 13.5, y - 3, 10, 15, stroke=0, fill=1)


@pytest.mark.parametrize("draw", [white_behind, white_on_white, covered])
def test_a_digit_that_is_not_seen_is_told(draw: Draw) -> None:
    found = cell(draw)
    assert (found.text, found.doubt) == ("385", "可能不显示的“5”")


def white_on_dark(canvas: Canvas, x: float, y: float) -> None:
    painted(canvas, x, y, 1, 0.3)
    canvas.drawString(x, y, "385")


def black_on_white(canvas: Canvas, x: float, y: float) -> None:
    painted(canvas, x, y, 0, 1)
    canvas.drawString(x, y, "385")


def outlined(canvas: Canvas, x: float, y: float) -> None:
    text = canvas.beginText(x, y)
    text.setTextRenderMode(1)
    text.setFillGray(1)
    text.textOut("385")
    canvas.drawText(text)


def before_a_page_is_painted(canvas: Canvas, x: float, y: float) -> None:
    # A large white shape is cut to some other area, as browsers draw it: what it covers is not known.
    canvas.drawString(x, y, "385")
    clip = canvas.beginPath()
    clip.rect(0, 0, 50, 50)
    canvas.saveState()
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setFillGray(1)
    canvas.rect(0, 0, *A4, stroke=0, fill=1)
    canvas.restoreState()


@pytest.mark.parametrize("draw", [white_on_dark, black_on_white, outlined, before_a_page_is_painted])
def test_what_is_seen_is_sure(draw: Draw) -> None:
    found = cell(draw)
    assert (found.text, found.doubt) == ("385", "")
