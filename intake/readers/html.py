"""Reads web pages: visible words and data tables; nothing is run, nothing is fetched."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from intake.errors import SourceRefused
from intake.readers.limits import MOST_COLUMNS, MOST_DEPTH, MOST_ROWS
from intake.readers.spans import Placing
from model.characters import usual
from model.document import Block, Document, Paragraph, Role

_UNSEEN: Final = frozenset(
    ("script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "math", "select", "option",
     "button", "input", "textarea", "nav", "aside", "footer", "video", "audio", "canvas", "datalist"),
)  # fmt: skip
_INLINE: Final = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "em", "font", "i", "ins", "label", "mark",
     "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p", "st1:chsdate"),
)  # fmt: skip
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)", re.IGNORECASE
)
_BREAK_IN_WORDS: Final = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r\n]*[\r\n][ \t\r\n]*(?=[\u3000-\u9fff\uff00-\uffef])"
)
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_HEADS: Final = {"h1": Role.TITLE, "h2": Role.HEADING1, "h3": Role.HEADING2, "h4": Role.HEADING3}
LAYOUT_CELLS: Final = 15
LAYOUT_WORDS: Final = 300
"""A table of few cells with more characters in one of them holds an article: it only arranges the page."""


def read_html(page: str) -> Document:
    """Return the page's visible paragraphs and tables. Raises SourceRefused for a page without any."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(_without_declaration(page), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceRefused("这个网页无法读取，请在浏览器中打开后全选复制，再粘贴到程序中") from error
    if root is None:
        raise SourceRefused("网页里没有内容，请重新选择")
    blocks = tuple(_blocks(root, 0))
    return Document(
        blocks, title=_said(root, "ArticleTitle") or _title(root), author=_said(root, "ContentSource")
    )


def _without_declaration(page: str) -> str:
    """The text is decoded already: lxml refuses text that still declares bytes."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", page.replace("\x00", ""))


def _said(root: etree._Element, name: str) -> str:
    for meta in root.iter("meta"):
        if str(meta.get("name", "")).lower() == name.lower():
            return _clean(str(meta.get("content", "")))
    return ""


def _title(root: etree._Element) -> str:
    title = next(root.iter("title"), None)
    return _clean(title.text or "") if title is not None else ""


def _blocks(element: etree._Element, depth: int) -> Iterator[Block]:
    """The blocks inside an element: runs of inline words become paragraphs, other elements are gone into."""
    words: list[str] = []
    role = _HEADS.get(_name(element), Role.BODY)
    if element.text:
        words.append(_text(element, element.text))
    for child in element:
        if _is_inline(child) and _is_seen(child):
            words.append(_words(child, depth))
        elif _is_seen(child) and depth < MOST_DEPTH:
            yield from _paragraphs(words, role)
            words = []
            if _name(child) == "table" and not _is_layout(child):
                yield from _table(child)
            else:
                yield from _blocks(child, depth + 1)
        if child.tail:
            words.append(_text(element, child.tail))
    yield from _paragraphs(words, role)


def _paragraphs(words: list[str], role: Role = Role.BODY) -> Iterator[Paragraph]:
    for line in "".join(words).split("\v"):
        text = _clean(line)
        if text:
            yield Paragraph(text, role)


def _text(element: etree._Element, text: str) -> str:
    """Words as a browser shows them; a vertical tab stands for a line break."""
    if _name(element) == "pre":
        return text.replace("\n", "\v")
    return _BLANKS.sub(" ", _BREAK_IN_WORDS.sub("", text))


def _words(element: etree._Element, depth: int = 0) -> str:
    """All visible words in an element."""
    if _name(element) == "br":
        return "\v"
    if not _is_seen(element) or depth > MOST_DEPTH:
        return ""
    parts = [_text(element, element.text or "")]
    for child in element:
        block = not _is_inline(child)
        parts.append(f"\v{_words(child, depth + 1)}\v" if block else _words(child, depth + 1))
        parts.append(_text(element, child.tail or ""))
    return "".join(parts)


def _name(element: etree._Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _is_inline(element: etree._Element) -> bool:
    """Whether an element runs within a line: no block element is inside it."""
    name = _name(element)
    return name == "br" or ((name in _INLINE or ":" in name) and not _has_block(element))


def _has_block(element: etree._Element) -> bool:
    return any(
        _name(inner) in ("p", "div", "table", "li", "h1", "h2", "h3", "h4")
        for inner in element.iter(etree.Element)
    )


def _is_seen(element: etree._Element) -> bool:
    if _name(element) in _UNSEEN or not _name(element):
        return False
    return element.get("hidden") is None and not _HIDDEN.search(str(element.get("style", "")))


def _clean(text: str) -> str:
    """Words without blanks around; a space that keeps its width counts as one."""
    lines = (line.strip(" \t\u00a0\u3000") for line in usual(text).replace("\u00a0", " ").split("\n"))
    return "\n".join(line for line in lines if line)


def _is_layout(table: etree._Element) -> bool:
    """Whether a table only arranges the page: it holds another table, or whole articles."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    cells = list(table.iter("td", "th"))
    return len(cells) < LAYOUT_CELLS and any(
        len("".join(str(text) for text in cell.itertext()).strip()) > LAYOUT_WORDS for cell in cells
    )


def _table(table: etree._Element) -> Iterator[Block]:
    caption = next((_clean(_words(found).replace("\v", "")) for found in table.iter("caption")), "")
    placing = Placing()
    for row in _rows(table):
        placing.next_row()
        for cell in row:
            if _is_seen(cell):
                text = "\n".join(part for line in _words(cell).split("\v") if (part := _clean(line)))
                placing.add(text, _span(cell, "rowspan", MOST_ROWS), _span(cell, "colspan", MOST_COLUMNS))
    made = placing.table()
    if made is not None:
        yield replace(made, caption=caption)


def _rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    """The table's rows; cells that stand outside any row make one of their own."""
    for row in table.iter("tr"):
        if _is_seen(row) and not any(
            not _is_seen(above) for above in row.iterancestors("tbody", "thead", "tfoot")
        ):
            yield [cell for cell in row if _name(cell) in ("td", "th")]
    for part in (table, *table.iter("tbody", "thead", "tfoot")):
        stray = [cell for cell in part if _name(cell) in ("td", "th")]
        if stray:
            yield stray


def _span(cell: etree._Element, name: str, most: int) -> int:
    digits = re.match(r"\s*(\d{1,5})", str(cell.get(name, "1")))
    return max(1, min(int(digits[1]), most)) if digits else 1
