"""Where the tiles of a grid lie, in device-independent pixels: column widths, row heights, what is frozen."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil
from typing import Final

from PySide6.QtCore import QRect

from model.form import Shape
from ui.grid.sheet import Kind, Sheet, Tile
from ui.grid.words import Faces, Words, fit, stacked

PAD: Final = 6
"""Between the edge of a tile and its words at 100 %."""

_VERTICAL: Final = 2.4  # widths in em
_USUAL_NUMBER: Final = 7.6
_WIDEST_NUMBER: Final = 10.0
_WIDE_NUMBER: Final = 13.0  # in tables with few columns
_WIDE_LABEL: Final = 20.0
_UNIT: Final = 5.0  # a column of words among the numbers
_FEW: Final = 4  # columns of numbers
_AIR: Final = 0.7
_WORDS: Final = frozenset({Kind.CORNER, Kind.BAND, Kind.HEAD, Kind.LABEL})


@dataclass(frozen=True, slots=True)
class _Least:
    """How narrow the columns of a table of many may be, in em."""

    group: float
    label: float
    number: float
    grouped: float
    """In the table of one row and many columns."""


_ROOMY: Final = _Least(group=6.0, label=13.0, number=7.0, grouped=5.0)
_TIGHT: Final = _Least(group=5.0, label=9.0, number=4.0, grouped=2.6)
"""Beside the preview, or on a small screen: rather than to have the table scroll sideways."""
_DENSE: Final = _Least(group=4.5, label=7.5, number=2.6, grouped=2.2)
"""With numbers in the small typeface, and where else the table would scroll sideways: then it is seen whole after all."""

_USUAL_DIGITS: Final = 5
_USUAL_DIGITS_GROUPED: Final = 3
"""Columns are not narrower than for numbers of so many digits: the first long one would move all others."""
_DENSE_DIGITS: Final = 3
"""Where the table would scroll sideways else."""


class Geometry:
    """The places of a sheet's tiles for one typeface, one size of the view and numbers of so many digits.

    `x` and `y` are the edges of columns and rows, from 0 to the whole width and height.
    """

    def __init__(self, sheet: Sheet, faces: Faces, width: int, height: int, digits: int = 0) -> None:
        self.sheet = sheet
        self.faces = faces
        self.pad = max(3, round(faces.em * PAD / 13))
        self.is_dense = False
        """Whether the columns have room for small figures alone."""
        self.x = [0, *accumulate(self._widths(width, digits))]
        self.words = {tile: self._words(tile) for tile in sheet.tiles if tile.kind in _WORDS and tile.text}
        self.y = [0, *accumulate(self._row_heights(height))]
        self._rects = {tile: self._rect(tile) for tile in sheet.tiles}
        self.frozen_width = self.x[sheet.label_columns]
        self.frozen_height = self.y[sheet.head_rows]

    def _widths(self, width: int, digits: int) -> Sequence[int]:
        """The roomiest columns that are in sight together; where none are, numbers keep their size and the table scrolls."""
        tight = self._tight(digits)
        scrolling: Sequence[int] = ()
        dense = self._dense(digits)
        for least in (_ROOMY, tight, dense):
            widths = _column_widths(self.sheet, self.faces, width, self.pad, least)
            if sum(widths) <= width:
                self.is_dense = least is dense
                return widths
            if least is tight:
                scrolling = widths
        return scrolling

    def _dense(self, digits: int) -> _Least:
        """The narrowest columns in which the small typeface has room for numbers of so many digits."""
        number = (self.faces.small_width("0" * max(digits, _DENSE_DIGITS)) + 2 * self.pad) / self.faces.em
        return replace(_DENSE, number=max(_DENSE.number, number), grouped=max(_DENSE.grouped, number))

    def _tight(self, digits: int) -> _Least:
        """The narrowest columns in which numbers of so many digits are seen whole."""
        number, grouped = (
            (self.faces.width("0" * max(digits, usual)) + 2 * self.pad) / self.faces.em
            for usual in (_USUAL_DIGITS, _USUAL_DIGITS_GROUPED)
        )
        return replace(
            _TIGHT,
            number=min(max(_TIGHT.number, number), _ROOMY.number),
            grouped=min(max(_TIGHT.grouped, grouped), _ROOMY.number),
        )

    @property
    def width(self) -> int:
        """Width of the whole table."""
        return self.x[-1]

    @property
    def height(self) -> int:
        """Height of the whole table."""
        return self.y[-1]

    def rect(self, tile: Tile) -> QRect:
        """Where a tile lies in the unscrolled table."""
        return self._rects[tile]

    def _rect(self, tile: Tile) -> QRect:
        left, top = self.x[tile.column], self.y[tile.row]
        return QRect(left, top, self.x[tile.right + 1] - left, self.y[tile.bottom + 1] - top)

    def column_at(self, x: int) -> int:
        """The column at a horizontal place, the first or last one beyond the edges."""
        return min(max(bisect_right(self.x, x) - 1, 0), self.sheet.columns - 1)

    def row_at(self, y: int) -> int:
        """The row at a vertical place, the first or last one beyond the edges."""
        return min(max(bisect_right(self.y, y) - 1, 0), self.sheet.rows - 1)

    def indent(self, tile: Tile) -> int:
        """How far the words of a label are moved in."""
        return round(tile.indent * self.faces.em)

    def _words(self, tile: Tile) -> Words:
        if is_vertical(self.sheet, tile):
            return stacked(tile.text)
        room = self.x[tile.right + 1] - self.x[tile.column] - 2 * self.pad - self.indent(tile)
        return fit(tile.text, room, self.faces)

    def _row_heights(self, height: int) -> Sequence[int]:
        """Dense rows, with more air where the view has room for all of them."""
        dense = ceil(self.faces.line) + self.pad - 1
        roomy = dense + round(_AIR * self.faces.em)
        usual = min(max(height // self.sheet.rows, dense), roomy)
        heights = [usual] * self.sheet.rows
        for tile, words in self.words.items():
            if tile.rowspan == 1:
                heights[tile.row] = max(heights[tile.row], ceil(self.faces.height(words)) + 4)
        return heights


def is_vertical(sheet: Sheet, tile: Tile) -> bool:
    """Whether the words of a label stand one above another: the outermost of three label columns."""
    return (
        tile.kind is Kind.LABEL
        and sheet.label_columns > 2
        and tile.column == 0
        and tile.colspan == 1
        and tile.rowspan >= len(tile.text)
    )


def _column_widths(sheet: Sheet, faces: Faces, width: int, pad: int, least: _Least) -> Sequence[int]:
    """Widths that fill the view where that is sensible: numbers are not torn apart, labels not cut short."""
    em = faces.em
    if sheet.table.shape is Shape.GROUPS:
        return _shared(width, sheet.columns, ceil(least.grouped * em), round(_WIDEST_NUMBER * em))
    outer = [round(_VERTICAL * em), round(least.group * em)][: max(sheet.label_columns - 1, 0)]
    first = len(outer)
    units = _unit_columns(sheet, first)
    numbers = sheet.columns - first - 1 - len(units)
    longest = ceil(max((_natural(tile, faces, pad) for tile in _inner(sheet, first)), default=0))
    if numbers > _FEW:
        usual, widest = round(min(_USUAL_NUMBER, least.number + 0.6) * em), round(_WIDEST_NUMBER * em)
    else:
        usual = widest = round(_WIDE_NUMBER * em)
        longest = max(longest, round(_WIDE_LABEL * em))
    rest = width - sum(outer) - len(units) * round(_UNIT * em)
    label = min(longest, max(round(least.label * em), rest - numbers * usual))
    shares = iter(_shared(rest - label, numbers, ceil(least.number * em), widest))
    others = (round(_UNIT * em) if c in units else next(shares) for c in range(first + 1, sheet.columns))
    return [*outer, label, *others]


def _unit_columns(sheet: Sheet, first: int) -> set[int]:
    """The columns right of the labels in which no number stands."""
    places = {place for tile in sheet.numbers for place in range(tile.column, tile.right + 1)}
    return set(range(first + 1, sheet.columns)) - places


def _inner(sheet: Sheet, column: int) -> Sequence[Tile]:
    """The labels of the innermost label column, which decide on its width."""
    return [
        tile
        for tile in sheet.tiles
        if tile.kind in _WORDS and tile.column == column and tile.colspan == 1 and tile.row >= sheet.head_rows
    ]


def _natural(tile: Tile, faces: Faces, pad: int) -> float:
    return faces.width(tile.text) + 2 * pad + tile.indent * faces.em + 1


def _shared(width: int, columns: int, least: int, most: int) -> Sequence[int]:
    """`width` shared out evenly, within limits for each column; left-over pixels go to the first ones."""
    if columns * least >= width:
        return [least] * columns
    if columns * most <= width:
        return [most] * columns
    each, over = divmod(width, columns)
    return [each + (number < over) for number in range(columns)]
