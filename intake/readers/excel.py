"""Reads Excel files: every visible sheet a table, with its merged cells."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.colors import Color
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from intake.errors import SourceRefused
from intake.progress import Tell, silent
from intake.readers.colours import is_white
from intake.readers.excel_formulas import uncounted
from intake.readers.excel_pictures import pictured
from intake.readers.limits import LOWEST_ROW, open_office_file
from intake.readers.marks import PICTURE, UNCOUNTED, Gathered, lowered, raised
from intake.readers.sheets import (
    LEGIBLE,
    MOST_MERGES,
    MOST_SHEET_COLUMNS,
    MOST_SHEET_ROWS,
    Area,
    Sheet,
    cell_text,
    shown,
)
from model.document import Document, Table

_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\s+ref=\"([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)\"")
_STYLES: Final = "xl/styles.xml"
_NO_FILL: Final = re.compile(rb"<((?:\w+:)?)fill\s*(?:/>|>\s*</(?:\w+:)?fill>)")
_PLAIN_FILL: Final = rb"<\1fill><\1patternFill/></\1fill>"
_NARROWEST: Final = 0.5
"""Figures that a column is wide; one that narrow is closed to the eye, as a hidden one is."""
_MOST_MERGED: Final = 20_000
"""Cells of one merged area: the library makes each, before a sheet can count them."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """Cells of the file that hold something other than what they say: formulas and pictures, by sheet, row and column."""

    uncounted: frozenset[tuple[str, int, int]]
    pictured: frozenset[tuple[str, int, int]]


def read_excel(data: bytes, name: str, _tell: Tell = silent) -> Document:
    """Return the sheets as tables. Raises SourceRefused for a damaged, protected or monstrous file."""
    with open_office_file(data, name) as archive:
        _refuse_vast_merges(archive, name)
        data = _with_whole_fills(data, archive)
        book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False, rich_text=True)
        marked = _Marked(uncounted(archive), pictured(archive))
    tables = (_table(sheet, marked) for sheet in _shown(book))
    properties = book.properties
    return Document(tuple(filter(None, tables)), properties.title or "", properties.creator or "")


def _refuse_vast_merges(archive: zipfile.ZipFile, name: str) -> None:
    """A merged area costs the library every one of its cells: a report has none beyond a page."""
    for part in archive.namelist():
        if part.startswith("xl/worksheets/") and part.endswith(".xml"):
            areas = _MERGED.findall(archive.read(part))
            sizes = (CellRange(area.decode("ascii")).size for area in areas[: MOST_MERGES + 1])
            if len(areas) > MOST_MERGES or any(
                size["rows"] * size["columns"] > _MOST_MERGED for size in sizes
            ):
                raise SourceRefused(f"“{name}”的合并单元格过大，不像是年度报告；请只保留年度报告的表格再导入")


def _with_whole_fills(data: bytes, archive: zipfile.ZipFile) -> bytes:
    """The file with the cells' fills that say nothing written out: Excel opens them, the library does not."""
    if _STYLES not in archive.namelist() or not _NO_FILL.search(archive.read(_STYLES)):
        return data
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name in dict.fromkeys(archive.namelist()):
            part = archive.read(name)
            whole.writestr(name, _NO_FILL.sub(_PLAIN_FILL, part) if name == _STYLES else part)
    return made.getvalue()


def _shown(book: Workbook) -> Iterator[Worksheet]:
    for sheet in book.worksheets:
        if isinstance(sheet, Worksheet) and sheet.sheet_state == "visible":
            yield sheet


def _table(sheet: Worksheet, marked: _Marked) -> Table | None:
    last = min(sheet.max_row, MOST_SHEET_ROWS)
    width = min(sheet.max_column, MOST_SHEET_COLUMNS)
    closed = {row - 1 for row in range(1, last + 1) if _is_closed(sheet.row_dimensions[row])}
    grid = Sheet(map(_area, sheet.merged_cells.ranges), closed, _hidden_columns(sheet))
    for row, cells in enumerate(sheet.iter_rows(1, last, 1, width), 1):
        for column, cell in enumerate(cells, 1):
            if grid.covers(row - 1, column - 1):
                continue
            text, doubt = _read(cell)
            if (sheet.title, row, column) in marked.uncounted:
                doubt = UNCOUNTED
            elif not text and (sheet.title, row, column) in marked.pictured:
                doubt = PICTURE
            grid.put(row - 1, column - 1, text, doubt)
    return grid.table()


def _area(area: CellRange) -> Area:
    return area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1


def _is_closed(row: RowDimension) -> bool:
    """Whether a row is not seen: hidden, or drawn together until nothing is left of it."""
    return bool(row.hidden) or (row.height is not None and row.height <= LOWEST_ROW)


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """The columns that are not seen, from 0: hidden, or drawn together; of others the usual width here is told."""
    told: dict[int, bool] = {}
    for dimension in sheet.column_dimensions.values():
        closed = bool(dimension.hidden) or dimension.width <= _NARROWEST
        told |= dict.fromkeys(
            range(dimension.min or 0, min(dimension.max or 0, MOST_SHEET_COLUMNS) + 1), closed
        )
    usual_width = sheet.sheet_format.defaultColWidth
    others = usual_width is not None and usual_width <= _NARROWEST
    return {column - 1 for column in range(1, MOST_SHEET_COLUMNS + 1) if told.get(column, others)}


def _read(cell: Cell | MergedCell) -> tuple[str, str]:
    """A cell's text and its doubt."""
    value = cell.value
    if value is None:
        return "", ""
    words = Gathered()
    runs = value if isinstance(value, CellRichText) else [value]
    for run in runs:
        font = run.font if isinstance(run, TextBlock) else cell.font
        text = run.text if isinstance(run, TextBlock) else cell_text(run) if run is value else str(run)
        if font is not None and font.strike:
            words.struck.append(text)
        else:
            align = font.vertAlign if font is not None else None
            words.parts.append(
                raised(text) if align == "superscript" else lowered(text) if align == "subscript" else text
            )
    return shown(words, value, str(cell.number_format), unseen=_is_unsure(cell))


def _is_unsure(cell: Cell | MergedCell) -> bool:
    """Whether it cannot be told that a cell's words are seen: white on no colour of its own, or too small to be read."""
    font = cell.font
    if font is not None and font.sz is not None and font.sz <= LEGIBLE:
        return True
    ground = cell.fill.fgColor if cell.fill is not None and cell.fill.fill_type is not None else None
    return font is not None and _is_white(font.color) and (ground is None or _is_white(ground))


def _is_white(color: Color | None) -> bool:
    """Whether a colour is white, by itself or as the theme's ground."""
    if color is None:
        return False
    theme = color.type == "theme" and color.theme == 0 and not color.tint
    return bool(theme or (color.type == "rgb" and is_white(str(color.rgb)[2:])))
