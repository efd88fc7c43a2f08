"""Reads a table of groups by the places of its heads: under them in a real table, or beside them where it runs down."""

from collections.abc import Mapping, Sequence

from intake.figures import FigureKind
from intake.page.flow import Piece, Row, is_number
from intake.tables.columns.heads import above
from intake.tables.groups.group_names import group_in
from intake.tables.groups.group_shape import BLANK, GroupReading, GroupShape, head_of, order_of
from model.import_state import ImportState


def under_heads(rows: Sequence[Row], shape: GroupShape) -> GroupReading | None:
    """Return the reading by the heads' places in a real table: a head for each cell, and one row of numbers under them."""
    heads = [(row, piece, name) for row in rows for piece in row.pieces if (name := head_of(piece, shape))]
    if len(heads) != shape.count or len({row.table for row, _, _ in heads}) != 1 or heads[0][0].table < 0:
        return None
    heads.sort(key=lambda head: head[1].column)
    ends = [piece.column + piece.span for _, piece, _ in heads]
    if any(end > piece.column for end, (_, piece, _) in zip(ends, heads[1:], strict=False)):
        return None
    order = order_of([name for _, _, name in heads], shape)
    groups = _group_order(rows, [piece for _, piece, _ in heads], shape)
    last = max(row.number for row, _, _ in heads)
    data = [row for row in rows if row.number > last and any(map(is_number, row.pieces))]
    if order is None or groups is None or len(data) != 1:
        return None
    under: list[Piece] = []
    for _, head, _ in heads:
        standing = [piece for piece in data[0].filled if above((head.column, head.span), piece)]
        if len(standing) > 1:
            return None
        under.append(standing[0] if standing else BLANK)
    told = [piece for piece in under if piece is not BLANK]
    if len(set(told)) != len(told) or any(piece not in told for piece in data[0].pieces if is_number(piece)):
        return None
    size = len(shape.names)
    placed = [under[place] for place in order]
    # Of a row with fewer cells than heads nobody can tell which is not there.
    short = max(piece.column + piece.span for piece in data[0].pieces) < max(ends)
    state = ImportState.DOUBTFUL if short else ImportState.READ
    return GroupReading(
        [piece for group in groups for piece in placed[group * size : (group + 1) * size]], state
    )


def _group_order(rows: Sequence[Row], heads: Sequence[Piece], shape: GroupShape) -> list[int] | None:
    """Which place each of the form's groups has on the page; the form's order where their heads do not tell."""
    size = len(shape.names)
    found = {
        shape.groups[group]: piece
        for row in rows
        for piece in row.filled
        if piece.kind is FigureKind.WORDS and (group := group_in(piece.text, shape)) is not None
    }
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
    if all(len(place) == 1 for place in places.values()) and len({p[0] for p in places.values()}) == len(
        places
    ):
        return [places[name][0] for name in shape.groups]
    in_order = sorted(shape.groups, key=lambda name: found[name].column)
    return list(range(len(shape.groups))) if in_order == list(shape.groups) else None


def down(rows: Sequence[Row], shape: GroupShape) -> GroupReading | None:
    """Return the reading of a column a group, or of a number a row: each row of a real table has one head before its values."""
    lines: list[tuple[str, list[Piece]]] = []
    columns: dict[int, Piece] = {}
    for row in rows:
        heads = [(place, name) for place, piece in enumerate(row.pieces) if (name := head_of(piece, shape))]
        if row.table < 0 or len(heads) > 1:
            return None
        if heads:
            place, name = heads[0]
            lines.append((name, [p for p in row.pieces[place + 1 :] if p.kind is not FigureKind.UNIT]))
        elif any(map(is_number, row.pieces)):
            return None
        else:
            columns |= {
                group: piece for piece in row.filled if (group := group_in(piece.text, shape)) is not None
            }
    order = order_of([name for name, _ in lines], shape) if lines else None
    if order is None:
        return None
    size, groups = len(shape.names), len(shape.groups)
    across = groups if len(lines) == size else 1
    if len(lines) not in (size, shape.count):
        return None
    cells = [lines[place][1] for place in order]
    if across == groups and columns:
        return _under_groups(cells, columns, shape)
    if any(
        len(values) < across or any(p.kind is not FigureKind.BLANK for p in values[across:])
        for values in cells
    ):
        return None
    return GroupReading([cells[index][group] for group in range(across) for index in range(len(cells))])


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
