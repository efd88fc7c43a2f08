"""Reads .xls files, of Excel up to 2003 and of WPS: every visible sheet a table, with what its cells look like."""

import os
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Final

import xlrd
from xlrd.compdoc import CompDoc
from xlrd.formatting import Font
from xlrd.sheet import Cell

from intake.progress import Tell, silent
from intake.readers.colours import is_white
from intake.readers.limits import LOWEST_ROW
from intake.readers.marks import Gathered, lowered, raised
from intake.readers.sheets import (
    LEGIBLE,
    MOST_SHEET_COLUMNS,
    MOST_SHEET_ROWS,
    Sheet,
    cell_text,
    shown,
)
from model.document import Document, Table

_TWIPS: Final = 20
"""Of a point: heights of rows and sizes of type."""
_NARROWEST: Final = 128
"""256th parts of a figure's width that a column has; one that narrow is closed to the eye, as a hidden one is."""
_RAISED, _LOWERED = 1, 2
_NO_FILL: Final = 0
_STREAMS: Final = ("workbook", "book")
"""Where a workbook lies in its file: since Excel 97, and before. Names are told apart by their letters, not by capitals."""


def read_excel_97(data: bytes, _name: str, tell: Tell = silent) -> Document:
    """Return the sheets as tables. Raises ValueError for a file that leads back into itself, else what the library does."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        _refuse_circles(CompDoc(data, nowhere, ignore_workbook_corruption=True))
        # Programs that are not Excel write sectors twice into the table of a file that is whole otherwise.
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ignore_workbook_corruption=True, logfile=nowhere
        )
        tables = []
        for sheet in book.sheets():
            if sheet.visibility == 0:
                tell(f"工作表“{sheet.name}”")
                tables.append(_table(book, sheet))
    return Document(tuple(table for table in tables if table is not None))


def _refuse_circles(container: CompDoc) -> None:
    """Raise ValueError for a small stream whose sectors come back to themselves: the library would go round for ever."""
    for stream in container.dirlist:
        seen: set[int] = set()
        small = stream.name.lower() in _STREAMS and stream.tot_size < container.min_size_std_stream
        at = stream.first_SID if small else -1
        while 0 <= at < len(container.SSAT):
            if at in seen:
                raise ValueError(f"sector {at} stands twice in {stream.name}")
            seen.add(at)
            at = container.SSAT[at]


def _table(book: xlrd.Book, sheet: xlrd.sheet.Sheet) -> Table | None:
    rows = {
        row
        for row, info in sheet.rowinfo_map.items()
        if info.hidden or (not info.has_default_height and info.height <= LOWEST_ROW * _TWIPS)
    }
    columns = {
        column for column, info in sheet.colinfo_map.items() if info.hidden or info.width <= _NARROWEST
    }
    areas = ((top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells)
    grid = Sheet(areas, rows, columns)
    for row in range(min(sheet.nrows, MOST_SHEET_ROWS)):
        for column in range(min(sheet.row_len(row), MOST_SHEET_COLUMNS)):
            if not grid.covers(row, column):
                runs = sheet.rich_text_runlist_map.get((row, column), [])
                grid.put(row, column, *_read(book, sheet.cell(row, column), runs))
    return grid.table()


def _read(book: xlrd.Book, cell: Cell, runs: list[tuple[int, int]]) -> tuple[str, str]:
    """A cell's text and its doubt. `runs`: from which character on which of the book's fonts is used."""
    value = _value(book, cell)
    if value is None:
        return "", ""
    look = book.xf_list[cell.xf_index]
    words = Gathered()
    unseen = False
    for text, font in _runs(book, value, look.font_index, runs):
        ground = _colour(book, look.background.pattern_colour_index)
        bare = look.background.fill_pattern == _NO_FILL or is_white(ground)
        unseen |= bool(text.strip()) and (
            font.height <= LEGIBLE * _TWIPS or (bare and is_white(_colour(book, font.colour_index)))
        )
        if font.struck_out:
            words.struck.append(text)
        elif font.escapement == _RAISED:
            words.parts.append(raised(text))
        else:
            words.parts.append(lowered(text) if font.escapement == _LOWERED else text)
    # Of the formats that are Chinese dates by their number alone (27 to 36, 50 to 81) the library has no words.
    number_format = book.format_map[look.format_key].format_str or ""
    return shown(words, value, number_format, unseen=unseen)


def _value(book: xlrd.Book, cell: Cell) -> object:
    """What a cell holds; a formula's error as it is shown."""
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _moment(cell.value, book.datemode)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#N/A")
    return bool(cell.value) if cell.ctype == xlrd.XL_CELL_BOOLEAN else cell.value


def _moment(days: float, era: int) -> datetime | time | float:
    """The day that a cell shows; a time where it has no day, the number where it is no day that a sheet can show."""
    try:
        moment = xlrd.xldate_as_datetime(days, era)
    except (OverflowError, ValueError):
        return days
    return days if days < 0 else moment.time() if days < 1 else moment


def _runs(
    book: xlrd.Book, value: object, font: int, runs: list[tuple[int, int]]
) -> Iterator[tuple[str, Font]]:
    """The parts of a cell's words, each with its font; those before the first run have the cell's."""
    text = value if isinstance(value, str) else cell_text(value)
    starts = [(0, font), *runs]
    ends = [start for start, _ in runs] + [len(text)]
    for (start, index), end in zip(starts, ends, strict=True):
        if start < end:
            yield text[start:end], book.font_list[index]


def _colour(book: xlrd.Book, index: int) -> str:
    """A colour of the book's palette as #rrggbb, "" for the window's own."""
    parts = book.colour_map.get(index)
    return "#{:02x}{:02x}{:02x}".format(*parts) if parts else ""
