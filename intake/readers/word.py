"""Reads Word files: paragraphs and tables in the order of the page."""

import io
from collections.abc import Iterable, Iterator
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from intake.progress import Tell, silent
from intake.readers.limits import MOST_COLUMNS, MOST_ROWS, open_office_file
from intake.readers.marks import PICTURE, Gathered, concealed, lowered, raised
from intake.readers.spans import SpanGrid
from intake.readers.word_fields import in_codes, lacks_result
from intake.readers.word_look import W, WordLook, is_on, value
from intake.readers.word_notes import NoteTaker
from intake.readers.word_numbers import Numbers
from intake.readers.word_package import usual_package
from model.characters import usual
from model.document import Block, Document, Paragraph, Role, Table
from model.review.draft_notes import Note

_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICES: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED: Final = frozenset(
    f"{W}{name}"
    for name in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "instrText",
        "delText",
        "rt",
        "txbxContent",
    )
)
_NO_TEXT: Final = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_WRAPPERS: Final = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag"))
_SIGNS: Final = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_STYLES: Final = {
    "Title": Role.TITLE,
    "Heading1": Role.HEADING1,
    "Heading2": Role.HEADING2,
    "Heading3": Role.HEADING3,
}


def read_word(data: bytes, name: str, _tell: Tell = silent) -> Document:
    """Return the file's paragraphs and tables, with all tracked changes accepted.

    Raises SourceRefused for a damaged, protected or monstrous file.
    """
    word = _opened(data, name)
    return _document(word, _Body(word))


def read_word_with_notes(data: bytes, name: str) -> tuple[Document, tuple[Note, ...]]:
    """Return the same as `read_word`, and the file's comments and the places of tracked changes. Raises SourceRefused."""
    word = _opened(data, name)
    taker = NoteTaker(_part(word, RELATIONSHIP_TYPE.COMMENTS))
    document = _document(word, _Body(word, taker))
    return document, taker.notes


def _opened(data: bytes, name: str) -> WordDocument:
    open_office_file(data, name).close()
    return docx.Document(io.BytesIO(usual_package(data)))


def _document(word: WordDocument, body: "_Body") -> Document:
    properties = word.core_properties
    return Document(tuple(body.blocks(word.element.body)), properties.title or "", properties.author or "")


def _part(word: WordDocument, kind: str) -> etree._Element | None:
    """A part beside the text, None where the file has none."""
    try:
        part = word.part.part_related_by(kind)
    except KeyError:
        return None
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


class _Body:
    """One document being read."""

    def __init__(self, word: WordDocument, taker: NoteTaker | None = None) -> None:
        self._taker = taker
        self._look = WordLook(_part(word, RELATIONSHIP_TYPE.STYLES))
        self._numbers = Numbers(_part(word, RELATIONSHIP_TYPE.NUMBERING), self._look)
        self._in_codes: frozenset[etree._Element] = frozenset()

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The paragraphs and tables inside an element; a paragraph whose end was deleted goes on in the next."""
        begun: tuple[etree._Element, ...] = ()
        for child in parent:
            if child.tag == f"{W}p":
                begun = (*begun, child)
                following = next(child.itersiblings(), None)
                ends_here = following is None or following.tag != f"{W}p" or not _goes_on(child)
                if ends_here:
                    yield from self._paragraphs(begun)
                    begun = ()
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _WRAPPERS and not _is_placeholder(child):
                yield from self.blocks(child)

    def _paragraphs(self, parts: tuple[etree._Element, ...]) -> Iterator[Block]:
        """What a paragraph holds; of several that were joined into one, the last has its looks."""
        for box in (box for part in parts for box in _boxes(part)):
            yield from self.blocks(box)
        role = _STYLES.get(value(parts[-1].find(f"{W}pPr/{W}pStyle")), Role.BODY)
        words = Gathered()
        lines = self._lines(parts, words)
        if self._taker is not None:
            self._taker.paragraph(parts, "\n".join(lines))
        for line in lines:
            yield Paragraph(line, role)
        if words.pictured and not lines:
            yield Paragraph("", role, doubt=PICTURE)

    def _lines(self, parts: tuple[etree._Element, ...], words: Gathered) -> list[str]:
        """The lines of a paragraph, its number before the first; what is no text goes into `words`."""
        paragraph = parts[-1]
        words.parts = []
        for part in parts:
            self._in_codes = in_codes(part)
            self._gather(part, words)
        lines = [usual(line).replace("\u00a0", " ").strip() for line in "".join(words.parts).split("\n")]
        number = self._numbers.before(paragraph)
        if lines[0]:
            lines[0] = number + lines[0]
        elif number:
            words.others.append(f"自动编号“{number.strip()}”")
        words.others += ["没有结果的公式"] * sum(map(lacks_result, parts))
        return [line for line in lines if line]

    def _gather(self, element: etree._Element, words: Gathered) -> None:
        """Add the words as they are shown: no deleted, hidden or field-code text."""
        for child in element:
            if child.tag == f"{W}t":
                words.parts.append("" if child in self._in_codes else child.text or "")
            elif child.tag in _SIGNS:
                words.parts.append(_SIGNS[child.tag])
            elif child.tag == f"{_CHOICES}AlternateContent":
                self._gather(next(iter(child), child), words)
            elif child.tag in _NO_TEXT:
                words.others.append(_told("文本框", _boxes(child)) or PICTURE)
            elif child.tag == f"{W}sym":
                words.others.append("符号")
            elif child.tag in (f"{_MATH}oMath", f"{_MATH}oMathPara"):
                words.others.append(_told("公式", [child]) or "公式")
            elif child.tag == f"{W}sdt" and _is_placeholder(child):
                words.others.append(_told("占位文字", [child]))
            elif child.tag == f"{W}r":
                self._run(child, words)
            elif isinstance(child.tag, str) and child.tag.startswith(W) and child.tag not in _SKIPPED:
                if child.tag == f"{W}bdo":
                    words.others.append(_told("反向书写的", [child]))
                self._gather(child, words)

    def _run(self, run: etree._Element, words: Gathered) -> None:
        if self._look.is_hidden(run):
            return
        shown = Gathered(others=words.others)
        self._gather(run, shown)
        if self._look.is_unsure(run):
            words.others.append(f"可能不显示的“{''.join(shown.parts)[:20]}”")
        if self._look.is_struck(run):
            words.struck += shown.parts
            return
        by = self._look.raised_by(run)
        words.parts += map(raised if by > 0 else lowered, shown.parts) if by else shown.parts

    def _table(self, table: etree._Element) -> Iterator[Block]:
        if table.find(f".//{W}tc//{W}tbl") is not None:
            for cell in _children(table, "tr", "tc"):
                yield from self.blocks(cell)
            return
        made = self._placed(table)
        if made is not None:
            if self._taker is not None:
                self._taker.end_table()
            yield made

    def _placed(self, table: etree._Element) -> Table | None:
        """The table on its grid; a cell merged downwards is told by its continuations below."""
        listed: list[tuple[int, int, int, str, str]] = []
        continued: set[tuple[int, int]] = set()
        rows = [row for row in _children(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
        for number, row in enumerate(rows[:MOST_ROWS]):
            hidden = is_on(row.find(f"{W}trPr/{W}hidden"))
            column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
            for cell in _children(row, "tc"):
                span = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                text, doubt = self._cell(cell)
                if self._taker is not None:
                    self._taker.cell(cell, number, column, text)
                if merge is not None and value(merge) != "restart" and number:
                    continued.add((number, column))
                else:
                    listed.append(
                        (number, column, span, *(concealed(text, "隐藏行") if hidden else (text, doubt)))
                    )
                column += span
        grid = SpanGrid(len(rows))
        for number, column, span, text, doubt in listed:
            down = 1
            while (number + down, column) in continued:
                down += 1
            grid.put(number, column, text, down, span, doubt=doubt)
        return grid.table()

    def _cell(self, cell: etree._Element) -> tuple[str, str]:
        """A cell's text, paragraph under paragraph, and its doubt."""
        words = Gathered()
        lines = [line for paragraph in _inside(cell) for line in self._lines((paragraph,), words)]
        words.others += filter(
            None, (_told("占位文字", [held]) for held in cell.iter(f"{W}sdt") if _stands_apart(held))
        )
        text = "\n".join(lines)
        around = cell.getparent()
        if around is not None and around.getparent() is not None and _is_placeholder(around.getparent()):
            return "", f"占位文字“{text}”"
        return text, words.doubt(text)


def _goes_on(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph was deleted, or moved away, while changes were tracked."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))


def _inside(cell: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell."""
    for child in cell:
        if child.tag == f"{W}p":
            yield child
        elif child.tag in _WRAPPERS and not _is_placeholder(child):
            yield from _inside(child)


def _is_placeholder(element: etree._Element | None) -> bool:
    """Whether an element is a content control that still shows what is to be typed into it."""
    # Others are not looked into: a table would be searched through once for each of its cells.
    if element is None or element.tag != f"{W}sdt":
        return False
    return is_on(element.find(f"{W}sdtPr/{W}showingPlcHdr"))


def _stands_apart(element: etree._Element) -> bool:
    """Whether a content control that shows what is to be typed holds paragraphs of its own."""
    return _is_placeholder(element) and element.find(f"{W}sdtContent/{W}p") is not None


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in an element, without those inside them; of one kept twice, for old programs too, the first."""
    around = next(element.iterancestors(f"{W}txbxContent"), None)
    for box in element.iter(f"{W}txbxContent"):
        outer = next(box.iterancestors(f"{W}txbxContent"), None)
        if outer is around and next(box.iterancestors(f"{_CHOICES}Fallback"), None) is None:
            yield box


def _told(what: str, elements: Iterable[etree._Element]) -> str:
    """What stands in elements that are no text of the cell, in words; "" where they hold none."""
    said = "".join(
        text.text or "" for element in elements for text in element.iter(f"{W}t", f"{_MATH}t")
    ).strip()
    return f"{what}“{usual(said)[:20]}”" if said else ""


def _children(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children called `names[0]`, or theirs called `names[1]` …; wrappers around them are looked through."""
    for child in parent:
        if child.tag == f"{W}{names[0]}":
            if names[1:]:
                yield from _children(child, *names[1:])
            else:
                yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, *names)


def _number(element: etree._Element | None, default: int) -> int:
    """A small number that an element gives; digits beyond reason are cut off before they are read."""
    said = value(element)[:6]
    return min(int(said), MOST_COLUMNS) if said.isdecimal() else default
