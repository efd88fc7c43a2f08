"""Blocks on the clipboard: written as text and HTML, read from what spreadsheets, word processors and browsers put there."""

import csv
from collections.abc import Sequence
from html import escape
from io import StringIO
from typing import TypeAlias

from PySide6.QtCore import QMimeData

from intake.errors import SourceRefused
from model.layout import Layout, PrintedCell
from model.report import Report
from model.values import to_text

Rows: TypeAlias = Sequence[Sequence[str]]
"""A block as texts, row by row, all rows of the same length."""


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


def from_mime(mime: QMimeData | None) -> Sequence[Rows]:
    """Return the blocks that the clipboard may mean, the most telling first: the HTML table, the text."""
    blocks: list[Rows] = []
    if mime is None:
        return blocks
    if mime.hasHtml():
        blocks.append(from_html(mime.html()))
    if mime.hasText():
        blocks.append(from_text(mime.text()))
    return [block for block in blocks if any(any(row) for row in block)]


def from_text(text: str) -> Rows:
    """Return tab-separated text as a block; cells in quotation marks may hold line breaks, as spreadsheets write them.

    A quotation mark that is never closed is a mark like any other.
    """
    try:
        return _even(list(csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True)))
    except csv.Error:
        return _even([line.split("\t") for line in text.splitlines()])


def from_html(html: str) -> Rows:
    """Return the first table of an HTML fragment as a block; a merged cell stands in the first place it covers.

    It is read as an imported page is: without what is hidden or struck out, raised figures as marks.
    """
    from intake.readers.html import read_html

    try:
        table = next(read_html(html).tables, None)
    except SourceRefused:
        return []
    if table is None:
        return []
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = "，".join(filter(None, (cell.text, cell.doubt)))
    return _even(rows)


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
