"""The layouts in which Word and Excel files hold a report's tables, made from a Document."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from model.document import Document, Paragraph, Role, Table, TableCell
from tests.intake.layouts import split

_NAMESPACES = nsdecls("w")


@dataclass(frozen=True)
class WordFile:
    """How a Word file holds a report.

    `floating`: words run around its tables. `boxed`: the title stands in a text box. `controls`: the cells' words stand
    in content controls. `runs`: each character is a run. `torn`: tables end after so many rows and go on in another.
    """

    floating: bool = False
    boxed: bool = False
    controls: bool = False
    runs: bool = False
    torn: int = 0


def word(document: Document, file: WordFile | None = None) -> bytes:
    """The report as a .docx file."""
    file = file or WordFile()
    made = docx.Document()
    for block in document.blocks:
        if isinstance(block, Table):
            parts = split(block, file.torn, again=True) if 0 < file.torn < block.rows else [block]
            for part in parts:
                _append(made, _table(part, file))
                made.add_paragraph("")
        elif file.boxed and block.role is Role.TITLE:
            _append(made, _box(block))
        else:
            made.add_paragraph(block.text)
    return _bytes(made)


def _append(made: WordDocument, xml: str) -> None:
    made.element.body.insert(len(made.element.body) - 1, parse_xml(xml))


def _bytes(made: WordDocument) -> bytes:
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def _box(title: Paragraph) -> str:
    words = f"<w:p><w:r><w:t>{escape(title.text)}</w:t></w:r></w:p>"
    box = f"<v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox>"
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml">{box}</v:shape>'
    return f"<w:p {_NAMESPACES}><w:r><w:pict>{shape}</w:pict></w:r></w:p>"


def _table(table: Table, file: WordFile) -> str:
    place = '<w:tblpPr w:leftFromText="180" w:vertAnchor="text"/>' if file.floating else ""
    columns = "<w:gridCol/>" * table.columns
    rows = "".join(f"<w:tr>{''.join(_cells(table, row, file))}</w:tr>" for row in range(table.rows))
    return f"<w:tbl {_NAMESPACES}><w:tblPr>{place}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _cells(table: Table, row: int, file: WordFile) -> Iterator[str]:
    """The cells of a row; one that reaches down goes on in an empty one."""
    column = 0
    while column < table.columns:
        cell = next(
            cell
            for cell in table.cells
            if cell.row <= row < cell.row + cell.rowspan
            and cell.column <= column < cell.column + cell.colspan
        )
        yield _cell(cell, file, begins=cell.row == row)
        column = cell.column + cell.colspan


def _cell(cell: TableCell, file: WordFile, *, begins: bool) -> str:
    merge = ('<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>") if cell.rowspan > 1 else ""
    look = f'<w:tcPr><w:gridSpan w:val="{cell.colspan}"/>{merge}</w:tcPr>'
    lines = cell.text.split("\n") if begins else [""]
    words = "".join(f"<w:p>{_runs(line, file)}</w:p>" for line in lines)
    if file.controls and begins:
        words = f"<w:sdt><w:sdtPr/><w:sdtContent>{words}</w:sdtContent></w:sdt>"
    return f"<w:tc>{look}{words}</w:tc>"


def _runs(text: str, file: WordFile) -> str:
    parts = list(text) if file.runs else [text]
    return "".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in parts)


def excel(document: Document, *, numbers: bool = True, sheets: bool = False) -> bytes:
    """The report as an .xlsx file. `numbers`: figures are numbers and no words. `sheets`: each table has one of its own."""
    book = Workbook()
    sheet = book.worksheets[0]
    row = 1
    for block in document.blocks:
        if isinstance(block, Paragraph):
            sheet.cell(row, 1, block.text)
            row += 1
            continue
        if sheets:
            sheet, row = book.create_sheet(), 1
        for cell in block.cells:
            at, column = row + cell.row, 1 + cell.column
            figure = numbers and cell.text.removeprefix("-").isdecimal()
            sheet.cell(at, column, int(cell.text) if figure else cell.text or None)
            if cell.rowspan > 1 or cell.colspan > 1:
                sheet.merge_cells(None, at, column, at + cell.rowspan - 1, column + cell.colspan - 1)
        row += block.rows + 1
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
