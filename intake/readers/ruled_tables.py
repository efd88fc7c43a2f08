"""Tables with rules of their columns' widths, `--- ---`, as a text draws them: around all rows, or below the heads.

Heads above a rule are the table's, since only they tell which column is which.
"""

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
_GAPS: Final = re.compile(r"\S[ \u3000\t]{2,}\S")
_MOST_HEADS: Final = 12
"""Lines of the heads of a table."""
_FAR: Final = 200
"""Lines within which a table ends that has a rule below."""


def ruled_table(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    """Return the table that begins on a line, and the line behind it; None, and how far it was sought."""
    rule = _rule_of(lines, start)
    if rule is None:
        return None, start
    edges = [match.start() for match in _RUN.finditer(lines[rule])]
    heads = [_cut(line, edges) for line in lines[start:rule] if not _CLOSING.fullmatch(line)]
    told: list[Sequence[str]] = []
    bottom = end = rule
    while (end := end + 1) < len(lines) and not _ends(lines, rule, end):
        blank = not lines[end].strip()
        if blank and bottom < end:
            below = _bottom(lines, rule, end)
            if below is None:
                break
            bottom = below
        cells = [] if blank or _RULE.fullmatch(lines[end]) else _cut(lines[end], edges)
        if cells is None:
            return None, end
        told.append(cells)
    closed = end < len(lines) and bool(lines[end].strip())
    spaced = closed and any(not line.strip() for line in lines[rule + 1 : end])
    known = [cells for cells in heads if cells is not None]
    if len(known) < len(heads):
        return None, end
    return _table([*_rows(known, spaced=True), *_rows(told, spaced=spaced)]), end + closed


def _rule_of(lines: Sequence[str], start: int) -> int | None:
    """The line with the rule of a table that begins on a line: with it, with heads, or with a rule over all columns."""
    if _RULE.fullmatch(lines[start]):
        return start
    if _CLOSING.fullmatch(lines[start]):
        for place in range(start + 1, min(start + _MOST_HEADS, len(lines))):
            if not lines[place].strip():
                return None
            if _RULE.fullmatch(lines[place]):
                return place if _filled(lines[place]) == lines[start].rstrip() else None
        return None
    ruled = start + 1 < len(lines) and _RULE.fullmatch(lines[start + 1]) is not None
    return start + 1 if ruled and _GAPS.search(lines[start]) else None


def _ends(lines: Sequence[str], rule: int, at: int) -> bool:
    """Whether a line is the rule below a table: nothing stands right behind it, or none like the first follows."""
    if not _is_like(lines[at], lines[rule]):
        return _CLOSING.fullmatch(lines[at]) is not None
    return _is_last(lines, at) or not any(_is_like(later, lines[rule]) for later in lines[at + 1 : at + _FAR])


def _bottom(lines: Sequence[str], rule: int, at: int) -> int | None:
    """Where a table ends that goes on behind a blank line, None where it does not: a rule like its first, or as wide."""
    for place in range(at, min(at + _FAR, len(lines))):
        line = lines[place]
        wide = _CLOSING.fullmatch(line) is not None and line.rstrip() == _filled(lines[rule])
        if (wide or _is_like(line, lines[rule])) and _is_last(lines, place):
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
    """The cells of a line between the edges, None where words stand across one, or where two ways to cut it differ."""
    ways = [cells for wide in AMBIGUOUS if (cells := _cut_so(line, edges, wide)) is not None]
    return ways[0] if ways and all(cells == ways[0] for cells in ways) else None


def _cut_so(line: str, edges: Sequence[int], wide: int) -> list[str] | None:
    # A blank that ends the line shows how far its last sign reaches.
    signs = dict(columns(f"{line}  ", wide))
    places, text = list(signs), "".join(signs.values())
    begins = [bisect_left(places, edge) for edge in edges]
    if any(text[begin - 1] != " " for begin in begins if begin):
        return None
    return [text[begin:end].strip() for begin, end in pairwise([0, *begins[1:], len(text)])]


def _table(rows: Sequence[Sequence[str]]) -> Table | None:
    if len(rows) < _FEWEST:
        return None
    grid = SpanGrid()
    for row in rows:
        grid.next_row()
        for words in row:
            grid.add(words)
    return grid.table()
