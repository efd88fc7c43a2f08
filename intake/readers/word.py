"""Reads Word files: paragraphs and tables in the order of the page."""

import io
from collections.abc import Iterator
from typing import Final

import docx
from lxml import etree

from intake.progress import Tell, silent
from intake.readers.limits import MOST_COLUMNS, MOST_ROWS, open_office_file
from intake.readers.spans import Placing
from model.characters import usual
from model.document import Block, Document, Paragraph, Role, Table

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED: Final = frozenset(
    f"{_W}{name}"
    for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "drawing", "pict", "object")
)
_STYLES: Final = {
    "Title": Role.TITLE,
    "Heading1": Role.HEADING1,
    "Heading2": Role.HEADING2,
    "Heading3": Role.HEADING3,
}


def read_word(data: bytes, name: str, _tell: Tell = silent) -> Document:
    """Return the file's paragraphs and tables. Raises SourceRefused for a damaged, protected or monstrous file."""
    open_office_file(data, name).close()
    word = docx.Document(io.BytesIO(data))
    properties = word.core_properties
    return Document(tuple(_blocks(word.element.body)), properties.title or "", properties.author or "")


def _blocks(parent: etree._Element) -> Iterator[Block]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraphs(child)
        elif child.tag == f"{_W}tbl":
            yield from _table(child)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
            yield from _blocks(child)


def _paragraphs(paragraph: etree._Element) -> Iterator[Paragraph]:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    role = _STYLES.get(str(style.get(f"{_W}val")) if style is not None else "", Role.BODY)
    for line in _words(paragraph).split("\n"):
        text = usual(line).replace("\u00a0", " ").strip()
        if text:
            yield Paragraph(text, role)


_SIGNS: Final = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}


def _words(element: etree._Element) -> str:
    """The words of a paragraph as they are shown: no deleted, hidden or field-code text, no text boxes."""
    parts: list[str] = []
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif _is_shown(child):
            parts.append(_words(child))
    return "".join(parts)


def _is_shown(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or not element.tag.startswith(_W) or element.tag in _SKIPPED:
        return False
    return element.find(f"{_W}rPr/{_W}vanish") is None


def _table(table: etree._Element) -> Iterator[Block]:
    if table.find(f".//{_W}tc//{_W}tbl") is not None:
        for cell in _children(table, "tr", "tc"):
            yield from _blocks(cell)
        return
    made = _placed(table)
    if made is not None:
        yield made


def _placed(table: etree._Element) -> Table | None:
    """The table on its grid; a cell merged downwards is told by its continuations below."""
    listed: list[tuple[int, int, int, str]] = []
    continued: set[tuple[int, int]] = set()
    for number, row in enumerate(_children(table, "tr")):
        if number >= MOST_ROWS:
            break
        column = _number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
        for cell in _children(row, "tc"):
            span = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merge is not None and merge.get(f"{_W}val") != "restart" and number:
                continued.add((number, column))
            else:
                listed.append((number, column, span, _cell_text(cell)))
            column += span
    placing = Placing()
    for number, column, span, text in listed:
        down = 1
        while (number + down, column) in continued:
            down += 1
        placing.put(number, column, text, down, span)
    return placing.table()


def _cell_text(cell: etree._Element) -> str:
    return "\n".join(
        paragraph.text
        for block in _blocks(cell)
        for paragraph in (block,)
        if isinstance(paragraph, Paragraph)
    )


def _children(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children called `names[0]`, or theirs called `names[1]` …; wrappers around them are looked through."""
    for child in parent:
        if child.tag == f"{_W}{names[0]}":
            if names[1:]:
                yield from _children(child, *names[1:])
            else:
                yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _children(child, *names)


def _number(element: etree._Element | None, default: int) -> int:
    value = "" if element is None else str(element.get(f"{_W}val", ""))
    return min(int(value), MOST_COLUMNS) if value.isdecimal() else default
