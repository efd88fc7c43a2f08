"""Reads Excel files: every visible sheet a table, with its merged cells."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from intake.errors import SourceRefused
from intake.progress import Tell, silent
from intake.readers.limits import open_office_file
from intake.readers.spans import Placing
from model.characters import usual
from model.document import Document, Table

_DECIMALS: Final = Decimal("0.000001")
"""Beyond these a number in a sheet is the noise of binary fractions."""
_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\s+ref=\"([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)\"")
MOST_MERGES: Final = 5_000
MOST_MERGED: Final = 20_000
MOST_SHEET_ROWS: Final = 3_000
MOST_SHEET_COLUMNS: Final = 64


def read_excel(data: bytes, name: str, _tell: Tell = silent) -> Document:
    """Return the sheets as tables. Raises SourceRefused for a damaged, protected or monstrous file."""
    with open_office_file(data, name) as archive:
        _refuse_vast_merges(archive, name)
    book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    sheets = (
        sheet for sheet in book.worksheets if isinstance(sheet, Worksheet) and sheet.sheet_state == "visible"
    )
    properties = book.properties
    return Document(tuple(_tables(sheets)), properties.title or "", properties.creator or "")


def _refuse_vast_merges(archive: zipfile.ZipFile, name: str) -> None:
    """A merged area costs the library every one of its cells: a report has none beyond a page."""
    for part in archive.namelist():
        if part.startswith("xl/worksheets/") and part.endswith(".xml"):
            areas = _MERGED.findall(archive.read(part))
            sizes = (CellRange(area.decode("ascii")).size for area in areas[: MOST_MERGES + 1])
            if len(areas) > MOST_MERGES or any(
                size["rows"] * size["columns"] > MOST_MERGED for size in sizes
            ):
                raise SourceRefused(f"“{name}”的合并单元格过大，不像是年度报告；请只保留年度报告的表格再导入")


def _tables(sheets: Iterable[Worksheet]) -> Iterator[Table]:
    for sheet in sheets:
        table = _table(sheet)
        if table is not None:
            yield table


def _table(sheet: Worksheet) -> Table | None:
    spans = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    covered = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, min(area.max_row, MOST_SHEET_ROWS) + 1)
        for column in range(area.min_col, min(area.max_col, MOST_SHEET_COLUMNS) + 1)
    } - set(spans)
    placing = Placing()
    last = min(sheet.max_row, MOST_SHEET_ROWS)
    width = min(sheet.max_column, MOST_SHEET_COLUMNS)
    for row, values in enumerate(sheet.iter_rows(1, last, 1, width, values_only=True), 1):
        if sheet.row_dimensions[row].hidden:
            continue
        for column, value in enumerate(values, 1):
            if (row, column) in covered:
                continue
            area = spans.get((row, column))
            down, across = (
                (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1) if area else (1, 1)
            )
            placing.put(row - 1, column - 1, cell_text(value), down, across)
    return placing.table()


def cell_text(value: object) -> str:
    """A cell's value as it would be read from the screen; a whole number has no decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float | Decimal):
        return _plain(Decimal(repr(value)) if isinstance(value, float) else value)
    if isinstance(value, datetime | date):
        return f"{value.year}年{value.month}月{value.day}日"
    return usual(str(value)).replace("\u00a0", " ").strip()


def _plain(number: Decimal) -> str:
    if not number.is_finite():
        return ""
    if abs(number) < Decimal(10) ** 20:
        number = number.quantize(_DECIMALS)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
