"""Makes the neutral Document of any source: a file, a text, a web page, what lies on the clipboard."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from intake.errors import SourceRefused
from intake.readers.kinds import Kind, decode, kind_of, looks_like_html
from intake.readers.limits import MOST_CHARACTERS, read_bounded
from intake.readers.text import read_text
from model.document import Document

_READERS: Final = {
    Kind.PDF: ("intake.readers.pdf.pdf_text", "read_pdf"),
    Kind.WORD: ("intake.readers.word", "read_word"),
    Kind.EXCEL: ("intake.readers.excel", "read_excel"),
}
"""Readers that need a library of their own: imported when the first such file comes."""


def read(path: Path) -> Document:
    """Return the file's Document, whatever its extension says. Raises SourceRefused with the reason and a way out."""
    return read_bytes(read_bounded(path), path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """Return the Document of a file's bytes; `name` is what messages call it. Raises SourceRefused."""
    kind = kind_of(data, name)
    if kind in _READERS:
        module, function = _READERS[kind]
        reader: Callable[[bytes, str], Document] = getattr(importlib.import_module(module), function)
        return reader(data, name)
    text = decode(data, name)
    return read_html(text) if kind is Kind.HTML else read_text(text)


def read_html(page: str | bytes) -> Document:
    """Return a web page's Document. Raises SourceRefused for a page without content."""
    from intake.readers.html import read_html as read_page

    return read_page(decode(page, "网页") if isinstance(page, bytes) else page)


def read_clipboard(html: str, text: str) -> Document:
    """Return the Document of what was copied: the markup where there is any, else the text. Raises SourceRefused."""
    if max(len(html), len(text)) > MOST_CHARACTERS:
        raise SourceRefused("复制的内容过多，请只复制年度报告正文再粘贴")
    return read_html(html) if looks_like_html(html) else read_text(text)
