"""Tables that a text draws with rules: `--- ---` above and below its columns, or `+---+` around each cell.

Converters (pandoc, docutils) and query tools write them so. Where such a rule stands the columns are known, and so a
blank cell is one; a line that does not keep to them makes the whole no such table.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from intake.readers.comma_tables import comma_table
from intake.readers.drawn_cells import AMBIGUOUS, columns, joined
from intake.readers.ruled_tables import ruled_table
from intake.readers.spans import SpanGrid
from intake.readers.wiki_tables import wiki_table
from model.document import Block, Paragraph, Table

_GRID_RULE: Final = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*")
_DRAWN: Final = frozenset("-=:+")
_FEWEST: Final = 2
"""Lines of a table: a rule above it and one below."""


def blocks_of(lines: Sequence[str]) -> Iterator[Block]:
    """Yield the lines as paragraphs, and as tables those that draw one."""
    at = tried = 0
    while at < len(lines):
        found = _grid(lines, at) or wiki_table(lines, at) or comma_table(lines, at)
        if found is None and at >= tried:
            # Lines that rules began in vain are not gone through again for each of the rules among them.
            ruled, tried = ruled_table(lines, at)
            found = None if ruled is None else (ruled, tried)
        if found is None:
            yield Paragraph(lines[at])
            at += 1
        else:
            table, at = found
            yield table


def _grid(lines: Sequence[str], start: int) -> tuple[Table, int] | None:
    """The table with `+---+` around its cells that begins on a line, and the line behind it."""
    # Lines that drew no table from their first one on draw none from a later one: each is looked at once.
    if not _GRID_RULE.fullmatch(lines[start]) or (start and _draws(lines[start - 1])):
        return None
    end = start
    while end < len(lines) and _draws(lines[end]):
        end += 1
    drawing = lines[start:end]
    edges = {place for line in drawing if line.lstrip().startswith("+") for place in _places(line, "+")}
    drawn = _Drawing(sorted(edges))
    whole = end - start > _FEWEST and all(drawn.take(line) for line in drawing)
    table = drawn.table() if whole else None
    return None if table is None else (table, end)


def _draws(line: str) -> bool:
    return line.lstrip().startswith(("+", "|"))


def _places(line: str, sign: str) -> list[int]:
    """Where a sign stands in a line without wide characters."""
    return [place for place, character in enumerate(line) if character == sign]


@dataclass(slots=True)
class _Drawing:
    """A grid as it is gone through from above. `_open`: the cells that no rule has ended, by their first and last edge."""

    edges: Sequence[int]
    _row: int = -1
    _open: dict[tuple[int, int], tuple[int, list[str]]] = field(default_factory=dict)
    _cells: list[tuple[int, int, int, int, str]] = field(default_factory=list)

    def take(self, line: str) -> bool:
        """Take the next line. Returns whether it keeps to the edges, and to the cells that no rule has ended."""
        told = self._barred(line)
        if told is not None:
            return self._write(told)
        signs = _spread(line, self.edges)
        if signs is None:
            return False
        places, text = list(signs), "".join(signs.values())
        here = [number for number, edge in enumerate(self.edges) if signs.get(edge, " ") in "|+"]
        told = {}
        ruled = False
        for left, right in pairwise(here):
            begin, end = (bisect_left(places, place) for place in (self.edges[left] + 1, self.edges[right]))
            inner = text[begin:end]
            if inner and set(inner) <= _DRAWN:
                ruled = True
            else:
                told[left, right] = inner
        keeps = self._write(told)
        if ruled:
            self._end_above(signs)
        return keeps

    def _barred(self, line: str) -> dict[tuple[int, int], str] | None:
        """The cells of a line with a bar for each edge, which tell them also where words are too wide for theirs."""
        parts = line.strip().split("|")
        if len(parts) != len(self.edges) + 1 or parts[0] or parts[-1]:
            return None
        return dict(zip(pairwise(range(len(self.edges))), parts[1:-1], strict=True))

    def _write(self, told: Mapping[tuple[int, int], str]) -> bool:
        """Add the words of a line to their cells. Returns whether none lies across one that no rule has ended."""
        covered = {column: cell for cell in self._open for column in range(*cell)}
        for cell, words in told.items():
            if any(covered.get(column, cell) != cell for column in range(*cell)):
                return False
            self._open.setdefault(cell, (max(self._row, 0), []))[1].append(words.strip())
        return True

    def _end_above(self, signs: dict[int, str]) -> None:
        """A rule ends the cells above that it runs under; the others reach into the next row."""
        for left, right in list(self._open):
            if signs.get(self.edges[left] + 1, " ") in _DRAWN:
                row, words = self._open.pop((left, right))
                self._cells.append((row, left, self._row - row + 1, right - left, joined(words)))
        self._row += 1

    def table(self) -> Table | None:
        """Return the table, None where a cell was never ended or none holds anything."""
        if self._open:
            return None
        grid = SpanGrid()
        for row, column, down, across, words in sorted(self._cells):
            grid.put(row, column, words, down, across)
        return grid.table()


def _spread(line: str, edges: Sequence[int]) -> dict[int, str] | None:
    """The signs of a line by their columns, None where a bar stands beside the edges, or none at its ends."""
    for wide in AMBIGUOUS:
        signs = dict(columns(line, wide))
        bars = {place for place, sign in signs.items() if sign == "|"}
        if bars <= set(edges) and all(signs.get(end, " ") in "|+" for end in (edges[0], edges[-1])):
            return signs
    return None
