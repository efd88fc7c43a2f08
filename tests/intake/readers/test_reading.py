"""Each format gives the same words and tables, in the order of the page."""

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from openpyxl import Workbook

from export import word
from intake.readers.kinds import decode
from intake.readers.reading import read, read_bytes, read_clipboard
from intake.recognise import recognise
from model.compose import compose
from model.document import Document, Table
from tests.intake import layouts
from tests.intake.figures import balanced, misread
from tests.office_suite import OfficeSuite

WORDS = "一、总体情况：全年公开信息三百条。"


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def cells(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.rowspan, cell.colspan, cell.text) for cell in table.cells]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    text = f"{WORDS}\r\n规章 1\r\n"
    assert texts(read_bytes(text.encode(encoding), "年报.txt"))[:2] == [WORDS, "规章 1"]


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = f'<html><head><meta charset="gb2312"></head><body><p>{WORDS}</p></body></html>'
    assert texts(read_bytes(page.encode("gb18030"), "年报.html")) == [WORDS]


def test_the_source_of_a_page_is_read_as_the_page_however_it_was_copied() -> None:
    page = "<html><body><p>全年情况</p><table><tr><td>规章</td><td>1</td></tr></table></body></html>"
    shown = f"<div><span>{page.replace('<', '&lt;')}</span></div><div></div>"
    for html in ("", shown):
        document = read_clipboard(html, page)
        assert texts(document) == ["全年情况"]
        assert [cell.text for table in document.tables for cell in table.cells] == ["规章", "1"]


def test_a_page_cut_off_inside_a_character_is_still_read() -> None:
    assert decode(f"{WORDS * 10}".encode()[:-1], "年报.txt").startswith(WORDS)


def test_word_gives_merged_cells_once_and_leaves_out_what_was_deleted() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("一、总体")
    deleted = OxmlElement("w:del")
    deleted.append(paragraph.add_run("旧").element)
    paragraph._p.append(deleted)
    paragraph.add_run("情况")
    paragraph.add_run("暗语").font.hidden = True
    table = file.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "甲"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "乙"
    table.cell(2, 2).text = "1"
    made = io.BytesIO()
    file.save(made)
    document = read_bytes(made.getvalue(), "年报.docx")
    assert texts(document) == ["一、总体情况"]
    (read_table,) = document.tables
    assert {cell for cell in cells(read_table) if cell[4]} == {
        (0, 0, 2, 1, "甲"), (0, 1, 1, 2, "乙"), (2, 2, 1, 1, "1"),
    }  # fmt: skip


def test_excel_gives_numbers_as_they_are_seen_and_no_hidden_sheet() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["甲", None], [1.0, 96171.6], [0.1 + 0.2, date(2024, 1, 20)], [1_234_567_890_123, True]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    book.create_sheet("暗").sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    (table,) = read_bytes(made.getvalue(), "年报.xlsx").tables
    assert [cell.text for cell in table.cells] == [
        "甲", "1", "96171.6", "0.3", "2024年1月20日", "1234567890123", "True",
    ]  # fmt: skip
    assert table.cells[0].colspan == 2


def test_the_office_suite_changes_nothing_of_what_is_read(office_suite: OfficeSuite, tmp_path: Path) -> None:
    wanted = balanced(11)
    source = tmp_path / "年报.docx"
    word.write(wanted, source)
    page = office_suite.convert(source, "html", tmp_path)
    made = [
        office_suite.convert(source, "pdf", tmp_path),
        page,
        office_suite.convert(source, "txt:Text (encoded):UTF8", tmp_path),
    ]
    for path in made:
        assert not misread(wanted, recognise(read(path)).report), path.suffix


@pytest.mark.parametrize("border", ["1", "0"])
def test_a_pdf_is_read_with_and_without_ruled_lines(
    border: str, office_suite: OfficeSuite, tmp_path: Path
) -> None:
    wanted = balanced(12)
    source = tmp_path / "年报.html"
    page = layouts.html(compose(wanted)).replace("border=1", f"border={border}")
    face = "<style>body,td,th,p,h1,h2{font-family:FandolSong}</style>"
    source.write_text(f"<meta charset=utf-8>{face}{page}", encoding="utf-8")
    path = office_suite.convert(source, "pdf:writer_web_pdf_Export", tmp_path)
    assert not misread(wanted, recognise(read(path)).report)
