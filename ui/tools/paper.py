"""Pages as they will be printed: the report's PDF, and pictures of its pages. Run in a worker's thread.

PDFium is not made for several threads at once, so one lock guards it.
"""

from dataclasses import dataclass
from threading import Lock
from typing import Final

from PySide6.QtGui import QImage

from export.products import Printing, pdf_options
from model.compose import compose
from model.report import Report
from ui.desk.settings import Settings

_PDFIUM: Final = Lock()
_POINTS_PER_INCH: Final = 72


@dataclass(frozen=True, slots=True)
class Paper:
    """A report on paper: the PDF and a picture of each page."""

    pdf: bytes
    pages: tuple[QImage, ...]


def printing_of(settings: Settings, *, draft: bool = False) -> Printing:
    """Return how the clerk wants PDFs: the same on the screen, on paper and in a file. `draft`: of a report not ready."""
    return Printing(settings.flag("coded"), settings.flag("own_faces"), draft)


def remember_printing(settings: Settings, printing: Printing) -> None:
    """Keep how the clerk wants PDFs."""
    settings.set_flag("coded", on=printing.coded)
    settings.set_flag("own_faces", on=printing.installed_faces)


def pdf_of(report: Report, printing: Printing) -> bytes:
    """Return the report as PDF. Raises FaceUnusable."""
    from export.pdf import render

    return render(compose(report), pdf_options(report, printing))


def paper_of(report: Report, width: int, printing: Printing) -> Paper:
    """Return the report on paper, each page `width` pixels wide. Raises FaceUnusable."""
    pdf = pdf_of(report, printing)
    return Paper(pdf, pictures_of(pdf, width=width))


def pictures_of(pdf: bytes, *, width: int = 0, dpi: int = 0) -> tuple[QImage, ...]:
    """Return a picture of each page, by width in pixels or by resolution."""
    from pypdfium2 import PdfDocument

    with _PDFIUM:
        document = PdfDocument(pdf)
        pictures = []
        for page in document:
            scale = dpi / _POINTS_PER_INCH if dpi else width / page.get_width()
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            picture = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGBX8888,
            )
            pictures.append(picture.copy())
        document.close()
    return tuple(pictures)


def line_at(pdf: bytes, page: int, y: float) -> str:
    """Return the line of words at a place of a page, "" where there is none; y runs from 0 at the top to 1."""
    from pypdfium2 import PdfDocument

    with _PDFIUM:
        document = PdfDocument(pdf)
        paper = document[page]
        width, height = paper.get_size()
        text = paper.get_textpage()
        middle = height * (1 - y)
        words = text.get_text_bounded(0, middle - 7, width, middle + 7)
        document.close()
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return lines[len(lines) // 2] if lines else ""
