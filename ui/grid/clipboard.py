"""Blocks on the clipboard: written as text and HTML, read from what spreadsheets, word processors and browsers put there."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from io import StringIO
from typing import Final, TypeAlias

from PySide6.QtCore import QMimeData

from intake.errors import SourceRefused
from intake.figures import UNIT, FigureKind, figure_of
from model.characters import NARROW
from model.document import Table
from model.errors import AssistantError
from model.layout import Layout, PrintedCell
from model.report import Report
from model.values import to_text

Rows: TypeAlias = Sequence[Sequence[str]]
"""A block as texts, row by row, all rows of the same length."""
_TELLS_A_NUMBER: Final = re.compile(rf"[0-9]\s*(?:{UNIT})|[\u4e00-\u9fff:：]\s*[0-9]{{1,7}}\s*$")
"""A line with a number that is counted, or that ends in one: 合计32."""
_SENTENCE: Final = re.compile("[，。；,;]")
"""Marks of a sentence: what it tells is beside the table, not left out of it."""
MOST_TAGS: Final = 50_000
"""Of HTML that is read while the clerk waits; a whole page with a report, copied from a browser, has some 10,000."""


class ClipRefused(AssistantError):
    """What was copied is no block of numbers: a file, or far more than a table of a report, as a whole sheet is."""


@dataclass(frozen=True, slots=True)
class Clip:
    """What the clipboard may mean: its tables, the most telling first, and the same as text.

    `apart`: numbers stand in several of its tables, or outside of its table; no block alone is all that was copied.
    """

    tables: Sequence[Rows] = ()
    apart: bool = False
    text: Rows = ()

    @property
    def blocks(self) -> Sequence[Rows]:
        """All that may be meant; the table tells more than the text."""
        return [*self.tables, self.text] if self.text else self.tables


def to_mime(rows: Rows) -> QMimeData:
    """Return a block as tab-separated text and as an HTML table."""
    mime = QMimeData()
    mime.setText("\n".join("\t".join(row) for row in rows))
    lines = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in rows)
    mime.setHtml("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")
    return mime


def table_to_mime(layout: Layout, report: Report) -> QMimeData:
    """Return a printed table with the report's numbers, as an HTML table with its spans and as tab-separated text.

    In the text a merged cell stands in the first place it covers, so that every number keeps its column.
    """
    texts = [[""] * layout.columns for _ in range(layout.rows)]
    lines = [""] * layout.rows
    for place in layout.places:
        text = _printed(place, report)
        texts[place.row][place.column] = text
        lines[place.row] += _element(place, text)
    mime = QMimeData()
    mime.setText("\n".join("\t".join(row) for row in texts))
    mime.setHtml('<table border="1">' + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")
    return mime


def _printed(place: PrintedCell, report: Report) -> str:
    if place.key is None:
        return place.text
    return to_text(report.value(place.key), signed=report.form.cells[place.key].kind.spec.signed)


def _element(place: PrintedCell, text: str) -> str:
    spans = f' rowspan="{place.rowspan}"' if place.rowspan > 1 else ""
    spans += f' colspan="{place.colspan}"' if place.colspan > 1 else ""
    spans += f' style="padding-left:{place.indent}em"' if place.indent else ""
    tag = "td" if place.key is not None else "th"
    return f"<{tag}{spans}>{escape(text)}</{tag}>"


def from_mime(mime: QMimeData | None) -> Clip:
    """Return what the clipboard may mean: the HTML tables, those with numbers first, and the text.

    Raises ClipRefused.
    """
    if mime is None:
        return Clip()
    if any(url.isLocalFile() for url in mime.urls()):
        raise ClipRefused("剪贴板里是文件，没有粘贴；要打开或导入这个文件，请把它拖到窗口上")
    clip = from_html(mime.html()) if mime.hasHtml() else Clip()
    text = from_text(mime.text()) if mime.hasText() else []
    return replace(clip, text=text) if any(map(any, text)) else clip


def from_text(text: str) -> Rows:
    """Return tab-separated text as a block; cells in quotation marks may hold line breaks, as spreadsheets write them.

    A quotation mark that is never closed is a mark like any other.
    """
    try:
        return _even(list(csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True)))
    except csv.Error:
        return _even([line.split("\t") for line in text.splitlines()])


def from_html(html: str) -> Clip:
    """Return the tables of an HTML fragment as blocks; a merged cell stands in the first place it covers.

    It is read as an imported page is: without what is hidden or struck out, raised figures as marks. Raises
    ClipRefused.
    """
    from intake.readers.html import read_html

    if html.count("<") > MOST_TAGS:
        raise ClipRefused("复制的内容太多，没有粘贴；请只选中要粘贴的那张表格，重新复制")
    try:
        page = read_html(html)
    except SourceRefused:
        return Clip()
    blocks = [block for block in map(_block, page.tables) if any(map(any, block))]
    numbered = [block for block in blocks if any(_is_number(text) for row in block for text in row)]
    outside = any(_is_number(line.text) or _tells_number(line.text) for line in page.paragraphs)
    return Clip(sorted(blocks, key=lambda block: block not in numbered), len(numbered) + outside > 1)


def _block(table: Table) -> Rows:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = "，".join(filter(None, (cell.text, cell.doubt)))
    return _even(rows)


def _is_number(text: str) -> bool:
    figure = figure_of(text)
    return figure.kind is FigureKind.NUMBER or (
        figure.kind is FigureKind.MARK and any(map(str.isdecimal, text))
    )


def _tells_number(line: str) -> bool:
    return not _SENTENCE.search(line) and _TELLS_A_NUMBER.search(line.translate(NARROW)) is not None


def turned(rows: Rows) -> Rows:
    """Return a block with its rows as columns: what a ledger has across where the table has it down."""
    return list(zip(*rows, strict=True))


def _even(rows: Sequence[Sequence[str]]) -> Rows:
    """Tidy texts, rows of the same length, no blank rows or columns at the end; line breaks within a cell stay."""
    tidy = [["\n".join(map(str.strip, text.strip().split("\n"))) for text in row] for row in rows]
    while tidy and not any(tidy[-1]):
        tidy.pop()
    width = max((len(row) for row in tidy), default=0)
    tidy = [row + [""] * (width - len(row)) for row in tidy]
    while width and not any(row[width - 1] for row in tidy):
        width -= 1
    return [row[:width] for row in tidy]
