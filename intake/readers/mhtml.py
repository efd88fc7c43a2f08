"""Reads pages that a browser has saved as one file (.mht, .mhtml): the page itself is one part of a mail-like whole.

A letter with the report in its words is such a whole, too; where it has no page its plain text is read.
"""

from email import message_from_bytes
from email.message import Message
from itertools import islice

from intake.errors import SourceRefused
from intake.progress import Tell, silent
from intake.readers.foreign_kinds import MARK
from intake.readers.html import read_html
from intake.readers.kinds import decode
from intake.readers.text import read_text
from model.document import Document

_MOST_PARTS = 5_000


def read_mhtml(data: bytes, name: str, _tell: Tell = silent) -> Document:
    """Return the saved page's paragraphs and tables; of several frames the largest is the page.

    Raises SourceRefused where there is no page in it.
    """
    pages: list[bytes] = []
    texts: list[bytes] = []
    for part in islice(message_from_bytes(data.removeprefix(MARK).lstrip()).walk(), _MOST_PARTS):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            pages.append(_content(part))
        elif part.get_content_type() == "text/plain":
            texts.append(_content(part))
    if not pages and texts:
        return read_text(decode(max(texts, key=len), name))
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
