"""Printing: the same pages as the PDF, drawn at the printer's resolution."""

from typing import Final

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from model.errors import AssistantError
from ui.tools.paper import pictures_of

_FINEST: Final = 600
"""Dots per inch beyond which a page of text gains nothing."""


class PrintFailed(AssistantError):
    """The printer did not take the pages."""


def new_printer(title: str) -> QPrinter:
    """Return a printer set to A4 without margins of its own: the pages bring theirs."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    printer.setDocName(title)
    printer.setCreator("年报助手")
    return printer


def print_pages(pdf: bytes, printer: QPrinter) -> int:
    """Print the pages of a PDF that the printer's range asks for; return how many. Raises PrintFailed."""
    dpi = min(printer.resolution(), _FINEST)
    pages = pictures_of(pdf, dpi=dpi)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(pages), len(pages))
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed("打印机没有响应，请检查打印机后重试，或先导出 PDF 再打印")
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    for number in range(first, last + 1):
        if number > first and not printer.newPage():
            painter.end()
            raise PrintFailed(f"第 {number} 页没有打印出来，请检查打印机后重试")
        picture = pages[number - 1]
        painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), picture)
    painter.end()
    return max(last - first + 1, 0)
