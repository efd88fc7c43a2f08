"""Printing: the same pages as the PDF, as they are where the system takes a PDF, else drawn strip by strip."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Final

from PySide6.QtCore import QMarginsF, QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from model.errors import AssistantError
from model.file.safe_write import write_whole
from ui.tools.paper import PdfPages

_FINEST: Final = 600
"""Dots per inch beyond which a page of text gains nothing."""
_A4: Final = QPageSize(QPageSize.PageSizeId.A4)
_INCH: Final = 25.4
_PATIENCE: Final = 60
"""Seconds in which the system's queue has to take the pages."""
_SIDES: Final = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


class PrintFailed(AssistantError):
    """The printer did not take the pages."""


def new_printer(title: str) -> QPrinter:
    """Return a printer set to A4 without margins of its own: the pages bring theirs."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(_A4)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    printer.setDocName(title)
    printer.setCreator("年报助手")
    return printer


def print_pages(pdf: bytes, printer: QPrinter) -> int:
    """Print the pages of a PDF that the printer's ranges ask for; return how many. Raises PrintFailed."""
    return PrintJob(pdf, printer).run()


def paper_note(printer: QPrinter) -> str:
    """Return what the clerk should know of a printer that is not set to upright A4, "" where it is."""
    layout = printer.pageLayout()
    if layout.pageSize().id() != _A4.id():
        return f"打印机纸张为 {layout.pageSize().name()}，报告按 A4 大小打印"
    if layout.orientation() != QPageLayout.Orientation.Portrait:
        return "打印机设为横向，报告已按纵向打印"
    return ""


class PrintJob(QObject):
    """Pages on their way to a printer; may run in a thread of its own.

    Signals: `page_sent(int, int)` with how many pages of how many are there.
    """

    page_sent = Signal(int, int)

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self._printer = printer
        self._cancelled = Event()
        self.is_cut_short = False
        """Whether it was cancelled with pages still to send."""

    def cancel(self) -> None:
        """Send no more pages."""
        self._cancelled.set()

    def run(self) -> int:
        """Send the pages that the printer's ranges ask for; return how many went. Raises PrintFailed."""
        with PdfPages(self._pdf) as pages:
            wanted = pages_asked(self._printer, len(pages))
            if self._ends():
                return 0  # before anything is begun: a printer that has begun puts out a sheet
            self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
            if self._printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
                return self._write(pages, wanted)
            if self._queued(pages, wanted):
                return len(wanted)
            return self._draw(pages, wanted)

    def _ends(self) -> bool:
        """Whether it was cancelled, with pages still to send."""
        self.is_cut_short = self._cancelled.is_set()
        return self.is_cut_short

    def _write(self, pages: PdfPages, wanted: Sequence[int]) -> int:
        """Into a file the pages go as they are: searchable, and as small as the export."""
        try:
            write_whole(Path(self._printer.outputFileName()), pages.only(wanted))
        except OSError as cause:
            raise PrintFailed("打印机没有响应：打印文件未能写出，请另选位置后重试") from cause
        self.page_sent.emit(len(wanted), len(wanted))
        return len(wanted)

    def _queued(self, pages: PdfPages, wanted: Sequence[int]) -> bool:
        """Hand the PDF to the system's queue where it has one (CUPS); tell whether it took it."""
        command = queue_command(self._printer)
        if not command:
            return False
        try:
            done = subprocess.run(
                command, input=pages.only(wanted), check=False, capture_output=True, timeout=_PATIENCE
            )
        except (OSError, subprocess.SubprocessError):
            return False
        if done.returncode == 0:
            self.page_sent.emit(len(wanted), len(wanted))
        return done.returncode == 0

    def _draw(self, pages: PdfPages, wanted: Sequence[int]) -> int:
        # Places are measured from the sheet's corner, whatever margins the printer was set to.
        self._printer.setFullPage(True)
        painter = QPainter()
        if not painter.begin(self._printer):
            raise PrintFailed("打印机没有响应，请检查打印机后重试，或先导出 PDF 再打印")
        try:
            for sent, number in enumerate(wanted):
                if self._ends():
                    return sent
                if sent and not self._printer.newPage():
                    raise PrintFailed(f"第 {number} 页没有打印出来，请检查打印机后重试")
                self._draw_page(painter, pages, number)
                self.page_sent.emit(sent + 1, len(wanted))
        finally:
            painter.end()
        return len(wanted)

    def _draw_page(self, painter: QPainter, pages: PdfPages, number: int) -> None:
        """Draw one page in its own proportions and size, made smaller where the sheet is smaller than A4."""
        sheet = QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel))
        dots = self._printer.resolution()
        size = _A4.size(QPageSize.Unit.Millimeter) * (dots / _INCH)
        scale = min(1.0, sheet.width() / size.width(), sheet.height() / size.height())
        left = (sheet.width() - size.width() * scale) / 2
        top = (sheet.height() - size.height() * scale) / 2
        dpi = min(dots, _FINEST)
        step = scale * dots / dpi
        for strip, at in pages.strips(number, dpi):
            painter.drawImage(
                QRectF(left, top + at * step, strip.width() * step, strip.height() * step), strip
            )


def pages_asked(printer: QPrinter, count: int) -> list[int]:
    """Return the numbers, from 1, of the pages that the printer's ranges ask for. Raises PrintFailed where there is none."""
    ranges = printer.pageRanges()
    if ranges.isEmpty():
        return list(range(1, count + 1))
    wanted = [number for number in range(1, count + 1) if ranges.contains(number)]
    if not wanted:
        raise PrintFailed(f"没有第 {ranges.toString()} 页：共 {count} 页，请重新填写页码范围")
    return wanted


def queue_command(printer: QPrinter) -> list[str]:
    """Return the command that hands a PDF to the system's queue for this printer, [] where there is no such queue."""
    program = None if sys.platform == "win32" else shutil.which("lp")
    if program is None or printer.outputFormat() != QPrinter.OutputFormat.NativeFormat:
        return []
    if not printer.printerName():
        return []
    sides = _SIDES.get(printer.duplex())
    return [
        program,
        "-d",
        printer.printerName(),
        "-n",
        str(printer.copyCount()),
        "-t",
        printer.docName(),
        "-o",
        f"media={printer.pageLayout().pageSize().key()}",
        *(["-o", f"sides={sides}"] if sides else []),
    ]
