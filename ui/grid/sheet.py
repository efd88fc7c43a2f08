"""What a table's grid consists of: the printed layout as tiles, with the balance line and the control totals put in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeAlias

from model.document import CellRole
from model.form import Form, FormTable, Identity, IdentityKind
from model.layout import Layout, PrintedCell, layout_of
from model.report import Slot, SlotKind

CONTROL_TOTAL: Final = "核对合计"

At: TypeAlias = tuple[int, int]
"""A place in the grid: row and column, from 0."""


class Kind(StrEnum):
    """What a tile shows."""

    CORNER = "corner"
    BAND = "band"
    HEAD = "head"
    LABEL = "label"
    BALANCE = "balance"  # whether a column's balance holds
    ENTERED = "entered"  # a number that the clerk fills in
    COMPUTED = "computed"  # a number that the program adds up
    CONTROL = "control"  # 核对合计 beside a computed number
    VOID = "void"


NUMBERS: Final = frozenset({Kind.ENTERED, Kind.COMPUTED, Kind.CONTROL})
ENTRIES: Final = frozenset({Kind.ENTERED, Kind.CONTROL})
_WORDS: Final = {
    CellRole.CORNER: Kind.CORNER, CellRole.BAND: Kind.BAND, CellRole.HEAD: Kind.HEAD, CellRole.LABEL: Kind.LABEL,
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """One cell of the grid, which may reach over several rows and columns; `key` is the form's cell it shows.

    Tiles are told apart by identity: they are keys of many look-ups while painting.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    kind: Kind
    text: str = ""
    key: str = ""
    indent: int = 0

    @property
    def bottom(self) -> int:
        """The last row it covers."""
        return self.row + self.rowspan - 1

    @property
    def right(self) -> int:
        """The last column it covers."""
        return self.column + self.colspan - 1

    @property
    def is_number(self) -> bool:
        """Whether the cursor can stand on it."""
        return self.kind in NUMBERS

    @property
    def is_entry(self) -> bool:
        """Whether something can be typed into it."""
        return self.kind in ENTRIES

    @property
    def slot(self) -> Slot:
        """The slot that typing into it sets. Only for entries."""
        return Slot(SlotKind.CONTROL if self.kind is Kind.CONTROL else SlotKind.CELL, self.key)

    def overlaps(self, top: int, left: int, bottom: int, right: int) -> bool:
        """Whether it covers a place of the block of rows and columns (both ends included)."""
        return self.row <= bottom and self.bottom >= top and self.column <= right and self.right >= left


@dataclass(frozen=True)
class Sheet:
    """The grid of one table. The first `head_rows` rows and `label_columns` columns stay in sight while it scrolls."""

    table: FormTable
    rows: int
    columns: int
    head_rows: int
    label_columns: int
    tiles: tuple[Tile, ...]
    balances: Mapping[int, Identity]

    @cached_property
    def numbers(self) -> tuple[Tile, ...]:
        """The tiles that hold numbers, in reading order."""
        return tuple(tile for tile in self.tiles if tile.is_number)

    @cached_property
    def heads(self) -> tuple[Tile, ...]:
        """The heads and labels that stand over one column or beside one row."""
        return tuple(
            tile
            for tile in self.tiles
            if (tile.kind is Kind.HEAD and tile.colspan == 1)
            or (tile.kind is Kind.LABEL and tile.rowspan == 1)
        )

    @cached_property
    def by_place(self) -> Mapping[At, Tile]:
        """The tile at each place."""
        return {
            (row, column): tile
            for tile in self.tiles
            for row in range(tile.row, tile.bottom + 1)
            for column in range(tile.column, tile.right + 1)
        }

    @cached_property
    def by_key(self) -> Mapping[str, Tile]:
        """The tile of each of the form's cells; control totals left out."""
        return {tile.key: tile for tile in self.numbers if tile.kind is not Kind.CONTROL}

    @cached_property
    def by_slot(self) -> Mapping[Slot, Tile]:
        """The tile of each slot that can be typed into."""
        return {tile.slot: tile for tile in self.numbers if tile.is_entry}

    @cached_property
    def tiles_of(self) -> Mapping[str, tuple[Tile, ...]]:
        """All tiles that show something of a cell: its number, its control total, the balance of its column."""
        balances = {tile.column: tile for tile in self.tiles if tile.kind is Kind.BALANCE}
        found: dict[str, tuple[Tile, ...]] = {}
        for tile in self.numbers:
            found[tile.key] = (*found.get(tile.key, ()), tile)
            if tile.column in balances:
                found[tile.key] += (balances[tile.column],)
        return found

    def within(self, top: int, left: int, bottom: int, right: int) -> tuple[Tile, ...]:
        """The numbers that a block of rows and columns touches, in reading order."""
        return tuple(tile for tile in self.numbers if tile.overlaps(top, left, bottom, right))


def sheet_of(form: Form, table: FormTable, *, controls: bool = False) -> Sheet:
    """Return the grid of a table: its printed layout, under the heads the balances, and the control totals if wanted."""
    layout = layout_of(table)
    at = {place.key: place for place in layout.numbers if place.key is not None}
    balances = {
        at[identity.right[0]].column: identity
        for identity in form.identities
        if identity.kind is IdentityKind.BALANCE and identity.table == table.id
    }
    down, beside = _control_places(form, at) if controls else ({}, {})
    rows = _row_map(layout, bool(balances), {place.row for place in down.values()})
    count = rows[-1] + 1 + any(place.row == layout.rows - 1 for place in down.values())
    sheet = Sheet(
        table, count, layout.columns + bool(beside), layout.head_rows + bool(balances),
        layout.label_columns, (), balances,
    )  # fmt: skip
    tiles = [_moved(form, place, rows) for place in layout.places]
    tiles += _balance_line(layout, sheet)
    tiles += _control_rows(layout, rows, down, sheet)
    tiles += _control_column(layout, rows, beside, sheet)
    return replace(sheet, tiles=tuple(sorted(tiles, key=lambda tile: (tile.row, tile.column))))


def _control_places(
    form: Form, at: Mapping[str, PrintedCell]
) -> tuple[dict[str, PrintedCell], dict[str, PrintedCell]]:
    """The totals whose control total stands below them, and those where it stands at the table's right edge.

    Totals at the end of their rows get a column, totals at the foot of their columns a row; where totals of one kind
    stand in several columns (or rows), only the other direction has one line for them all.
    """
    across: dict[str, PrintedCell] = {}
    down: dict[str, PrintedCell] = {}
    for total, parts in form.sums.items():
        if total in at:
            same_row = all(at[part].row == at[total].row for part in parts)
            (across if same_row else down)[total] = at[total]
    below: dict[str, PrintedCell] = {}
    beside: dict[str, PrintedCell] = {}
    (beside if len({place.column for place in across.values()}) == 1 else below).update(across)
    (below if len({place.row for place in down.values()}) == 1 else beside).update(down)
    return below, beside


def _row_map(layout: Layout, balance: bool, followed: set[int]) -> list[int]:
    """The grid's row for each row of the layout; each row in `followed` has a row of control totals under it."""
    rows: list[int] = []
    shift = 0
    for row in range(layout.rows):
        shift += balance and row == layout.head_rows
        rows.append(row + shift)
        shift += row in followed
    return rows


def _moved(form: Form, place: PrintedCell, rows: list[int]) -> Tile:
    top = rows[place.row]
    rowspan = rows[place.row + place.rowspan - 1] - top + 1
    if place.key is None:
        kind = _WORDS[place.role]
        return Tile(top, place.column, rowspan, place.colspan, kind, place.text, indent=place.indent)
    kind = Kind.COMPUTED if form.cells[place.key].computed else Kind.ENTERED
    return Tile(top, place.column, rowspan, place.colspan, kind, key=place.key)


def _balance_line(layout: Layout, sheet: Sheet) -> Iterable[Tile]:
    if not sheet.balances:
        return
    row = layout.head_rows
    identity = next(iter(sheet.balances.values()))
    if layout.label_columns:
        yield Tile(row, 0, 1, layout.label_columns, Kind.LABEL, _formula(sheet.table, identity))
    for column in range(layout.label_columns, layout.columns):
        yield Tile(row, column, 1, 1, Kind.BALANCE if column in sheet.balances else Kind.VOID)


def _formula(table: FormTable, identity: Identity) -> str:
    """The balance in the ordinals of its rows: 一＋二 ＝ 三＋四."""
    labels = {row.id: row.label[0] for row in table.rows}
    sides = (
        "＋".join(labels[key.split(".")[1]].partition("、")[0] for key in keys)
        for keys in (identity.left, identity.right)
    )
    return " ＝ ".join(sides)


def _control_rows(
    layout: Layout, rows: list[int], below: Mapping[str, PrintedCell], sheet: Sheet
) -> Iterable[Tile]:
    for line in sorted({place.row for place in below.values()}):
        row = rows[line] + 1
        taken = {place.column: key for key, place in below.items() if place.row == line}
        column = 0
        while column < layout.columns:
            if column in taken:
                yield Tile(row, column, 1, 1, Kind.CONTROL, key=taken[column])
                column += 1
                continue
            end = column + 1
            while end < layout.columns and end not in taken:
                end += 1
            words = column < max(layout.label_columns, 1) or not layout.label_columns
            yield Tile(
                row, column, 1, end - column, *((Kind.LABEL, CONTROL_TOTAL) if words else (Kind.VOID,))
            )
            column = end
        if sheet.columns > layout.columns:
            yield Tile(row, layout.columns, 1, 1, Kind.VOID)


def _control_column(
    layout: Layout, rows: list[int], beside: Mapping[str, PrintedCell], sheet: Sheet
) -> Iterable[Tile]:
    if not beside:
        return
    column = layout.columns
    keys = {place.row: key for key, place in beside.items()}
    if sheet.head_rows:
        yield Tile(0, column, sheet.head_rows, 1, Kind.HEAD, CONTROL_TOTAL)
    for line in range(layout.head_rows, layout.rows):
        kind = Kind.CONTROL if line in keys else Kind.VOID
        yield Tile(rows[line], column, 1, 1, kind, key=keys.get(line, ""))
