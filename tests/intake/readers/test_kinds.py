"""Every kind of file that offices have is read, or refused by its name and with the way out."""

import io
import zipfile
from pathlib import Path

import pytest

from export import word
from intake.apart.reading_apart import ReadingApart
from intake.apart.wire import BytesSource, FileSource, Request
from intake.errors import OldFormat, SourceRefused
from intake.readers.kinds import OLD_BINARY, decode, looks_like_html
from intake.readers.reading import read_bytes
from intake.taking_in import take_in
from model.report import Report
from tests.intake.figures import misread, report
from tests.office_suite import OfficeSuite


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def published(folder: Path) -> tuple[Report, Path]:
    wanted = report("2021", 6, blanks=0.1)
    path = folder / "年报.docx"
    word.write(wanted, path)
    return wanted, path


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (OLD_BINARY + bytes(600) + "WordDocument".encode("utf-16-le"), "年报.wps", "旧版 Word 或 WPS 文字"),
        (b"{\\rtf1 hello}", "年报.rtf", "RTF"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "年报.xml", "Word 2003"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "年报.odt", "OpenDocument 文字"),
    ],
)
def test_an_old_kind_is_named_and_can_be_converted(data: bytes, name: str, told: str) -> None:
    with pytest.raises(OldFormat, match=f"{told}.*另存为 .docx"):
        read_bytes(data, name)


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (zipped({"OFD.xml": b"<ofd/>"}), "年报.ofd", r"OFD 版式文件.*PDF"),
        (b"Founder CEBX 1.0" * 4, "年报.cebx", r"版式文件.*PDF"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(30), "年报.7z", "压缩包.*解开"),
        (b"Rar!\x1a\x07\x00" + bytes(30), "年报.rar", "压缩包.*解开"),
        (zipped({"ppt/presentation.xml": b"<p/>"}), "年报.pptx", "演示文稿"),
        (OLD_BINARY + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "年报.docx", "密码"),
        (b"<html><meta charset=undefined><p>" + b"\xff\xfe\xfd" * 40, "年报.html", "不是可读的文字"),
    ],
)
def test_other_kinds_are_refused_by_their_name_and_with_the_way_out(
    data: bytes, name: str, told: str
) -> None:
    with pytest.raises(SourceRefused, match=told):
        read_bytes(data, name)


def test_an_installed_office_suite_converts_an_old_file(tmp_path: Path) -> None:
    suite = OfficeSuite.at_hand(tmp_path)
    wanted, path = published(tmp_path)
    (tmp_path / "old").mkdir()
    old = suite.convert(path, "doc", tmp_path / "old")
    with pytest.raises(OldFormat):
        take_in(old)
    told: list[str] = []
    read = ReadingApart(Request(FileSource(old)), told.append, convert=True).result()
    assert not misread(wanted, read.report)
    assert told[0] == "正在用办公软件转换格式"
    assert old.read_bytes().startswith(OLD_BINARY)


def test_sheets_of_an_old_kind_become_sheets(tmp_path: Path) -> None:
    OfficeSuite.at_hand(tmp_path)
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    rows = (
        ("清河县水利局2024年政府信息公开工作年度报告",),
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        ("规章", "3", "1", "12"),
    )
    cell = '<Cell><Data ss:Type="String">{}</Data></Cell>'
    cells = "".join(f"<Row>{''.join(map(cell.format, row))}</Row>" for row in rows)
    book = (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{name}" xmlns:ss="{name}">'
        f'<Worksheet ss:Name="a"><Table>{cells}</Table></Worksheet></Workbook>'
    )
    read = ReadingApart(Request(BytesSource(book.encode(), "年报.xml")), convert=True).result().report
    assert [read.value(f"disclosure.regulations.{key}") for key in ("issued", "repealed", "in_force")] == [
        3,
        1,
        12,
    ]


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "ISO-8859-15", "latin1", "windows-1252", "utf-8", "gb2312"]
)
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_page_is_decoded_whatever_is_declared_of_it(declared: str, encoding: str) -> None:
    page = f"<html><head><meta charset={declared}></head><body>清河县水利局〇二四年报</body></html>"
    assert decode(page.encode(encoding), "年报.html") == page


def test_a_text_in_lines_with_breaks_in_its_cells_is_no_page() -> None:
    markdown = "# 年报\n\n| 商业<br>企业 | 科研<br>机构 |\n| --- | --- |\n| 3 | 1 |\n"
    assert not looks_like_html(markdown)
    assert looks_like_html("规章 3 件<br>文件 5 件<br>许可 97 件")
    assert looks_like_html(f"<div><p>{markdown}</p></div>")
