"""The cursor and the selected block, and how keys move them: steps, jumps to the edge of the data, order of entry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ui.grid.sheet import Kind, Sheet, Tile

Filled: TypeAlias = Callable[[Tile], bool]
"""Tells whether something stands in a tile."""


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of rows and columns, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Selection:
    """The tile under the cursor, and the one from which the selected block reaches to it."""

    cursor: Tile
    anchor: Tile

    @property
    def block(self) -> Block:
        """The rows and columns between the two."""
        return Block(
            min(self.cursor.row, self.anchor.row), min(self.cursor.column, self.anchor.column),
            max(self.cursor.bottom, self.anchor.bottom), max(self.cursor.right, self.anchor.right),
        )  # fmt: skip

    def tiles(self, sheet: Sheet) -> tuple[Tile, ...]:
        """The selected numbers in reading order; the cursor's alone when nothing more is selected."""
        if self.cursor is self.anchor:
            return (self.cursor,)
        block = self.block
        return sheet.within(block.top, block.left, block.bottom, block.right)


def step(sheet: Sheet, tile: Tile, down: int, right: int) -> Tile:
    """Return the next number in a direction (one of the steps is ±1, the other 0), past words; itself at the edge."""
    row = tile.bottom if down > 0 else tile.row
    column = tile.right if right > 0 else tile.column
    while True:
        row += down
        column += right
        found = sheet.by_place.get((row, column))
        if found is None:
            return tile
        if found.is_number and found is not tile:
            return found


def jump(sheet: Sheet, tile: Tile, down: int, right: int, filled: Filled) -> Tile:
    """Return the edge of the data in a direction: the end of this run of filled cells, or the start of the next."""
    following = step(sheet, tile, down, right)
    if filled(tile) and filled(following):
        while following is not tile and filled(following):
            tile, following = following, step(sheet, following, down, right)
        return tile
    while following is not tile:
        tile, following = following, step(sheet, following, down, right)
        if filled(tile):
            break
    return tile


def line_end(sheet: Sheet, tile: Tile, *, last: bool) -> Tile:
    """Return the first or last number of the tile's row."""
    line = [other for other in sheet.numbers if other.row <= tile.row <= other.bottom]
    return line[-1] if last else line[0]


def next_entry(sheet: Sheet, tile: Tile, *, back: bool = False, down: bool = False) -> Tile:
    """Return the next entry in reading order, or column by column if `down`; at the last it stays: digits never go astray."""
    order = downwards(sheet) if down else sheet.numbers
    return _next(order, tile, back=back)


def downwards(sheet: Sheet) -> Sequence[Tile]:
    """Return the numbers in the order in which Enter leads through them: column by column."""
    return sorted(sheet.numbers, key=lambda tile: (tile.column, tile.row))


def _next(order: Sequence[Tile], tile: Tile, *, back: bool) -> Tile:
    start = order.index(tile)
    ahead = order[start - 1 :: -1] if back and start else () if back else order[start + 1 :]
    return next((found for found in ahead if found.is_entry), tile)


def line_of(sheet: Sheet, tile: Tile) -> Selection | None:
    """Return the selection of the columns under a head or the rows beside a label; None where there are no numbers."""
    if tile.kind is Kind.HEAD:
        found = sheet.within(tile.row, tile.column, sheet.rows, tile.right)
    elif tile.kind is Kind.CORNER:
        found = sheet.numbers
    else:
        found = sheet.within(tile.row, 0, tile.bottom, sheet.columns)
    return Selection(found[0], found[-1]) if found else None
