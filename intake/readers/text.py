"""Reads plain text: every line a paragraph, blank lines kept, since in some pages they are the blank cells."""

import re
from typing import Final

from intake.readers.drawn_tables import blocks_of
from intake.readers.mail_text import without_letter
from model.characters import usual
from model.document import Document

_BREAKS: Final = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BETWEEN_CELLS: Final = re.compile(r"(?<!\n)\n\n+(\t+)\n\n+")
"""How a browser copies the border of two cells with paragraphs in them: a tab on a line of its own, blank lines around it."""


def read_text(text: str) -> Document:
    """Return the lines of a text as a Document; a blank line is an empty paragraph, what draws a table is one."""
    lines = "\n".join(without_letter(_BREAKS.split(usual(text))))
    return Document(tuple(blocks_of(_BETWEEN_CELLS.sub(r"\1", lines).split("\n"))))
