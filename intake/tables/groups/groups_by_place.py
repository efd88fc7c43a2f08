"""Reads a table of groups by the places of its heads: under them in a real table, or beside them where it runs down."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from intake.figures import FigureKind
from intake.page.flow import Piece, Row, is_number
from intake.tables.columns.heads import above
from intake.tables.groups.group_names import group_in
from intake.tables.groups.group_shape import BLANK, GroupReading, GroupShape, head_of, order_of
from model.import_state import ImportState


class _Head(NamedTuple):
    """A head of a column with its row and the form's name of it."""

    row: Row
    piece: Piece
    name: str

    def goes_on_in(self, other: "_Head") -> bool:
        """Return whether another stands right below this one: a merged head may be written into each of its places."""
        place, below = (self.piece.column, self.piece.span), (other.piece.column, other.piece.span)
        beneath = other.row.number == self.row.number + 1 and other.row.table == self.row.table
        return beneath and place == below and self.name == other.name


def under_heads(rows: Sequence[Row], shape: GroupShape) -> GroupReading | None:
    """Return the reading by the heads' places in a real table: a head for each cell, and one row of numbers under them."""
    heads = _heads_side_by_side(rows, shape)
    if heads is None:
        return None
    places = [head.piece for head in heads]
    order = order_of([head.name for head in heads], shape)
    groups = _group_order(rows, places, shape)
    last = max(head.row.number for head in heads)
    data = [row for row in rows if row.number > last and any(map(is_number, row.pieces))]
    if order is None or groups is None or len(data) != 1:
        return None
    above_all = [row for row in rows if row.number <= last]
    under = _each_under_one(_without_columns_of_own(data[0], above_all, places), places)
    if under is None:
        return None
    # Of a row with fewer cells than heads nobody can tell which is not there.
    short = _end_of(data[0].pieces) < max(_end_of(row.pieces) for row in above_all)
    placed = list(shape.grouped([under[place] for place in order]))
    pieces = [piece for group in groups for piece in placed[group]]
    return GroupReading(pieces, ImportState.DOUBTFUL if short else ImportState.READ)


def _heads_side_by_side(rows: Sequence[Row], shape: GroupShape) -> list[_Head] | None:
    """The heads of one real table from left to right, None where they are not one a cell or stand above each other."""
    every = [
        _Head(row, piece, name) for row in rows for piece in row.pieces if (name := head_of(piece, shape))
    ]
    heads = [head for head in every if not any(map(head.goes_on_in, every))]
    if len(heads) != shape.count or len({head.row.table for head in heads}) != 1 or heads[0].row.table < 0:
        return None
    heads.sort(key=lambda head: head.piece.column)
    apart = all(one.piece.column + one.piece.span <= other.piece.column for one, other in pairwise(heads))
    return heads if apart else None


def _each_under_one(row: Row, heads: Sequence[Piece]) -> list[Piece] | None:
    """What stands under each head, None where a number stands under none or several, or a head over several."""
    under: list[Piece] = []
    for head in heads:
        standing = [piece for piece in row.filled if above((head.column, head.span), piece)]
        if len(standing) > 1:
            return None
        under.append(standing[0] if standing else BLANK)
    told = [piece for piece in under if piece is not BLANK]
    astray = any(piece not in told for piece in row.pieces if is_number(piece))
    return None if len(set(told)) != len(told) or astray else under


def _without_columns_of_own(row: Row, heads: Sequence[Row], places: Sequence[Piece]) -> Row:
    """The row without what stands beside the form's columns, under words of the office's own."""
    strange = [
        (piece.column, piece.span)
        for line in heads
        for piece in line.filled
        if not any(above((piece.column, piece.span), place) for place in places)
    ]
    own = [piece for piece in row.pieces if any(above(place, piece) for place in strange)]
    return replace(row, pieces=tuple(piece for piece in row.pieces if piece not in own))


def _end_of(pieces: Sequence[Piece]) -> int:
    return max(piece.column + piece.span for piece in pieces)


def _group_order(rows: Sequence[Row], heads: Sequence[Piece], shape: GroupShape) -> list[int] | None:
    """Which place each of the form's groups has on the page; the form's order where their heads do not tell."""
    size = len(shape.names)
    found: dict[str, Piece] = {}
    for piece in (piece for row in rows for piece in row.filled if piece.kind is FigureKind.WORDS):
        group = group_in(piece.text, shape)
        if group is not None:
            found[shape.groups[group]] = _with_its_other_places(found.get(shape.groups[group]), piece)
    if len(found) < len(shape.groups):
        return list(range(len(shape.groups)))
    places = {
        name: [
            group
            for group in range(len(shape.groups))
            if above((piece.column, piece.span), heads[group * size])
        ]
        for name, piece in found.items()
    }
    told = [place[0] for place in places.values() if len(place) == 1]
    if len(set(told)) == len(places):
        return [places[name][0] for name in shape.groups]
    in_order = sorted(shape.groups, key=lambda name: found[name].column)
    return list(range(len(shape.groups))) if in_order == list(shape.groups) else None


def _with_its_other_places(before: Piece | None, piece: Piece) -> Piece:
    """A head with what stands beside it in the same words: a merged one may be written into each of its places."""
    beside = before is not None and (before.text, before.column + before.span) == (piece.text, piece.column)
    return replace(piece, column=before.column, span=before.span + piece.span) if before and beside else piece


def down(rows: Sequence[Row], shape: GroupShape) -> GroupReading | None:
    """Return the reading of a column a group, or of a number a row: each row of a real table has one head before its values."""
    lines = _headed(rows, shape)
    order = order_of([name for name, _ in lines], shape) if lines else None
    size, groups = len(shape.names), len(shape.groups)
    if not lines or order is None or len(lines) not in (size, shape.count):
        return None
    across = groups if len(lines) == size else 1
    cells = [lines[place][1] for place in order]
    columns = _heads_of_groups(rows, shape)
    if across == groups and columns:
        return _under_groups(cells, columns, shape)
    for values in cells:
        if len(values) < across or any(piece.kind is not FigureKind.BLANK for piece in values[across:]):
            return None
    return GroupReading([values[group] for group in range(across) for values in cells])


def _headed(rows: Sequence[Row], shape: GroupShape) -> list[tuple[str, list[Piece]]] | None:
    """The head and the values behind it of each row of a real table that has one, None where numbers have none or several."""
    lines: list[tuple[str, list[Piece]]] = []
    for row in rows:
        heads = [(place, name) for place, piece in enumerate(row.pieces) if (name := head_of(piece, shape))]
        if row.table < 0 or len(heads) > 1 or (not heads and any(map(is_number, row.pieces))):
            return None
        for place, name in heads:
            lines.append(
                (name, [piece for piece in row.pieces[place + 1 :] if piece.kind is not FigureKind.UNIT])
            )
    return lines


def _heads_of_groups(rows: Sequence[Row], shape: GroupShape) -> dict[int, Piece]:
    """Where the groups are named, in rows that have no head of their own."""
    return {
        group: piece
        for row in rows
        if not any(head_of(piece, shape) for piece in row.pieces)
        for piece in row.filled
        if (group := group_in(piece.text, shape)) is not None
    }


def _under_groups(
    cells: Sequence[Sequence[Piece]], columns: Mapping[int, Piece], shape: GroupShape
) -> GroupReading | None:
    """The reading of a column a group, each under its name; None where two numbers stand under one."""
    found: list[Piece] = []
    for group in range(len(shape.groups)):
        head = columns.get(group)
        for values in cells:
            under = [
                p
                for p in values
                if head is not None and above((head.column, head.span), p) and p.text.strip()
            ]
            if len(under) > 1:
                return None
            found.append(under[0] if under else BLANK)
    return GroupReading(found)
