"""Printing: every page of the PDF goes to the printer, or the clerk reads why not."""

import errno
import os
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter

from export.products import PLAIN
from model.form_file import form_for
from model.report import Report
from tests.export.paper import read
from ui.tools.paper import PdfPages, joined, pdf_of
from ui.tools.printing import PrintFailed, PrintJob, new_printer, paper_note, print_pages, queue_command


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


def test_ranges_are_taken_as_they_are_written(pdf: bytes, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "打印.pdf")
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    assert print_pages(pdf, printer) == 2
    wanted = [read(pdf).pages[at].text for at in (0, 2)]
    assert [page.text for page in read((tmp_path / "打印.pdf").read_bytes()).pages] == wanted


def test_pages_that_are_not_there_are_refused(pdf: bytes, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "打印.pdf")
    printer.setFromTo(19, 22)
    with pytest.raises(PrintFailed, match="没有第 19-22 页"):
        print_pages(pdf, printer)
    assert not (tmp_path / "打印.pdf").exists()


def test_a_file_gets_the_words_and_not_their_picture(pdf: bytes, tmp_path: Path) -> None:
    print_pages(pdf, to_file(tmp_path / "打印.pdf"))
    printed = (tmp_path / "打印.pdf").read_bytes()
    assert read(printed).text == read(pdf).text
    assert len(printed) < 2 * len(pdf)


def test_a_print_that_finds_no_room_leaves_the_file_that_was_there(
    pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    (tmp_path / "打印.pdf").write_bytes(b"the print of yesterday")
    printer = to_file(tmp_path / "打印.pdf")
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(PrintFailed):
        print_pages(pdf, printer)
    assert (tmp_path / "打印.pdf").read_bytes() == b"the print of yesterday"


def test_a_printer_that_does_not_answer_is_told(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(PrintFailed, match="打印机没有响应"):
        print_pages(pdf, to_file(tmp_path / "没有" / "打印.pdf"))


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_no_drawing_is_told(pdf: bytes, tmp_path: Path) -> None:
    job = PrintJob(pdf, to_file(tmp_path / "没有" / "打印.pdf"))
    with PdfPages(pdf) as pages, pytest.raises(PrintFailed, match="打印机没有响应"):
        job._draw(pages, [1])


def drawn(pdf: bytes, printer: QPrinter, wanted: list[int]) -> PdfDocument:
    """What a printer gets that takes no PDF."""
    with PdfPages(pdf) as pages:
        assert PrintJob(pdf, printer)._draw(pages, wanted) == len(wanted)
    return PdfDocument(printer.outputFileName())


def ink(document: PdfDocument) -> tuple[float, float, float, float]:
    """The box of all that is dark on the first page, in mm: left, top, right, bottom."""
    picture = document[0].render(scale=2.0, grayscale=True)
    data, stride, mm = bytes(picture.buffer), picture.stride, 25.4 / 72 / 2.0
    lines = [data[at * stride : at * stride + picture.width] for at in range(picture.height)]
    rows = [at for at, line in enumerate(lines) if min(line) < 128]
    columns = [at for at in range(picture.width) if min(line[at] for line in lines) < 128]
    return (columns[0] * mm, rows[0] * mm, columns[-1] * mm, rows[-1] * mm)


def test_a_drawn_page_is_the_page_of_the_pdf(pdf: bytes, tmp_path: Path) -> None:
    made = drawn(pdf, to_file(tmp_path / "打印.pdf"), [2, 3])
    assert len(made) == 2
    assert ink(drawn(pdf, to_file(tmp_path / "一.pdf"), [1])) == pytest.approx(ink(PdfDocument(pdf)), abs=1.0)


def test_on_other_paper_a_page_keeps_its_size_and_proportions(pdf: bytes, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "打印.pdf")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    assert "A3" in paper_note(printer)
    left, top, right, bottom = ink(drawn(pdf, printer, [1]))
    a, b, c, d = ink(PdfDocument(pdf))
    assert (right - left, bottom - top) == pytest.approx((c - a, d - b), abs=1.5)


def test_a_printer_set_across_is_told_and_set_upright(pdf: bytes, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "打印.pdf")
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    assert "横向" in paper_note(printer)
    print_pages(pdf, printer)
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait


def test_a_cancelled_job_sends_no_more_pages(pdf: bytes, tmp_path: Path) -> None:
    job = PrintJob(pdf, to_file(tmp_path / "打印.pdf"))
    sent: list[tuple[int, int]] = []

    def enough(now: int, of: int) -> None:
        sent.append((now, of))
        job.cancel()

    job.page_sent.connect(enough)
    with PdfPages(pdf) as pages:
        assert job._draw(pages, [1, 2, 3]) == 1
    assert sent == [(1, 3)]


def test_no_strip_of_a_page_is_large(pdf: bytes) -> None:
    with PdfPages(pdf) as pages:
        strips = list(pages.strips(1, 300))
    assert sum(strip.height() for strip, _ in strips) == pytest.approx(297 / 25.4 * 300, abs=2)
    assert max(strip.sizeInBytes() for strip, _ in strips) < 12_000_000
    tops = [top for _, top in strips]
    assert tops == [sum(strip.height() for strip, _ in strips[:at]) for at in range(len(strips))]


def test_the_system_s_queue_is_told_copies_sides_and_paper(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/lp")
    assert queue_command(to_file(tmp_path / "打印.pdf")) == []

    class Queue(QPrinter):
        def printerName(self) -> str:
            return "办公室"

        def outputFormat(self) -> QPrinter.OutputFormat:
            return QPrinter.OutputFormat.NativeFormat

    printer = Queue()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setCopyCount(3)
    printer.setDocName("年报")
    command = queue_command(printer)
    assert command[:7] == ["/usr/bin/lp", "-d", "办公室", "-n", "3", "-t", "年报"]
    assert "media=A4" in command


def test_on_windows_no_queue_takes_a_pdf_and_the_pages_are_painted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("shutil.which", lambda _: r"C:\tools\lp.exe")

    class Queue(QPrinter):
        def printerName(self) -> str:
            return "办公室"

        def outputFormat(self) -> QPrinter.OutputFormat:
            return QPrinter.OutputFormat.NativeFormat

    assert queue_command(Queue()) == []


def test_parts_are_printed_in_one_go(pdf: bytes) -> None:
    both = read(joined([pdf, pdf]))
    assert [page.text for page in both.pages] == [page.text for page in read(pdf).pages] * 2


def test_the_printer_is_set_to_the_whole_of_an_a4_sheet() -> None:
    printer = new_printer("年度报告")
    layout = printer.pageLayout()
    assert layout.pageSize().id() == QPageSize.PageSizeId.A4
    assert printer.fullPage()
    assert printer.docName() == "年度报告"
