"""Finds ruled tables on a PDF page: the lines drawn make a grid, a missing line between two places merges them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pypdfium2

from intake.readers.marks import doubt_of
from intake.readers.pdf.pdf_characters import Glyph
from intake.readers.pdf.pdf_glyphs import text_of
from intake.readers.pdf.pdf_strokes import Stroke, strokes_on
from model.document import Table, TableCell

_NEAR: Final = 3.0
"""Points; lines closer than this are one, ends closer than this touch."""
_NEXT: Final = 2
"""Cells that words touch which run over one rule."""
_ONE_ROW: Final = 2
"""Cells that make a single ruled row a table: the last row of one, alone on its page; a frame around words has one."""
_THROUGH: Final = (0.33, 0.62)
"""Of a character's height: where a line strikes it out; one that only underlines it is lower."""
_TOLD: Final = 20
"""Characters of what is not seen that are told."""
_ONE_BY_ONE: Final = 3
"""Characters, from which on a word may have been drawn one by one."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table found on a page and where it stands."""

    table: Table
    top: float
    bottom: float


def ruled_tables(page: pypdfium2.PdfPage, glyphs: Sequence[Glyph]) -> tuple[list[Ruled], list[Glyph]]:
    """Return the ruled tables of a page and the characters outside them; none of what is struck out is left there."""
    level, upright = strokes_on(page)
    tables: list[Ruled] = []
    rest = list(_with_strikes(glyphs, level, upright))
    for rows, columns in _grids(level, upright):
        made, rest = _table(rows, columns, level, upright, rest)
        if made is not None:
            tables.append(made)
    return tables, [glyph for glyph in rest if not glyph.struck]


def _with_strikes(
    glyphs: Iterable[Glyph], level: Sequence[Stroke], upright: Sequence[Stroke]
) -> Iterator[Glyph]:
    """The characters, marked where a line that is no rule of a table goes through their middle."""
    lines = sorted(level, key=lambda line: line.at)
    places = [line.at for line in lines]
    for glyph in glyphs:
        low, high = (glyph.bottom + part * (glyph.top - glyph.bottom) for part in _THROUGH)
        across = lines[bisect_left(places, low) : bisect_right(places, high)]
        struck = any(
            line.start <= glyph.middle[0] <= line.end and not any(_touch(line, post) for post in upright)
            for line in across
        )
        yield replace(glyph, struck=True) if struck else glyph


def _grids(level: Sequence[Stroke], upright: Sequence[Stroke]) -> Iterator[tuple[list[float], list[float]]]:
    """The levels and uprights of each group of lines that hang together, where they make a grid."""
    for lines, posts in _hanging_together(level, upright):
        rows = _places(
            [*(line.at for line in lines), *(end for post in posts for end in (post.start, post.end))]
        )
        columns = _places(
            [*(post.at for post in posts), *(end for line in lines for end in (line.start, line.end))]
        )
        if (len(rows) >= 3 and len(columns) >= 3) or (len(rows) == 2 and len(columns) > _ONE_ROW):
            yield rows, columns


def _hanging_together(
    level: Sequence[Stroke], upright: Sequence[Stroke]
) -> list[tuple[list[Stroke], set[Stroke]]]:
    """The groups of levels that uprights join, each with these."""
    groups: list[tuple[list[Stroke], set[Stroke]]] = []
    for lines in _chains(level):
        posts = {post for post in upright for line in lines if _touch(line, post)}
        joined = [group for group in groups if group[1] & posts]
        groups = [group for group in groups if not group[1] & posts]
        groups.append(
            (
                lines + [line for others, _ in joined for line in others],
                posts.union(*(own for _, own in joined)),
            )
        )
    return groups


def _chains(level: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Levels that are drawn in pieces, each beginning where the one before ends, also where no upright stands."""
    chain: list[Stroke] = []
    for line in sorted(level, key=lambda line: (round(line.at / _NEAR), line.start)):
        if chain and (abs(line.at - chain[-1].at) > _NEAR or line.start - chain[-1].end > _NEAR):
            yield chain
            chain = []
        chain.append(line)
    if chain:
        yield chain


def _touch(line: Stroke, post: Stroke) -> bool:
    across = line.start - _NEAR <= post.at <= line.end + _NEAR
    return across and post.start - _NEAR <= line.at <= post.end + _NEAR


def _places(values: Iterable[float]) -> list[float]:
    """Places that are more than `_NEAR` apart, ascending."""
    places: list[list[float]] = []
    for value in sorted(values):
        if places and value - places[-1][-1] <= _NEAR:
            places[-1].append(value)
        else:
            places.append([value])
    return [sum(near) / len(near) for near in places]


def _table(
    rows: list[float],
    columns: list[float],
    level: Sequence[Stroke],
    upright: Sequence[Stroke],
    glyphs: Sequence[Glyph],
) -> tuple[Ruled | None, list[Glyph]]:
    """The table on a grid, and the characters that are not in it."""
    heads = _merged(rows, columns, level, upright)
    down, across = len(rows) - 1, len(columns) - 1
    places = [
        heads.get((_index(rows, glyph.middle[1]), _index(columns, glyph.middle[0]))) for glyph in glyphs
    ]
    crossing = list(_crossing(glyphs, places))
    inside: dict[tuple[int, int], list[Glyph]] = {}
    rest = []
    begun = {word[0].run: touched[0] for word, touched in crossing}
    for glyph, place in zip(glyphs, places, strict=True):
        place = begun.get(glyph.run, place)
        if place is not None:
            inside.setdefault(place, []).append(glyph)
        else:
            rest.append(glyph)
    if not inside:
        return None, list(glyphs)
    beyond: dict[tuple[int, int], list[str]] = {}
    for word, touched in crossing:
        text = "".join(glyph.text for glyph in word)
        # Words that reach from their cell into the next hide no number there.
        for place in touched if len(touched) > _NEXT or any(map(str.isdecimal, text)) else touched[:1]:
            beyond.setdefault(place, []).append(text)
    cells = tuple(sorted(_cells(heads, inside, beyond, down), key=lambda cell: (cell.row, cell.column)))
    return Ruled(Table(down, across, cells), rows[-1], rows[0]), rest


def _merged(
    rows: Sequence[float], columns: Sequence[float], level: Sequence[Stroke], upright: Sequence[Stroke]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Each place of a grid → the place that stands for its cell: where no line parts two, they are one."""
    down, across = len(rows) - 1, len(columns) - 1
    heads = {(row, column): (row, column) for row in range(down) for column in range(across)}
    for row in range(down):
        middle = (rows[row] + rows[row + 1]) / 2
        for column in range(1, across):
            if not _crossed(upright, columns[column], middle):
                _merge(heads, (row, column - 1), (row, column))
    for column in range(across):
        middle = (columns[column] + columns[column + 1]) / 2
        for row in range(1, down):
            if not _crossed(level, rows[row], middle):
                _merge(heads, (row - 1, column), (row, column))
    return heads


def _crossing(
    glyphs: Sequence[Glyph], places: Sequence[tuple[int, int] | None]
) -> Iterator[tuple[list[Glyph], list[tuple[int, int]]]]:
    """The words that go over the rules between cells, or out of the table, each with the cells that it touches in turn.

    Of a word whose characters are drawn one by one, two stand in one cell: a digit in each of several is none.
    """
    words: dict[int, list[tuple[Glyph, tuple[int, int] | None]]] = {}
    for glyph, place in zip(glyphs, places, strict=True):
        if glyph.run:
            words.setdefault(glyph.run, []).append((glyph, place))
    for word in words.values():
        every = [place for _, place in word]
        touched = [place for place in dict.fromkeys(every) if place is not None]
        if touched and len(set(every)) > 1 and (len(set(every)) < len(every) or len(every) < _ONE_BY_ONE):
            yield [glyph for glyph, _ in word], touched


def _crossed(lines: Sequence[Stroke], at: float, along: float) -> bool:
    return any(
        abs(line.at - at) <= _NEAR and line.start - _NEAR <= along <= line.end + _NEAR for line in lines
    )


def _merge(
    heads: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]
) -> None:
    kept, gone = sorted((heads[one], heads[other]))
    if kept != gone:
        for place, head in heads.items():
            if head == gone:
                heads[place] = kept


def _index(places: Sequence[float], value: float) -> int:
    for index in range(len(places) - 1):
        if places[index] <= value < places[index + 1]:
            return index
    return -1


def _cells(
    heads: dict[tuple[int, int], tuple[int, int]],
    inside: dict[tuple[int, int], list[Glyph]],
    beyond: dict[tuple[int, int], list[str]],
    down: int,
) -> Iterator[TableCell]:
    """The merged places as cells; rows count from the top here, from the foot in `heads`."""
    areas: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, head in heads.items():
        areas.setdefault(head, []).append(place)
    for head, places in areas.items():
        low, high = min(row for row, _ in places), max(row for row, _ in places)
        left, right = min(column for _, column in places), max(column for _, column in places)
        text, struck = (
            text_of(glyph for glyph in inside.get(head, ()) if glyph.struck is gone) for gone in (False, True)
        )
        hidden = "".join(glyph.text for glyph in inside.get(head, ()) if glyph.hidden and not glyph.struck)
        others = [f"可能不显示的“{hidden[:_TOLD]}”"] if hidden else []
        others += [f"越出格线的“{word[:_TOLD]}”" for word in beyond.get(head, ())]
        doubt = doubt_of(text, struck=struck, others=others)
        yield TableCell(down - 1 - high, left, text, high - low + 1, right - left + 1, doubt=doubt)
