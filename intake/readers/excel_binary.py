"""Reads .xlsb, Excel's binary workbooks: every visible sheet a table.

Its records ([MS-XLSB] 2.1.4) say what the library leaves out: rows and columns that are not seen, and words in several
fonts, of which it is not told whether a part is raised or struck out.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from intake.errors import SourceRefused
from intake.progress import Tell, silent
from intake.readers.excel_parts import related
from intake.readers.limits import LOWEST_ROW, open_office_file
from intake.readers.sheets import MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, Sheet, cell_text
from model.document import Document, Table

_BOOK: Final = "xl/workbook.bin"
_STRINGS: Final = "xl/sharedStrings.bin"
_ROW, _SHARED_CELL, _STRING, _COLUMNS, _SHEET = 0, 7, 19, 60, 156
"""BrtRowHdr, BrtCellIsst, BrtSSTItem, BrtColInfo, BrtBundleSh."""
_TWIPS: Final = 20
"""Of a point: heights of rows."""
_NARROWEST: Final = 128
"""256th parts of a figure's width that a column has; one that narrow is closed to the eye."""


def read_excel_binary(data: bytes, name: str, tell: Tell = silent) -> Document:
    """Return the sheets as tables. Raises SourceRefused for a protected or monstrous file."""
    with open_office_file(data, name) as archive:
        parts = _parts_of_sheets(archive)
        strings = archive.read(_STRINGS) if _STRINGS in archive.namelist() else b""
        sheets = {sheet: archive.read(part) for sheet, part in parts.items()}
    several = {
        number
        for number, record in enumerate(record for kind, record in _records(strings) if kind == _STRING)
        if record[:1] and record[0] & 1
    }
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise SourceRefused(f"“{name}”加了密码；请打开后取消密码，另存一份再导入") from error
    tables = []
    with book:
        for sheet in book.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
                tell(f"工作表“{sheet.name}”")
                tables.append(_table(book.get_sheet_by_name(sheet.name), sheets[sheet.name], several))
    return Document(tuple(table for table in tables if table is not None))


def _table(sheet: CalamineSheet, part: bytes, several: set[int]) -> Table | None:
    if sheet.end is None:
        return None
    rows: set[int] = set()
    columns: set[int] = set()
    unsure: set[tuple[int, int]] = set()
    row = 0
    for kind, record in _records(part):
        if kind == _ROW:
            row = _number(record, 0)
            closed = record[11] & 0x10 or (record[11] & 0x20 and _number(record, 8, 2) <= LOWEST_ROW * _TWIPS)
            rows |= {row} if closed else set()
        elif kind == _COLUMNS and (record[16] & 1 or _number(record, 8) <= _NARROWEST):
            columns |= set(range(_number(record, 0), min(_number(record, 4), MOST_SHEET_COLUMNS) + 1))
        elif kind == _SHARED_CELL and _number(record, 8) in several:
            unsure.add((row, _number(record, 0)))
    areas = ((*start, *end) for start, end in sheet.merged_cell_ranges or ())
    grid = Sheet(areas, rows, columns)
    for row, values in enumerate(sheet.to_python(skip_empty_area=False, nrows=MOST_SHEET_ROWS)):
        for column, value in enumerate(values[:MOST_SHEET_COLUMNS]):
            if not grid.covers(row, column):
                text = cell_text(value)
                several_fonts = (row, column) in unsure and any(map(str.isdecimal, text))
                grid.put(row, column, text, f"字体不一的“{text}”" if several_fonts else "")
    return grid.table()


def _parts_of_sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet → its part. Raises KeyError for a damaged file."""
    parts = related(archive, _BOOK)
    sheets = {}
    for kind, record in _records(archive.read(_BOOK)):
        if kind == _SHEET:
            relation, end = _words(record, 8)
            sheet, _ = _words(record, end)
            if relation in parts:
                sheets[sheet] = parts[relation]
    return sheets


def _words(record: bytes, at: int) -> tuple[str, int]:
    """A text of a record and where it ends."""
    end = at + 4 + 2 * _number(record, at)
    return record[at + 4 : end].decode("utf-16-le"), end


def _number(record: bytes, at: int, size: int = 4) -> int:
    return int.from_bytes(record[at : at + size], "little")


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of the records of a part; both counts before them take seven bits of a byte each."""
    at = 0
    while at < len(part):
        counts = []
        for most in (2, 4):
            count = 0
            for place in range(most):
                byte = part[at]
                at += 1
                count |= (byte & 0x7F) << (7 * place)
                if not byte & 0x80:
                    break
            counts.append(count)
        kind, size = counts
        yield kind, part[at : at + size]
        at += size
