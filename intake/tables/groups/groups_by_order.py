"""Reads a table of groups by the order of its values, in lines of text and in tables whose heads have no places.

Blanks among the values count only where the rows of heads do not lend them, and what is left open the groups' sums must
tell.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from intake.figures import FigureKind
from intake.page.flow import Piece, Row, is_number
from intake.tables.bars import has_bar, is_a_cell_a_line
from intake.tables.groups.group_shape import (
    BLANK,
    GroupReading,
    GroupShape,
    head_named,
    head_of,
    number_of,
    order_of,
)
from intake.tables.head_words import head_words
from intake.tables.rows.lines import cells_of, usual_gap
from intake.tables.sums import agrees, shifted, spread
from model.import_state import ImportState

Run: TypeAlias = tuple[list[str], list[Piece]]
"""Heads (plain column names) and the values that follow them."""
_Ways: TypeAlias = Callable[[Sequence[int | None], int], Iterator[tuple[int | None, ...]]]


def in_order(rows: Sequence[Row], shape: GroupShape) -> GroupReading:
    """Return the reading by the order of the values, in lines of text and in tables whose heads have no places."""
    usual = usual_gap(rows)
    lines, exact = _without_fillers(rows, shape) if is_a_cell_a_line(rows) else (rows, True)
    in_lines = all(row.table < 0 for row in rows)
    reading, headed = GroupReading(), False
    for step in sorted({1, usual + 1}) if usual >= 0 else (1,):
        runs = [run for run in _runs(lines, shape, usual, step) if any(map(is_number, run[1]))]
        if len(runs) == 1:
            reading = _across(
                runs[0], shape, vague=usual >= 0, exact=exact, in_line=lines is rows and in_lines
            )
        else:
            reading = _together(runs, shape)
            headed = len(runs) > 1 and all(len(heads) >= len(values) for heads, values in runs)
        if reading.pieces is not None:
            break
    return replace(reading, state=ImportState.DOUBTFUL) if _is_torn(rows) and not headed else reading


def _is_torn(rows: Sequence[Row]) -> bool:
    """Whether lines without bars have unequal parts of the values: one row on a page that lies askew, its end maybe above."""
    counts = [
        count
        for row in rows
        if row.table < 0 and not has_bar(row)
        if (count := sum(map(is_number, row.pieces)))
    ]
    return len(set(counts)) > 1


def _without_fillers(rows: Sequence[Row], shape: GroupShape) -> tuple[list[Row], bool]:
    """A cell a line, without the bars that fill up the last row of heads to the width of the rows of heads above it.

    Also returned: whether that width is known, so that a blank cell is told from a bar that fills up.
    """
    cells = list(cells_of(rows))
    first = next((place for place, (piece, _) in enumerate(cells) if is_number(piece)), len(cells))
    runs: list[list[int]] = [[0, 0]]
    for piece, _ in cells[:first]:
        is_words = piece.kind is FigureKind.WORDS
        if is_words and runs[-1][1]:
            runs.append([0, 0])
        runs[-1][0 if is_words else 1] += 1
    widths = {sum(run) for run in runs[:-1] if run[1] and sum(run) >= shape.count}
    words, blanks = runs[-1]
    filler = min(blanks, max(0, min(widths) - words)) if len(widths) == 1 else 0
    start = first - blanks
    kept = [*cells[:start], *cells[start + filler :]]
    return [replace(row, pieces=(piece,)) for piece, row in kept], len(widths) == 1


def _runs(rows: Sequence[Row], shape: GroupShape, usual: int, step: int) -> Iterator[Run]:
    heads: list[str] = []
    values: list[Piece] = []
    torn = ""
    for row in rows:
        if usual >= 0 and len(heads) > 1:
            values += [BLANK] * ((row.blanks - usual) // step)
        for piece in _telling(row, shape):
            if piece.kind is FigureKind.WORDS:
                if values:
                    if any(map(is_number, values)):
                        yield heads, values
                        heads = []
                    values = []
                word = head_words(piece.text)
                name = head_named(piece.text, shape) or head_named(torn + word, shape)
                torn = "" if name else word
                if name:
                    heads.append(name)
            elif heads or torn or piece.kind is not FigureKind.BLANK:
                values.append(piece)
    if values:
        if usual >= 0 and len(rows[-1].pieces) == 1:
            values += [BLANK] * ((rows[-1].after - usual) // step)
        yield heads, values


def _telling(row: Row, shape: GroupShape) -> Iterator[Piece]:
    """The words of a row, heads each for itself, and its values; blanks in a row of heads, and before words, are none."""
    words = [place for place, piece in enumerate(row.pieces) if piece.kind is FigureKind.WORDS]
    heads = sum(bool(head_of(piece, shape)) for piece in row.pieces)
    for place, piece in enumerate(row.pieces):
        blank = piece.kind is FigureKind.BLANK
        lent = blank and (heads > 1 or (heads == 1 and row.table < 0) or (bool(words) and place < words[-1]))
        parts = piece.text.split()
        if sum(bool(head_named(part, shape)) for part in parts) > 1:
            yield from (replace(piece, text=part) for part in parts)
        elif piece.kind is not FigureKind.UNIT and not lent:
            yield piece


def _together(runs: Sequence[Run], shape: GroupShape) -> GroupReading:
    """A table a group, or a number a row in text: what the runs have, one behind the other."""
    groups = len(shape.groups)
    column_a_run = [heads[-1:] for heads, _ in runs] == [[name] for name in shape.names]
    if column_a_run and all(len(values) == groups for _, values in runs):
        return GroupReading([values[group] for group in range(groups) for _, values in runs])
    every = [piece for _, values in runs for piece in values]
    if len(every) == shape.count:
        return _as_headed(every, [head for heads, _ in runs for head in heads], shape)
    apart = _group_by_group(runs, shape)
    if apart is not None:
        return apart
    numbers = [piece for piece in every if is_number(piece)]
    if len(numbers) == shape.count:
        return _as_headed(numbers, [], shape)
    return _by_sums(numbers, spread, shape)


def _group_by_group(runs: Sequence[Run], shape: GroupShape) -> GroupReading | None:
    """A run a group, each laid out on its own; None where one has other heads or cannot be."""
    size = len(shape.names)
    if [len(heads[-size:]) for heads, _ in runs] != [size] * len(shape.groups):
        return None
    pieces: list[Piece] = []
    states: set[ImportState] = set()
    for run in runs:
        part = _across(run, GroupShape(shape.names, ("",)))
        if part.pieces is None:
            return None
        pieces += part.pieces
        states.add(part.state)
    return GroupReading(pieces, ImportState.PLACED if ImportState.PLACED in states else ImportState.READ)


def _as_headed(values: Sequence[Piece], heads: Sequence[str], shape: GroupShape) -> GroupReading:
    """As many values as cells: in the order of their heads; without heads in the form's, where the sums agree."""
    told = list(heads[-shape.count :])
    if told == shape.wanted or tuple(told) == shape.names:
        return GroupReading(values)
    order = order_of(told, shape) if len(told) == shape.count else None
    if order is not None:
        return GroupReading([values[place] for place in order])
    if len(told) == len(shape.names) and sorted(told) == sorted(shape.names):
        return GroupReading(
            [group[told.index(name)] for group in shape.grouped(values) for name in shape.names]
        )
    if shape.adds_up([number_of(piece) for piece in values]):
        return GroupReading(values, ImportState.PLACED)
    return GroupReading(ways=[values])


def _across(
    run: Run, shape: GroupShape, *, vague: bool = False, exact: bool = True, in_line: bool = False
) -> GroupReading:
    """All values in one run.

    `vague`: blank lines were taken for blank cells, so their number must agree. Not `exact`: blanks before the first
    number may fill up the row of heads. `in_line`: the values stand on one line, filled up at its end.
    """
    heads, values = run
    numbers = [piece for piece in values if piece.kind is not FigureKind.BLANK]
    if len(numbers) == shape.count:
        return _all_told(values, heads, shape)
    apart = _parted(values, shape)
    if apart is not None:
        return GroupReading(apart, ImportState.PLACED)
    anchored = exact or values[0].kind is not FigureKind.BLANK
    if len(values) == shape.count and anchored:
        return _as_headed(values, heads, shape)
    if len(numbers) > shape.count:
        return _with_more(numbers, shape)
    if vague:
        return GroupReading()
    cells, filling = values[: shape.count], values[shape.count :]
    if in_line and filling and all(piece.kind is FigureKind.BLANK for piece in filling):
        reading = _as_headed(cells, heads, shape)
        adding = all(map(agrees, shape.grouped([number_of(piece) for piece in cells])))
        return reading if adding else replace(reading, state=ImportState.DOUBTFUL)
    if len(numbers) == len(values):
        return _by_sums(numbers, spread, shape)
    if len(values) < shape.count and anchored:
        filled = [*values, *[BLANK] * (shape.count - len(values))]
        if shape.adds_up([number_of(piece) for piece in filled]):
            return GroupReading(filled, ImportState.PLACED if prove(filled, shape) else ImportState.DOUBTFUL)
    return _by_sums(values, shifted, shape)


def _all_told(values: Sequence[Piece], heads: Sequence[str], shape: GroupShape) -> GroupReading:
    """As many numbers as cells; a blank among them is a cell, too, so that one of the numbers is none of the table's."""
    places = [place for place, piece in enumerate(values) if piece.kind is not FigureKind.BLANK]
    numbers = [values[place] for place in places]
    between = places[-1] - places[0] >= len(places)
    if between and not shape.adds_up([number_of(piece) for piece in numbers]):
        return GroupReading(ways=[numbers])
    return _as_headed(numbers, heads, shape)


def _with_more(values: Sequence[Piece], shape: GroupShape) -> GroupReading:
    """More numbers than cells: those beside one another that alone add up are the table's; noughts prove nothing."""
    starts = range(len(values) - shape.count + 1)
    windows = [values[start : start + shape.count] for start in starts]
    told = {tuple(map(number_of, window)): window for window in windows}
    adding = [window for numbers, window in told.items() if None not in numbers and shape.adds_up(numbers)]
    if len(adding) != 1:
        return GroupReading(ways=adding)
    proven = any(map(number_of, adding[0]))
    return GroupReading(adding[0], ImportState.PLACED if proven else ImportState.DOUBTFUL)


def _parted(values: Sequence[Piece], shape: GroupShape) -> list[Piece] | None:
    """The numbers of a run in which a single blank parts two cells, where these are as many as the cells and add up."""
    if len(values) >= shape.count:
        return None
    apart = [replace(piece, text=text) for piece in values for text in piece.text.split()]
    whole = len(apart) == shape.count and shape.adds_up([number_of(piece) for piece in apart])
    return apart if whole else None


def prove(values: Sequence[Piece], shape: GroupShape) -> bool:
    """Return whether the sums of groups tell the place of each number: noughts and blank totals let a number stand elsewhere."""
    groups = shape.grouped([number_of(piece) for piece in values])
    return all(bool(group[-1]) or None not in group for group in groups if any(n is not None for n in group))


def _by_sums(values: Sequence[Piece], lay: _Ways, shape: GroupShape) -> GroupReading:
    """The one way to lay the values out in which each group adds up; where there are several, all of them to look at."""
    numbers = [number_of(piece) for piece in values]
    if any(number is None and is_number(piece) for number, piece in zip(numbers, values, strict=True)):
        return GroupReading()
    ways = dict.fromkeys(way for way in lay(numbers, shape.count) if shape.adds_up(way))
    laid = [_laid(values, way) for way in ways]
    return GroupReading(laid[0], ImportState.PLACED) if len(laid) == 1 else GroupReading(ways=laid)


def _laid(values: Sequence[Piece], way: Sequence[int | None]) -> list[Piece]:
    told = iter(piece for piece in values if piece.kind is not FigureKind.BLANK)
    return [BLANK if value is None else next(told) for value in way]
