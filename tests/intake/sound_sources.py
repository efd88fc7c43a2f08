"""One small report as a sound file of each kind that is read."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import docx
from openpyxl import Workbook
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from model.file.office_content import Content
from model.file.seal import SEAL, SEALED_SINCE
from model.file.storage import OfficeStorage
from model.form_file import load_form
from model.report import Report, Slot, SlotKind
from tests.intake.binary_workbooks import filled

_ROWS: Final = (
    ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    ("规章", "3", "1", "12"),
    ("行政规范性文件", "0", "2", "5"),
)
_REGULATIONS: Final = (("issued", 3), ("repealed", 1), ("in_force", 12))
_TITLE: Final = "清河县水利局2024年政府信息公开工作年度报告"
_HEADING: Final = "二、主动公开政府信息情况"
_WORDS: Final = "2024年，本局主动公开信息120条，其中规章3件。"


def _word() -> bytes:
    word = docx.Document()
    for words in (_TITLE, _HEADING, _WORDS):
        word.add_paragraph(words)
    table = word.add_table(len(_ROWS), len(_ROWS[0]))
    for row, texts in zip(table.rows, _ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def _excel() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in ((_TITLE,), (_HEADING,), (_WORDS,), *_ROWS):
        sheet.append([int(text) if text.isdecimal() else text for text in row])
    sheet.merge_cells("A1:D1")
    sheet["B6"] = "=1+2"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _pdf() -> bytes:
    # A face that is named and not embedded keeps the file small; what it says is told by its encoding.
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=0)
    canvas.setFont("STSong-Light", 12)
    for line, words in enumerate((_TITLE, _HEADING, _WORDS)):
        canvas.drawString(80, 780 - 25 * line, words)
    canvas.grid([80, 190, 300, 410, 520], [600, 630, 660, 690])
    for row, texts in enumerate(_ROWS):
        for column, text in enumerate(texts):
            canvas.drawString(90 + 110 * column, 670 - 30 * row, text)
    canvas.save()
    return made.getvalue()


def _page() -> str:
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in _ROWS)
    style = "<style>.zs{vertical-align:super}.yc{display:none}</style>"
    words = f"<p>{_WORDS}<span class=zs>1</span><span class=yc>9</span><s>8</s></p>"
    return f"<html><head>{style}</head><body><h1>{_TITLE}</h1><h2>{_HEADING}</h2>{words}<table>{rows}</table></body></html>"


def _mhtml() -> bytes:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=teil\r\n\r\n--teil\r\n"
    return f"{head}Content-Type: text/html; charset=utf-8\r\n\r\n{_page()}\r\n--teil--\r\n".encode()


_MANIFEST: Final = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)


def _opendocument() -> bytes:
    cells = [
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            for text in row
        )
        + "</table:table-row>"
        for row in ((_TITLE,), (_HEADING,), *_ROWS)
    ]
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{name}office:1.0" xmlns:table="{name}table:1.0"'
        f' xmlns:text="{name}text:1.0"><office:body><office:spreadsheet><table:table table:name="a">{"".join(cells)}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", content)
    return made.getvalue()


def _old_sheets() -> bytes:
    # What LibreOffice 7.4 makes of `_excel`: no library of ours writes this format.
    return (Path(__file__).parent / "old_excel.xls").read_bytes()


def _binary_sheets() -> bytes:
    return filled([(_TITLE,), (_HEADING,), (_WORDS,), *_ROWS])


def _office_file() -> bytes:
    # Of the format before files were sealed: what an accident changes is read, and not only refused by the seal.
    report = Report(load_form("2021"), "清河县水利局", 2024)
    report.set((Slot(SlotKind.CELL, f"disclosure.regulations.{name}"), value) for name, value in _REGULATIONS)
    report.set([(Slot(SlotKind.TEXT, "overview"), _WORDS)])
    storage = OfficeStorage()
    Content({"office": report.office}, {report.year: report}).stage(storage)
    tables = {name: rows for name, rows in json.loads(storage.encode()).items() if name != SEAL}
    return json.dumps(tables | {"format": SEALED_SINCE - 1}, ensure_ascii=False, indent=0).encode()


def _text() -> bytes:
    return "\n".join((_TITLE, _HEADING, _WORDS, *("\t".join(row) for row in _ROWS))).encode()


def _commas() -> bytes:
    return "\n".join((_TITLE, _HEADING, *(",".join(row) for row in _ROWS))).encode()


SOUND: Final[Mapping[str, Callable[[], bytes]]] = {
    "docx": _word,
    "xlsx": _excel,
    "pdf": _pdf,
    "html": lambda: _page().encode(),
    "mht": _mhtml,
    "xls": _old_sheets,
    "xlsb": _binary_sheets,
    "ods": _opendocument,
    "xxgk": _office_file,
    "txt": _text,
    "csv": _commas,
}
