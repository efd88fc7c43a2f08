"""Ledgers as files: the same rows as a workbook, a text with separators, a page, a document."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

import docx
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from intake.ledger.sheets import Raw, Sheet
from tests.intake.ledger.invented import Application, random_applications
from tests.intake.ledger.layouts import LAYOUTS, Layout

APPLICATIONS: Sequence[Application] = random_applications(60, seed=11)
MERGED = next(layout for layout in LAYOUTS if layout.name == "merged")
HIDDEN = next(layout for layout in LAYOUTS if layout.name == "hidden rows")
QUARTERS = next(layout for layout in LAYOUTS if layout.name == "quarters")
PLAIN = next(layout for layout in LAYOUTS if layout.name == "title")


def sheets_of(layout: Layout) -> list[Sheet]:
    """The sheets of the invented applications."""
    return layout.sheets(list(APPLICATIONS), {})


def workbook(path: Path, sheets: Sequence[Sheet]) -> Path:
    """Write sheets as .xlsx, with their merged and hidden rows."""
    book = Workbook()
    for number, sheet in enumerate(sheets):
        page = book.active if number == 0 else book.create_sheet()
        assert isinstance(page, Worksheet)
        page.title = sheet.name
        for row in sheet.rows:
            page.append([None if raw == "" else raw for raw in row])
        for merge in sheet.merges or ():
            page.merge_cells(None, merge.top + 1, merge.left + 1, merge.bottom + 1, merge.right + 1)
        for at in sheet.hidden or ():
            page.row_dimensions[at + 1].hidden = True
    book.save(path)
    return path


def shown(raw: Raw) -> str:
    """A cell as it is written in a text."""
    return raw.isoformat() if isinstance(raw, date) else str(raw)


def separated(sheet: Sheet, separator: str = ",") -> str:
    """The sheet as a text with separators."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([list(map(shown, row)) for row in sheet.rows])
    return text.getvalue()


def page(sheet: Sheet) -> str:
    """The sheet as a web page."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(shown(raw))}</td>' for raw in row)}</tr>" for row in sheet.rows
    )
    return f"<html><body><p>云溪县某局2025年台账</p><table>{rows}</table></body></html>"


def document(path: Path, sheet: Sheet) -> Path:
    """Write the sheet as a table in a .docx."""
    word = docx.Document()
    word.add_paragraph("云溪县某局2025年台账")
    table = word.add_table(len(sheet.rows), sheet.width)
    for row, cells in zip(table.rows, sheet.rows, strict=True):
        for cell, raw in zip(row.cells, cells, strict=True):
            cell.text = shown(raw)
    word.save(str(path))
    return path
