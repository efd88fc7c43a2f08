"""Reads plain text: every line a paragraph, blank lines kept, since in some pages they are the blank cells."""

import re
from typing import Final

from model.characters import usual
from model.document import Document, Paragraph

_BREAKS: Final = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def read_text(text: str) -> Document:
    """Return the text's lines as a Document; a blank line is an empty paragraph."""
    lines = _BREAKS.split(usual(text))
    return Document(tuple(Paragraph(line) for line in lines))
