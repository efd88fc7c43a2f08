"""What the findings mark in a grid: cells, and the rows and columns whose sums are wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from model.findings import Finding
from model.levels import Level
from model.outcome import BLANK, Outcome
from ui.grid.sheet import Kind, Sheet, Tile

LONG_LINE: Final = 8
"""In a line of more cells than this only the total is marked, not each part."""


class Mark(IntEnum):
    """A mark in a tile, each with a shape of its own; of several the greatest is shown."""

    NONE = 0
    READ = 1  # imported, not yet confirmed
    PLACED = 2  # imported, its place guessed
    DOUBTFUL = 3  # imported, perhaps misread
    MISSING = 4  # not found in what was imported
    WARNING = 5
    EXPLAIN = 6
    ERROR = 7
    DECLARED = 8  # a total that differs from its sum
    SUSPECT = 9  # the cell that is most likely wrong
    TICKED = 10  # looked at a second time, or read out
    DIFFERS = 11  # a second look came to another number
    AGAIN = 12  # changed after the second look


_LEVELS: Final = {Level.ERROR: Mark.ERROR, Level.EXPLAIN: Mark.EXPLAIN, Level.WARNING: Mark.WARNING}


@dataclass(frozen=True, slots=True)
class Marks:
    """The marked cells by key, and the sheet's rows and columns along which a sum is wrong."""

    cells: Mapping[str, Mark]
    rows: frozenset[int]
    columns: frozenset[int]

    def differing(self, other: "Marks") -> set[str]:
        """The cells that are marked differently."""
        return {key for key, _ in self.cells.items() ^ other.cells.items()}

    def on_words(self, tile: Tile) -> Mark:
        """The mark of a head or label: whether its line is wrong."""
        if tile.kind is Kind.HEAD:
            wrong = tile.colspan == 1 and tile.column in self.columns
        else:
            wrong = tile.kind is Kind.LABEL and tile.rowspan == 1 and tile.row in self.rows
        return Mark.ERROR if wrong else Mark.NONE


def marks_of(outcome: Outcome, sheet: Sheet) -> Marks:
    """Return what the findings mark in a sheet: neither blank cells, which can be seen, nor what was explained."""
    cells: dict[str, Mark] = {}
    rows: set[int] = set()
    columns: set[int] = set()
    for finding in outcome.findings:
        level = _LEVELS.get(finding.level)
        if level is None or finding.code == BLANK or finding.explanation:
            continue
        for key in finding.cells if len(finding.cells) <= LONG_LINE else finding.cells[:1]:
            cells[key] = max(cells.get(key, Mark.NONE), level)
        if level is Mark.ERROR:
            tiles = [sheet.by_key[key] for key in finding.cells if key in sheet.by_key]
            rows |= _one([tile.row for tile in tiles])
            columns |= _one([tile.column for tile in tiles]) if len(tiles) > 1 else set()
    cells |= dict.fromkeys(_suspects(outcome.findings), Mark.SUSPECT)
    return Marks(cells, frozenset(rows), frozenset(columns))


def _one(lines: Sequence[int]) -> set[int]:
    """The line that all of them name, if it is one."""
    return set(lines) if len(set(lines)) == 1 else set()


def _suspects(findings: Sequence[Finding]) -> list[str]:
    """What an error's suggestions would change; what may be true is no suspect, however it may be changed."""
    errors = (finding for finding in findings if finding.level is Level.ERROR)
    return [suggestion.cell for finding in errors for suggestion in finding.suggestions]
