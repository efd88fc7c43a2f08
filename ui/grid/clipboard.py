"""Blocks on the clipboard: written as text and HTML, read from what spreadsheets, word processors and browsers put there."""

import csv
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from io import StringIO
from typing import Final, TypeAlias

from PySide6.QtCore import QMimeData

Rows: TypeAlias = Sequence[Sequence[str]]
"""A block as texts, row by row, all rows of the same length."""

MOST_SPAN: Final = 100
"""A merged cell that claims to be larger than this is not believed."""


def to_mime(rows: Rows) -> QMimeData:
    """Return a block as tab-separated text and as an HTML table."""
    mime = QMimeData()
    mime.setText("\n".join("\t".join(row) for row in rows))
    lines = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in rows)
    mime.setHtml("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")
    return mime


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
    """Return tab-separated text as a block; cells in quotation marks may hold line breaks, as spreadsheets write them."""
    return _even(list(csv.reader(StringIO(text, newline=""), delimiter="\t")))


def from_html(html: str) -> Rows:
    """Return the first table of an HTML fragment as a block; a merged cell stands in the first place it covers."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return _even(reader.rows())


def _even(rows: Sequence[Sequence[str]]) -> Rows:
    """Tidy texts, rows of the same length, no blank rows or columns at the end."""
    tidy = [[" ".join(text.split()) for text in row] for row in rows]
    while tidy and not any(tidy[-1]):
        tidy.pop()
    width = max((len(row) for row in tidy), default=0)
    tidy = [row + [""] * (width - len(row)) for row in tidy]
    while width and not any(row[width - 1] for row in tidy):
        width -= 1
    return [row[:width] for row in tidy]


class _TableReader(HTMLParser):
    """Collects the cells of the first table; nested tables count as text."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[tuple[int, int], str] = {}
        self._taken: set[tuple[int, int]] = set()
        self._row = -1
        self._at: tuple[int, int] | None = None
        self._depth = 0
        self._done = False

    def rows(self) -> Sequence[Sequence[str]]:
        """The table's texts."""
        height = 1 + max((row for row, _ in self._taken), default=-1)
        width = 1 + max((column for _, column in self._taken), default=-1)
        return [[self._cells.get((row, column), "") for column in range(width)] for row in range(height)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        if tag == "table":
            self._depth += 1
        if self._done or self._depth != 1:
            return
        if tag == "tr":
            self._row += 1
            self._at = None
        elif tag in ("td", "th"):
            self._begin_cell(dict(attrs))
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a cell, or the table."""
        if tag == "table":
            self._depth -= 1
            self._done = self._done or self._depth == 0
        elif tag in ("td", "th") and self._depth == 1:
            self._at = None

    def handle_data(self, data: str) -> None:
        """Take the words of a cell."""
        if self._at is not None and not self._done:
            self._cells[self._at] += data

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        row = max(self._row, 0)
        column = 0
        while (row, column) in self._taken:
            column += 1
        for down in range(_span(attributes.get("rowspan"))):
            for right in range(_span(attributes.get("colspan"))):
                self._taken.add((row + down, column + right))
        self._at = (row, column)
        self._cells[self._at] = ""


def _span(text: str | None) -> int:
    return min(max(int(text), 1), MOST_SPAN) if text and text.isdecimal() else 1
