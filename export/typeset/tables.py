"""Sets a table: type size, row heights, rules; whole or cut between rows, with heads and group labels repeated."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cached_property, lru_cache
from itertools import pairwise
from math import fsum
from typing import Final

from export.typeset.cells import LEADING, PADDING, CellWords, set_cell
from export.typeset.fonts import FontBook
from export.typeset.pages import HEIGHT, LINE, WIDTH, Owner, Rule, Strip, Text
from export.typeset.paragraphs import placed
from model.document import CellRole, Table, TableCell

_SIZES: Final = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
_SMALL_SIZES: Final = (10.5, 9.5, 9.0)
"""What a table is set in to share a page with what stands before or after it."""
_LONG: Final = 20
"""A table of more rows is dense: set in 10.5 pt at most, its rows close together."""
_DENSEST: Final = 10.5
_OUTER: Final = 1.0
_INNER: Final = 0.5
_ROOMY: Final = 1.9
"""Least height of a row, in parts of the size."""
_TIGHT: Final = 1.55
"""The same in a table that is long or must fit its page."""
_ABOVE: Final = 1.5
"""Least room between rule and words, above and below, in pt."""
MOST_EXTRA: Final = 7.0
"""What a row may gain at most where a table is stretched to fill its page, in pt."""
CLOSE: Final = 0.01
"""Lengths in pt that differ by less are the same: sums of many differ by rounding."""
_SMALLER: Final = 0.06
"""What a table set a point smaller than it could be weighs, in pages left blank."""
_TIGHTER: Final = 0.05
"""The same for rows set closer."""


class Cut(Enum):
    """Where a table may be cut."""

    NOWHERE = auto()  # unless no page can hold it
    BANDS = auto()  # between its bands, each of which has a head of its own
    ROWS = auto()


class TableSetting:
    """A table at one type size, its rows roomy or close; `size` and `close` left out, as large as is good.

    That is the largest size, from 12 down to 9 pt, that its columns, its page and good looks allow.
    """

    def __init__(
        self, table: Table, book: FontBook, size: float | None = None, *, close: bool = False
    ) -> None:
        self.table = table
        self._book = book
        widths = table.widths or (1.0,) * table.columns
        scale = (WIDTH - _OUTER) / fsum(widths)
        self._x = [_OUTER / 2]
        for width in widths:
            self._x.append(self._x[-1] + width * scale)
        self.close = close or table.own_page or table.rows > _LONG
        self._choose_size((size,) if size else None)

    def _choose_size(self, wanted: Sequence[float] | None) -> None:
        sizes = wanted or [size for size in _SIZES if size <= _DENSEST or self.table.rows <= _LONG]
        wishes = [(size, True) for size in sizes] + [(size, False) for size in sizes]
        for size, neat in wishes:
            self.size = size
            self._words = {
                (cell.row, cell.column): set_cell(cell, self.width(cell), size, self._book)
                for cell in self.table.cells
            }
            self._needs = self._wants()
            if self._holds() and not (neat and self._lonely):
                break

    @property
    def _lonely(self) -> bool:
        """Whether an entry of a list leaves one character alone; sentences may, they would else be set too small."""
        return any(
            self._words[cell.row, cell.column].lonely
            for cell in self.table.cells
            if cell.role is not CellRole.PROSE
        )

    def weight(self, best: "TableSetting") -> float:
        """Return how much worse than at its `best` the table looks, in pages left blank."""
        return _SMALLER * (best.size - self.size) + _TIGHTER * (self.close and not best.close)

    def _wants(self) -> dict[range, float]:
        """The height in pt that words want of the rows over which their cell reaches."""
        most: dict[range, float] = {}
        for cell in self.table.cells:
            rows = range(cell.row, cell.row + cell.rowspan)
            most[rows] = max(most.get(rows, 0.0), self._words[cell.row, cell.column].height + 2 * _ABOVE)
        return most

    @property
    def _page(self) -> float:
        """What a page has left below the section's heading."""
        return HEIGHT - LINE - _OUTER

    def _holds(self) -> bool:
        values = [cell for cell in self.table.cells if cell.role is CellRole.VALUE]
        if any(self._words[cell.row, cell.column].size < self.size and cell.text for cell in values):
            return False
        return not self.table.own_page or self._fits(range(self.table.rows))

    def _fits(self, rows: Sequence[int]) -> bool:
        """Whether a page can hold these rows below the section's heading."""
        return fsum(self.heights(rows)) <= self._page + CLOSE

    def width(self, cell: TableCell) -> float:
        """Return a cell's width in pt."""
        return self._x[min(cell.column + cell.colspan, self.table.columns)] - self._x[cell.column]

    def words(self, cell: TableCell) -> CellWords:
        """Return how a cell's words are set."""
        return self._words[cell.row, cell.column]

    @property
    def head(self) -> range:
        """The rows that are repeated on every page."""
        return range(self.table.head_rows)

    def pieces(self, cut: Cut) -> tuple[range, ...]:
        """Return the rows below the head in pieces that are not cut.

        One piece, where a page can hold the table below a heading and it is to be cut nowhere. Else a table with bands
        is cut between them; what no page can hold is in pieces of one row.
        """
        first, end = len(self.head), self.table.rows
        whole = cut is Cut.NOWHERE and self._fits(range(end))
        bands = () if whole else self._bands
        pieces = [range(start, stop) for start, stop in pairwise((first, *bands, end))]
        single = cut is Cut.ROWS and not bands
        return tuple(
            part
            for piece in pieces
            for part in (
                [piece] if self._fits([*self.head, *piece]) and not single else self.single_rows(piece)
            )
        )

    def single_rows(self, rows: range) -> list[range]:
        """Return pieces of one row each; rows in which no cell begins, as below a place to sign, stay with those above."""
        begun = {cell.row for cell in self.table.cells}
        starts = [row for row in rows if row in begun or row == rows[0]]
        return [range(start, stop) for start, stop in pairwise((*starts, rows.stop))]

    @cached_property
    def _bands(self) -> tuple[int, ...]:
        """The rows at which the second band and those after it begin."""
        first = len(self.head)
        return tuple(
            sorted({cell.row for cell in self.table.cells if cell.role is CellRole.BAND and cell.row > first})
        )

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """Where the table can be cut that a page can hold: tables of few rows nowhere."""
        if self._bands:
            return (Cut.NOWHERE, Cut.BANDS)
        return (Cut.NOWHERE, Cut.ROWS) if self.table.rows > _LONG else (Cut.NOWHERE,)

    def height(self, rows: Sequence[int]) -> float:
        """Return the height of these rows with their rules, in pt."""
        return fsum(self.heights(rows)) + _OUTER

    def heights(self, rows: Sequence[int]) -> list[float]:
        """Return the heights of these rows in pt: as single cells need, then more where a merged cell needs it."""
        least = (_TIGHT if self.close else _ROOMY) * self.size
        heights = dict.fromkeys(rows, least)
        merged = []
        for wanting, need in self._needs.items():
            spanned = [row for row in wanting if row in heights]
            if len(spanned) == 1:
                heights[spanned[0]] = max(heights[spanned[0]], need)
            elif spanned:
                merged.append((spanned, need))
        for spanned, need in merged:
            lack = need - fsum(heights[row] for row in spanned)
            if lack > 0:
                for row in spanned:
                    heights[row] += lack / len(spanned)
        return [heights[row] for row in rows]

    def strip(self, rows: Sequence[int], extra: float = 0.0, block: int = 0) -> Strip:
        """Return these rows, each `extra` pt higher, as one strip; a merged cell that is cut shows its words in each part.

        Words that are repeated belong to the page, not to the table, which is the document's `block`.
        """
        tops = [_OUTER / 2]
        for height in self.heights(rows):
            tops.append(tops[-1] + height + extra)
        place = {row: number for number, row in enumerate(rows)}
        body = rows[len(self.head)] if len(rows) > len(self.head) else 0
        first = body if body > len(self.head) else 0
        texts: list[Text] = []
        across: set[tuple[int, int]] = set()
        down: set[tuple[int, int]] = set()
        for cell in self.table.cells:
            spanned = [place[row] for row in range(cell.row, cell.row + cell.rowspan) if row in place]
            if not spanned:
                continue
            columns = range(cell.column, min(cell.column + cell.colspan, self.table.columns))
            top, bottom = spanned[0], spanned[-1] + 1
            owner = Owner(block, "", cell.row, cell.column) if cell.row >= first else None
            texts += self._set_words(cell, tops[top], tops[bottom], owner)
            across.update((top, column) for column in columns if top)
            down.update((cell.column, row) for row in range(top, bottom) if cell.column)
        rules = (
            *self._frame(tops[-1]),
            *self._inner(across, self._x, tops, False),
            *self._inner(down, tops, self._x, True),
        )
        return Strip(tops[-1] + _OUTER / 2, tuple(texts), rules, grid=False)

    def _set_words(self, cell: TableCell, top: float, bottom: float, owner: Owner | None) -> Iterator[Text]:
        words = self.words(cell)
        leading = words.size * LEADING
        y = (top + bottom - words.height + leading - words.size) / 2
        for line in words.lines:
            if words.left is None:
                x = self._x[cell.column] + (self.width(cell) - line.width) / 2
            else:
                x = self._x[cell.column] + PADDING + words.left
            yield from placed(line, x, y, words.size, owner)
            y += leading

    def _frame(self, bottom: float) -> Iterator[Rule]:
        left, right, half = self._x[0], self._x[-1], _OUTER / 2
        for y in (half, bottom):
            yield Rule(left - half, y, right + half, y, _OUTER)
        for x in (left, right):
            yield Rule(x, half, x, bottom, _OUTER)

    @staticmethod
    def _inner(
        edges: set[tuple[int, int]], along: Sequence[float], at: Sequence[float], upright: bool
    ) -> Iterator[Rule]:
        """Edges (line, place along it), joined into rules as long as they reach."""
        for line, start in sorted(edges):
            if (line, start - 1) in edges:
                continue
            end = start + 1
            while (line, end) in edges:
                end += 1
            if upright:
                yield Rule(at[line], along[start], at[line], along[end], _INNER)
            else:
                yield Rule(along[start], at[line], along[end], at[line], _INNER)


@lru_cache(maxsize=64)
def settings_of(table: Table, book: FontBook) -> tuple[TableSetting, ...]:
    """Return the ways to set a table, from the best-looking one to the one that takes least room.

    They are remembered: a table that is shown again after an edit elsewhere has not changed.
    """
    best = TableSetting(table, book)
    smaller = [size for size in _SMALL_SIZES if size < best.size]
    close = [] if best.close else [best.size]
    return (best, *(TableSetting(table, book, size, close=True) for size in [*close, *smaller]))
