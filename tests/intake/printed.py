"""The layouts in which programs print a report to PDF: with rules of every kind or none, words in the middle of cells.

A cell's words are broken to the width of its column, numbers too, as word processors do in a narrow one.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Final, Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from model.document import Document, Paragraph, Table, TableCell
from tests.intake.layouts import split

FACE: Final = "Printed"
_FILE: Final = Path(__file__).parents[2] / "resources" / "fonts" / "FangSong.ttf"
WIDTH: Final = 595.0
HEIGHT: Final = 842.0
_MARGIN: Final = 56.0
_PADDING: Final = 3.0
_STRUCK_APART: Final = 0.3
"""Points between the two strikes of a character that is printed bold so."""


@dataclass(frozen=True)
class Print:
    """How a report is printed. `label` and `value` are the widths of columns in characters."""

    rules: Literal["lines", "bars", "boxes", "none"] = "lines"
    middle: bool = True
    label: int = 8
    value: int = 3
    size: float = 9.0
    doubled: bool = False
    again: bool = False  # heads at each page's top
    browser: bool = False  # what a browser prints above and below
    open_foot: bool = False  # no rule below a page's last row
    turned: float = 0.0  # degrees against the clock by which all lies on the page
    one_by_one: bool = (
        False  # characters stand upright each for itself, as those do that are recognised on a scan
    )
    foot: str = ""  # what stands at each page's foot, with its number
    torn: bool = False  # a row goes on on the next page where a line of it fits on this one
    apart: float = 0.0  # points more between two characters, though the cells have no room for them


def printed(document: Document, how: Print | None = None) -> bytes:
    """The report as a PDF file."""
    press = _Press(how or Print())
    for block in document.blocks:
        if isinstance(block, Paragraph):
            press.paragraph(block.text)
        else:
            press.table(block)
    return press.finished()


class _Press:
    """The page being printed; `_at` is how far down it is, `_foot` where the table on it ends."""

    def __init__(self, how: Print) -> None:
        if FACE not in pdfmetrics.getRegisteredFontNames():
            font = TTFont(FACE, _FILE)
            # To reportlab all fonts of one face are the one registered first; the program's own is another.
            font.face.name = FACE.encode()
            pdfmetrics.registerFont(font)
        self._how = how
        self._made = io.BytesIO()
        self._canvas = Canvas(self._made, pagesize=(WIDTH, HEIGHT), pageCompression=0)
        self._pages = 0
        self._foot = 0.0
        self._begin()

    def _begin(self) -> None:
        self._at = _MARGIN
        self._pages += 1
        self._canvas.translate(WIDTH / 2, HEIGHT / 2)
        self._canvas.rotate(self._how.turned)
        self._canvas.translate(-WIDTH / 2, -HEIGHT / 2)
        self._canvas.setFont(FACE, self._how.size)
        if self._how.browser:
            self._words(24, HEIGHT - 24, "2025/1/28 10:05")
            self._words(240, HEIGHT - 24, "政府信息公开年报_门户网站")
            self._words(24, 16, "https://www.example.gov.cn/zwgk/nb/t20250128_1.html")
            self._words(540, 16, f"{self._pages}/9")
        if self._how.foot:
            self._words(WIDTH / 2 - self._how.size, _MARGIN / 2, self._how.foot.format(self._pages))

    def finished(self) -> bytes:
        """The file."""
        self._canvas.save()
        return self._made.getvalue()

    def paragraph(self, text: str) -> None:
        """Print a paragraph over the width of the page."""
        leading = 1.6 * self._how.size
        for line in _broken(text, int((WIDTH - 2 * _MARGIN) / self._how.size)):
            self._reach(leading)
            self._words(_MARGIN, HEIGHT - self._at - self._how.size, line)
            self._at += leading

    def table(self, table: Table) -> None:
        """Print a table; a row goes whole to the next page."""
        lefts = self._lefts(table)
        heights = self._heights(table, lefts)
        self._at += self._how.size
        room = HEIGHT - _MARGIN - self._at
        fitting = sum(used <= room for used in accumulate(heights))
        if fitting <= table.head_rows and self._at > 2 * _MARGIN:
            self._turn()
            self.table(table)
            return
        parts = split(table, fitting, again=self._how.again) if fitting < table.rows else [table]
        lines = int((room - sum(heights[:fitting]) - 2 * _PADDING) / (1.25 * self._how.size))
        cut = [
            cell for cell in table.cells if cell.row == fitting and len(self._lines(cell, lefts)) > lines > 0
        ]
        if self._how.torn and table.head_rows < fitting < table.rows and cut:
            parts = self._torn(table, fitting, lines, lefts)
            heights = self._heights(parts[0], lefts)
        tops = [self._at, *(self._at + used for used in accumulate(heights))]
        self._foot = tops[parts[0].rows]
        for cell in parts[0].cells:
            self._cell(cell, lefts, tops[cell.row], tops[cell.row + cell.rowspan] - tops[cell.row])
        self._at = tops[parts[0].rows] + self._how.size
        for rest in parts[1:]:
            self._turn()
            self.table(rest)

    def _torn(self, table: Table, row: int, lines: int, lefts: Sequence[float]) -> list[Table]:
        """The table up to so many lines of a row, and what is left of it."""
        upper, lower = (
            split(table, row + 1, again=False)[0],
            split(table, row, again=self._how.again)[1],
        )
        begun = upper.rows - 1
        goes_on = table.head_rows if self._how.again else 0
        told = [
            replace(cell, text="\n".join(self._lines(cell, lefts)[:lines])) if cell.row == begun else cell
            for cell in upper.cells
        ]
        left = [
            replace(cell, text="\n".join(self._lines(cell, lefts)[lines:])) if cell.row == goes_on else cell
            for cell in lower.cells
        ]
        return [replace(upper, cells=tuple(told)), replace(lower, cells=tuple(left))]

    def _cell(self, cell: TableCell, lefts: Sequence[float], top: float, height: float) -> None:
        left, right = lefts[cell.column], lefts[cell.column + cell.colspan]
        self._rule(left, right, HEIGHT - top - height, HEIGHT - top)
        lines = self._lines(cell, lefts)
        leading = 1.25 * self._how.size
        used = leading * len(lines)
        down = top + ((height - used) / 2 if self._how.middle else _PADDING)
        for number, line in enumerate(lines):
            across = (left + right - self._width(line)) / 2 if self._how.middle else left + _PADDING
            self._words(across, HEIGHT - down - leading * number - self._how.size, line)

    def _rule(self, left: float, right: float, bottom: float, top: float) -> None:
        if self._how.rules == "lines":
            ends = self._how.open_foot and abs(HEIGHT - bottom - self._foot) < 1
            self._canvas.lines([(left, top, right, top)] + [(left, bottom, right, bottom)] * (not ends))
            self._canvas.lines([(left, bottom, left, top), (right, bottom, right, top)])
        elif self._how.rules == "bars":
            for x, y, width, height in (
                (left, bottom, right - left, 0.5), (left, top, right - left, 0.5),
                (left, bottom, 0.5, top - bottom), (right, bottom, 0.5, top - bottom),
            ):  # fmt: skip
                self._canvas.rect(x, y, width, height, stroke=0, fill=1)
        elif self._how.rules == "boxes":
            self._canvas.rect(left, bottom, right - left, top - bottom)

    def _lefts(self, table: Table) -> list[float]:
        labels = max(1, table.label_columns)
        widths = [self._how.label if column < labels else self._how.value for column in range(table.columns)]
        lefts = [_MARGIN]
        for width in widths:
            lefts.append(lefts[-1] + width * self._how.size + 2 * _PADDING)
        return lefts

    def _lines(self, cell: TableCell, lefts: Sequence[float]) -> list[str]:
        width = lefts[cell.column + cell.colspan] - lefts[cell.column] - 2 * _PADDING
        return [line for part in cell.text.split("\n") for line in _broken(part, width / self._how.size)]

    def _heights(self, table: Table, lefts: Sequence[float]) -> list[float]:
        """The rows' heights; what a cell over several rows needs more, the last of them has."""
        heights = [1.8 * self._how.size] * table.rows
        for cell in sorted(table.cells, key=lambda cell: cell.rowspan):
            need = len(self._lines(cell, lefts)) * 1.25 * self._how.size + 2 * _PADDING
            rows = range(cell.row, cell.row + cell.rowspan)
            heights[rows[-1]] += max(0.0, need - sum(heights[row] for row in rows))
        return heights

    def _reach(self, height: float) -> None:
        if self._at + height > HEIGHT - _MARGIN:
            self._turn()

    def _turn(self) -> None:
        self._canvas.showPage()
        self._begin()

    def _width(self, text: str) -> float:
        return pdfmetrics.stringWidth(text, FACE, self._how.size)

    def _words(self, left: float, bottom: float, text: str) -> None:
        if self._how.one_by_one:
            self._one_by_one(left, bottom, text)
            return
        for strike in range(2 if self._how.doubled else 1):
            self._canvas.drawString(left + strike * _STRUCK_APART, bottom, text, charSpace=self._how.apart)

    def _one_by_one(self, left: float, bottom: float, text: str) -> None:
        for character in text:
            self._canvas.saveState()
            self._canvas.translate(left, bottom)
            self._canvas.rotate(-self._how.turned)
            self._canvas.drawString(0, 0, character)
            self._canvas.restoreState()
            left += self._width(character)


def _broken(text: str, width: float) -> Iterator[str]:
    """The lines of a text in so many characters' width; a digit is half as wide."""
    line, used = "", 0.0
    for character in text:
        own = 0.5 if character.isascii() else 1.0
        if line and used + own > width:
            yield line
            line, used = "", 0.0
        line, used = line + character, used + own
    yield line
