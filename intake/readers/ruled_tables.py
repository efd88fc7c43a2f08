"""Tables between rules of their columns' widths, `--- ---`, as a text draws them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from intake.readers.drawn_cells import AMBIGUOUS, columns, joined
from intake.readers.spans import SpanGrid
from model.document import Table

_RULE: Final = re.compile(r"\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))+\s*")
_RUN: Final = re.compile(r"-+|=+")
_CLOSING: Final = re.compile(r"\s*-{5,}\s*")
_FEWEST: Final = 2
"""Rows of a table."""
_FAR: Final = 200
"""Lines within which a table ends that has a rule below."""


def ruled_table(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    """Return the table with a rule of its columns' widths on a line, and the line behind it; None, and how far it was sought."""
    if not _RULE.fullmatch(lines[start]):
        return None, start
    edges = [match.start() for match in _RUN.finditer(lines[start])]
    told: list[Sequence[str]] = []
    bottom = end = start
    while (end := end + 1) < len(lines) and not _ends(lines, start, end):
        blank = not lines[end].strip()
        if blank and bottom < end:
            below = _bottom(lines, start, end)
            if below is None:
                break
            bottom = below
        cells = [] if blank or _RULE.fullmatch(lines[end]) else _cut(lines[end], edges)
        if cells is None:
            return None, end
        told.append(cells)
    closed = end < len(lines) and bool(lines[end].strip())
    spaced = closed and any(not line.strip() for line in lines[start + 1 : end])
    return _table(_rows(told, spaced=spaced)), end + closed


def _ends(lines: Sequence[str], start: int, at: int) -> bool:
    """Whether a line is the rule below a table: nothing stands right behind it, or none like the first follows."""
    if not _is_like(lines[at], lines[start]):
        return _CLOSING.fullmatch(lines[at]) is not None
    return _is_last(lines, at) or not any(
        _is_like(later, lines[start]) for later in lines[at + 1 : at + _FAR]
    )


def _bottom(lines: Sequence[str], start: int, at: int) -> int | None:
    """Where a table ends that goes on behind a blank line, None where it does not: a rule like its first, or as wide."""
    for place in range(at, min(at + _FAR, len(lines))):
        line = lines[place]
        wide = _CLOSING.fullmatch(line) is not None and line.rstrip() == _filled(lines[start])
        if (wide or _is_like(line, lines[start])) and _is_last(lines, place):
            return place
    return None


def _is_last(lines: Sequence[str], at: int) -> bool:
    return at + 1 == len(lines) or not lines[at + 1].strip()


def _is_like(line: str, rule: str) -> bool:
    return line.strip() == rule.strip()


def _filled(rule: str) -> str:
    """A rule without the gaps between its columns."""
    indent = rule[: len(rule) - len(rule.lstrip())]
    return indent + "-" * len(rule.strip())


def _rows(told: Sequence[Sequence[str]], *, spaced: bool) -> list[list[str]]:
    """The rows of a table, of the cells on its lines. `spaced`: blank lines and rules, which hold none, part them."""
    rows: list[list[list[str]]] = []
    fresh = True
    for cells in told:
        if cells and (fresh or not spaced):
            rows.append([[] for _ in cells])
        for place, words in enumerate(cells):
            rows[-1][place].append(words)
        fresh = not cells
    return [[joined(cell) for cell in row] for row in rows]


def _cut(line: str, edges: Sequence[int]) -> list[str] | None:
    """The cells of a line between the edges, None where words stand across one."""
    for wide in AMBIGUOUS:
        signs = dict(columns(line, wide))
        if any(signs.get(edge - 1, " ") != " " for edge in edges):
            continue
        places, text = list(signs), "".join(signs.values())
        begins = [0, *(bisect_left(places, edge) for edge in edges[1:]), len(text)]
        return [text[begin:end].strip() for begin, end in pairwise(begins)]
    return None


def _table(rows: Sequence[Sequence[str]]) -> Table | None:
    if len(rows) < _FEWEST:
        return None
    grid = SpanGrid()
    for row in rows:
        grid.next_row()
        for words in row:
            grid.add(words)
    return grid.table()
