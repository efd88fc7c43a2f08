"""Fills pages with strips: what belongs together stays together, tables are cut between rows, pages are numbered."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from export.typeset.faces import Faces
from export.typeset.fonts import FontBook, font_book
from export.typeset.footer import code_squares, code_words, page_number
from export.typeset.pages import HEIGHT, LEFT_EDGE, LINE, TOP_EDGE, Mark, Page, Strip
from export.typeset.paragraphs import (
    caption_strips,
    foot_strips,
    note_strips,
    paragraph_strips,
    signature_strips,
    title_strips,
)
from export.typeset.tables import TableSetting, single_rows
from model.document import Document, Paragraph, Role, Table

_CLOSE: Final = 0.01
_TABLE_GAP: Final = 8.0
"""Least room below a table, in pt."""
_SPARE: Final = 6.0
"""What is left free where a table is cut, in pt: as much as Word needs above it, so that both cut at the same row."""


class Flow:
    """Pages while they are being filled."""

    def __init__(self) -> None:
        self.pages: list[list[Strip]] = [[]]
        self._y = 0.0
        self._held: list[Strip] = []

    def add(self, strips: Iterable[Strip]) -> None:
        """Place strips, each with those before it that must stay with it."""
        for strip in strips:
            self._held.append(strip)
            if not strip.keep:
                self.release()

    def release(self) -> None:
        """Place what is still held back."""
        held, self._held = self._held, []
        if self._after(held) > HEIGHT + _CLOSE:
            self.new_page()
        for strip in held:
            if self._after([strip]) > HEIGHT + _CLOSE:
                self.new_page()
            self._place(strip)

    def new_page(self) -> None:
        """Begin a new page, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
        self._y = 0.0

    def _after(self, strips: Sequence[Strip]) -> float:
        """How far down the page would reach with these strips."""
        y = self._y
        for strip in strips:
            y = (_on_grid(y) if strip.grid else y) + strip.height
        return y

    def _fits_a_page(self, height: float) -> bool:
        """Whether a fresh page has room for what is held and this much more."""
        return sum(strip.height for strip in self._held) + height <= HEIGHT + _CLOSE

    def _place(self, strip: Strip) -> None:
        y = _on_grid(self._y) if strip.grid else self._y
        texts = tuple(text.moved(LEFT_EDGE, TOP_EDGE + y) for text in strip.texts)
        rules = tuple(rule.moved(LEFT_EDGE, TOP_EDGE + y) for rule in strip.rules)
        marks = tuple(replace(mark, y=TOP_EDGE + y) for mark in strip.marks)
        self.pages[-1].append(replace(strip, texts=texts, rules=rules, marks=marks))
        self._y = y + strip.height

    def table(self, setting: TableSetting, mark: Mark, foot: Sequence[Strip] = ()) -> None:
        """Place a table with what is held for it, cut between its pieces where the page ends.

        The last piece keeps the table's foot below it. A single piece that a page cannot hold with all that is held
        for it and the foot is cut between its rows.
        """
        below = sum(strip.height for strip in foot)
        pieces = list(setting.pieces)
        if len(pieces) == 1 and not self._fits_a_page(setting.height(range(setting.table.rows)) + below):
            pieces = single_rows(pieces[0])
        wanted = setting.height([*setting.head, *(pieces[0] if pieces else ())])
        wanted += below if len(pieces) == 1 else _SPARE
        if self._after(self._held) + wanted > HEIGHT + _CLOSE:
            self.new_page()
        self.release()
        while True:
            rows = list(setting.head)
            while pieces:
                room = HEIGHT + _CLOSE - self._y - (below if len(pieces) == 1 else _SPARE)
                if len(rows) > len(setting.head) and setting.height([*rows, *pieces[0]]) > room:
                    break
                rows += pieces.pop(0)
            self._place(replace(setting.strip(rows), marks=(mark,)))
            if not pieces:
                self._held += foot
                self.release()
                self._y += _TABLE_GAP
                return
            self.new_page()


def _on_grid(y: float) -> float:
    """The next line of the grid at or below `y`; a line that a table touches is left blank."""
    return -(-(y - _CLOSE) // LINE) * LINE


def set_pages(document: Document, faces: Faces, check_code: str = "") -> tuple[Page, ...]:
    """Return the document's pages, at least one, with the check code at their foot if there is one.

    Raises FaceUnusable when a typeface cannot be read.
    """
    book = font_book(faces)
    flow = Flow()
    blocks = document.blocks
    at = 0
    while at < len(blocks):
        block = blocks[at]
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(block, Table):
            _add_table(flow, block, book, at)
        elif block.role is Role.SIGNATURE:
            signers = _run_of(blocks[at:])
            flow.add(signature_strips(signers, book, at))
            at += len(signers) - 1
        elif block.role is Role.TITLE:
            flow.add(title_strips(document, block.text, book, at))
        elif block.role is Role.NOTE:
            flow.add(note_strips(block, book, at))
        else:
            follows_heading = at > 0 and _is_heading(blocks[at - 1])
            signed = isinstance(after, Paragraph) and after.role is Role.SIGNATURE
            flow.add(_kept(list(paragraph_strips(block, book, at)), follows_heading, signed))
        at += 1
    flow.release()
    return tuple(_page(number, strips, book, check_code) for number, strips in enumerate(flow.pages, 1))


def _run_of(blocks: Sequence[Paragraph | Table]) -> list[Paragraph]:
    """The signature's paragraphs at the beginning of these blocks."""
    run: list[Paragraph] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or block.role is not Role.SIGNATURE:
            break
        run.append(block)
    return run


def _is_heading(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and block.role in (Role.HEADING1, Role.HEADING2, Role.HEADING3)


def _kept(strips: list[Strip], follows_heading: bool, signed: bool) -> list[Strip]:
    """A paragraph's lines: the first two stay below a heading, the last two stay above a signature."""
    kept = {0} if follows_heading and len(strips) > 1 else set()
    if signed:
        kept |= {len(strips) - 2, len(strips) - 1}
    return [replace(strip, keep=True) if number in kept else strip for number, strip in enumerate(strips)]


def _add_table(flow: Flow, table: Table, book: FontBook, block: int) -> None:
    if table.caption:
        flow.release()
        flow.new_page()
        flow.add(caption_strips(table.caption, book, block))
    flow.table(TableSetting(table, book), Mark(0, block), tuple(foot_strips(table.foot, book)))


def _page(number: int, strips: Sequence[Strip], book: FontBook, check_code: str) -> Page:
    texts = [text for strip in strips for text in strip.texts]
    rules = [rule for strip in strips for rule in strip.rules]
    marks = [mark for strip in strips for mark in strip.marks]
    if check_code:
        texts += code_words(number, check_code, book)
        rules += code_squares(number, check_code)
    return Page(number, (*texts, *page_number(number, book)), tuple(rules), tuple(marks))
