"""Makes the neutral Document of any source: a file, a text, a web page, what lies on the clipboard."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake.errors import SourceRefused
from intake.progress import Tell, silent
from intake.readers.border import border
from intake.readers.kinds import Kind, decode, kind_of, looks_like_html
from intake.readers.limits import MOST_CHARACTERS, read_bounded
from intake.readers.mail_text import without_letter_around
from intake.readers.text import read_text
from model.document import Document


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reads a kind of files, imported when the first one comes, and the program that clerks open them with."""

    module: str
    function: str
    program: str

    def read(self, data: bytes, name: str, tell: Tell) -> Document:
        with border(name, self.program):
            made: Callable[[bytes, str, Tell], Document] = getattr(
                importlib.import_module(self.module), self.function
            )
            return without_letter_around(made(data, name, tell))


_READERS: Final[Mapping[Kind, _Reader]] = {
    Kind.PDF: _Reader("intake.readers.pdf.pdf_text", "read_pdf", "原来的程序"),
    Kind.WORD: _Reader("intake.readers.word", "read_word", " Word 或 WPS "),
    Kind.EXCEL: _Reader("intake.readers.excel", "read_excel", " Excel 或 WPS "),
    Kind.EXCEL_97: _Reader("intake.readers.excel_97", "read_excel_97", " Excel 或 WPS "),
    Kind.EXCEL_BINARY: _Reader("intake.readers.excel_binary", "read_excel_binary", " Excel 或 WPS "),
    Kind.OPEN_SHEETS: _Reader("intake.readers.opendocument_sheets", "read_opendocument", " Excel 或 WPS "),
    Kind.MHTML: _Reader("intake.readers.mhtml", "read_mhtml", "浏览器"),
    Kind.CSV: _Reader("intake.readers.csv_text", "read_csv", " Excel 或 WPS "),
}


def read(path: Path, tell: Tell = silent) -> Document:
    """Return the file's Document, whatever its extension says. Raises SourceRefused with the reason and a way out."""
    return read_bytes(read_bounded(path), path.name, tell)


def read_bytes(data: bytes, name: str, tell: Tell = silent) -> Document:
    """Return the Document of a file's bytes; `name` is what messages call it. Raises SourceRefused."""
    kind = kind_of(data, name)
    if kind in _READERS:
        return _READERS[kind].read(data, name, tell)
    text = decode(data, name)
    return read_html(text) if kind is Kind.HTML else read_text(text)


def read_html(page: str | bytes) -> Document:
    """Return a web page's Document. Raises SourceRefused for a page without content, and one that cannot be read."""
    from intake.readers.html import read_html as read_page
    from intake.readers.markdown import is_markdown, read_markdown

    with border("网页", "浏览器"):
        text = decode(page, "网页") if isinstance(page, bytes) else page
        return without_letter_around(read_markdown(text) if is_markdown(text) else read_page(text))


def read_clipboard(html: str, text: str) -> Document:
    """Return the Document of what was copied: the markup where there is any, else the text. Raises SourceRefused.

    Who copies a page's source has its markup as the text, beside one that only shows it.
    """
    refuse_too_much(html, text)
    markup = next(filter(looks_like_html, (text, html)), None)
    return read_text(text) if markup is None else read_html(markup)


def refuse_too_much(html: str, text: str) -> None:
    """Raise SourceRefused where more was copied than a report can have."""
    if max(len(html), len(text)) > MOST_CHARACTERS:
        raise SourceRefused("复制的内容过多，请只复制年度报告正文再粘贴")
