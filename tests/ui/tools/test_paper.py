"""Pages as they will be printed: the PDF, pictures of its pages, the line at a place."""

import pytest
from pytestqt.qtbot import QtBot

from export.products import PLAIN
from model.form_file import form_for
from model.report import Report
from tests.export.paper import read
from ui.tools.paper import line_at, paper_of, pdf_of, pictures_of


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """The pages of an empty report."""
    return pdf_of(Report(form_for(2024), "云溪县林业局", 2024), PLAIN)


def test_each_page_has_its_picture(pdf: bytes, qtbot: QtBot) -> None:
    pictures = pictures_of(pdf, width=300)
    assert len(pictures) == len(read(pdf).pages)
    assert {picture.width() for picture in pictures} == {300}


def test_a_page_is_white_with_black_words(pdf: bytes, qtbot: QtBot) -> None:
    (first, *_) = pictures_of(pdf, width=300)
    lights = [first.pixelColor(x, y).lightness() for x in range(0, 300, 2) for y in range(first.height())]
    assert max(lights) == 255
    assert min(lights) < 100
    assert first.pixelColor(2, 2).lightness() == 255


def test_lines_are_told_from_the_top(pdf: bytes) -> None:
    lines = [line_at(pdf, 0, y / 200) for y in range(200)]
    told = [line for n, line in enumerate(lines) if line and line not in lines[:n]]
    assert any("云溪县林业局" in line for line in told[:5])
    assert line_at(pdf, 0, 0.0) == ""


def test_the_same_report_gives_pdf_and_pictures_together(qtbot: QtBot) -> None:
    paper = paper_of(Report(form_for(2024), "云溪县林业局", 2024), 200, PLAIN)
    assert paper.pdf.startswith(b"%PDF")
    assert len(paper.pages) == len(read(paper.pdf).pages)
