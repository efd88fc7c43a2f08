"""Reads pages that a browser has saved as one file (.mht, .mhtml): the page itself is one part of a mail-like whole."""

from email import message_from_bytes
from email.message import Message

from intake.errors import SourceRefused
from intake.progress import Tell, silent
from intake.readers.foreign_kinds import MARK
from intake.readers.html import read_html
from intake.readers.kinds import decode
from model.document import Document

_MOST_PARTS = 5_000


def read_mhtml(data: bytes, name: str, _tell: Tell = silent) -> Document:
    """Return the saved page's paragraphs and tables; of several frames the largest is the page.

    Raises SourceRefused where there is no page in it.
    """
    pages: list[bytes] = []
    for number, part in enumerate(message_from_bytes(data.removeprefix(MARK).lstrip()).walk()):
        if number < _MOST_PARTS and part.get_content_type() in ("text/html", "application/xhtml+xml"):
            pages.append(_content(part))
    if not pages:
        raise SourceRefused(f"“{name}”中没有网页；请在浏览器中打开后全选复制，再粘贴到程序中")
    return read_html(decode(max(pages, key=len), name))


def _content(part: Message) -> bytes:
    """The part's bytes as UTF-8 where it says what it is written in, else as they are."""
    content = part.get_payload(decode=True)
    found = content if isinstance(content, bytes) else b""
    try:
        return found.decode(part.get_content_charset("utf-8")).encode()
    except (LookupError, UnicodeError):
        return found
