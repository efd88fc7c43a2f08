"""A file that is not read is told what it is and the way out; none of them is called damaged, or without a report."""

import io
import zipfile

import pytest

from intake.errors import OldFormat, SourceRefused
from intake.readers.foreign_kinds import is_saved_page, refuse_foreign
from intake.readers.kinds import OLD_BINARY, kind_of

HEAD = b"From: a@b.cn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
LETTER = HEAD + b"--x\r\nContent-Type: text/html\r\nContent-Disposition: attachment\r\n"


def package(*parts: str, made_for: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", made_for)
        for part in parts:
            archive.writestr(part, b"x")
    return made.getvalue()


def container(part: str) -> bytes:
    return OLD_BINARY + bytes(600) + part.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (LETTER, "年报.eml", "电子邮件.*附件"),
        (container("__properties_version1.0"), "年报.msg", "电子邮件.*附件"),
        (container("PowerPoint Document"), "年报.dps", "演示文稿"),
        (package("content.xml", made_for="application/vnd.oasis.opendocument.presentation"), "年报.odp", "演示文稿"),
        (package("Index/Document.iwa"), "年报.pages", "Pages.*导出为”Word"),
        (package("Index/Document.iwa"), "年报.numbers", "Numbers.*导出为”Excel"),
        (package("Index/Document.iwa"), "年报.key", "演示文稿"),
        (package("a.xhtml", made_for="application/epub+zip"), "年报.epub", "电子书.*PDF"),
        (package("年报.docx"), "年报.zip", "压缩包.*解开"),
        (b"RIFF0000WEBPVP8 ", "年报.webp", "图片"),
        (b"\x00\x00\x00\x18ftypheic", "年报.heic", "图片"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "年报.svg", "图片"),
        (b"<!-- a -->" * 90 + b"<svg/>", "年报.svg", "图片"),
        (b"[InternetShortcut]\r\nURL=http://www.example.gov.cn/\r\n", "年报.url", "快捷方式.*粘贴"),
        (b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(90), "年报.docx.lnk", "快捷方式"),
        (b"MZ\x90\x00" + bytes(90), "年报.exe", "是程序"),
        (b"\x04user" + bytes(157), "~$年报.docx", "临时文件.*没有“~\\$”"),
        (bytes(5_000), "年报.docx", "全部是空的.*重新复制"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named_with_the_way_out(data: bytes, name: str, told: str) -> None:
    with pytest.raises(SourceRefused, match=f"“{name.replace('$', '.')}”.*{told}"):
        kind_of(data, name)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (f'<?xml version="1.0"?><office:document {"xmlns " * 999}/>', "OpenDocument"),
        ('<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2009/uof"/>', "标文通"),
    ],
)
def test_old_texts_can_be_converted(head: str, told: str) -> None:
    with pytest.raises(OldFormat, match=told):
        refuse_foreign(head.encode(), "年报.xml")


@pytest.mark.parametrize(
    "kind", ["multipart/related; boundary=x", "text/html; charset=gbk", "application/xhtml+xml"]
)
@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\r\n"])
def test_the_head_of_a_saved_page_is_no_mail(before: bytes, kind: str) -> None:
    head = f"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n<p>"
    assert is_saved_page(before + head.encode(), "年报.mht")


@pytest.mark.parametrize(
    "text", ["机关：清河县水利局\n", "Title: 2024\n\nContent-Type: text/html\n", "<p>Content-Type:</p>"]
)
def test_a_text_that_speaks_of_such_lines_is_a_text(text: str) -> None:
    assert not is_saved_page(text.encode(), "年报.txt")
