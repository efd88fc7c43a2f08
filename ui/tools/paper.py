"""Pages as they will be printed: the report's PDF, and pictures of its pages. Run in a worker's thread.

PDFium is not made for several threads at once, so one lock guards it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from threading import Lock
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtGui import QImage

from export.products import Printing, pdf_options, unprintable
from model.compose import compose
from model.report import Report
from ui.desk.settings import Settings

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_PDFIUM: Final = Lock()
_FLAGS: Final = {
    "coded": "coded",
    "installed_faces": "own_faces",
    "saving": "saving",
    "charts": "charts",
    "comments": "comments",
}
"""Field of Printing -> the clerk's setting."""
_POINTS_PER_INCH: Final = 72
_STRIP: Final = 1000
"""Height of a strip of a page in pixels: some 20 MB at 600 dots per inch."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A report on paper: the PDF, a picture of each page, and a line for each character that no typeface has."""

    pdf: bytes
    pages: tuple[QImage, ...]
    unprintable: tuple[str, ...] = ()


def printing_of(settings: Settings, *, draft: bool = False) -> Printing:
    """Return how the clerk wants PDFs: the same on the screen, on paper and in a file. `draft`: of a report not ready."""
    flags = {name: settings.flag(flag) for name, flag in _FLAGS.items()}
    return Printing(draft=draft, **flags)


def remember_printing(settings: Settings, printing: Printing) -> None:
    """Keep how the clerk wants PDFs."""
    for name, flag in _FLAGS.items():
        settings.set_flag(flag, on=getattr(printing, name))


def pdf_of(report: Report, printing: Printing) -> bytes:
    """Return the report as PDF. Raises FaceUnusable."""
    from export.pdf import render

    return render(compose(report), pdf_options(report, printing))


def paper_of(report: Report, width: int, printing: Printing) -> Paper:
    """Return the report on paper, each page `width` pixels wide. Raises FaceUnusable."""
    pdf = pdf_of(report, printing)
    return Paper(pdf, pictures_of(pdf, width=width), unprintable(report, printing))


def pictures_of(pdf: bytes, *, width: int) -> tuple[QImage, ...]:
    """Return a picture of each page, by width in pixels."""
    from pypdfium2 import PdfDocument

    with _PDFIUM:
        document = PdfDocument(pdf)
        pictures = [_picture(page, width / page.get_width()) for page in document]
        document.close()
    return tuple(pictures)


class PdfPages:
    """The pages of a PDF, one after the other; a context, open until it is left. Pages count from 1."""

    def __init__(self, pdf: bytes) -> None:
        from pypdfium2 import PdfDocument

        with _PDFIUM:
            self._document = PdfDocument(pdf)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with _PDFIUM:
            self._document.close()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._document)

    def only(self, numbers: Sequence[int]) -> bytes:
        """Return a PDF of these pages alone, as they are."""
        from pypdfium2 import PdfDocument

        with _PDFIUM:
            chosen = PdfDocument.new()
            chosen.import_pages(self._document, [number - 1 for number in numbers])
            made = BytesIO()
            chosen.save(made)
            chosen.close()
        return made.getvalue()

    def strips(self, number: int, dpi: int) -> Iterator[tuple[QImage, int]]:
        """Yield a page in strips from top to bottom, each with the number of pixels above it.

        A page in 600 dots per inch takes 140 MB as one picture.
        """
        scale = dpi / _POINTS_PER_INCH
        with _PDFIUM:
            page = self._document[number - 1]
            whole = ceil(page.get_height() * scale)
        for top in range(0, whole, _STRIP):
            below = max(whole - top - _STRIP, 0)
            with _PDFIUM:
                yield _picture(page, scale, (0, _cut(below, scale), 0, _cut(top, scale))), top
        with _PDFIUM:
            page.close()


def _cut(pixels: int, scale: float) -> float:
    """What is cut off a page in points for so many pixels, which PDFium rounds up."""
    return max(pixels - 0.5, 0) / scale


def _picture(page: "PdfPage", scale: float, crop: tuple[float, float, float, float] = (0, 0, 0, 0)) -> QImage:
    bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True, prefer_bgrx=True)
    made = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
    )
    return made.copy()


def joined(parts: Iterable[bytes]) -> bytes:
    """Return several PDFs as one, to be printed in one go."""
    from pypdfium2 import PdfDocument

    with _PDFIUM:
        whole = PdfDocument.new()
        for part in parts:
            source = PdfDocument(part)
            whole.import_pages(source)
            source.close()
        made = BytesIO()
        whole.save(made)
        whole.close()
    return made.getvalue()


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
