"""Lays a document out on pages: what belongs together stays together, of several ways the one that loses least."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from math import fsum
from typing import Final

from export.typeset.draft import draft_words
from export.typeset.faces import Faces
from export.typeset.filling import Filling, Placed
from export.typeset.fonts import FontBook, font_book
from export.typeset.footer import code_squares, code_words, page_number
from export.typeset.pages import Mark, Page, Strip, Text
from export.typeset.paragraphs import (
    caption_strips,
    foot_strips,
    note_strips,
    paragraph_strips,
    signature_strips,
    title_strips,
)
from export.typeset.tables import Cut, TableSetting, settings_of
from model.document import Block, Document, Paragraph, Role, Table

_WAYS: Final = 8
"""How many ways to lay out what stands before a table are followed at once."""
_LEAD: Final = 10
"""So many lines, a section's heading among them, are tried on one page with the table to which they lead."""
_APART: Final = 0.2
"""What it weighs that they are not, in pages left blank."""
_WHOLE: Final = 3
"""A paragraph of so many lines above a signature stays whole."""
_HEADINGS: Final = (Role.HEADING1, Role.HEADING2, Role.HEADING3)
"""The highest first."""


class Paging(StrEnum):
    """What comes first where a table does not fit the rest of a page."""

    WHOLE = "whole"
    """The table: it begins a new page, if need be; one with bands is cut between them where that saves much paper."""
    SAVING = "saving"
    """The paper: every table begins where the text before it ends."""


def set_pages(
    document: Document,
    faces: Faces,
    check_code: str = "",
    paging: Paging = Paging.WHOLE,
    *,
    draft: bool = False,
) -> tuple[Page, ...]:
    """Return the document's pages, at least one, with the check code at their foot if there is one.

    `draft`: their head says that the report cannot be filed yet. Raises FaceUnusable when a typeface cannot be read.
    """
    book = font_book(faces)
    pages = lay_out(document, book, paging)
    head = draft_words(book) if draft else ()
    return tuple(_page(number, placed, book, check_code, head) for number, placed in enumerate(pages, 1))


def lay_out(
    document: Document, book: FontBook, paging: Paging = Paging.WHOLE
) -> tuple[tuple[Placed, ...], ...]:
    """Return what stands where on the document's pages.

    Each table is tried in all its settings and cuts; of those that reach the same place the best one is followed
    (dynamic programming). The last page may be as empty as it is.
    """
    ways = [Filling()]
    blocks = document.blocks
    at = 0
    apart = 0.0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Table):
            signers = _run_of(blocks[at + 1 :])
            signed = signature_strips(signers, book, at + 1) if signers else ()
            ways = _with_table(ways, block, book, at, paging, apart, tuple(signed))
            at, apart = at + 1 + len(signers), 0.0
            continue
        led = _led_to(blocks, at)
        stretches = [_strips(document, place, book) for place in (range(at, led) if led else (at,))]
        together = [replace(strip, keep=True) for strips in stretches for strip in strips]
        held = [way.copy() for way in ways] if led and len(together) <= _LEAD else []
        for way in ways:
            for strips in stretches:
                way.add(strips)
        for way in held:
            way.add(together)
        ways += held
        apart = _APART if held else 0.0
        at = led or at + (len(_run_of(blocks[at:])) or 1)
    for way in ways:
        way.release()
    return min(ways, key=_lost).pages


def _led_to(blocks: Sequence[Block], heading: int) -> int:
    """Where the table stands to which a section's heading and the sentences below it lead; 0 if there is none."""
    if not _is(blocks[heading], Role.HEADING1):
        return 0
    for at, block in enumerate(blocks[heading + 1 :], heading + 1):
        if isinstance(block, Table):
            return at if at > heading + 1 and not block.caption else 0
        if block.role in (Role.HEADING1, Role.SIGNATURE):
            return 0
    return 0


def _strips(document: Document, at: int, book: FontBook) -> list[Strip]:
    """A paragraph's lines with what they ask of each other; all of a signature where it begins."""
    blocks = document.blocks
    block = blocks[at]
    if isinstance(block, Table):
        return []
    if block.role is Role.SIGNATURE:
        return list(signature_strips(_run_of(blocks[at:]), book, at))
    if block.role is Role.TITLE:
        return list(title_strips(document, block.text, book, at))
    if block.role is Role.NOTE:
        return list(note_strips(block, book, at))
    follows_heading = at > 0 and _is(blocks[at - 1], *_HEADINGS)
    signed = at + 1 < len(blocks) and _is(blocks[at + 1], Role.SIGNATURE)
    lines = paragraph_strips(block, book, at, kept=leads(blocks, at))
    return _kept(list(lines), follows_heading, signed)


def leads(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block is a heading that leads to what follows, and stays with it.

    One below which nothing is written, as in a blank form, does not: the next heading is not below it. Were they kept
    together, all headings of such a form would leave their page for the last of them.
    """
    block, after = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or block.role not in _HEADINGS:
        return False
    higher = _HEADINGS[: _HEADINGS.index(block.role) + 1]
    return after is None or not _is(after, *higher)


def _lost(way: Filling) -> float:
    return way.lost


def _with_table(
    ways: Sequence[Filling],
    table: Table,
    book: FontBook,
    block: int,
    paging: Paging,
    apart: float,
    signed: Sequence[Strip],
) -> list[Filling]:
    """The best ways to go on with this table, by the place that they reach.

    `apart`: what it weighs that the table begins a page and what leads to it stands on the one before; what leads to it
    is not held for a table that would be torn for its sake. `signed`: the signature right below, which is kept with the
    last rows; the table may be torn for it, where else it would leave half a page blank.
    """
    mark, foot = Mark(0, block), (*foot_strips(table.foot, book, block), *signed)
    title = tuple(caption_strips(table.caption, book, block)) if table.caption else ()
    best: dict[tuple[int, float], Filling] = {}
    for way in ways:
        for setting, cut, weight in _choices(table, book, rows=bool(signed) or paging is Paging.SAVING):
            if cut is Cut.NOWHERE and apart and way.holds and not way.fits_a_page(_whole(setting, foot)):
                continue
            tried = way.copy()
            if title:
                tried.release()
                tried.new_page()
                tried.add(title)
            tried.table(setting, cut, mark, foot, apart)
            tried.lost += weight
            known = best.get(tried.reached)
            if known is None or tried.lost < known.lost:
                best[tried.reached] = tried
    return sorted(best.values(), key=_lost)[:_WAYS]


def _whole(setting: TableSetting, foot: Sequence[Strip]) -> float:
    return setting.height(range(setting.table.rows)) + fsum(strip.height for strip in foot)


def _choices(table: Table, book: FontBook, *, rows: bool) -> Iterator[tuple[TableSetting, Cut, float]]:
    """The settings and cuts of a table with what they weigh, the plainest first; `rows`: it may be cut between any two."""
    settings = settings_of(table, book)
    for setting in settings:
        for cut in setting.cuts:
            if cut is not Cut.ROWS or rows:
                yield setting, cut, setting.weight(settings[0])


def _run_of(blocks: Sequence[Paragraph | Table]) -> list[Paragraph]:
    """The signature's paragraphs at the beginning of these blocks."""
    run: list[Paragraph] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or block.role is not Role.SIGNATURE:
            break
        run.append(block)
    return run


def _is(block: Block, *roles: Role) -> bool:
    return isinstance(block, Paragraph) and block.role in roles


def _kept(strips: list[Strip], follows_heading: bool, signed: bool) -> list[Strip]:
    """A paragraph's lines: the first two stay below a heading, the last two stay above a signature.

    Of three lines none is left behind alone.
    """
    kept = {0} if follows_heading and len(strips) > 1 else set()
    if signed and len(strips) <= _WHOLE:
        kept = set(range(len(strips)))
    elif signed:
        kept |= {len(strips) - 2, len(strips) - 1}
    return [replace(strip, keep=True) if number in kept else strip for number, strip in enumerate(strips)]


def _page(
    number: int, placed: Sequence[Placed], book: FontBook, check_code: str, head: tuple[Text, ...]
) -> Page:
    strips = [item.strip for item in placed]
    texts = [text for strip in strips for text in strip.texts]
    rules = [rule for strip in strips for rule in strip.rules]
    marks = [mark for strip in strips for mark in strip.marks]
    if check_code:
        texts += code_words(number, check_code, book)
        rules += code_squares(number, check_code)
    return Page(number, (*texts, *page_number(number, book), *head), tuple(rules), tuple(marks))
