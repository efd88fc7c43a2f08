"""A table that is a picture is told and doubtful: the source does not lack it, the program cannot read it."""

import base64
import io
from collections.abc import Callable
from html import escape

import docx
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from intake.readers.html import read_html
from intake.readers.pdf.pdf_text import read_pdf
from intake.readers.word import read_word
from intake.recognise import recognise
from model.compose import compose
from model.document import Document, Paragraph
from model.report import SlotKind
from tests.intake.figures import balanced
from tests.intake.printed import FACE, printed

POINT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one point."""
REPORT = compose(balanced(4))


def page(shown: str = "<img src='t.png'>") -> Document:
    """The report as a web page that shows something in the place of its tables."""
    body = "".join(
        f"<p>{escape(block.text) if isinstance(block, Paragraph) else shown}</p>" for block in REPORT.blocks
    )
    return read_html(f"<html><body><p><img src='logo.png'></p>{body}</body></html>")


def file() -> Document:
    made = docx.Document()
    for block in REPORT.blocks:
        if isinstance(block, Paragraph):
            made.add_paragraph(block.text)
        else:
            made.add_picture(io.BytesIO(POINT))
    saved = io.BytesIO()
    made.save(saved)
    return read_word(saved.getvalue(), "年报.docx")


def prints() -> Document:
    printed(Document(()))  # the face is known from now on
    made = io.BytesIO()
    canvas = Canvas(made)
    for block in REPORT.blocks:
        if isinstance(block, Paragraph):
            canvas.setFont(FACE, 9)
            canvas.drawString(50, 700, block.text[:50])
        else:
            canvas.drawImage(ImageReader(io.BytesIO(POINT)), 50, 100, 400, 300)
        canvas.showPage()
    canvas.save()
    return read_pdf(made.getvalue(), "年报.pdf")


@pytest.mark.parametrize("read", [page, file, prints])
def test_tables_that_are_pictures_are_doubtful_and_told(read: Callable[[], Document]) -> None:
    found = recognise(read())
    assert set(found.report.of_kind(SlotKind.STATE).values()) == {"doubtful"}
    assert sum("这里是图片" in line for line in found.unread) == len(found.report.form.tables)


def test_a_page_that_embeds_something_in_a_tables_place_may_show_it_there() -> None:
    found = recognise(page("<iframe src='t.pdf'></iframe>"))
    assert set(found.report.of_kind(SlotKind.STATE).values()) == {"doubtful"}


def test_where_no_picture_stands_in_a_tables_section_the_source_lacks_it() -> None:
    assert set(recognise(page("&nbsp;")).report.of_kind(SlotKind.STATE).values()) == {"missing"}
