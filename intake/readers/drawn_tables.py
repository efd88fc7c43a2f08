"""Tables that a text draws with rules: `--- ---` above and below its columns, or `+---+` around each cell.

Converters (pandoc, docutils) and query tools write them so. Where such a rule stands the columns are known, and so a
blank cell is one; a line that does not keep to them makes the whole no such table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final
from unicodedata import east_asian_width

from intake.readers.spans import SpanGrid
from intake.readers.wiki_tables import wiki_table
from model.document import Block, Paragraph, Table

_RULE: Final = re.compile(r"\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))+\s*")
_RUN: Final = re.compile(r"-+|=+")
_CLOSING: Final = re.compile(r"\s*-{5,}\s*")
_GRID_RULE: Final = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*")
_DRAWN: Final = frozenset("-=:+")
_ESCAPE: Final = re.compile(r"\\(?=[\s!-/:-@\[-`{-~]|$)")
_STYLED: Final = re.compile(r"\[([^\[\]]*)\]\{[^{}=]*=[^{}]*\}")
"""Words with a style in Markdown."""
_FEWEST: Final = 2
"""Columns of a table, and rows."""
_AMBIGUOUS: Final = (1, 2)
"""Columns of a sign that is narrow in Western type and wide in Chinese, as “ is: each program counts it its own way."""


def blocks_of(lines: Sequence[str]) -> Iterator[Block]:
    """Yield the lines as paragraphs, and as tables those that draw one."""
    at = 0
    while at < len(lines):
        found = _grid(lines, at) or _ruled(lines, at) or wiki_table(lines, at)
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
        """Take the next line. Returns whether it keeps to the edges."""
        if self._take_barred(line):
            return True
        signs = _spread(line, self.edges)
        if signs is None:
            return False
        here = [number for number, edge in enumerate(self.edges) if signs.get(edge, " ") in "|+"]
        ruled = False
        for left, right in pairwise(here):
            inner = "".join(
                signs[place] for place in sorted(signs) if self.edges[left] < place < self.edges[right]
            )
            if inner and set(inner) <= _DRAWN:
                ruled = True
            else:
                self._open.setdefault((left, right), (max(self._row, 0), []))[1].append(inner.strip())
        if ruled:
            self._end_above(signs)
        return True

    def _take_barred(self, line: str) -> bool:
        """Take a line with a bar for each edge, which tell the cells also where words are too wide for theirs."""
        parts = line.strip().split("|")
        if len(parts) != len(self.edges) + 1 or parts[0] or parts[-1]:
            return False
        for cell, words in zip(pairwise(range(len(self.edges))), parts[1:-1], strict=True):
            self._open.setdefault(cell, (max(self._row, 0), []))[1].append(words.strip())
        return True

    def _end_above(self, signs: dict[int, str]) -> None:
        """A rule ends the cells above that it runs under; the others reach into the next row."""
        for left, right in list(self._open):
            if signs.get(self.edges[left] + 1, " ") in _DRAWN:
                row, words = self._open.pop((left, right))
                self._cells.append((row, left, self._row - row + 1, right - left, _joined(words)))
        self._row += 1

    def table(self) -> Table | None:
        """Return the table, None where a cell was never ended or none holds anything."""
        if self._open:
            return None
        grid = SpanGrid()
        for row, column, down, across, words in sorted(self._cells):
            grid.put(row, column, words, down, across)
        return grid.table()


def _ruled(lines: Sequence[str], start: int) -> tuple[Table, int] | None:
    """The table with a rule of its columns' widths on a line, and the line behind it."""
    if not _RULE.fullmatch(lines[start]):
        return None
    edges = [match.start() for match in _RUN.finditer(lines[start])]
    end = start + 1
    while end < len(lines) and not _ends(lines, start, end):
        end += 1
    closed = end < len(lines) and bool(lines[end].strip())
    body = lines[start + 1 : end]
    spaced = closed and any(not line.strip() for line in body)
    rows: list[list[list[str]]] = []
    fresh = True
    for line in body:
        cells = None if _RULE.fullmatch(line) else _cut(line, edges)
        if cells is None and line.strip() and not _RULE.fullmatch(line):
            return None
        if cells is not None and line.strip():
            if fresh or not spaced:
                rows.append([[] for _ in edges])
            for cell, words in zip(rows[-1], cells, strict=True):
                cell.append(words)
        fresh = not line.strip()
    return _table([[_joined(cell) for cell in row] for row in rows], end + closed)


def _ends(lines: Sequence[str], start: int, at: int) -> bool:
    """Whether a table ends on a line: a rule like its first behind which no more rows come, or a blank line without one."""
    line = lines[at]
    if _CLOSING.fullmatch(line):
        return True
    last = not any(later.strip() == lines[start].strip() for later in lines[at + 1 : at + _FAR])
    return last and (line.strip() == lines[start].strip() or not line.strip())


_FAR: Final = 200
"""Lines within which a table ends that has a rule below."""


def _cut(line: str, edges: Sequence[int]) -> list[str] | None:
    """The cells of a line between the edges, None where words stand across one."""
    for wide in _AMBIGUOUS:
        signs = dict(_columns(line, wide))
        if any(signs.get(edge - 1, " ") != " " for edge in edges):
            continue
        ends = (*edges[1:], max(signs, default=0) + 1)
        return [
            "".join(sign for place, sign in signs.items() if begin <= place < end).strip()
            for begin, end in zip((0, *edges[1:]), ends, strict=True)
        ]
    return None


def _spread(line: str, edges: Sequence[int]) -> dict[int, str] | None:
    """The signs of a line by their columns, None where a bar stands beside the edges, or none at its ends."""
    for wide in _AMBIGUOUS:
        signs = dict(_columns(line, wide))
        bars = {place for place, sign in signs.items() if sign == "|"}
        if bars <= set(edges) and all(signs.get(end, " ") in "|+" for end in (edges[0], edges[-1])):
            return signs
    return None


def _columns(line: str, wide: int) -> Iterator[tuple[int, str]]:
    """Each sign of a line with its column; `wide` is how many a sign has that may be narrow or wide."""
    at = 0
    for sign in line:
        yield at, " " if sign.isspace() else sign
        width = east_asian_width(sign)
        at += 2 if width in "WF" else wide if width == "A" else 1


def _joined(words: Sequence[str]) -> str:
    """The lines of a cell as its words: a number stays on its line, so that two are never one."""
    return "\n".join(_STYLED.sub(r"\1", _ESCAPE.sub("", line)).strip() for line in words if line.strip("\\ "))


def _table(rows: Sequence[Sequence[str]], end: int) -> tuple[Table, int] | None:
    if len(rows) < _FEWEST:
        return None
    grid = SpanGrid()
    for row in rows:
        grid.next_row()
        for words in row:
            grid.add(words)
    table = grid.table()
    return None if table is None else (table, end)
