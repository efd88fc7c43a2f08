"""Lays a table in lines on the columns that its numbers and heads show by their places, so that blank cells are cells.

Text saved from a PDF and mail in plain text keep the places of a page: numbers of one column stand under one another, and
under the head of it. How wide a Chinese character is taken is not told; the measure that makes columns of it is.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from typing import TypeAlias

from intake.figures import NUMBERS, FigureKind, figure_of
from intake.page.flow import Piece, Row, is_number
from intake.plain_words import core, plain
from intake.readers.drawn_cells import AMBIGUOUS, columns
from intake.tables.bars import has_bar
from intake.tables.columns.heads import is_part
from intake.tables.vocabulary import targets_of
from model.form import FormTable, Shape

_Measure: TypeAlias = Callable[[str], Iterator[tuple[int, str]]]


def with_columns(table: FormTable, rows: Sequence[Row]) -> list[Row] | None:
    """Return a table's rows laid on columns; None where no measure makes columns of its lines, or two make others."""
    if not _is_drawn(table, rows):
        return None
    names = [core(name) for name in targets_of(table)[0].columns]
    drawings = [_Drawing(rows, names, measure) for measure in _measures()]
    told = sorted((drawn for drawn in drawings if drawn.is_told), key=lambda drawn: not drawn.has_heads)
    if len({tuple(drawn.laid()) for drawn in told}) != 1:
        return None
    return list(told[0].anew(laid=True))


def with_whole_heads(table: FormTable, rows: Sequence[Row]) -> list[Row]:
    """Return a table's rows with its heads on one line, where a measure puts all their parts together in the form's order."""
    if not _is_drawn(table, rows):
        return list(rows)
    names = [core(name) for name in targets_of(table)[0].columns]
    drawings = (_Drawing(rows, names, measure) for measure in _measures())
    drawn = next((drawing for drawing in drawings if drawing.has_heads), None)
    return list(rows) if drawn is None else list(drawn.anew(laid=False))


def _is_drawn(table: FormTable, rows: Sequence[Row]) -> bool:
    """Whether rows of a grid stand in lines on which nothing but blanks parts the cells."""
    in_lines = all(row.table < 0 and not has_bar(row) and "\t" not in row.line for row in rows)
    return table.shape is Shape.GRID and in_lines and any(map(_has_numbers, rows))


def _has_numbers(row: Row) -> bool:
    return any(map(is_number, row.pieces))


def _measures() -> Iterator[_Measure]:
    yield enumerate
    yield from (partial(columns, wide=wide) for wide in AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class _Place:
    """Words or a number of the `line`th row, from one column of signs to another."""

    text: str
    begin: int
    end: int
    line: int = 0

    def meets(self, other: "_Place") -> bool:
        return self.begin < other.end and other.begin < self.end


class _Drawing:
    """A table's lines under one measure: `is_told` where all numbers stand in as many columns as the form has."""

    def __init__(self, rows: Sequence[Row], names: Sequence[str], measure: _Measure) -> None:
        self._rows = rows
        self._names = names
        self._head_rows = _head_rows(rows, names, measure)
        self._numbers = [_numbers_of(row, measure) for row in rows]
        whole = all(map(_ends_with_numbers, rows))
        heads = (_heads_of(row, names, measure) for row in self._head_rows)
        self._heads = _columns_of([place for places in heads for place in places])
        self.has_heads = [_told_by(column) for column in self._heads] == list(names)
        every = _columns_of([place for places in self._numbers for place in places])
        full = any(len(places) == len(names) for places in self._numbers)
        shown = len(every) == len(names) and full
        self._columns = every if shown else self._heads if self.has_heads else []
        agree = not (shown and self.has_heads) or self._agree(every)
        self.is_told = whole and bool(self._columns) and agree and all(map(self._fits, self._numbers))

    def _agree(self, columns: Sequence[Sequence[_Place]]) -> bool:
        """Whether no number stands under the head of another column than its own."""
        return all(
            not head.meets(number)
            for at, column in enumerate(columns)
            for number in column
            for place, heads in enumerate(self._heads)
            if place != at
            for head in heads
        )

    def _fits(self, places: Sequence[_Place]) -> bool:
        """Whether each number of a line stands in one column, and no two in the same."""
        found = [self._at(place) for place in places]
        return None not in found and len(set(found)) == len(found)

    def _at(self, place: _Place) -> int | None:
        met = [at for at, column in enumerate(self._columns) if any(map(place.meets, column))]
        return met[0] if len(met) == 1 else None

    def laid(self) -> Iterator[tuple[str, ...]]:
        """What stands in each column of each line."""
        for places in self._numbers:
            cells = [""] * len(self._columns)
            for place in places:
                at = self._at(place)
                if at is not None:
                    cells[at] = place.text
            yield tuple(cells)

    def anew(self, *, laid: bool) -> Iterator[Row]:
        """The rows, heads that are all told as one; `laid`: each with a piece for each column."""
        count = len(self._names)
        heads = [Piece(name, at) for at, name in enumerate(self._names, 1)]
        heads = [Piece(""), *heads] if laid else heads
        for row, cells in zip(self._rows, self.laid(), strict=True):
            if self.has_heads and self._head_rows and row is self._head_rows[-1]:
                yield replace(row, pieces=tuple(heads), columns=len(heads))
            elif self.has_heads and any(row is head for head in self._head_rows):
                continue
            elif not laid or not any(cells):
                yield row
            else:
                words = tuple(piece for piece in row.pieces if piece.kind is FigureKind.WORDS)
                values = tuple(Piece(text, at) for at, text in enumerate(cells, 1))
                yield replace(row, pieces=(*words, *values), columns=count + 1)


def _head_rows(rows: Sequence[Row], names: Sequence[str], measure: _Measure) -> Sequence[Row]:
    """The lines above the first numbers down to the last with parts of heads: below stands the first row's label."""
    above = list(takewhile(lambda row: not _has_numbers(row), rows))
    while above and not any(_heads_of(above[-1], names, measure)):
        above.pop()
    return above


def _numbers_of(row: Row, measure: _Measure) -> list[_Place]:
    """The numbers behind the words of a line; where a single blank parts two, each stands for itself."""
    behind = 0
    for at, piece in enumerate(row.pieces, 1):
        behind = at if piece.kind is FigureKind.WORDS else behind
    told = [text for piece in row.pieces[behind:] for text in _parts(piece)]
    starts = [at for at, _ in measure(row.line)]
    places: list[_Place] = []
    end = len(row.line)
    for text in reversed(told):
        end = row.line.rfind(text, 0, end)
        places.insert(0, _Place(text, starts[end], starts[end] + len(text)))
    return places


def _ends_with_numbers(row: Row) -> bool:
    """Whether no words stand behind the numbers of a line."""
    kinds = [is_number(piece) for piece in row.pieces if piece.kind is not FigureKind.UNIT]
    return kinds == sorted(kinds)


def _parts(piece: Piece) -> list[str]:
    parts = piece.text.split()
    several = piece.kind is FigureKind.MARK and all(figure_of(part).kind in NUMBERS for part in parts)
    return parts if several else [piece.text] if is_number(piece) else []


def _heads_of(row: Row, names: Sequence[str], measure: _Measure) -> Iterator[_Place]:
    """The words of a line that are heads of columns, or parts of some."""
    at = 0
    signs = list(measure(row.line))
    for text in row.line.split():
        at = row.line.index(text, at)
        end = at + len(text)
        if plain(text) and is_part(plain(text), names):
            right = signs[end][0] if end < len(signs) else signs[-1][0] + 2
            yield _Place(plain(text), signs[at][0], right, row.number)
        at = end


def _columns_of(places: Sequence[_Place]) -> list[list[_Place]]:
    """The places in columns: those that stand under one another."""
    found: list[list[_Place]] = []
    end = 0
    for place in sorted(places, key=lambda place: place.begin):
        if found and place.begin < end:
            found[-1].append(place)
        else:
            found.append([place])
        end = max(end, place.end) if len(found[-1]) > 1 else place.end
    return found


def _told_by(column: Sequence[_Place]) -> str:
    """The head of a column, whose parts stand on several lines."""
    return "".join(place.text for place in sorted(column, key=lambda place: place.line))
