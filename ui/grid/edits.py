"""What the grid's commands set in the report: lists of slots with their values, made before anything is changed."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from model.cell_sums import TypedValue, read_entry
from model.errors import ValueRefused
from model.report import Report, Slot, SlotKind, SlotValue
from model.values import Value
from ui.grid.selection import Block
from ui.grid.sheet import Kind, Sheet, Tile

CellSettings: TypeAlias = Sequence[tuple[Slot, SlotValue]]
"""Slots with what they are to hold."""


def typed(tile: Tile, value: Value, written: str = "") -> CellSettings:
    """Put a value into an entry, with the sum it was written as; what was imported there is thereby confirmed."""
    settings = [(tile.slot, value), (Slot(SlotKind.SUM, tile.key), written or None)]
    if tile.kind is not Kind.CONTROL:
        settings.append((Slot(SlotKind.STATE, tile.key), None))
    return settings


def parsed(report: Report, tile: Tile, text: str) -> TypedValue:
    """Return what text typed into a cell means. Raises ValueRefused with the reason where it is no value of the cell."""
    if not tile.is_entry:
        raise ValueRefused("此格由程序合计，不必填写；账上另有合计数的，可打开“核对合计”填在旁边")
    return read_entry(text, report.form.cells[tile.key].kind)


def cleared(report: Report, tiles: Iterable[Tile]) -> CellSettings:
    """Blank entries; a declared total among them gives way to the sum."""
    settings: list[tuple[Slot, SlotValue]] = []
    for tile in tiles:
        settings += typed(tile, None) if tile.is_entry else settled(report, [tile])
    return settings


def settled(report: Report, tiles: Iterable[Tile]) -> CellSettings:
    """Put the sum in the place of declared totals, and let go of control totals that only repeat them."""
    settings: list[tuple[Slot, SlotValue]] = []
    for tile in tiles:
        declared = report.get(SlotKind.DECLARED, tile.key)
        if tile.kind is Kind.COMPUTED and declared is not None:
            settings += [(Slot(SlotKind.DECLARED, tile.key), None), (Slot(SlotKind.STATE, tile.key), None)]
            if report.get(SlotKind.CONTROL, tile.key) == declared:
                settings.append((Slot(SlotKind.CONTROL, tile.key), None))
    return settings


def confirmed(report: Report, tiles: Iterable[Tile]) -> CellSettings:
    """Take imported numbers for right."""
    keys = dict.fromkeys(tile.key for tile in tiles)
    return [(Slot(SlotKind.STATE, key), None) for key in keys if report.get(SlotKind.STATE, key) is not None]


def zeros(report: Report, sheet: Sheet) -> CellSettings:
    """Fill every blank entry of the table with 0; control totals stay blank."""
    blank = [t for t in sheet.numbers if t.kind is Kind.ENTERED and report.value(t.key) is None]
    return [setting for tile in blank for setting in typed(tile, 0)]


def filled(report: Report, sheet: Sheet, block: Block, *, down: bool) -> CellSettings:
    """Copy the block's first row downwards (or first column to the right), as far as there are entries.

    A block of one row (or column) is filled from the number above (or left of) it.
    """
    tiles = [t for t in sheet.within(block.top, block.left, block.bottom, block.right) if t.is_entry]
    single = block.top == block.bottom if down else block.left == block.right
    settings: list[tuple[Slot, SlotValue]] = []
    for tile in tiles:
        at = (block.top - single, tile.column) if down else (tile.row, block.left - single)
        source = sheet.by_place.get(at)
        if source is not None and source is not tile and source.is_number:
            settings += typed(tile, value_of(report, source))
    return settings


def sum_of(report: Report, tile: Tile) -> str:
    """Return the sum that a number was written as, "" where it was not."""
    written = report.get(SlotKind.SUM, tile.key) if tile.is_entry else None
    return written if isinstance(written, str) else ""


def value_of(report: Report, tile: Tile) -> Value:
    """Return what stands in a number's tile."""
    if tile.kind is Kind.CONTROL:
        control = report.get(SlotKind.CONTROL, tile.key)
        return control if isinstance(control, int | Decimal) else None
    return report.value(tile.key)
