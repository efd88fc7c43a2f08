"""Finds the numbers of a table that is one printed row under groups of heads (form 2019 and 2021: table 四).

Under the heads of a real table each number has its place. Elsewhere the values are taken in their order; blanks among
them count only where the rows of heads do not lend them, and what is left open the groups' sums must tell.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias, TypeVar

from intake.figures import FigureKind, figure_of, is_share, value_of
from intake.page.flow import Piece, Row
from intake.plain_words import plain
from intake.tables.bars import has_bar, is_a_cell_a_line
from intake.tables.entries import is_strange
from intake.tables.heads import above
from intake.tables.lines import cells_of, usual_gap
from intake.tables.placing import Found
from intake.tables.remainder import in_words, remainders
from intake.tables.sums import agrees, seem_moved, shifted, spread
from intake.tables.vocabulary import head_words, is_scrap, is_torn, targets_of, weight
from intake.tables.words_in_groups import with_words_marked
from model.form import Form, FormTable
from model.import_state import ImportState

_Value = TypeVar("_Value")
Run: TypeAlias = tuple[list[str], list[Piece]]
"""Heads (plain column names) and the values that follow them."""
_Ways: TypeAlias = Callable[[Sequence[int | None], int], Iterator[tuple[int | None, ...]]]
_MOST_TOLD: Final = 4
"""Possible readings that are shown."""
_BLANK: Final = Piece("")
_HEAD: Final = 12
"""Characters of a head, however an office words it."""
_FOREIGN: Final = 2
"""Short words of no form above the numbers, from which on they are heads of the office's own."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """The plain names of a group's columns and of the groups.

    Not `ordered`: the heads on the page are in another order than the form's, or in words of the office's own, so that
    sums which hold say nothing of the order.
    """

    names: tuple[str, ...]
    groups: tuple[str, ...]
    ordered: bool = True

    @property
    def count(self) -> int:
        return len(self.names) * len(self.groups)

    @property
    def wanted(self) -> list[str]:
        return list(self.names) * len(self.groups)

    def grouped(self, values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
        size = len(self.names)
        return (values[start : start + size] for start in range(0, len(values), size))

    def adds_up(self, values: Sequence[int | None]) -> bool:
        """Whether the sums tell that these are the values in the form's order."""
        return self.ordered and all(map(agrees, self.grouped(values)))


@dataclass(frozen=True, slots=True)
class _Reading:
    """The pieces in the form's order, or the ways in which they may belong there."""

    pieces: Sequence[Piece] | None = None
    state: ImportState = ImportState.READ
    ways: Sequence[Sequence[Piece]] = ()


def find_groups(form: Form, table: FormTable, rows: Sequence[Row]) -> Found:
    """Return the cells that the rows give, whether they run across, down, or in one table a group."""
    found = Found()
    target = targets_of(table)[0]
    band = table.bands[0]
    shape = _Shape(
        tuple(plain(column.name) for column in band.columns), tuple(plain(row.name) for row in band.rows)
    )
    reading = _under_heads(rows, shape) or _down(rows, shape)
    if reading is None:
        ordered = replace(shape, ordered=_is_ordered(table, rows, shape))
        marked = with_words_marked(
            rows,
            shape.count,
            lambda word: head_words(word) in shape.names,
            lambda word: is_strange(table, word),
        )
        reading = _in_order(marked, ordered)
        if marked is not rows:
            rows, reading = marked, replace(reading, state=ImportState.DOUBTFUL)
    reading = _unless_moved(reading, rows, shape)
    if reading.pieces is None:
        numbers = [piece for row in rows for piece in row.filled if _is_number(piece)]
        _tell(found, target.keys, numbers or _strange(table, rows, shape), reading.ways)
        return found
    words = "\n".join(row.text for row in rows if any(piece in row.pieces for piece in reading.pieces))
    found.sources = dict.fromkeys(target.keys, words)
    for key, piece in zip(target.keys, reading.pieces, strict=True):
        value, sure = value_of(figure_of(piece.text), form.cells[key].kind)
        if piece.kind is FigureKind.BLANK:
            # What only sums have placed may lack a nought as well as a blank cell.
            whole = reading.state is ImportState.READ or not any(map(_is_number, reading.pieces))
            found.states[key] = ImportState.MISSING if whole else ImportState.DOUBTFUL
            continue
        found.values[key] = value
        found.states[key] = reading.state if sure and not piece.doubt else ImportState.DOUBTFUL
        if value is None:
            found.unread.append(f"{form.cells[key].name}：“{piece.told}”不是数字，按未填处理")
        elif not sure or piece.doubt:
            found.unread.append(f"{form.cells[key].name}：“{piece.told}”请核对")
    _account(found, target.keys, rows, reading.pieces)
    return found


def _account(found: Found, keys: Sequence[str], rows: Sequence[Row], pieces: Sequence[Piece]) -> None:
    """Tell which numbers of the rows came to no cell; cells that are blank are doubtful then."""
    told = {row.number: [piece.text for piece in pieces] for row in rows}
    for row, numbers in remainders(rows, told):
        found.unread.append(in_words(row, numbers))
        for key in keys:
            if found.values.get(key) is None:
                found.states[key] = ImportState.DOUBTFUL
                found.sources[key] = row.text


def _strange(table: FormTable, rows: Sequence[Row], shape: _Shape) -> list[Piece]:
    """Short words of no form under the last heads of a real table: they stand where its numbers should."""
    headed = [row for row in rows if any(_head(piece, shape) for piece in row.pieces)]
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


def _is_number(piece: Piece) -> bool:
    return piece.kind in (FigureKind.NUMBER, FigureKind.MARK)


def _head(piece: Piece, shape: _Shape) -> str:
    name = head_words(piece.text) if piece.kind is FigureKind.WORDS else ""
    return name if name in shape.names else ""


def _under_heads(rows: Sequence[Row], shape: _Shape) -> _Reading | None:
    """By the heads' places in a real table: a head for each cell, and one row of numbers under them."""
    heads = [(row, piece, name) for row in rows for piece in row.pieces if (name := _head(piece, shape))]
    if len(heads) != shape.count or len({row.table for row, _, _ in heads}) != 1 or heads[0][0].table < 0:
        return None
    heads.sort(key=lambda head: head[1].column)
    ends = [piece.column + piece.span for _, piece, _ in heads]
    if any(end > piece.column for end, (_, piece, _) in zip(ends, heads[1:], strict=False)):
        return None
    order = _order([name for _, _, name in heads], shape)
    groups = _group_order(rows, [piece for _, piece, _ in heads], shape)
    last = max(row.number for row, _, _ in heads)
    data = [row for row in rows if row.number > last and any(map(_is_number, row.pieces))]
    if order is None or groups is None or len(data) != 1:
        return None
    under: list[Piece] = []
    for _, head, _ in heads:
        standing = [piece for piece in data[0].filled if above((head.column, head.span), piece)]
        if len(standing) > 1:
            return None
        under.append(standing[0] if standing else _BLANK)
    told = [piece for piece in under if piece is not _BLANK]
    if len(set(told)) != len(told) or any(piece not in told for piece in data[0].pieces if _is_number(piece)):
        return None
    size = len(shape.names)
    placed = [under[place] for place in order]
    # Of a row with fewer cells than heads nobody can tell which is not there.
    short = max(piece.column + piece.span for piece in data[0].pieces) < max(ends)
    state = ImportState.DOUBTFUL if short else ImportState.READ
    return _Reading([piece for group in groups for piece in placed[group * size : (group + 1) * size]], state)


def _unless_moved(reading: _Reading, rows: Sequence[Row], shape: _Shape) -> _Reading:
    """Doubtful where a cell lacks: on a line that is uneven, or before a total that is not there."""
    if reading.pieces is None:
        return reading
    told = sum(map(_is_number, reading.pieces))
    uneven = told < shape.count and any(row.uneven and any(map(_is_number, row.pieces)) for row in rows)
    values = [_value(piece) for piece in reading.pieces]
    moved = values[-1] is None and seem_moved(shape.grouped(values))
    share = any(is_share(piece.text) for piece in reading.pieces)
    return replace(reading, state=ImportState.DOUBTFUL) if uneven or moved or share else reading


def _order(names: Sequence[str], shape: _Shape) -> list[int] | None:
    """Where the form's columns stand among heads, group by group; None where a group has others than the form's."""
    size = len(shape.names)
    order: list[int] = []
    for start in range(0, len(names), size):
        part = list(names[start : start + size])
        if sorted(part) != sorted(shape.names):
            return None
        order += [start + part.index(name) for name in shape.names]
    return order


def _group_order(rows: Sequence[Row], heads: Sequence[Piece], shape: _Shape) -> list[int] | None:
    """Which place each of the form's groups has on the page; the form's order where their heads do not tell."""
    size = len(shape.names)
    found = {
        name: piece
        for row in rows
        for piece in row.filled
        for name in shape.groups
        if plain(piece.text) == name
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


def _down(rows: Sequence[Row], shape: _Shape) -> _Reading | None:
    """A column a group, or a number a row: each row of a real table has one head before its values."""
    lines: list[tuple[str, list[Piece]]] = []
    for row in rows:
        heads = [(place, name) for place, piece in enumerate(row.pieces) if (name := _head(piece, shape))]
        if row.table < 0 or len(heads) > 1:
            return None
        if heads:
            place, name = heads[0]
            lines.append((name, [p for p in row.pieces[place + 1 :] if p.kind is not FigureKind.UNIT]))
        elif any(map(_is_number, row.pieces)):
            return None
    order = _order([name for name, _ in lines], shape) if lines else None
    if order is None:
        return None
    size, groups = len(shape.names), len(shape.groups)
    across = groups if len(lines) == size else 1
    if len(lines) not in (size, shape.count):
        return None
    cells = [lines[place][1] for place in order]
    if any(
        len(values) < across or any(p.kind is not FigureKind.BLANK for p in values[across:])
        for values in cells
    ):
        return None
    return _Reading([cells[index][group] for group in range(across) for index in range(len(cells))])


def _is_ordered(table: FormTable, rows: Sequence[Row], shape: _Shape) -> bool:
    """Whether the heads above the first number, as far as they are told, are the form's, in its order."""
    words: list[str] = []
    for row in rows:
        if any(map(_is_number, row.pieces)):
            break
        words += [part for piece in row.filled for part in piece.text.split()]
    foreign = [word for word in words if len(plain(word)) <= _HEAD and not _is_of_form(table, word)]
    wanted = iter(shape.wanted)
    known = [name for word in words if (name := head_words(word)) in shape.names][-shape.count :]
    return len(foreign) < _FOREIGN and all(name in wanted for name in known)


def _in_order(rows: Sequence[Row], shape: _Shape) -> _Reading:
    """By the order of the values, in lines of text and in tables whose heads have no places."""
    usual = usual_gap(rows)
    lines, exact = _without_fillers(rows, shape) if is_a_cell_a_line(rows) else (rows, True)
    in_lines = all(row.table < 0 for row in rows)
    reading = _Reading()
    for step in sorted({1, usual + 1}) if usual >= 0 else (1,):
        runs = [run for run in _runs(lines, shape, usual, step) if any(map(_is_number, run[1]))]
        if len(runs) == 1:
            reading = _across(
                runs[0], shape, vague=usual >= 0, exact=exact, in_line=lines is rows and in_lines
            )
        else:
            reading = _together(runs, shape)
        if reading.pieces is not None:
            break
    return replace(reading, state=ImportState.DOUBTFUL) if _is_torn(rows) else reading


def _is_torn(rows: Sequence[Row]) -> bool:
    """Whether lines without bars have unequal parts of the values: one row on a page that lies askew, its end maybe above."""
    counts = [
        count
        for row in rows
        if row.table < 0 and not has_bar(row)
        if (count := sum(map(_is_number, row.pieces)))
    ]
    return len(set(counts)) > 1


def _without_fillers(rows: Sequence[Row], shape: _Shape) -> tuple[list[Row], bool]:
    """A cell a line, without the bars that fill up the last row of heads to the width of the rows of heads above it.

    Also returned: whether that width is known, so that a blank cell is told from a bar that fills up.
    """
    cells = list(cells_of(rows))
    first = next((place for place, (piece, _) in enumerate(cells) if _is_number(piece)), len(cells))
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


def _runs(rows: Sequence[Row], shape: _Shape, usual: int, step: int) -> Iterator[Run]:
    heads: list[str] = []
    values: list[Piece] = []
    torn = ""
    for row in rows:
        if usual >= 0 and len(heads) > 1:
            values += [_BLANK] * ((row.blanks - usual) // step)
        for piece in _telling(row, shape):
            if piece.kind is FigureKind.WORDS:
                if values:
                    if any(map(_is_number, values)):
                        yield heads, values
                        heads = []
                    values = []
                word = head_words(piece.text)
                if word not in shape.names and torn + word in shape.names:
                    word = torn + word
                torn = "" if word in shape.names else word
                if word in shape.names:
                    heads.append(word)
            elif heads or torn or piece.kind is not FigureKind.BLANK:
                values.append(piece)
    if values:
        if usual >= 0 and len(rows[-1].pieces) == 1:
            values += [_BLANK] * ((rows[-1].after - usual) // step)
        yield heads, values


def _telling(row: Row, shape: _Shape) -> Iterator[Piece]:
    """The words of a row and its values; blanks in a row of heads, and before words, are none."""
    words = [place for place, piece in enumerate(row.pieces) if piece.kind is FigureKind.WORDS]
    heads = sum(bool(_head(piece, shape)) for piece in row.pieces)
    for place, piece in enumerate(row.pieces):
        blank = piece.kind is FigureKind.BLANK
        lent = blank and (heads > 1 or (heads == 1 and row.table < 0) or (bool(words) and place < words[-1]))
        if piece.kind is not FigureKind.UNIT and not lent:
            yield piece


def _together(runs: Sequence[Run], shape: _Shape) -> _Reading:
    """A table a group, or a number a row in text: what the runs have, one behind the other."""
    size, groups = len(shape.names), len(shape.groups)
    if [heads[-1:] for heads, _ in runs] == [[name] for name in shape.names] and all(
        len(values) == groups for _, values in runs
    ):
        return _Reading([values[group] for group in range(groups) for _, values in runs])
    every = [piece for _, values in runs for piece in values]
    heads = [head for heads, _ in runs for head in heads]
    if len(every) == shape.count:
        return _as_headed(every, heads, shape)
    if [len(heads[-size:]) for heads, _ in runs] == [size] * groups:
        # A table a group: each is laid out on its own.
        parts = [_across(run, _Shape(shape.names, ("",))) for run in runs]
        if all(part.pieces is not None for part in parts):
            states = {part.state for part in parts}
            state = ImportState.PLACED if ImportState.PLACED in states else ImportState.READ
            return _Reading([piece for part in parts for piece in part.pieces or ()], state)
    numbers = [piece for piece in every if _is_number(piece)]
    if len(numbers) == shape.count:
        return _as_headed(numbers, [], shape)
    return _by_sums(numbers, spread, shape)


def _as_headed(values: Sequence[Piece], heads: Sequence[str], shape: _Shape) -> _Reading:
    """As many values as cells: in the order of their heads; without heads in the form's, where the sums agree."""
    told = list(heads[-shape.count :])
    if told == shape.wanted or tuple(told) == shape.names:
        return _Reading(values)
    order = _order(told, shape) if len(told) == shape.count else None
    if order is not None:
        return _Reading([values[place] for place in order])
    if len(told) == len(shape.names) and sorted(told) == sorted(shape.names):
        return _Reading([group[told.index(name)] for group in shape.grouped(values) for name in shape.names])
    if shape.adds_up([_value(piece) for piece in values]):
        return _Reading(values, ImportState.PLACED)
    return _Reading(ways=[values])


def _across(
    run: Run, shape: _Shape, *, vague: bool = False, exact: bool = True, in_line: bool = False
) -> _Reading:
    """All values in one run.

    `vague`: blank lines were taken for blank cells, so their number must agree. Not `exact`: blanks before the first
    number may fill up the row of heads. `in_line`: the values stand on one line, filled up at its end.
    """
    heads, values = run
    numbers = [piece for piece in values if piece.kind is not FigureKind.BLANK]
    if len(numbers) == shape.count:
        places = [place for place, piece in enumerate(values) if piece.kind is not FigureKind.BLANK]
        between = places[-1] - places[0] >= len(places)
        # A blank among so many numbers is a cell, so that one of these is none of the table's.
        adding = not between or shape.adds_up([_value(piece) for piece in numbers])
        return _as_headed(numbers, heads, shape) if adding else _Reading(ways=[numbers])
    apart = [replace(piece, text=text) for piece in values for text in piece.text.split()]
    if len(values) < shape.count == len(apart) and shape.adds_up([_value(piece) for piece in apart]):
        # A single blank parts two cells.
        return _Reading(apart, ImportState.PLACED)
    anchored = exact or values[0].kind is not FigureKind.BLANK
    if len(values) == shape.count and anchored:
        return _as_headed(values, heads, shape)
    if vague or len(numbers) > shape.count:
        return _Reading()
    if (
        in_line
        and len(values) > shape.count
        and all(p.kind is FigureKind.BLANK for p in values[shape.count :])
    ):
        reading = _as_headed(values[: shape.count], heads, shape)
        adding = all(map(agrees, shape.grouped([_value(piece) for piece in values[: shape.count]])))
        return reading if adding else replace(reading, state=ImportState.DOUBTFUL)
    if len(numbers) < len(values) < shape.count and anchored:
        filled = [*values, *[_BLANK] * (shape.count - len(values))]
        if shape.adds_up([_value(piece) for piece in filled]):
            return _Reading(filled, ImportState.PLACED)
    if len(numbers) < len(values):
        return _by_sums(values, shifted, shape)
    return _by_sums(numbers, spread, shape)


def _by_sums(values: Sequence[Piece], lay: _Ways, shape: _Shape) -> _Reading:
    """The one way to lay the values out in which each group adds up; where there are several, all of them to look at."""
    numbers = [_value(piece) for piece in values]
    if any(number is None and _is_number(piece) for number, piece in zip(numbers, values, strict=True)):
        return _Reading()
    ways = dict.fromkeys(way for way in lay(numbers, shape.count) if shape.adds_up(way))
    laid = [_laid(values, way) for way in ways]
    return _Reading(laid[0], ImportState.PLACED) if len(laid) == 1 else _Reading(ways=laid)


def _laid(values: Sequence[Piece], way: Sequence[int | None]) -> list[Piece]:
    told = iter(piece for piece in values if piece.kind is not FigureKind.BLANK)
    return [_BLANK if value is None else next(told) for value in way]


def _value(piece: Piece) -> int | None:
    number = figure_of(piece.text).number
    return int(number) if number.isdecimal() else None
