"""Files made to do harm, by mistake or on purpose: refused or bounded, with a sentence that says what to do."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from intake.errors import SourceRefused
from intake.readers.limits import MOST_CHARACTERS, MOST_PAGES
from intake.readers.reading import read, read_bytes, read_clipboard
from model.document import Document


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def word() -> bytes:
    made = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("一、总体情况")
    document.save(made)
    return made.getvalue()


def changed(data: bytes, name: str, part: bytes) -> bytes:
    """An office file with one of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return zipped({**parts, name: part})


def text_of(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def pdf(pages: int, *, words: str = "", password: str = "") -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption(password) if password else None)
    for _ in range(pages):
        canvas.drawString(100, 700, words)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_merged_cells_over_a_whole_sheet_are_refused() -> None:
    book = Workbook()
    made = io.BytesIO()
    book.save(made)
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/>'
    sheet += b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    with pytest.raises(SourceRefused, match="合并单元格过大"):
        read_bytes(changed(made.getvalue(), "xl/worksheets/sheet1.xml", sheet), "年报.xlsx")


def test_a_cell_at_the_end_of_a_sheet_costs_nothing() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "规章"
    sheet["XFD1048576"] = 1
    made = io.BytesIO()
    book.save(made)
    (table,) = read_bytes(made.getvalue(), "年报.xlsx").tables
    assert [cell.text for cell in table.cells if cell.text] == ["规章"]


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "另存为 .docx"),
        (b"{\\rtf1 hello}", "另存为 .docx"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "图片"),
        (b"PK\x03\x04 broken", "损坏"),
        (zipped({"a.txt": b"1"}), "压缩包"),
        (b"%PDF-1.7 nothing behind it", "损坏"),
        (bytes(range(256)) * 40, "不是可读的文字"),
    ],
    ids=["old Word", "RTF", "picture", "broken archive", "plain archive", "broken PDF", "program"],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(data: bytes, advice: str) -> None:
    with pytest.raises(SourceRefused, match=advice):
        read_bytes(data, "年报.docx")


def test_a_broken_word_file_is_refused() -> None:
    with pytest.raises(SourceRefused, match="损坏"):
        read_bytes(changed(word(), "word/document.xml", b"<w:document>"), "年报.docx")


def test_the_extension_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    path.write_bytes(word())
    assert text_of(read(path)) == "一、总体情况"


def test_an_endless_pdf_and_a_protected_one_and_a_scanned_one_are_refused() -> None:
    with pytest.raises(SourceRefused, match="不像是一份年度报告"):
        read_bytes(pdf(MOST_PAGES + 1), "年报.pdf")
    with pytest.raises(SourceRefused, match="密码"):
        read_bytes(pdf(1, words="1", password="1" * 8), "年报.pdf")
    with pytest.raises(SourceRefused, match="扫描件"):
        read_bytes(pdf(2), "年报.pdf")


def test_too_much_text_is_refused() -> None:
    with pytest.raises(SourceRefused, match="远超"):
        read_bytes("申请".encode() * MOST_CHARACTERS, "年报.txt")
    with pytest.raises(SourceRefused, match="过多"):
        read_clipboard("", "申请" * MOST_CHARACTERS)


def test_an_opendocument_sheet_that_is_cut_off_is_refused_at_once() -> None:
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    content = f'<?xml version="1.0"?><office:document-content xmlns:office="{name}office:1.0"><office:body>'
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()}
    with pytest.raises(SourceRefused, match=r"已损坏.*另存一份"):
        read_bytes(zipped(parts), "年报.ods")
