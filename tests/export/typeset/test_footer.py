"""Below the type area: page number, and on request the check code and its QR code."""

import pypdfium2
import pytest
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from export.pdf import PdfOptions, render
from model.document import Document, Paragraph
from tests.export.paper import MM, read

CODE = "9F2A41C7D03B"
DOTS_A_POINT = 6


@pytest.fixture(scope="module")
def printed() -> bytes:
    """Two pages with a check code."""
    return render(Document((Paragraph("政务公开工作" * 150),)), PdfOptions(check_code=CODE))


def test_the_code_stands_on_each_page_where_the_number_does_not(printed: bytes) -> None:
    for number, page in enumerate(read(printed).pages, 1):
        assert "校验码：9F2A 41C7 D03B" in page.text
        assert f"— {number} —" in page.text
        code = page.of_size(9)
        middle = (28 + 78) * MM
        assert (code[0].left < middle) == bool(number % 2)


def test_the_squares_are_those_of_the_qr_code(printed: bytes) -> None:
    encoder = QRCode(None, QRErrorCorrectLevel.M)
    encoder.addData(CODE)
    encoder.make()
    count = len(encoder.modules)
    bitmap = pypdfium2.PdfDocument(printed)[0].render(scale=DOTS_A_POINT, grayscale=True)
    side = 13 * MM / count
    seen = [
        [
            bitmap.buffer[
                int((266 * MM + (row + 0.5) * side) * DOTS_A_POINT) * bitmap.stride
                + int((28 * MM + (column + 0.5) * side) * DOTS_A_POINT)
            ]
            < 128
            for column in range(count)
        ]
        for row in range(count)
    ]
    assert seen == [[bool(module) for module in row] for row in encoder.modules]


def test_the_code_stays_clear_of_text_and_paper_edge(printed: bytes) -> None:
    for page in read(printed).pages:
        for glyph in page.of_size(9):
            assert 262 * MM < glyph.top < glyph.bottom < 287 * MM
