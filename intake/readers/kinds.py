"""Tells what a file is by its first bytes; the extension is not believed."""

import io
import re
import unicodedata
import zipfile
from enum import StrEnum
from typing import Final

from intake.errors import OldFormat, SourceRefused
from intake.readers.foreign_kinds import (
    SAVE_AS,
    is_saved_page,
    refusal_of_container,
    refusal_of_package,
    refuse_foreign,
)
from intake.readers.limits import BROKEN_ARCHIVE, MOST_CHARACTERS

OLD_BINARY: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FILE_PASS: Final = re.compile(
    rb"\x09\x08(?:\x10\x00\x00\x06.{14}|\x08\x00\x00\x05.{6})(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)
"""How the records of an .xls begin that has a password: BOF, WRITEPROTECT where there is one, FILEPASS ([MS-XLS] 2.1.7.20.3)."""
_HTML: Final = re.compile(
    r"<\s*(?:!doctype\s+html|html|head|body|table|div|p|td|tr|meta)\b[^>]*>", re.IGNORECASE
)
_IN_LINES: Final = re.compile(r"<\s*(?:span|br)\b[^>]*>", re.IGNORECASE)
"""Marks that a text in lines may have, too: in Markdown they break the lines of cells."""
_ENOUGH: Final = 2
"""Marks by which a text is markup; one may be spoken of."""
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_WESTERN: Final = re.compile(rb"(?:iso-?8859-1\d?|latin-?\d|windows-125\d|cp125\d)", re.IGNORECASE)
"""Encodings without Chinese characters that servers declare for whatever they have: any bytes are text in them."""
_OFFICE_FILE: Final = re.compile(rb"\s*\{\s*\"format\"\s*:\s*\d")


class Kind(StrEnum):
    """The kinds of sources that can be read."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
    EXCEL_97 = "xls"
    EXCEL_BINARY = "xlsb"
    OPEN_SHEETS = "ods"
    MHTML = "mht"  # a page with its pictures in one file
    HTML = "html"
    CSV = "csv"
    TEXT = "txt"
    OFFICE = "xxgk"  # a file of this program


SHEETS: Final = (Kind.EXCEL, Kind.EXCEL_97, Kind.EXCEL_BINARY, Kind.OPEN_SHEETS)
"""Workbooks, of whatever program."""


def kind_of(data: bytes, name: str) -> Kind:
    """Return what the bytes are; of a file's name only .csv is believed, since it is a text like any other.

    Raises OldFormat for what an office suite can turn into a kind that is read, SourceRefused for everything else that
    cannot be read; both name the kind and the way out.
    """
    head = data[:1024]
    if b"%PDF-" in head:
        return Kind.PDF
    if data.startswith(OLD_BINARY):
        return _old_binary(data, name)
    if data.startswith(b"PK"):
        return _zipped(data, name)
    refuse_foreign(data, name)
    if _OFFICE_FILE.match(head):
        return Kind.OFFICE
    if is_saved_page(data, name):
        return Kind.MHTML
    text = decode(data, name)
    if looks_like_html(text):
        return Kind.HTML
    return Kind.CSV if name.lower().endswith(".csv") else Kind.TEXT


def has_password(data: bytes) -> bool:
    """Whether the container of old office files holds a new file with a password, or a workbook that has one."""
    return "EncryptedPackage".encode("utf-16-le") in data or _FILE_PASS.search(data) is not None


def _old_binary(data: bytes, name: str) -> Kind:
    """The container of Word and Excel up to 2003, of WPS, and of new files with a password, by its parts' names."""
    parts = {part: part.encode("utf-16-le") in data for part in ("Workbook", "Book", "WordDocument")}
    if has_password(data):
        raise SourceRefused(f"“{name}”加了密码；请打开后取消密码，另存一份再导入")
    if parts["WordDocument"]:
        raise OldFormat(f"“{name}”是旧版 Word 或 WPS 文字格式；{SAVE_AS}")
    if parts["Workbook"] or parts["Book"]:
        return Kind.EXCEL_97
    raise refusal_of_container(data, name)


def _zipped(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            made_for = b""
            if "mimetype" in names:
                with archive.open("mimetype") as told:
                    made_for = told.read(100)
    except BROKEN_ARCHIVE as error:
        raise SourceRefused(
            f"“{name}”已损坏，请重新获取这个文件，或用 Word、WPS 打开后另存一份再导入"
        ) from error
    if any(part.startswith("word/document") for part in names):
        return Kind.WORD
    if "xl/workbook.xml" in names:
        return Kind.EXCEL
    if "xl/workbook.bin" in names:
        return Kind.EXCEL_BINARY
    if b"opendocument.spreadsheet" in made_for:
        return Kind.OPEN_SHEETS
    raise refusal_of_package(names, made_for, name)


def looks_like_html(text: str) -> bool:
    """Whether a text is markup rather than words; where lines part it, marks within these do not make it a page."""
    begin = text[:20_000]
    pages, marks = len(_HTML.findall(begin)), len(_IN_LINES.findall(begin))
    return pages >= _ENOUGH or (pages + marks >= _ENOUGH and marks > begin.strip().count("\n"))


def decode(data: bytes, name: str) -> str:
    """Return the bytes' text: by its mark, as UTF-8, UTF-16, what the page declares, or GB 18030.

    Raises SourceRefused for bytes that are no text, and for more text than a report can have.
    """
    text = _decoded(data)
    if text is None or _is_binary(text):
        raise SourceRefused(f"“{name}”不是可读的文字；请选择 Word、Excel、PDF、网页或文本格式的年度报告")
    if len(text) > MOST_CHARACTERS:
        raise SourceRefused(f"“{name}”有 {len(text)} 字，远超一份年度报告；请只保留年度报告正文后再导入")
    return text


def _decoded(data: bytes) -> str | None:
    declared = _CHARSET.search(data[:4096])
    for encoding in (
        *_marked(data),
        "utf-8",
        *([declared[1].decode("ascii")] if declared and not _WESTERN.fullmatch(declared[1]) else []),
        "gb18030",
        "big5",
    ):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    # A page cut off in the middle of a character, or with a few bytes spoilt, is still worth reading.
    spoilt = data.decode("utf-8", errors="replace")
    if spoilt.count("\ufffd") * 100 < len(spoilt):
        return spoilt
    spoilt = data.decode("gb18030", errors="replace")
    return spoilt if spoilt.count("\ufffd") * 100 < len(spoilt) else None


def _marked(data: bytes) -> tuple[str, ...]:
    if data.startswith(b"\xef\xbb\xbf"):
        return ("utf-8-sig",)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    head = data[:2000]
    if head.count(0) > len(head) // 20:
        return ("utf-16-le",) if head[1::2].count(0) > head[::2].count(0) else ("utf-16-be",)
    return ()


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    odd = sum(unicodedata.category(character) in ("Cc", "Co", "Cn") for character in sample)
    return (odd - sum(sample.count(blank) for blank in "\n\r\t\f\v")) * 50 > len(sample)
