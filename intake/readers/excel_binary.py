"""Reads .xlsb, Excel's binary workbooks: every visible sheet a table.

Its records say what the library leaves out: rows and columns that are not seen, what cells look like, and words in several
fonts, of which it is not told whether a part is raised or struck out.
"""

import io
import zipfile
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from intake.errors import SourceRefused
from intake.progress import Tell, silent
from intake.readers.excel_binary_looks import Look, looks_of
from intake.readers.excel_binary_records import number, records, words
from intake.readers.excel_parts import related
from intake.readers.limits import LOWEST_ROW, open_office_file
from intake.readers.sheets import MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, Sheet
from model.document import Document, Table

_BOOK: Final = "xl/workbook.bin"
_STRINGS: Final = "xl/sharedStrings.bin"
_STYLES: Final = "xl/styles.bin"
_ROW, _SHARED_CELL, _STRING, _COLUMNS, _RICH_CELL, _SHEET = 0, 7, 19, 60, 62, 156
"""BrtRowHdr, BrtCellIsst, BrtSSTItem, BrtColInfo, BrtCellRString, BrtBundleSh."""
_CELLS: Final = range(1, 12)
"""BrtCellBlank to BrtFmlaError: each begins with its column and its look."""
_TWIPS: Final = 20
"""Of a point: heights of rows."""
_NARROWEST: Final = 128
"""256th parts of a figure's width that a column has; one that narrow is closed to the eye."""


def read_excel_binary(data: bytes, name: str, tell: Tell = silent) -> Document:
    """Return the sheets as tables. Raises SourceRefused for a protected or monstrous file."""
    with open_office_file(data, name) as archive:
        parts = _parts_of_sheets(archive)
        strings, styles = (
            archive.read(part) if part in archive.namelist() else b"" for part in (_STRINGS, _STYLES)
        )
        sheets = {sheet: archive.read(part) for sheet, part in parts.items()}
    several = {
        place
        for place, record in enumerate(record for kind, record in records(strings) if kind == _STRING)
        if record[:1] and record[0] & 1
    }
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise SourceRefused(f"“{name}”加了密码；请打开后取消密码，另存一份再导入") from error
    marked = _Marked(looks_of(styles), several)
    tables = []
    with book:
        for sheet in book.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
                tell(f"工作表“{sheet.name}”")
                tables.append(_table(book.get_sheet_by_name(sheet.name), sheets[sheet.name], marked))
    return Document(tuple(table for table in tables if table is not None))


@dataclass(frozen=True, slots=True)
class _Marked:
    """The looks of cells, and the shared strings that are in several fonts."""

    looks: Sequence[Look]
    several: Container[int]


@dataclass(slots=True)
class _Seen:
    """What a sheet's records say beside the values: rows and columns that are not seen, looks by row and column.

    `unsure`: cells with a shared string in several fonts; `rich`: such words that stand in the cell itself, which the
    library passes over.
    """

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    looks: dict[tuple[int, int], Look] = field(default_factory=dict)
    unsure: set[tuple[int, int]] = field(default_factory=set)
    rich: dict[tuple[int, int], str] = field(default_factory=dict)

    def put(self, grid: Sheet, row: int, column: int, value: object) -> None:
        """Put a cell into a grid as it is seen."""
        if grid.covers(row, column):
            return
        text, doubt = self.looks.get((row, column), Look()).shown(value)
        several = (row, column) in self.unsure or (row, column) in self.rich
        told = several and any(map(str.isdecimal, text))
        grid.put(row, column, text, f"字体不一的“{text}”" if told else doubt)


def _table(sheet: CalamineSheet, part: bytes, marked: _Marked) -> Table | None:
    seen = _seen(part, marked)
    areas = ((*start, *end) for start, end in sheet.merged_cell_ranges or ())
    grid = Sheet(areas, seen.rows, seen.columns)
    values: dict[tuple[int, int], object] = dict(seen.rich)
    told = [] if sheet.end is None else sheet.to_python(skip_empty_area=False, nrows=MOST_SHEET_ROWS)
    for row, line in enumerate(told):
        for column, value in enumerate(line[:MOST_SHEET_COLUMNS]):
            values.setdefault((row, column), value)
    for (row, column), held in sorted(values.items(), key=itemgetter(0)):
        seen.put(grid, row, column, held)
    return grid.table() if values else None


def _seen(part: bytes, marked: _Marked) -> _Seen:
    seen = _Seen()
    row = 0
    for kind, record in records(part):
        if kind == _ROW:
            row = number(record, 0)
            closed = record[11] & 0x10 or (record[11] & 0x20 and number(record, 8, 2) <= LOWEST_ROW * _TWIPS)
            seen.rows |= {row} if closed else set()
        elif kind == _COLUMNS and (record[16] & 1 or number(record, 8) <= _NARROWEST):
            seen.columns |= set(range(number(record, 0), min(number(record, 4), MOST_SHEET_COLUMNS) + 1))
        elif kind in _CELLS or kind == _RICH_CELL:
            place = row, number(record, 0)
            look = number(record, 4, 3)
            if look < len(marked.looks):
                seen.looks[place] = marked.looks[look]
            if kind == _SHARED_CELL and number(record, 8) in marked.several:
                seen.unsure.add(place)
            if kind == _RICH_CELL and row < MOST_SHEET_ROWS and place[1] < MOST_SHEET_COLUMNS:
                seen.rich[place] = words(record, 9)[0]
    return seen


def _parts_of_sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet → its part. Raises KeyError for a damaged file."""
    parts = related(archive, _BOOK)
    sheets = {}
    for kind, record in records(archive.read(_BOOK)):
        if kind == _SHEET:
            relation, end = words(record, 8)
            sheet, _ = words(record, end)
            if relation in parts:
                sheets[sheet] = parts[relation]
    return sheets
