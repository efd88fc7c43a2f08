"""Tables of which bars part the cells: what a line's bars are, its border or the edges of blank cells, and where a cell lacks.

Whether a table's lines are opened and closed by a border is decided once for all of them, by what gives most of them the
same number of cells. From then on each place on a line is a column, and a line with another number of cells than the
others has lost one or has one too many: nobody can tell which.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from intake.figures import FigureKind
from intake.page.flow import Piece, Row

BARS: Final = "|｜│┃"
_TAB: Final = "\t"
_SHARE: Final = 0.6
"""Of a text's lines: so many with bars make a table of bars; so many with one number of cells make that its own."""
FILLED_UP: Final = 2
"""Places of a line that holds one cell, and a bar that fills its row up; more are a row's."""
_WIDE: Final = 4
"""One line in so many that is as wide as the others of its kind: rows stand on lines."""
_FEWEST: Final = 3
"""Cells of a line that is a row."""


def has_bar(row: Row) -> bool:
    """Return whether bars part the cells of a row."""
    return any(bar in row.text for bar in BARS)


def has_words(row: Row) -> bool:
    """Return whether words stand in a row, and not only numbers and blanks."""
    return any(piece.kind is FigureKind.WORDS for piece in row.pieces)


def is_a_cell_a_line(rows: Sequence[Row]) -> bool:
    """Whether lines with bars hold a cell each, and not a row, of which all but one cell may be blank."""
    barred = sum(has_bar(row) for row in rows)
    filled = [row for row in rows if row.filled]
    single = sum(len(row.filled) == 1 for row in filled)
    wide = Counter(len(row.pieces) for row in filled if len(row.pieces) > FILLED_UP)
    in_rows = max(wide.values(), default=0) >= len(filled) / _WIDE
    return barred >= len(rows) / 4 and single >= _SHARE * len(filled) and single > 2 and not in_rows


def with_true_cells(run: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows of a table; where bars tell its cells, with the blank ones at the ends of lines, without page numbers.

    Rows with another number of cells than the table has, between bars or tabs, are marked `uneven`.
    """
    if sum(map(has_bar, run)) < _SHARE * len(run):
        width = _width([row for row in run if _TAB in row.line])
        for row in run:
            yield replace(row, uneven=bool(width and _TAB in row.line and row.columns != width))
        return
    lined = [row for row in run if row.table < 0 and row.filled and len(row.pieces) > 1 and has_bar(row)]
    opened, closed = _border(lined)
    whole = {row.number: _with_ends(row, opened=opened, closed=closed) for row in lined}
    width = 0 if is_a_cell_a_line(run) else _width(list(whole.values()))
    for before, row, after in zip([None, *run], run, [*run[1:], None], strict=False):
        between = (before is None or not has_words(before)) and (after is None or has_words(after))
        if between and row.text.strip("-—–－ ").isdecimal():
            yield replace(row, pieces=())
            continue
        row = whole.get(row.number, row)
        yield replace(row, uneven=bool(width and row.number in whole and row.columns != width))


def _border(lines: Sequence[Row]) -> tuple[bool, bool]:
    """Whether a bar at the beginning of a line and one at its end are the table's border, and no blank cell's edge.

    Where the numbers of cells do not tell, lines with words do: those that begin with some, heads that end with some.
    """
    shown = [line.text.strip() for line in lines]
    opened = any(line.text.strip()[0] in BARS for line in lines if has_words(line))
    heads = [line for line in lines if all(piece.kind is FigureKind.WORDS for piece in line.pieces)]
    closed = not heads or any(line.text.strip()[-1] in BARS for line in heads)

    def agreeing(ends: tuple[bool, bool]) -> int:
        before, behind = ends
        counts = Counter(
            _bars(text) - (before and text[0] in BARS) - (behind and text[-1] in BARS) for text in shown
        )
        return max(counts.values(), default=0)

    return max(product((opened, not opened), (closed, not closed)), key=agreeing)


def _bars(text: str) -> int:
    return sum(text.count(bar) for bar in BARS)


def _with_ends(row: Row, *, opened: bool, closed: bool) -> Row:
    """A line with the blank cells that a bar at its beginning or end stands beside, where it is no border."""
    text, pieces = row.text.strip(), row.pieces
    if text[0] in BARS and not opened:
        pieces = (Piece(""), *(replace(piece, column=piece.column + 1) for piece in pieces))
    if text[-1] in BARS and not closed:
        pieces = (*pieces, Piece("", len(pieces)))
    return replace(row, pieces=pieces, columns=len(pieces))


def _width(lines: Sequence[Row]) -> int:
    """The number of cells of a table's lines, 0 where they do not agree on one.

    Lines that are not filled up agree on what stands behind their words instead: merged cells stand there once.
    """
    rows = [line for line in lines if len(line.pieces) >= _FEWEST]
    width, agreeing = _most([line.columns for line in rows])
    _, unfilled = _most([_behind_words(line) for line in rows])
    return width if agreeing >= max(_SHARE * len(rows), unfilled) else 0


def _most(counts: Sequence[int]) -> tuple[int, int]:
    return Counter(counts).most_common(1)[0] if counts else (0, 0)


def _behind_words(row: Row) -> int:
    words = [place for place, piece in enumerate(row.pieces) if piece.kind is FigureKind.WORDS]
    return len(row.pieces) - words[-1] if words else len(row.pieces)
