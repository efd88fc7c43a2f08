"""Reads the sheets that openpyxl does not: .xls, .xlsb and OpenDocument."""

import io
import zipfile

from lxml import etree
from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from intake.errors import SourceRefused
from intake.progress import Tell, silent
from intake.readers.excel import MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, cell_text
from intake.readers.limits import open_office_file
from intake.readers.marks import concealed
from intake.readers.opendocument import Area, hidden_and_merged, hidden_columns
from intake.readers.spans import SpanGrid
from model.document import Document, Table


def read_old_sheets(data: bytes, name: str, tell: Tell = silent) -> Document:
    """Return the visible sheets as tables. Raises SourceRefused for a protected or monstrous file."""
    content = b""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with open_office_file(data, name) as archive:
            content = archive.read("content.xml") if "content.xml" in archive.namelist() else b""
    if content:
        # The library goes round for ever in a part that is cut off; whatever is wrong with it is raised here.
        for _, element in etree.iterparse(io.BytesIO(content), resolve_entities=False, no_network=True):
            element.clear()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise SourceRefused(f"“{name}”加了密码；请打开后取消密码，另存一份再导入") from error
    tables = []
    with book:
        for sheet in book.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
                tell(f"工作表“{sheet.name}”")
                tables.append(_table(book, sheet.name, content))
    return Document(tuple(table for table in tables if table is not None))


def _table(book: CalamineWorkbook, name: str, content: bytes) -> Table | None:
    sheet = book.get_sheet_by_name(name)
    if sheet.end is None:
        return None
    hidden, areas = hidden_and_merged(content, name) if content else (frozenset[int](), tuple[Area, ...]())
    columns = hidden_columns(content, name, MOST_SHEET_COLUMNS) if content else frozenset[int]()
    areas = tuple((*start, *end) for start, end in sheet.merged_cell_ranges or ()) or areas
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in areas}
    covered = {
        (row, column)
        for top, left, bottom, right in areas
        for row in range(top, min(bottom, MOST_SHEET_ROWS) + 1)
        for column in range(left, min(right, MOST_SHEET_COLUMNS) + 1)
    } - set(spans)
    grid = SpanGrid()
    for row, values in enumerate(sheet.to_python(skip_empty_area=False, nrows=MOST_SHEET_ROWS)):
        for column, value in enumerate(values[:MOST_SHEET_COLUMNS]):
            if (row, column) not in covered:
                text = cell_text(value)
                doubt = ""
                if row in hidden or column in columns:
                    text, doubt = concealed(text, "隐藏行" if row in hidden else "隐藏列")
                grid.put(row, column, text, *spans.get((row, column), (1, 1)), doubt=doubt)
    return grid.table()
