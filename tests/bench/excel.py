"""The workbook of the sample, beside XlsxWriter writing the same cells in the same looks, with the same rules."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as OpenedCell
from openpyxl.worksheet.worksheet import Worksheet

import resources
from export.excel import write
from model.check import check
from model.file.office_content import Content
from model.rules.rule import Case
from tests.bench.measure import Measure, side_by_side

_VALIDATED: Final = {"whole": "integer", "decimal": "decimal"}
_COMPARED: Final = {"greaterThanOrEqual": ">=", "between": "between"}
_MARK: Final = {"bold": True, "font_color": "#C00000", "bg_color": "#FDE3E1"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to write, at a place from 0, merged as far as `last`; `result` is what its formula comes to."""

    row: int
    column: int
    value: str | float | None
    result: str | float
    look: int
    last: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write: its cells, sizes, and the rules for what may be entered and for what is marked."""

    title: str
    cells: tuple[Cell, ...]
    widths: Mapping[str, float]
    heights: Mapping[int, float]
    rules: tuple[tuple[str, Mapping[str, object]], ...]
    marks: tuple[tuple[str, str], ...]


def measures() -> Iterator[Measure]:
    """Yield the lines of this subject."""
    report = Content.read(resources.path("samples/示例.xxgk")).reports[2025]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "年报.xlsx"
        write(report, path, check(Case(report)))
        book, results = load_workbook(path), load_workbook(path, data_only=True)
        sheets = [sheet_of(sheet, results[sheet.title]) for sheet in book.worksheets]
        looks = looks_of(book)
        ours, theirs = side_by_side(
            lambda: write(report, path, check(Case(report))),
            lambda: plainly(sheets, looks, Path(folder) / "plain.xlsx"),
        )
    count = sum(len(sheet.cells) for sheet in sheets)
    note = f"{count} cells; ours lays the tables out, checks the report and gives the same bytes each time"
    yield Measure(".xlsx", ours * 1e3, "ms", 2, theirs * 1e3, "XlsxWriter", note=note)


def sheet_of(sheet: Worksheet, results: Worksheet) -> Sheet:
    """Return what is to be written for a sheet."""
    dimensions = sheet.column_dimensions.items()
    heights = {row - 1: size.height for row, size in sheet.row_dimensions.items() if size.height}
    return Sheet(
        sheet.title,
        tuple(cells_of(sheet, results)),
        {f"{letter}:{letter}": size.width for letter, size in dimensions},
        heights,
        tuple(rules_of(sheet)),
        tuple(
            (str(block.sqref), f"={rule.formula[0]}")
            for block in sheet.conditional_formatting
            for rule in block.rules
        ),
    )


def cells_of(sheet: Worksheet, results: Worksheet) -> Iterator[Cell]:
    """Yield the cells of a sheet that hold something or look like something, a merged one once."""
    ends = {
        (block.min_row, block.min_col): (block.max_row - 1, block.max_col - 1) for block in sheet.merged_cells
    }
    for row, line in enumerate(sheet.iter_rows(), 1):
        for column, cell in enumerate(line, 1):
            if isinstance(cell, OpenedCell) and (cell.value is not None or cell.has_style):
                value = cell.value if isinstance(cell.value, str | int | float) else None
                result = results.cell(row, column).value
                known = result if isinstance(result, str | int | float) else ""
                yield Cell(row - 1, column - 1, value, known, cell.style_id, ends.get((row, column)))


def rules_of(sheet: Worksheet) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the rules for what may be entered: the cells, and the rule in XlsxWriter's words."""
    for rule in sheet.data_validations.dataValidation:
        said = {"error_title": rule.errorTitle, "error_message": rule.error}
        if rule.type == "list":
            said |= {"validate": "list", "source": rule.formula1.strip('"').split(",")}
        elif rule.type in _VALIDATED:
            low = (
                {"minimum": rule.formula1, "maximum": rule.formula2}
                if rule.formula2
                else {"value": rule.formula1}
            )
            said |= {"validate": _VALIDATED[rule.type], "criteria": _COMPARED[rule.operator], **low}
        else:
            said = {"validate": "any", "input_title": rule.promptTitle, "input_message": rule.prompt}
        blocks = str(rule.sqref)
        yield blocks.split()[0], said | ({"multi_range": blocks} if " " in blocks else {})


def looks_of(book: Workbook) -> Mapping[int, Mapping[str, object]]:
    """Return the looks of cells by number, in XlsxWriter's words."""
    cells = (cell for sheet in book.worksheets for line in sheet.iter_rows() for cell in line)
    return {
        cell.style_id: {
            "font_name": cell.font.name,
            "font_size": cell.font.size,
            "num_format": cell.number_format,
            "align": cell.alignment.horizontal or "left",
            "valign": "top" if cell.alignment.vertical == "top" else "vcenter",
            "text_wrap": bool(cell.alignment.wrap_text),
            "shrink": bool(cell.alignment.shrink_to_fit),
            "locked": cell.protection.locked,
            "border": 1 if cell.border.left and cell.border.left.style else 0,
            **({"bg_color": f"#{cell.fill.fgColor.rgb[2:]}"} if cell.fill.fill_type else {}),
        }
        for cell in cells
        if cell.has_style
    }


def plainly(sheets: list[Sheet], looks: Mapping[int, Mapping[str, object]], path: Path) -> None:
    """Write the sheets with XlsxWriter."""
    book = xlsxwriter.Workbook(str(path))
    formats = {number: book.add_format(dict(look)) for number, look in looks.items()}
    mark = book.add_format(_MARK)
    for known in sheets:
        sheet = book.add_worksheet(known.title)
        for cell in known.cells:
            look = formats.get(cell.look)
            if cell.last:
                sheet.merge_range(cell.row, cell.column, *cell.last, cell.value, look)
            elif isinstance(cell.value, str) and cell.value.startswith("="):
                sheet.write_formula(cell.row, cell.column, cell.value, look, cell.result)
            else:
                sheet.write(cell.row, cell.column, cell.value, look)
        for columns, width in known.widths.items():
            sheet.set_column(columns, width)
        for row, height in known.heights.items():
            sheet.set_row(row, height)
        for cells, rule in known.rules:
            sheet.data_validation(cells, dict(rule))
        for cells, formula in known.marks:
            said = {"type": "formula", "criteria": formula, "format": mark, "stop_if_true": True}
            sheet.conditional_format(cells, said)
        sheet.protect()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    book.close()
