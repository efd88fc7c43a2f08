"""A sheet as every reader of sheets hands it on: merged cells as one, what is hidden or looks otherwise told and not read."""

from collections.abc import Container, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeAlias

from intake.errors import SourceRefused
from intake.readers.excel_formats import shown_number, shown_words
from intake.readers.marks import Gathered, concealed
from intake.readers.spans import SpanGrid
from model.characters import usual
from model.days import day_words
from model.document import Table

Area: TypeAlias = tuple[int, int, int, int]
"""A merged area: its first row and column, its last row and column, counted from 0."""
MOST_SHEET_ROWS: Final = 3_000
MOST_SHEET_COLUMNS: Final = 64
MOST_MERGES: Final = 5_000
"""Merged areas of a sheet; a report has none beyond a page."""
_MOST_MERGED: Final = (MOST_SHEET_ROWS + 1) * (MOST_SHEET_COLUMNS + 1)
"""Places under all of them; no more, as in a sheet no two lie upon each other."""
LEGIBLE: Final = 3
"""Points; smaller type is not meant to be read."""
_DECIMALS: Final = Decimal("0.000001")
"""Beyond these a number in a sheet is the noise of binary fractions."""


class Sheet:
    """Takes the cells of a sheet, rows and columns counted from 0; those that a merged area covers are no cells."""

    def __init__(
        self, areas: Iterable[Area], rows: Container[int] = (), columns: Container[int] = ()
    ) -> None:
        """Begin a sheet; `rows` and `columns` are those that are not seen. Raises SourceRefused for areas beyond measure."""
        self._grid = SpanGrid()
        self._rows, self._columns = rows, columns
        self._spans: dict[tuple[int, int], tuple[int, int]] = {}
        self._covered: set[tuple[int, int]] = set()
        merged = 0
        for number, (top, left, bottom, right) in enumerate(areas, 1):
            rows_of_area = range(top, min(bottom, MOST_SHEET_ROWS) + 1)
            columns_of_area = range(left, min(right, MOST_SHEET_COLUMNS) + 1)
            merged += len(rows_of_area) * len(columns_of_area)
            if number > MOST_MERGES or merged > _MOST_MERGED:
                raise SourceRefused("工作表的合并单元格过多，不像是年度报告；请只保留年度报告的表格再导入")
            self._spans[top, left] = (bottom - top + 1, right - left + 1)
            self._covered |= {(row, column) for row in rows_of_area for column in columns_of_area}
        self._covered -= set(self._spans)

    def covers(self, row: int, column: int) -> bool:
        """Return whether a place belongs to a merged cell that begins elsewhere."""
        return (row, column) in self._covered

    def put(self, row: int, column: int, text: str, doubt: str = "") -> None:
        """Put a cell; of one in a hidden row or column the words are kept and its number is told."""
        if row in self._rows or column in self._columns:
            text, doubt = concealed(text, "隐藏行" if row in self._rows else "隐藏列")
        self._grid.put(row, column, text, *self._spans.get((row, column), (1, 1)), doubt=doubt)

    def table(self) -> Table | None:
        """Return the sheet as a table, None when no cell holds anything."""
        return self._grid.table()


def shown(words: Gathered, value: object, number_format: str, *, unseen: bool) -> tuple[str, str]:
    """Return text and doubt of a cell: its words, and the value that its format may show otherwise.

    `unseen`: it cannot be told that the words are seen, as white ones on white.
    """
    text = cell_text("".join(words.parts))
    if unseen:
        words.others.append(f"可能不显示的“{text[:20]}”")
    if isinstance(value, float | int | Decimal) and not isinstance(value, bool):
        text, doubt = shown_number(text, value, number_format)
    else:
        text, doubt = shown_words(text, number_format)
    return text, doubt or words.doubt(text)


def cell_text(value: object) -> str:
    """A cell's value as it would be read from the screen; a whole number has no decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float | Decimal):
        return _plain(Decimal(repr(value)) if isinstance(value, float) else value)
    if isinstance(value, datetime | date):
        return day_words(value)
    return usual(str(value)).replace("\u00a0", " ").strip()


def _plain(number: Decimal) -> str:
    if not number.is_finite():
        return ""
    if abs(number) < Decimal(10) ** 20:
        number = number.quantize(_DECIMALS)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
