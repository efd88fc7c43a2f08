"""The order in which a page names a table's groups, where only the order of its words tells it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from intake.figures import FigureKind
from intake.page.flow import Piece, Row
from intake.plain_words import plain
from intake.tables.groups.group_shape import GroupReading, GroupShape, head_named, number_of
from intake.tables.sums import agrees
from model.form import FormTable
from model.import_state import ImportState


def in_the_pages_order(
    table: FormTable, rows: Sequence[Row], reading: GroupReading, shape: GroupShape
) -> GroupReading:
    """Return a reading by order with its groups put where the form has them; doubtful where nobody can tell their order."""
    words = [word for word, _ in groupby(_words(rows))]
    order = _order_of_groups(table, words, shape)
    if reading.pieces is None or order == list(range(len(shape.groups))):
        return reading
    if order is None:
        return replace(reading, state=ImportState.DOUBTFUL) if _are_astray(table, rows) else reading
    told = list(shape.grouped(reading.pieces))
    groups: list[Sequence[Piece]] = [told[order.index(group)] for group in range(len(shape.groups))]
    sure = all(agrees([number_of(piece) for piece in group]) for group in groups)
    pieces = [piece for group in groups for piece in group]
    return replace(reading, pieces=pieces, state=reading.state if sure else ImportState.DOUBTFUL)


def _words(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        for piece in row.filled:
            if piece.kind is FigureKind.WORDS:
                yield from map(plain, piece.text.split())


def _order_of_groups(table: FormTable, words: Sequence[str], shape: GroupShape) -> list[int] | None:
    """The form's groups as the words name them, each once; None where one lacks, or groups have columns in orders of their own.

    Of the heads over several groups each is named, or none: a group stands with the others under its own.
    """
    paths = [tuple(map(plain, row.label)) for row in table.bands[0].rows]
    names = {name for path in paths for name in (path[0], path[-1])}
    places = {name: words.index(name) for name in names if words.count(name) == 1}
    heads = [name for word in words if (name := head_named(word, shape))][-shape.count :]
    alike = len(heads) < shape.count or len({tuple(group) for group in shape.grouped(heads)}) == 1
    upper = all(path[0] in places for path in paths)
    known = upper or not any(path[0] in words for path in paths if len(path) > 1)
    if not alike or not known or any(path[-1] not in places for path in paths):
        return None
    return sorted(
        range(len(paths)), key=lambda group: (upper and places[paths[group][0]], places[paths[group][-1]])
    )


def _are_astray(table: FormTable, rows: Sequence[Row]) -> bool:
    """Whether rows name the groups, or those over them, in another order than the form's."""
    words = plain("".join(piece.text for row in rows for piece in row.filled))
    for level in (0, -1):
        names = dict.fromkeys(plain(row.label[level]) for row in table.bands[0].rows)
        places = [words.find(name) for name in names if name in words]
        if places != sorted(places):
            return True
    return False
