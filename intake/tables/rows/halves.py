"""Tables whose second half of rows stands beside the first, under the heads again: they are read one below the other."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from intake.figures import FigureKind
from intake.page.flow import Piece, Row, is_number
from intake.plain_words import plain
from intake.tables.vocabulary import is_whole, weight
from model.form import FormTable

_FEWEST: Final = 3
"""Heads of a row, or rows with a label of the form, that stand on either side of the middle where these are halves."""


def one_below_the_other(table: FormTable, rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a table, those of each half that stands beside another behind those of that other.

    A table that goes on over pages has its first half on all of them.
    """
    parts = [list(part) for _, part in groupby(rows, key=lambda row: row.table)]
    begins: list[int] = []
    for place, part in enumerate(parts):
        as_wide = [
            begins[before]
            for before in range(place)
            if begins[before] and parts[before][0].columns == part[0].columns
        ]
        known = as_wide[-1:] or [_begin_of_half(table, part, halved=any(begins))]
        begins.append(known[0] if part[0].table >= 0 else 0)
    if not any(begins):
        return list(rows)
    last = max(place for place, begin in enumerate(begins) if begin)
    both = list(zip(parts, begins, strict=True))
    first = [row for part, begin in both[: last + 1] for row in (_columns(part, 0, begin) if begin else part)]
    widest = max(part[0].columns - begin for part, begin in both if begin)
    second = [
        row if part[0].columns - begin == widest else replace(row, uneven=True)
        for part, begin in both
        if begin
        for row in _columns(part, begin, part[0].columns)
    ]
    return [*first, *second, *(row for part in parts[last + 1 :] for row in part)]


def _begin_of_half(table: FormTable, rows: Sequence[Row], *, halved: bool) -> int:
    """The column with which a second half begins: the same heads come again, or labels stand on both sides of the middle.

    0 where there is none. `halved`: the pages before have halves; then one label behind numbers tells that there are two, and
    where, unless the middle does. A serial number before the first label is no number of the first half.
    """
    twice = [heads for row in rows if (heads := _heads_twice(row))]
    if twice and all(_leave_room(*heads) for heads in twice):
        return min(max(again.column - first.column, last.column + 1) for first, last, again in twice)
    middle, odd = divmod(rows[0].columns, 2)
    if halved:
        behind = [column for row in rows if (column := _label_behind(table, row)) > middle // 2]
        return middle if not odd and max(behind, default=0) >= middle else min(behind, default=0)
    beside = sum(_has_label_beside(table, row, middle) for row in rows)
    return middle if not odd and beside >= _FEWEST else 0


def _has_label_beside(table: FormTable, row: Row, middle: int) -> bool:
    """Whether a row has labels of the form on both sides of the middle, and numbers between them."""
    labels = [piece.column for piece in row.pieces if _is_label(table, piece)]
    numbers = (
        any(is_number(piece) and labels[0] < piece.column < middle for piece in row.pieces)
        if labels
        else False
    )
    return numbers and labels[0] < middle <= labels[-1]


def _label_behind(table: FormTable, row: Row) -> int:
    """The column with which the last words begin behind a row's numbers that are a label of the form; 0 where there are none."""
    numbers = [piece.column for piece in row.pieces if is_number(piece)]
    behind = [
        piece for piece in row.pieces if numbers and piece.column > numbers[0] and _is_label(table, piece)
    ]
    if not behind:
        return 0
    before = max(column for column in numbers if column < behind[-1].column)
    words = (piece.column for piece in row.pieces if piece.column > before and weight(table, piece.text))
    return min(words)


def _is_label(table: FormTable, piece: Piece) -> bool:
    return piece.kind is FigureKind.WORDS and is_whole(table, piece.text)


def _heads_twice(row: Row) -> tuple[Piece, Piece, Piece] | None:
    """Of a row of nothing but words that has the same heads twice the first of them, the last, and the first of the others.

    A merged head written into each of its places is one.
    """
    heads = [next(same) for _, same in groupby(row.filled, key=lambda piece: plain(piece.text))]
    half, odd = divmod(len(heads), 2)
    words = [plain(piece.text) for piece in heads]
    alike = not odd and half >= _FEWEST and words[:half] == words[half:]
    if not alike or len(set(words)) < half or any(map(is_number, heads)):
        return None
    return heads[0], heads[half - 1], heads[half]


def _leave_room(first: Piece, last: Piece, again: Piece) -> bool:
    """Whether labels have a place before heads that come again: others count more of the same rows, as another year's cases."""
    return last.column + last.span < again.column or last.column < again.column - first.column


def _columns(rows: Sequence[Row], begin: int, end: int) -> list[Row]:
    """The part of rows between two columns, as a table of its own; which cell a row is short of, nobody can tell."""
    return [
        replace(row, pieces=pieces, text=_text_of(pieces), columns=end - begin, uneven=_is_short(row))
        for row in rows
        if (
            pieces := tuple(
                replace(piece, column=piece.column - begin)
                for piece in row.pieces
                if begin <= piece.column < end
            )
        )
    ]


def _is_short(row: Row) -> bool:
    return row.pieces[-1].column + row.pieces[-1].span < row.columns


def _text_of(pieces: Sequence[Piece]) -> str:
    return "　".join(" ".join(piece.text.split()) for piece in pieces if piece.text.strip())
