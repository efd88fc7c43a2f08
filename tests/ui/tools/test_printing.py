"""Printing: every page of the PDF goes to the printer, or the clerk reads why not."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from export.products import PLAIN
from model.form_file import form_for
from model.report import Report
from tests.export.paper import read
from ui.tools.paper import pdf_of
from ui.tools.printing import PrintFailed, new_printer, print_pages


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """The pages of an empty report."""
    return pdf_of(Report(form_for(2024), "云溪县林业局", 2024), PLAIN)


def to_file(path: Path) -> QPrinter:
    """A printer that prints into a PDF file, coarsely."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_every_page_is_printed(pdf: bytes, tmp_path: Path) -> None:
    count = print_pages(pdf, to_file(tmp_path / "打印.pdf"))
    assert count == len(read(pdf).pages) > 2
    assert len(read((tmp_path / "打印.pdf").read_bytes()).pages) == count


@pytest.mark.parametrize(("first", "last", "count"), [(1, 1, 1), (2, 3, 2), (2, 99, -1)])
def test_only_the_pages_asked_for_are_printed(
    pdf: bytes, tmp_path: Path, first: int, last: int, count: int
) -> None:
    printer = to_file(tmp_path / "打印.pdf")
    printer.setFromTo(first, last)
    wanted = count if count > 0 else len(read(pdf).pages) - 1
    assert print_pages(pdf, printer) == wanted
    assert len(read((tmp_path / "打印.pdf").read_bytes()).pages) == wanted


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_told(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(PrintFailed, match="打印机没有响应"):
        print_pages(pdf, to_file(tmp_path / "没有" / "打印.pdf"))


def test_the_printer_is_set_to_the_whole_of_an_a4_sheet() -> None:
    printer = new_printer("年度报告")
    layout = printer.pageLayout()
    assert layout.pageSize().id() == QPageSize.PageSizeId.A4
    assert printer.fullPage()
    assert printer.docName() == "年度报告"
