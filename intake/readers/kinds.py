"""Tells what a file is by its first bytes; the extension is not believed."""

import io
import re
import unicodedata
import zipfile
from enum import StrEnum
from typing import Final

from intake.errors import SourceRefused
from intake.readers.limits import MOST_CHARACTERS

OLD_BINARY: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML: Final = re.compile(
    r"<\s*(?:!doctype\s+html|html|head|body|table|div|p|td|tr|span|meta|br)\b[^>]*>", re.IGNORECASE
)
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


class Kind(StrEnum):
    """The kinds of sources that can be read."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
    HTML = "html"
    TEXT = "txt"


def kind_of(data: bytes, name: str) -> Kind:
    """Return what the bytes are. Raises SourceRefused for what cannot be read, with a way out."""
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(OLD_BINARY):
        raise SourceRefused(
            f"“{name}”是旧版 Word、Excel 或 WPS 格式（或加了密码）；请打开后另存为 .docx 或 .xlsx（不设密码）再导入"
        )
    if data.startswith(b"PK"):
        return _office_kind(data, name)
    if data.startswith(b"{\\rtf"):
        raise SourceRefused(f"“{name}”是 RTF 格式，请用 Word 或 WPS 打开后另存为 .docx 再导入")
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")):
        raise SourceRefused(f"“{name}”是图片，程序不能辨认图片中的文字；请找到文字版的年度报告再导入")
    text = decode(data, name)
    return Kind.HTML if looks_like_html(text) else Kind.TEXT


def _office_kind(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise SourceRefused(f"“{name}”已损坏，请重新获取这个文件，或用 Word、WPS 打开后另存一份") from error
    if "word/document.xml" in names:
        return Kind.WORD
    if "xl/workbook.xml" in names:
        return Kind.EXCEL
    raise SourceRefused(f"“{name}”是压缩包或其他格式；请解开后选择其中的 Word、Excel、PDF 或网页文件")


def looks_like_html(text: str) -> bool:
    """Whether a text is markup rather than words."""
    return len(_HTML.findall(text[:20_000])) >= 2


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
        *([declared[1].decode("ascii")] if declared else []),
        "gb18030",
        "big5",
    ):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
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
