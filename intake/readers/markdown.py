"""Markdown with a web page's marks in it: its tables are marked up, its paragraphs are lines.

Converters write it so where a table has merged cells, and whoever keeps reports beside program text does, too.
"""

import re
from html import unescape
from typing import Final

from intake.readers.html import read_html
from intake.readers.text import read_text
from model.document import Block, Document, Paragraph

_PAGE: Final = re.compile(r"<\s*(?:!doctype|html|head|body|frameset)\b", re.IGNORECASE)
"""What only a whole page has."""
_TABLE: Final = re.compile(r"(<table\b.*?</table\s*>)", re.IGNORECASE | re.DOTALL)
_END_OF_TABLE: Final = re.compile(r"</table\s*>", re.IGNORECASE)
_BLOCK: Final = re.compile(
    r"</?(?:p|div|center|section|article|ul|ol|li|dl|dt|dd|h[1-6]|hr|figure|blockquote|pre|t[drh]|tbody|thead|table)\b",
    re.IGNORECASE,
)
"""What begins or ends a block: a line with one of these stands for itself."""
_MARK: Final = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_WORDS: Final = re.compile(r"\s*(?:#{1,6}\s|[|*>-]\s*)?[^\s<].*[\u4e00-\u9fff]")
_ESCAPED: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
"""Before a sign that Markdown would take for a mark."""
_ENOUGH: Final = 3
"""Lines of bare words with a blank line before them."""


def is_markdown(text: str) -> bool:
    """Return whether marked-up text is Markdown: no page, and blank lines part its paragraphs, which have no marks."""
    if _PAGE.search(text):
        return False
    bare, blank = 0, True
    for part in _parts(text)[::2]:
        inside = False
        for line in part.splitlines():
            bare += blank and not inside and _BLOCK.search(line) is None and bool(_WORDS.match(line))
            blank = not line.strip()
            # A paragraph's words may go on over lines, and these have no marks either.
            inside = not blank and (inside or _BLOCK.search(line) is not None)
    return bare >= _ENOUGH


def read_markdown(text: str) -> Document:
    """Return the Document of Markdown: its lines are those of a text, marked-up tables and marks in lines those of a page."""
    blocks: list[Block] = []
    for number, part in enumerate(_parts(text)):
        if number % 2:
            blocks += read_html(part).blocks
        else:
            blocks += read_text("\n".join(map(_unmarked, part.splitlines()))).blocks
    return Document(tuple(blocks))


def _parts(text: str) -> list[str]:
    """What stands before the tables of a text, between and behind them, with the tables between."""
    # Behind the last end no table is sought: each of many that never end would be followed through the whole text.
    last = max((match.end() for match in _END_OF_TABLE.finditer(text)), default=0)
    *parts, rest = _TABLE.split(text[:last])
    return [*parts, rest + text[last:]]


def _unmarked(line: str) -> str:
    """A line as it is shown: without its marks, and without what these hide."""
    words = _ESCAPED.sub("", line)
    if _MARK.search(words) is None:
        return unescape(words)
    return " ".join(
        block.text for block in read_html(f"<p>{words}</p>").blocks if isinstance(block, Paragraph)
    )
