"""Kinds of files that are not read here: how each is known, what it is called, and the way out.

A clerk who drags a mail, a shortcut or a picture into the window is told what it is, and never that it is damaged or that
no report was found in it.
"""

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from intake.errors import OldFormat, SourceRefused

SAVE_AS: Final = "请用 Word 或 WPS 打开后另存为 .docx 再导入"
PACKED: Final = "“{}”是压缩包或其他格式；请解开后选择其中的 Word、Excel、PDF 或网页文件"
_PICTURE: Final = "“{}”是图片，程序不能辨认图片中的文字；请找到文字版的年度报告再导入"
_SLIDES: Final = "“{}”是演示文稿；请选择 Word、Excel、PDF 或网页格式的年度报告"
_LAID_OUT: Final = (
    "“{}”是{}，程序不能读取；请用打开它的阅读器（或 WPS）另存、打印为 PDF，或向制作单位要 Word 版再导入"
)
_MAIL: Final = "“{}”是电子邮件；请打开邮件，把附件保存到电脑上，再导入附件"
_SHORTCUT: Final = (
    "“{}”是快捷方式，不是文件本身；请找到它指向的文件再导入，网页请打开后全选复制，再粘贴到程序中"
)
_PROGRAM: Final = "“{}”是程序，不是年度报告；请选择 Word、Excel、PDF、网页或文本格式的年度报告"
_APPLE: Final = "“{}”是苹果 {} 的格式；请在其中“导出为”{} 再导入"
_OWNER: Final = "“{}”是 Word、WPS 打开文件时的临时文件；请选择名称前没有“~$”的那一个"
_NOUGHTS: Final = "“{}”的内容全部是空的，多为没有复制或下载完整；请重新复制或下载后再导入"


class _Begin(NamedTuple):
    """What a file of a kind has at a place near its beginning."""

    words: str
    signs: tuple[bytes, ...]
    at: int = 0


_BEGINNINGS: Final = (
    _Begin(_PICTURE, (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")),
    _Begin(_PICTURE, (b"WEBP",), 8),
    _Begin(_PICTURE, (b"ftyphei", b"ftyphev", b"ftypmif1", b"ftypmsf1", b"ftypavif"), 4),
    _Begin(PACKED, (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")),
    _Begin(_SHORTCUT, (b"L\x00\x00\x00\x01\x14\x02\x00", b"[InternetShortcut]", b"[{000214A0")),
    _Begin(_PROGRAM, (b"MZ\x90\x00", b"\x7fELF")),
)
_LAID_OUT_ENDINGS: Final = (".ceb", ".cebx", ".sep", ".gd", ".gw", ".djvu")
_SVG: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b", re.DOTALL
)
MARK: Final = b"\xef\xbb\xbf"
_HEAD: Final = re.compile(rb"[A-Za-z][\w-]*:[ \t]*\S")
_END_OF_HEAD: Final = re.compile(rb"\r?\n\r?\n")
_PAGE: Final = re.compile(
    rb"^Content-Type:\s*(?:multipart/(?:related|alternative)|text/(?:html|plain)|application/xhtml)",
    re.IGNORECASE | re.MULTILINE,
)
"""A page or a letter alone, or with what belongs to it; a mail has its files in a multipart/mixed."""
_MIXED: Final = re.compile(rb"^Content-Type:\s*multipart/mixed", re.IGNORECASE | re.MULTILINE)
_ATTACHED: Final = re.compile(rb"^Content-Disposition:\s*attachment", re.IGNORECASE | re.MULTILINE)
_OLD_TEXTS: Final = (
    (b"{\\rtf", "RTF 格式"),
    (b'progid="Word.Document"', "Word 2003 的 XML 格式"),
    (b'progid="Excel.Sheet"', "Excel 2003 的 XML 格式"),
    (b"<office:document", "OpenDocument 的 XML 格式"),
    (b"<uof:UOF", "标文通（UOF）格式"),
)
"""What a file of text of an old kind has near its beginning."""
_APPLES: Final = (("Pages", "Word"), ("Numbers", "Excel"))
_PARTS: Final = (("PowerPoint Document", _SLIDES), ("__properties_version1.0", _MAIL))
"""Parts of containers of old office files that are neither words nor sheets."""
_BEFORE: Final = MARK + b" \t\r\n"


def refuse_foreign(data: bytes, name: str) -> None:
    """Raise for bytes that are neither a package nor a container, and of a kind that is not read.

    OldFormat for what an office suite can turn into a kind that is read, SourceRefused for everything else.
    """
    head = data[:1024]
    for sign, format_name in _OLD_TEXTS:
        if sign in head and data.lstrip(_BEFORE).startswith((b"{", b"<")):
            raise OldFormat(f"“{name}”是 {format_name}；{SAVE_AS}")
    for begin in _BEGINNINGS:
        if data.startswith(begin.signs, begin.at):
            raise SourceRefused(begin.words.format(name))
    if name.lower().endswith(_LAID_OUT_ENDINGS) or data.startswith(b"AT&TFORM"):
        raise SourceRefused(_LAID_OUT.format(name, "版式文件"))
    if _SVG.match(head):
        raise SourceRefused(_PICTURE.format(name))
    if name.startswith("~$") and len(data) < 1024:
        raise SourceRefused(_OWNER.format(name))
    if not data.strip(b"\x00"):
        raise SourceRefused(_NOUGHTS.format(name))


def is_saved_page(data: bytes, name: str) -> bool:
    """Return whether lines as a mail has them head a page that a browser has saved, or a letter without any files.

    Raises SourceRefused for a mail that brings files.
    """
    head = _END_OF_HEAD.split(data[:8192].removeprefix(MARK).lstrip(), maxsplit=1)[0]
    if not _HEAD.match(head) or b"content-type:" not in head.lower():
        return False
    if not _PAGE.search(head) and (not _MIXED.search(head) or _ATTACHED.search(data)):
        raise SourceRefused(_MAIL.format(name))
    return True


def refusal_of_package(parts: Collection[str], made_for: bytes, name: str) -> SourceRefused:
    """Return why a package of parts that is no kind that is read is refused; `made_for` is what it says it is."""
    if b"opendocument.text" in made_for:
        return OldFormat(f"“{name}”是 OpenDocument 文字格式；{SAVE_AS}")
    if "OFD.xml" in parts:
        return SourceRefused(_LAID_OUT.format(name, " OFD 版式文件"))
    if b"opendocument.presentation" in made_for or any(part.startswith("ppt/") for part in parts):
        return SourceRefused(_SLIDES.format(name))
    if any(part.endswith(".iwa") for part in parts):
        ending = name.lower().rpartition(".")[2]
        return SourceRefused(
            _SLIDES.format(name) if ending == "key" else _APPLE.format(name, *_APPLES[ending == "numbers"])
        )
    if made_for.startswith(b"application/epub"):
        return SourceRefused(_LAID_OUT.format(name, "电子书"))
    return SourceRefused(PACKED.format(name))


def refusal_of_container(data: bytes, name: str) -> SourceRefused:
    """Return why a container of old office files that holds neither words nor sheets is refused."""
    for part, words in _PARTS:
        if part.encode("utf-16-le") in data:
            return SourceRefused(words.format(name))
    return SourceRefused(
        f"“{name}”已损坏，或是不能读取的旧格式；请用 Word、WPS 打开后另存为 .docx 或 .xlsx（不设密码）再导入"
    )
