"""A workbook being made: sheets whose text is never a formula and whose formulas carry their results."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from export.excel.styles import Look, add_styles
from export.official import DRAFT, POINT, in_pairs, lines_of
from export.output import clean
from model.values import Value, to_text

MOST_DIGITS: Final = 15
"""Significant digits that a spreadsheet keeps of a number."""
MOST_CHARACTERS: Final = 32_000
"""Characters that safely fit into a cell (it holds 32,767)."""

_FORMULA: Final = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f>[^<]*</f>)<v ?(?:/>|></v>)</c>')
_PIXELS_PER_MM: Final = 96 / 25.4
_LINE_HEIGHT: Final = 1.35
_PROSE_HEIGHT: Final = 1.25
"""From line to line of 宋体 as spreadsheets set it, in parts of the size."""
_TALLEST: Final = 400.0
"""A row in pt: spreadsheets allow 409."""
_A4: Final = 9


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, with what its formulas come to by cell; rows and columns count from 1."""

    native: Worksheet
    results: dict[str, Value] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name on its tab."""
        return self.native.title

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell. Raises TypeError for one that a merged cell covers."""
        found = self.native.cell(row, column)
        if not isinstance(found, Cell):
            raise TypeError(found.coordinate)
        return found

    def text(self, row: int, column: int, text: str, look: Look | None) -> Cell:
        """Put text into a cell, None for one that nobody looks at: text it stays, whatever it begins with."""
        cell = self.cell(row, column)
        if look is not None:
            cell.style = look.value
        if text:
            cell.value = clean(text)
            cell.data_type = "s"
            if text[0] in "=+-@'":
                cell.quotePrefix = True
        return cell

    def number(self, row: int, column: int, value: Value) -> None:
        """Put a number into a cell; one of more digits than a spreadsheet keeps as text."""
        cell = self.cell(row, column)
        if not exact(value):
            cell.value = to_text(value)
            cell.data_type = "s"
        elif value is not None:
            cell.value = value

    def formula(self, row: int, column: int, formula: str, result: Value) -> None:
        """Put a formula and its result into a cell."""
        cell = self.cell(row, column)
        cell.value = formula
        self.results[cell.coordinate] = result

    def merge(self, row: int, column: int, rowspan: int, colspan: int) -> None:
        """Merge cells, if it is more than one, all in the look of the first."""
        if rowspan == colspan == 1:
            return
        last_row, last_column = row + rowspan - 1, column + colspan - 1
        look = self.cell(row, column).style
        covered = product(range(row, last_row + 1), range(column, last_column + 1))
        next(covered)
        for place in covered:
            self.cell(*place).style = look
        # Worksheet.merge_cells would work out the borders of the merged cell anew, which takes half of all time.
        self.native.merged_cells.add(CellRange(None, column, row, last_column, last_row))

    def set_width(self, column: int, millimetres: float) -> None:
        """Set a column's width, which spreadsheets count in digits of 7 pixels and 5 pixels beside them."""
        width = (millimetres * _PIXELS_PER_MM - 5) / 7
        self.native.column_dimensions[get_column_letter(column)].width = width

    def set_height(self, row: int, lines: float, size: float = 10) -> None:
        """Set a row's height to so many lines of `size` pt."""
        self.native.row_dimensions[row].height = min(_TALLEST, size * _LINE_HEIGHT * lines + 6)

    def set_height_of_prose(self, row: int, lines: float, size: float) -> None:
        """Set the height of a row with so many lines of running text."""
        self.native.row_dimensions[row].height = min(_TALLEST, size * _PROSE_HEIGHT * lines + 4)

    def print_on_a4(self, *, landscape: bool = False, head_rows: str | None = None) -> None:
        """Print one page wide on A4, the head rows on each page, a page number outside."""
        sheet = self.native
        sheet.page_setup.paperSize = _A4
        sheet.page_setup.orientation = "landscape" if landscape else "portrait"
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        sheet.page_margins.left = sheet.page_margins.right = 15 / 25.4
        sheet.page_margins.top = sheet.page_margins.bottom = 20 / 25.4
        sheet.HeaderFooter.differentOddEven = True
        for footer, side in ((sheet.oddFooter, "right"), (sheet.evenFooter, "left")):
            if isinstance(footer, HeaderFooterItem):
                getattr(footer, side).text = "— &P —"
        if head_rows:
            sheet.print_title_rows = head_rows


def mark_draft(workbook: Workbook) -> None:
    """Say at the head of each printed page that the report cannot be filed yet."""
    for sheet in workbook.worksheets:
        for header in (sheet.oddHeader, sheet.evenHeader):
            if isinstance(header, HeaderFooterItem):
                header.right.text = DRAFT


@dataclass(frozen=True, slots=True)
class Book:
    """The workbook. openpyxl writes formulas without results; what only shows a file, as a phone does, needs them."""

    workbook: Workbook
    sheets: list[Sheet] = field(default_factory=list)

    def __post_init__(self) -> None:
        for sheet in list(self.workbook.worksheets):
            self.workbook.remove(sheet)
        add_styles(self.workbook)

    def add(self, name: str) -> Sheet:
        """Return a new sheet, protected without a password: only cells of the looks ENTRY and TEXT can be edited."""
        native: Worksheet = self.workbook.create_sheet(name)
        native.protection.sheet = True
        native.protection.formatColumns = native.protection.formatRows = False
        native.sheet_view.showGridLines = False
        sheet = Sheet(native)
        self.sheets.append(sheet)
        return sheet

    def with_results(self, member: str, xml: bytes) -> bytes:
        """Return a member of the workbook's archive with the results written into its formulas."""
        number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", member)
        if number is None:
            return xml
        results = self.sheets[int(number[1]) - 1].results

        def filled(match: re.Match[bytes]) -> bytes:
            result = to_text(results[match[1].decode()])
            shown = b"<v>%s</v>" % result.encode() if result else b""
            return b'<c r="%s"%s>%s%s</c>' % (match[1], match[2], match[3], shown)

        return _FORMULA.sub(filled, xml)


def exact(value: Value) -> bool:
    """Whether a spreadsheet keeps all digits of the number."""
    return value is None or len(Decimal(value).as_tuple().digits) <= MOST_DIGITS


def lines_in(text: str, millimetres: float, size: float = 10) -> int:
    """Return about how many lines of `size` pt the words of a label take in a column of this width."""
    return lines_of(text, millimetres / POINT - 6, size)


def paired(text: str, millimetres: float, size: float = 10) -> str:
    """Return a head's words with its lines ended between pairs of characters, where a column is too narrow for one line.

    Spreadsheets would end it anywhere: 结果维 | 持.
    """
    fit = int((millimetres / POINT - 6) // size)
    pairs = in_pairs(text)
    if fit >= len(text) or not pairs:
        return text
    step = max(1, fit // 2)
    return "\n".join("".join(pairs[at : at + step]) for at in range(0, len(pairs), step))


def lines_of_prose(text: str, millimetres: float, size: float) -> int:
    """Return how many lines a paragraph takes in a column of this width: spreadsheets fill them to the last place."""
    return lines_of(text, millimetres / POINT - 6, size, loose=1.0)
