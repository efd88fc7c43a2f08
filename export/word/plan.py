"""What the PDF's pages tell the Word file: how its tables are set and cut, and where a page ends early."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from export.typeset.faces import embedded_faces
from export.typeset.filling import Part, Placed
from export.typeset.flow import Paging, lay_out
from export.typeset.fonts import font_book
from export.typeset.pages import HEIGHT, LINE, Mark
from export.typeset.paragraphs import paragraph_lines, spans_of
from export.typeset.tables import TableSetting
from export.word.tracking import is_ragged, tracking
from model.document import Block, Document, Paragraph, Role

_TRACKED: Final = frozenset((Role.BODY, Role.HEADING1, Role.HEADING2, Role.HEADING3))
ROOM_ABOVE: Final = 5.0
"""Room between a heading and its table in pt: Word sets words low in their line, where the PDF sets them high."""


_NARROWLY: Final = 2 * LINE
"""Room below a signature that just fits, in pt."""


@dataclass(frozen=True, slots=True)
class TablePlan:
    """How a table is set. `heights` of its rows and the room `below` it in pt; `cuts`: the rows that begin a page."""

    setting: TableSetting
    heights: tuple[float, ...]
    cuts: frozenset[int]
    below: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The plans of the tables by block, and the blocks that begin a page although the one before has room for a line.

    `pulled` are the paragraphs taken along to a page so that the signature does not stand there alone;
    `tracking`: what the characters of a block's paragraph are narrowed by, in 1/20 pt; `ragged` are those set flush left.
    """

    tables: Mapping[int, TablePlan]
    early: frozenset[int]
    pulled: frozenset[int]
    tracking: Mapping[int, int]
    ragged: frozenset[int]


def plan_of(document: Document, paging: Paging) -> Plan:
    """Return what the pages in the embedded faces tell. Raises FaceUnusable."""
    book = font_book(embedded_faces())
    pages = lay_out(document, book, paging)
    parts: dict[int, list[Part]] = {}
    below: dict[int, float] = {}
    for page in pages:
        for placed, after in zip(page, (*page[1:], None), strict=True):
            if isinstance(placed.item, Part):
                parts.setdefault(placed.item.mark.block, []).append(placed.item)
                below[placed.item.mark.block] = _below(placed, after)
    tables = {block: _table_plan(of_block, below[block]) for block, of_block in parts.items()}
    running = {
        at: block
        for at, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and block.role in _TRACKED
    }
    tracked = {
        at: tracking(spans_of(block), len(paragraph_lines(block, book)), book)
        for at, block in running.items()
    }
    ragged = (at for at, block in running.items() if is_ragged(spans_of(block), tracked[at], book))
    return Plan(
        tables,
        frozenset(_early(pages)),
        frozenset(_pulled(document, pages)),
        tracked,
        frozenset(ragged),
    )


def _below(placed: Placed, after: Placed | None) -> float:
    """The room from a table's last row to what stands below it; none where that begins a page."""
    if after is None:
        return 0.0
    return after.y - placed.y - placed.item.height - (ROOM_ABOVE if placed.y else 0.0)


def _table_plan(parts: Sequence[Part], below: float) -> TablePlan:
    heights: dict[int, float] = {}
    for part in parts:
        # What stands above the table and is not the heading's line is taken from rows that were stretched.
        spared = min(part.extra, ROOM_ABOVE / len(part.rows))
        for row, height in zip(part.rows, part.setting.heights(part.rows), strict=True):
            heights.setdefault(row, height + part.extra - spared)
    head = len(parts[0].setting.head)
    cuts = frozenset(part.rows[head] for part in parts[1:])
    return TablePlan(parts[0].setting, tuple(heights[row] for row in sorted(heights)), cuts, below)


def _early(pages: Sequence[Sequence[Placed]]) -> set[int]:
    """The blocks that begin a page after one that has room for a line."""
    early: set[int] = set()
    for before, page in pairwise(pages):
        room = HEIGHT - before[-1].y - before[-1].item.height
        first = page[0].item
        marks = _marks(page[0])
        continued = isinstance(first, Part) and first.rows[0] != 0
        if room >= LINE and marks and not continued:
            early.add(marks[0].block)
    return early


def _pulled(document: Document, pages: Sequence[Sequence[Placed]]) -> Iterator[int]:
    """The last paragraph, where it was taken along with the signature although the page before has room for a line.

    All of it, below its headings, or its last lines. And where the signature just fits its page: were it pushed off, it
    should not stand alone.
    """
    blocks = document.blocks
    signed = next((at for at, block in enumerate(blocks) if _is(block, Role.SIGNATURE)), 0)
    for before, page in pairwise(pages):
        room = HEIGHT - before[-1].y - before[-1].item.height
        marks = [mark.block for placed in page for mark in _marks(placed)]
        above = marks[: marks.index(signed)] if signed in marks else [signed]
        headings = all(_is(blocks[at], Role.HEADING1, Role.HEADING2, Role.HEADING3) for at in above[:-1])
        whole = above[-1:] == [signed - 1]
        if room >= LINE and headings and (whole or not above):
            yield signed - 1
    if pages[-1] and HEIGHT - pages[-1][-1].y - pages[-1][-1].item.height < _NARROWLY:
        yield signed - 1


def _marks(placed: Placed) -> tuple[Mark, ...]:
    return (placed.item.mark,) if isinstance(placed.item, Part) else placed.item.marks


def _is(block: Block, *roles: Role) -> bool:
    return isinstance(block, Paragraph) and block.role in roles
