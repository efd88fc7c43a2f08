"""Reads plain text: every line a paragraph, blank lines kept, since in some pages they are the blank cells."""

import re
from typing import Final

from model.document import Document, Paragraph

_BREAKS: Final = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


def read_text(text: str) -> Document:
    """Return the text's lines as a Document; a blank line is an empty paragraph."""
    lines = _BREAKS.split(visible(text))
    return Document(tuple(Paragraph(line) for line in lines))


def visible(text: str) -> str:
    """Return the text without characters that have no width."""
    return _INVISIBLE.sub("", text)
