"""`python -m tests.papers FOLDER [FILE.xxgk…]`: prints hard reports, the sample and these, on sheets to look at.

A sheet shows four pages: of the PDF above, of the Word file as LibreOffice sets it below. Without LibreOffice: the PDF.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image

import resources
from export import pdf, word
from export.products import Printing, pdf_options
from export.typeset.flow import Paging
from intake.apart.office_suite import office_suite
from model.compose import compose
from model.file.office_file import OfficeFile
from model.report import Report
from tests.office_suite import OfficeSuite
from tests.papers.hard import HARD

_SCALE: Final = 0.8
"""Dots a pt: so large that a torn word is seen, so small that four pages stand side by side on a screen."""
_ACROSS: Final = 4
_GAP: Final = 8
_GREY: Final = 160


def main(folder: str, *files: str) -> int:
    """Print into a folder and return the exit code; tell each report whose Word file has other pages than its PDF."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    suite = OfficeSuite.at_hand(target) if office_suite() else None
    for name, report in _reports(files):
        for paging in Paging:
            pages = _print(f"{name}-{paging}", report, paging, target, suite)
            print(f"{name} {paging}: {' and '.join(map(str, pages))} pages", flush=True)
    return 0


def _reports(files: Sequence[str]) -> Iterator[tuple[str, Report]]:
    for path in (resources.path("samples/示例.xxgk"), *map(Path, files)):
        for year, report in OfficeFile.open(path, read_only=True).content.reports.items():
            yield f"{path.stem}-{year}", report
    yield from ((hard.name, hard.report) for hard in HARD)


def _print(name: str, report: Report, paging: Paging, folder: Path, suite: OfficeSuite | None) -> list[int]:
    """Print one report, and return how many pages it has as PDF and as Word file."""
    document = compose(report)
    printed = folder / f"{name}.pdf"
    printed.write_bytes(pdf.render(document, pdf_options(report, Printing(saving=paging is Paging.SAVING))))
    made = [printed]
    if suite is not None:
        written = folder / f"{name}-word.docx"
        written.write_bytes(word.render(document, paging))
        made.append(suite.convert(written, "pdf", folder))
    rows = [_pictures(path) for path in made]
    for start in range(0, max(map(len, rows)), _ACROSS):
        sheet = _sheet([row[start : start + _ACROSS] for row in rows])
        sheet.save(folder / f"{name}-{start // _ACROSS + 1:02}.png")
    return [len(row) for row in rows]


def _pictures(path: Path) -> list[Image.Image]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.render(scale=_SCALE).to_pil() for page in document]


def _sheet(rows: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """Pages side by side, row below row, on grey, so that a page's edge is seen."""
    sizes = {picture.size for row in rows for picture in row}
    width, height = (max(side) + _GAP for side in zip_longest(*sizes))
    sheet = Image.new("L", (_ACROSS * width + _GAP, len(rows) * height + _GAP), _GREY)
    for down, row in enumerate(rows):
        for across, picture in enumerate(row):
            sheet.paste(picture, (across * width + _GAP, down * height + _GAP))
    return sheet


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
