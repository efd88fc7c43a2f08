"""Sets the words of one table cell: broken to the cell's width, with the shapes that official tables have."""

import re
from dataclasses import dataclass
from typing import Final

from export.official import is_flush_left
from export.typeset.faces import Style
from export.typeset.fonts import FontBook
from export.typeset.lines import Line, Measure, Span, set_lines
from model.document import CellRole, TableCell

LEADING: Final = 1.25
"""From base line to base line, in parts of the size."""
PADDING: Final = 2.5
"""Between rule and words, left and right, in pt."""
TIGHT: Final = 1.0
"""Between rule and number, left and right, in pt: six digits of 9 pt must fit into 10.4 mm."""
_LEAD: Final = re.compile(r"（[一二三四五六七八九十]{1,2}）(?=.)")


@dataclass(frozen=True, slots=True)
class CellWords:
    """A cell's lines as set in its width; `left`: flush left with this indent in pt, None: centred."""

    lines: tuple[Line, ...]
    size: float
    left: float | None = None

    @property
    def height(self) -> float:
        """Height of the lines in pt."""
        return len(self.lines) * self.size * LEADING

    @property
    def lonely(self) -> bool:
        """Whether an entry of a list leaves one character alone on its last line."""
        lengths = [len(line.text) for line in self.lines[-2:]]
        return self.left is not None and lengths[-1:] == [1] and lengths[0] > 2


def set_cell(cell: TableCell, width: float, size: float, book: FontBook) -> CellWords:
    """Return the cell's text set into `width` pt (rule to rule); a number is never broken but set smaller."""
    if not cell.text:
        return CellWords((), size)
    if cell.role is CellRole.VALUE:
        natural = book.width(cell.text, Style.SONG, size)
        fitting = min(size, size * (width - 2 * TIGHT) / natural) if natural else size
        return CellWords(_broken(cell.text, width - 2 * TIGHT + 0.01, fitting, book), fitting)
    left = cell.indent * size if is_flush_left(cell) else None
    room = width - 2 * (TIGHT if cell.role is CellRole.HEAD else PADDING) - (left or 0)
    if cell.rowspan > 3 and room < 2.6 * size:
        # One character under the other; the mark after 三 hangs to its right.
        return CellWords(_broken(cell.text, 1.5 * size, size, book), size, (width - size) / 2 - PADDING)
    lead = _LEAD.match(cell.text)
    if left is None and lead and book.width(cell.text, Style.SONG, size) > room:
        head = _broken(lead[0], room, size, book)
        return CellWords((*head, *_broken(cell.text[lead.end() :], room, size, book)), size)
    return CellWords(_broken(cell.text, _pairwise(cell.text, room, size), size, book), size, left)


def _pairwise(text: str, room: float, size: float) -> float:
    """In a column three characters wide an even word is broken in pairs: 法律 / 服务 / 机构."""
    if 3 <= room / size < 4 <= len(text) and len(text) % 2 == 0:
        return 2.5 * size
    return room


def _broken(text: str, width: float, size: float, book: FontBook) -> tuple[Line, ...]:
    return tuple(
        line
        for part in text.split("\n")
        for line in set_lines((Span(part, Style.SONG),), Measure(width, size, size), book)
    )
