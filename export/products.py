"""Everything that a report can be exported as, by name: the four formats, sign-off sheet, charts, fragment."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from export.file_name import file_name
from export.output import put_aside_changes, save
from model.check_code import check_code
from model.report import Report

if TYPE_CHECKING:
    from export.pdf import PdfOptions


@dataclass(frozen=True, slots=True)
class Printing:
    """How the PDF is printed: with the check code at the foot of each page, in the faces installed on this machine.

    `draft`: with words at the head of each page that the report cannot be filed yet.
    """

    coded: bool = False
    installed_faces: bool = False
    draft: bool = False


PLAIN: Final = Printing()
"""Without a check code, in the embedded faces."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: a year's report beside all `reports` of the office, the folder it goes to, how it is printed.

    The name of a draft says what it is. `kept` is where files have been put that somebody had worked on.
    """

    reports: Mapping[int, Report]
    year: int
    folder: Path
    printing: Printing = PLAIN
    kept: list[Path] = field(default_factory=list)

    @property
    def report(self) -> Report:
        """The report of the year."""
        return self.reports[self.year]

    def place(self, ending: str, title: str = "") -> Path:
        """Return where a file of this order goes, named after office, year and product.

        What stands there and was not written so by this program is kept under another name. Raises WriteFailed.
        """
        path = self.folder / file_name(self.report, ending, title, draft=self.printing.draft)
        kept = put_aside_changes(path)
        if kept is not None:
            self.kept.append(kept)
        return path


@dataclass(frozen=True, slots=True)
class Product:
    """Something that a report can be exported as: its name, its words, and the function that writes its files.

    `usual`: made where nothing else is asked for.
    """

    name: str
    title: str
    use: str
    make: Callable[[Order], Iterator[Path]]
    usual: bool = False


def produce(
    name: str,
    reports: Mapping[int, Report],
    year: int,
    folder: Path,
    printing: Printing = PLAIN,
    *,
    draft: bool = False,
) -> Iterator[Path]:
    """Make the product `name` of the year's report in a folder, and yield the files written.

    What somebody has changed by hand is kept under another name, which is yielded after the rest. `reports` are all
    years of the office; `draft`: the report cannot be filed yet. Raises KeyError for a name that is no product, and
    AssistantError.
    """
    product = {product.name: product for product in PRODUCTS}[name]
    order = Order(reports, year, folder, replace(printing, draft=draft))
    yield from product.make(order)
    yield from order.kept


def pdf_options(report: Report, printing: Printing) -> "PdfOptions":
    """Return how the report's PDF is set, wherever it is shown, printed or written."""
    from export.pdf import PdfOptions
    from export.typeset.faces import embedded_faces, preferred_faces

    faces = preferred_faces() if printing.installed_faces else embedded_faces()
    return PdfOptions(faces, check_code(report) if printing.coded else "", draft=printing.draft)


def _pdf(order: Order) -> Iterator[Path]:
    from export.pdf import write

    path = order.place("pdf")
    write(order.report, path, pdf_options(order.report, order.printing))
    yield path


def _word(order: Order) -> Iterator[Path]:
    from export.word import write

    path = order.place("docx")
    write(order.report, path, draft=order.printing.draft)
    yield path


def _excel(order: Order) -> Iterator[Path]:
    from export.excel import write

    path = order.place("xlsx")
    write(order.report, path, draft=order.printing.draft)
    yield path


def _html(order: Order) -> Iterator[Path]:
    from export.html import write

    path = order.place("html")
    write(order.report, path, draft=order.printing.draft)
    yield path


def _charts(order: Order) -> Iterator[Path]:
    from export.charts_paper import write

    path = order.place("pdf", "图表")
    known = [report for report in order.reports.values() if report.year <= order.year]
    write(known, path, pdf_options(order.report, order.printing).faces)
    yield path


def _fragment(order: Order) -> Iterator[Path]:
    from export.html import write_fragment

    path = order.place("html", "粘贴版")
    write_fragment(order.report, path)
    yield path


def _sign_off(order: Order) -> Iterator[Path]:
    from export import pdf, word
    from export.sign_off import sign_off
    from model.diagnosis.advisor import Advisor
    from model.rules.rule import Case

    last_year = order.reports.get(order.year - 1)
    sheet = sign_off(order.report, Advisor(Case(order.report, last_year)).outcome)
    # The sheet has the check code among its fields.
    options = pdf_options(order.report, replace(order.printing, coded=False, draft=False))
    for ending, data in (("pdf", pdf.render(sheet, options)), ("docx", word.render(sheet))):
        path = order.place(ending, "审签单")
        save(path, data)
        yield path


SIGN_OFF: Final = "signoff"
CHARTS: Final = "charts"
PRODUCTS: Final = (
    Product("pdf", "PDF", "打印、签发、存档", _pdf, usual=True),
    Product("docx", "Word", "交他人修改", _word, usual=True),
    Product("xlsx", "Excel", "表格，可核对公式", _excel, usual=True),
    Product("html", "网页", "上传到门户网站", _html, usual=True),
    Product(SIGN_OFF, "审签单", "送领导审签，PDF 和 Word 各一份", _sign_off),
    Product(CHARTS, "图表", "历年对比，PDF", _charts),
    Product("fragment", "网页粘贴版", "只用行内样式，供粘贴到网站后台", _fragment),
)
"""In the order in which they are offered, in the window as on the command line."""
