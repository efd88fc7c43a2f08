"""The workbook of the sample, beside XlsxWriter writing the same cells in the same looks."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import resources
from export.excel import write
from model.office_content import Content
from tests.bench.measure import Measure, side_by_side


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to write, at a place from 0, merged as far as `last`."""

    row: int
    column: int
    value: str | float | None
    look: str
    last: tuple[int, int] | None


def measures() -> Iterator[Measure]:
    """Yield the lines of this subject."""
    report = Content.read(resources.path("samples/示例.xxgk")).reports[2025]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "年报.xlsx"
        write(report, path)
        sheets = {sheet.title: list(cells_of(sheet)) for sheet in load_workbook(path).worksheets}
        ours, theirs = side_by_side(
            lambda: write(report, path), lambda: plainly(sheets, Path(folder) / "plain.xlsx")
        )
    count = sum(map(len, sheets.values()))
    note = f"{count} cells; ours checks the report and adds rules, results and the hidden sheet"
    yield Measure(".xlsx", ours * 1e3, "ms", 2, theirs * 1e3, "XlsxWriter", note=note)


def cells_of(sheet: Worksheet) -> Iterator[Cell]:
    """Yield the cells of a sheet, a merged one once."""
    ends = {
        (block.min_row, block.min_col): (block.max_row - 1, block.max_col - 1) for block in sheet.merged_cells
    }
    covered = {place for block in sheet.merged_cells for place in block.cells}
    for row, line in enumerate(sheet.iter_rows(), 1):
        for column, cell in enumerate(line, 1):
            if (row, column) not in covered or (row, column) in ends:
                value = cell.value if isinstance(cell.value, str | int | float) else None
                yield Cell(row - 1, column - 1, value, cell.style, ends.get((row, column)))


def plainly(sheets: dict[str, list[Cell]], path: Path) -> None:
    """Write the cells with XlsxWriter."""
    book = xlsxwriter.Workbook(str(path))
    looks = {cell.look for cells in sheets.values() for cell in cells}
    formats = {look: book.add_format({"border": 1, "text_wrap": True, "font_name": "宋体"}) for look in looks}
    for title, cells in sheets.items():
        sheet = book.add_worksheet(title)
        for cell in cells:
            if cell.last:
                sheet.merge_range(cell.row, cell.column, *cell.last, cell.value, formats[cell.look])
            else:
                sheet.write(cell.row, cell.column, cell.value, formats[cell.look])
    book.close()
