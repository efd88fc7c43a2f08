"""Everything that a report can be exported as, by name: the four formats, sign-off sheet, charts, fragment."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from export.file_name import file_name
from export.output import put_aside_changes, save
from model.check_code import check_code
from model.report import Report
from model.review.remarks import open_remarks

if TYPE_CHECKING:
    from export.charts import Chart
    from export.pdf import PdfOptions
    from export.typeset.flow import Paging
    from model.document import Document
    from model.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Printing:
    """How the PDF is printed: with the check code at the foot of each page, in the faces installed on this machine.

    `draft`: with words at the head of each page that the report cannot be filed yet.
    `saving`: paper comes before whole tables, in Word as well. `charts`: the web page has the charts at its end.
    `comments`: what the check found, and the 意见 still open, stand beside the text in Word.
    """

    coded: bool = False
    installed_faces: bool = False
    draft: bool = False
    saving: bool = False
    charts: bool = False
    comments: bool = False


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

    `usual`: made where nothing else is asked for. `is_report`: it is the report itself, and not what goes with it.
    """

    name: str
    title: str
    use: str
    make: Callable[[Order], Iterator[Path]]
    usual: bool = False
    is_report: bool = False


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
    code = check_code(report) if printing.coded else ""
    return PdfOptions(faces, code, paging=_paging(printing), draft=printing.draft)


def unprintable(report: Report, printing: Printing) -> tuple[str, ...]:
    """Return a line for each character of the report that no typeface has, with its place. Raises FaceUnusable."""
    from export.typeset.missing import missing_in
    from model.compose import compose

    found = missing_in(compose(report), pdf_options(report, printing).faces)
    return tuple(missing.line for missing in found)


def _paging(printing: Printing) -> "Paging":
    from export.typeset.flow import Paging

    return Paging.SAVING if printing.saving else Paging.WHOLE


def _pdf(order: Order) -> Iterator[Path]:
    from export.pdf import write

    path = order.place("pdf")
    write(order.report, path, pdf_options(order.report, order.printing))
    yield path


def _word(order: Order) -> Iterator[Path]:
    from export.word import write

    path = order.place("docx")
    commented = order.printing.comments
    findings = _outcome(order).findings if commented else ()
    remarks = open_remarks(order.report) if commented else ()
    write(order.report, path, _paging(order.printing), findings, remarks, draft=order.printing.draft)
    yield path


def _excel(order: Order) -> Iterator[Path]:
    from export.excel import write

    path = order.place("xlsx")
    write(order.report, path, _outcome(order), draft=order.printing.draft)
    yield path


def _html(order: Order) -> Iterator[Path]:
    from export.html import write

    path = order.place("html")
    pictures = _pictures(order) if order.printing.charts else ()
    write(order.report, path, pictures, draft=order.printing.draft)
    yield path


def _outcome(order: Order) -> "Outcome":
    """What the check of the year's report finds, beside that of the year before."""
    from model.diagnosis.advisor import Advisor
    from model.rules.rule import Case

    return Advisor(Case.among(order.reports, order.year)).outcome


def _pictures(order: Order) -> "tuple[Chart, ...]":
    """The charts of the year and of those before it."""
    from export.charts import charts

    return charts([known for known in order.reports.values() if known.year <= order.year])


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
    from export.sign_off import sign_off

    yield from _sheets(order, sign_off(order.report, _outcome(order)), "审签单", coded=True)


def _correction(order: Order) -> Iterator[Path]:
    from export.correction import TITLE, correction

    yield from _sheets(order, correction(order.report), TITLE)


def _remarks(order: Order) -> Iterator[Path]:
    from export.remarks_sheet import remarks_sheet

    yield from _sheets(order, remarks_sheet(order.report), "意见单")


def _sheets(order: Order, sheet: "Document", title: str, *, coded: bool = False) -> Iterator[Path]:
    """A sheet that goes with the report, as a PDF and for Word."""
    from export import pdf, word

    options = pdf_options(order.report, replace(order.printing, coded=coded, draft=False))
    made = (("pdf", pdf.render(sheet, options)), ("docx", word.render(sheet, code=options.check_code)))
    for ending, data in made:
        path = order.place(ending, title)
        save(path, data)
        yield path


SIGN_OFF: Final = "signoff"
CORRECTION: Final = "correction"
CHARTS: Final = "charts"
PRODUCTS: Final = (
    Product("pdf", "PDF", "打印、签发、存档", _pdf, usual=True, is_report=True),
    Product("docx", "Word", "交他人修改", _word, usual=True, is_report=True),
    Product("xlsx", "Excel", "表格，可核对公式", _excel, usual=True, is_report=True),
    Product("html", "网页", "上传到门户网站", _html, usual=True, is_report=True),
    Product(SIGN_OFF, "审签单", "送领导审签，PDF 和 Word 各一份", _sign_off),
    Product("remarks", "意见单", "对草稿的意见和处理情况，PDF 和 Word 各一份", _remarks),
    Product(CHARTS, "图表", "历年对比，PDF", _charts),
    Product("fragment", "网页粘贴版", "只用行内样式，供粘贴到网站后台", _fragment, is_report=True),
    Product(CORRECTION, "更正说明", "签发后的改动，Word 和 PDF 各一份", _correction),
)
"""In the order in which they are offered, in the window as on the command line."""
