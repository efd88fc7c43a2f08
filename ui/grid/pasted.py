"""What pasting sets: a block's texts as values of cells, and totals beside the sums that they are to prove."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeAlias

from model.errors import ValueRefused
from model.import_state import ImportState
from model.report import Report, Slot, SlotKind, SlotValue
from model.values import Value, parse
from ui.grid.edits import CellSettings, typed
from ui.grid.sheet import Kind, Tile

_AMOUNT: Final = re.compile(r"\s*[\d,，.]+\s*[万亿]?[^\W\d年月日]{1,2}\s*")


class Left(NamedTuple):
    """Why a cell stays as it was: what the block has for it is no number of that cell."""

    reason: str
    place: tuple[int, int]
    """Row and column in the block, from 1."""
    is_word: bool
    """Whether it may be a head: a dash is none."""
    is_amount: bool = False
    """Whether it is a number with a unit behind it."""


_NUMBERS: Final = (SlotKind.CELL, SlotKind.CONTROL)
Laid: TypeAlias = Sequence[tuple[Tile, Value | Left]]
"""Tiles with what a block has for them."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasting sets, and what it does not.

    `left`: the cells that it leaves as they were, each with the reason. `unread`: what of the block comes to no cell, in
    words. `unsure`: the cells whose names did not tell them for certain; they are marked.
    `kept`: the cells with a number for which the rows that are pasted have none, so that it stays.
    """

    settings: CellSettings
    left: Sequence[tuple[Tile, str]] = ()
    unread: Sequence[str] = ()
    unsure: Sequence[Tile] = ()
    kept: Sequence[Tile] = ()

    def marked_as(self, other: "Pasted") -> "Pasted":
        """Return the same with what is unsure of another way to paste it, in which it sets the same numbers."""
        set_here = {slot: value for slot, value in self.settings if slot.kind in _NUMBERS}
        same = all(set_here.get(slot) == value for slot, value in other.settings if slot.kind in _NUMBERS)
        if not same or not other.unsure:
            return self
        unsure = {tile.key for tile in other.unsure}
        marks = [
            (slot, value)
            for slot, value in other.settings
            if slot.kind is SlotKind.STATE and slot.key in unsure and value is not None
        ]
        return replace(self, settings=[*self.settings, *marks], unsure=other.unsure)


def read_cell(report: Report, tile: Tile, text: str, place: tuple[int, int]) -> Value | Left:
    """Return the value that a text is in a cell, or why it is none."""
    try:
        return parse(text, report.form.cells[tile.key].kind)
    except ValueRefused as cause:
        return Left(cause.message, place, any(map(str.isalnum, text)), _AMOUNT.fullmatch(text) is not None)


def words_alone(reading: Laid) -> Sequence[tuple[Tile, Left]]:
    """Return what may be a head copied along: no number, and none in its row or its column; the first of a single line."""
    numbers = [tile for tile, value in reading if value is not None and not isinstance(value, Left)]
    rows, columns = {tile.row for tile in numbers}, {tile.column for tile in numbers}
    is_line = 1 in (len({tile.row for tile, _ in reading}), len({tile.column for tile, _ in reading}))
    return [
        (tile, value)
        for tile, value in reading
        if isinstance(value, Left)
        and value.is_word
        and (value.place == (1, 1) if is_line else tile.row not in rows or tile.column not in columns)
    ]


def marks_of(tiles: Iterable[Tile], states: Mapping[str, ImportState]) -> CellSettings:
    """Return what marks cells that nothing tells for certain, as an import does."""
    return [(Slot(SlotKind.STATE, tile.key), states[tile.key].value) for tile in tiles]


def settings_of(report: Report, values: Sequence[tuple[Tile, Value]]) -> CellSettings:
    """Return what sets values of entries, and control totals."""
    settings = [setting for tile, value in values if tile.is_entry for setting in typed(tile, value)]
    totals = {tile.key: value for tile, value in values if tile.kind is Kind.COMPUTED and value is not None}
    return [*settings, *_declared(report, settings, totals)] if totals else settings


def _declared(report: Report, settings: CellSettings, totals: Mapping[str, Value]) -> CellSettings:
    """Every total becomes a control total, without an import's mark; one that is not the sum is declared, too."""
    trial = report.copy()
    trial.set([*settings, *((Slot(SlotKind.DECLARED, key), None) for key in totals)])
    declared: list[tuple[Slot, SlotValue]] = []
    for key in report.form.sums:
        if key in totals:
            differs = trial.computed(key) != totals[key]
            slot = Slot(SlotKind.DECLARED, key)
            declared += [(Slot(SlotKind.CONTROL, key), totals[key]), (slot, totals[key] if differs else None)]
            declared.append((Slot(SlotKind.STATE, key), None))
            trial.set([(slot, totals[key] if differs else None)])
    return declared
