"""Finds the numbers of a table that is one printed row under groups of heads (form 2019 and 2021: table 四).

Under the heads of a real table each number has its place; elsewhere the values are taken in their order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from intake.figures import FigureKind, figure_of, is_share, value_of
from intake.page.flow import Piece, Row, is_number
from intake.plain_words import core, plain
from intake.tables.found import Found, doubt_sums
from intake.tables.groups.group_order import in_the_pages_order
from intake.tables.groups.group_shape import GroupReading, GroupShape, head_named, head_of, number_of
from intake.tables.groups.groups_by_name import beside_names
from intake.tables.groups.groups_by_order import in_order, prove
from intake.tables.groups.groups_by_place import down, under_heads
from intake.tables.groups.own_rows import without_own
from intake.tables.groups.words_in_groups import with_words_marked
from intake.tables.remainder import in_words, remainders
from intake.tables.rows.entries import is_strange
from intake.tables.sums import seem_moved
from intake.tables.vocabulary import is_scrap, is_torn, targets_of, weight
from model.form import Form, FormTable
from model.import_state import ImportState

_MOST_TOLD: Final = 4
"""Possible readings that are shown."""
_HEAD: Final = 12
"""Characters of a head, however an office words it."""
_FOREIGN: Final = 2
"""Short words of no form above the numbers, from which on they are heads of the office's own."""


def find_groups(form: Form, table: FormTable, rows: Sequence[Row]) -> Found:
    """Return the cells that the rows give, whether they run across, down, or in one table a group."""
    found = Found()
    target = targets_of(table)[0]
    band = table.bands[0]
    shape = GroupShape(
        tuple(plain(column.name) for column in band.columns), tuple(plain(row.name) for row in band.rows)
    )
    every = rows
    rows = without_own(rows)
    shape = replace(shape, told=frozenset(map(core, _words(rows))) & frozenset(shape.names))
    rows, reading = _read(table, rows, shape)
    reading = _unless_moved(reading, rows, shape)
    if reading.pieces is None:
        numbers = [piece for row in rows for piece in row.filled if is_number(piece)]
        _tell(found, target.keys, numbers or _strange(table, rows, shape), reading.ways)
        return found
    words = "\n".join(row.text for row in rows if any(piece in row.pieces for piece in reading.pieces))
    found.sources = dict.fromkeys(target.keys, words)
    # What only sums have placed may lack a nought as well as a blank cell.
    whole = reading.state is ImportState.READ or not any(map(is_number, reading.pieces))
    for key, piece in zip(target.keys, reading.pieces, strict=True):
        if piece.kind is FigureKind.BLANK:
            found.states[key] = ImportState.MISSING if whole else ImportState.DOUBTFUL
            continue
        value, sure = value_of(figure_of(piece.text), form.cells[key].kind)
        found.put(form.cells[key], piece.told, value, reading.state, sure=sure and not piece.doubt)
    _account(found, target.keys, [*rows, *(row for row in every if row not in rows)], reading.pieces)
    doubt_sums(form, found, in_lines=all(row.table < 0 for row in rows))
    return found


def _words(rows: Sequence[Row]) -> Iterator[str]:
    return (part for row in rows for piece in row.filled for part in piece.text.split())


def _read(table: FormTable, rows: Sequence[Row], shape: GroupShape) -> tuple[Sequence[Row], GroupReading]:
    """What the rows tell by places or names, else by their order, for which words in numbers' places are marked in them."""
    reading = under_heads(rows, shape) or down(rows, shape) or beside_names(rows, shape)
    if reading is not None:
        return rows, reading
    ordered = replace(shape, ordered=_is_ordered(table, rows, shape))
    marked = with_words_marked(
        rows,
        shape.count,
        lambda word: bool(head_named(word, shape)),
        lambda word: is_strange(table, word),
    )
    reading = in_the_pages_order(table, marked, in_order(marked, ordered), shape)
    doubtful = marked is not rows or (_heads_of_own(table, rows) and not _is_proven(reading, shape))
    return marked, replace(reading, state=ImportState.DOUBTFUL) if doubtful else reading


def _account(found: Found, keys: Sequence[str], rows: Sequence[Row], pieces: Sequence[Piece]) -> None:
    """Tell which numbers of the rows came to no cell; cells that are blank are doubtful then."""
    told = {row: [piece.text for piece in pieces] for row in rows}
    for row, numbers in remainders(rows, told):
        found.unread.append(in_words(row, numbers))
        for key in keys:
            if found.values.get(key) is None:
                found.states[key] = ImportState.DOUBTFUL
                found.sources[key] = row.text


def _strange(table: FormTable, rows: Sequence[Row], shape: GroupShape) -> list[Piece]:
    """Short words of no form under the last heads of a real table: they stand where its numbers should."""
    headed = [row for row in rows if any(head_of(piece, shape) for piece in row.pieces)]
    return [
        piece
        for row in rows
        if headed and row.table == headed[-1].table >= 0 and row.number > headed[-1].number
        for piece in row.filled
        if len(plain(piece.text)) <= _HEAD and not _is_of_form(table, piece.text)
    ]


def _is_of_form(table: FormTable, word: str) -> bool:
    return bool(weight(table, word) or is_scrap(table, word) or is_torn(table, word))


def _tell(
    found: Found, keys: Sequence[str], pieces: Sequence[Piece], ways: Sequence[Sequence[Piece]]
) -> None:
    """What cannot be placed: all cells are doubtful, and the readings that are possible are shown."""
    numbers = [piece.told for piece in pieces]
    if not numbers:
        return
    found.states = dict.fromkeys(keys, ImportState.DOUBTFUL)
    found.sources = dict.fromkeys(keys, " ".join(numbers))
    found.unread.append(" ".join(numbers))
    for way in ways[:_MOST_TOLD]:
        found.unread.append("可能是：" + " ".join(piece.text.strip() or "□" for piece in way))


def _unless_moved(reading: GroupReading, rows: Sequence[Row], shape: GroupShape) -> GroupReading:
    """Doubtful where a cell lacks, on a line that is uneven or before a total that is not there."""
    if reading.pieces is None:
        return reading
    told = sum(map(is_number, reading.pieces))
    uneven = told < shape.count and any(row.uneven and any(map(is_number, row.pieces)) for row in rows)
    values = [number_of(piece) for piece in reading.pieces]
    moved = values[-1] is None and seem_moved(shape.grouped(values))
    share = any(is_share(piece.text) for piece in reading.pieces)
    doubtful = uneven or moved or share
    return replace(reading, state=ImportState.DOUBTFUL) if doubtful else reading


def _is_ordered(table: FormTable, rows: Sequence[Row], shape: GroupShape) -> bool:
    """Whether the heads above the first number, as far as they are told, are the form's, in its order."""
    heads = list(_above_numbers(rows))
    wanted = iter(shape.wanted)
    known = [name for *_, word in heads if (name := head_named(word, shape))][-shape.count :]
    return _heads_of_own(table, rows) < _FOREIGN and all(name in wanted for name in known)


def _heads_of_own(table: FormTable, rows: Sequence[Row]) -> int:
    """How many short words of no form stand above the first number; a merged head written into each of its places is one."""
    heads = set(_above_numbers(rows))
    return sum(len(plain(word)) <= _HEAD and not _is_of_form(table, word) for *_, word in heads)


def _above_numbers(rows: Sequence[Row]) -> Iterator[tuple[int, int, str]]:
    """The words above the first number, each with its column and its place in it."""
    for row in takewhile(lambda row: not any(map(is_number, row.pieces)), rows):
        for piece in row.filled:
            yield from ((piece.column, place, word) for place, word in enumerate(piece.text.split()))


def _is_proven(reading: GroupReading, shape: GroupShape) -> bool:
    """Whether sums tell the place of each number: beside a column of the office's own one that lacks leaves as many as cells."""
    pieces = reading.pieces or ()
    return shape.adds_up([number_of(piece) for piece in pieces]) and prove(pieces, shape)
