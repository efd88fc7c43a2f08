"""Everything that a report can be exported as, by name: the four formats, sign-off sheet, charts, fragment."""

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, cast

from export.file_name import file_name
from export.output import save
from model.check_code import check_code
from model.report import Report

if TYPE_CHECKING:
    from export.pdf import PdfOptions

PDF: Final = "pdf"
FORMATS: Final[Mapping[str, str]] = {
    PDF: "export.pdf",
    "docx": "export.word",
    "xlsx": "export.excel",
    "html": "export.html",
}
"""Format → the module that writes it, loaded when it is asked for."""
SIGN_OFF: Final = "signoff"
CHARTS: Final = "charts"
FRAGMENT: Final = "fragment"
EXTRAS: Final = (SIGN_OFF, CHARTS, FRAGMENT)
"""What is made on request only: 审签单 as PDF and Word, a page of charts as PDF, the web page's content to paste."""


class Writer(Protocol):
    """What each format's module offers."""

    def write(self, report: Report, path: Path) -> None:
        """Write the report to a file. Raises AssistantError."""


@dataclass(frozen=True, slots=True)
class Printing:
    """How the PDF is printed: with the check code at the foot of each page, in the faces installed on this machine."""

    coded: bool = False
    installed_faces: bool = False


PLAIN: Final = Printing()
"""Without a check code, in the embedded faces."""


def produce(
    name: str,
    reports: Mapping[int, Report],
    year: int,
    folder: Path,
    printing: Printing = PLAIN,
) -> Iterator[Path]:
    """Make the product `name` of the year's report in a folder, and yield the files written.

    `reports` are all years of the office. Raises KeyError for a name that is no product, and AssistantError.
    """
    report = reports[year]
    if name == CHARTS:
        from export.charts import write

        path = folder / file_name(report, "pdf", "图表")
        faces = pdf_options(report, printing).faces
        write([known for known in reports.values() if known.year <= year], path, faces)
        yield path
    elif name == FRAGMENT:
        from export.html import write_fragment

        path = folder / file_name(report, "html", "粘贴版")
        write_fragment(report, path)
        yield path
    elif name == SIGN_OFF:
        yield from _sign_off(report, reports.get(year - 1), folder, printing)
    elif name == PDF:
        from export import pdf

        path = folder / file_name(report, name)
        pdf.write(report, path, pdf_options(report, printing))
        yield path
    else:
        path = folder / file_name(report, name)
        cast(Writer, importlib.import_module(FORMATS[name])).write(report, path)
        yield path


def pdf_options(report: Report, printing: Printing) -> "PdfOptions":
    """Return how the report's PDF is set, wherever it is shown, printed or written."""
    from export.pdf import PdfOptions
    from export.typeset.faces import embedded_faces, preferred_faces

    faces = preferred_faces() if printing.installed_faces else embedded_faces()
    return PdfOptions(faces, check_code(report) if printing.coded else "")


def _sign_off(report: Report, last_year: Report | None, folder: Path, printing: Printing) -> Iterator[Path]:
    from export import pdf, word
    from export.sign_off import sign_off
    from model.diagnosis.advisor import Advisor
    from model.rules.rule import Case

    sheet = sign_off(report, Advisor(Case(report, last_year)).outcome)
    # The sheet has the check code among its fields.
    options = pdf_options(report, replace(printing, coded=False))
    for ending, data in (("pdf", pdf.render(sheet, options)), ("docx", word.render(sheet))):
        path = folder / file_name(report, ending, "审签单")
        save(path, data)
        yield path
