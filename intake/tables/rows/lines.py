"""Makes entries of lines of text: words, then numbers, until words come again.

Pages show a table as a row a line, or as a cell a line with a bar behind each cell. There each row is filled up with
bars to the same number of cells: that number tells where a row ends, also one that has lost its label.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import Final, TypeAlias

from intake.figures import FigureKind, figure_of
from intake.page.flow import Piece, Row, is_number
from intake.tables.bars import FILLED_UP, has_bar, is_a_cell_a_line
from intake.tables.rows.entries import VALUES, Entry

_Cell: TypeAlias = tuple[Piece, Row]
_Torn: TypeAlias = Sequence[_Cell]
"""A cell of the table: its words may go on over several lines."""
_MOST: Final = 0.6
"""Of the lines: so many hold one cell where a page shows a cell a line, so many rows agree on their number of cells."""
_ROWS: Final = 4
"""One line in so many with several numbers, of those with any: rows stand on lines; fewer are cells with two numbers."""


def from_lines(rows: Sequence[Row], usual: int, step: int) -> list[Entry]:
    """Return the entries of lines.

    `usual` blank lines stand between cells (-1: blank lines tell nothing), `step` more stand for a blank cell.
    """
    if is_a_cell_a_line(rows):
        return _of_cells(rows)
    return list(_of_rows(rows, usual, step))


def usual_gap(rows: Sequence[Row]) -> int:
    """How many blank lines stand between cells that are not blank; -1 where bars tell the cells, or rows stand on lines."""
    lines = [row for row in rows if row.table < 0]
    if any("|" in row.text or "｜" in row.text for row in lines):
        return -1
    values = [_numbers_on(row) for row in lines]
    if _ROWS * sum(count > 1 for count in values) > sum(count > 0 for count in values):
        return -1
    counts = Counter(row.blanks for row in lines[1:])
    return counts.most_common(1)[0][0] if counts else -1


def _numbers_on(row: Row) -> int:
    """How many numbers stand on a line; thousands that blanks part are one."""
    values = sum(map(is_number, row.pieces))
    one = values == len(row.pieces) > 1 and figure_of(row.text).kind is FigureKind.NUMBER
    return 1 if one else values


def with_whole_cells(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows; where lines without bars hold a cell each, the numbers on one line are one cell's."""
    cells = usual_gap(rows) >= 0
    for row in rows:
        several = len(row.pieces) > 1 and all(map(is_number, row.pieces))
        yield replace(row, pieces=(Piece(row.text),)) if cells and several and row.table < 0 else row


def _with_own_bars(rows: Sequence[Row]) -> list[Row]:
    """Where bars stand on lines of their own, the first behind a cell closes it and is no cell; until then it goes on."""
    content = [row for row in rows if row.filled]
    alone = sum(not has_bar(row) for row in content)
    if alone < _MOST * len(content):
        return list(rows)
    each = sum(not row.filled for row in rows) >= _MOST * len(content)
    kept: list[Row] = []
    closed = True
    for row in rows:
        if row.filled:
            above = kept[-1] if each and kept and not closed else None
            closed = has_bar(row)
            row = row if closed else replace(row, pieces=(Piece(row.text),))
            row = replace(row, goes_on=above is not None and _go_on(above, row))
        elif not closed and len(row.pieces) > 0:
            closed = True
            if len(row.pieces) == 1:
                continue
            row = replace(row, pieces=row.pieces[1:])
        kept.append(row)
    return kept


def _go_on(above: Row, row: Row) -> bool:
    """Whether the words of a cell go on in the line below."""
    lines = (above, row)
    return not any(map(has_bar, lines)) and all(line.pieces[0].kind is FigureKind.WORDS for line in lines)


def _of_cells(rows: Sequence[Row]) -> list[Entry]:
    """Entries of a cell a line: words begin one, whatever follows fills it; then cut by the width of the table's rows."""
    runs: list[list[list[_Cell]]] = [[]]
    for cell in cells_of(rows):
        words = cell[0].kind is FigureKind.WORDS
        if words and any(piece.kind in VALUES for torn in runs[-1] for piece, _ in torn):
            runs.append([])
        if cell[1].goes_on and runs[-1]:
            runs[-1][-1].append(cell)
        else:
            runs[-1].append([cell])
    width = _width(runs)
    last = runs[-1]
    # Where bars that fill a row up stand behind its last cell, a line of bars alone begins with a blank one.
    behind = any(len(row.filled) == 1 and len(row.pieces) > FILLED_UP for row in rows)
    return [
        _entry(list(chain.from_iterable(part)), drawn=not behind)
        for run in runs
        for part in _cut(run, width, ended=run is not last)
        if part
    ]


def cells_of(rows: Sequence[Row]) -> Iterator[_Cell]:
    """Yield the cells of lines with their lines; a line without a bar goes on in the line below."""
    rows = _with_own_bars(rows)
    barred = sum(has_bar(row) for row in rows if row.filled) >= _MOST * sum(bool(row.filled) for row in rows)
    torn = ""
    for row in rows:
        for piece in row.pieces:
            if piece.kind is not FigureKind.BLANK and barred and not has_bar(row):
                between = "" if piece.kind is FigureKind.WORDS else "\n"
                torn = f"{torn}{between}{piece.text}" if torn else piece.text
                continue
            if torn and piece.kind is not FigureKind.BLANK:
                between = "" if piece.kind is FigureKind.WORDS else "\n"
                piece, torn = replace(piece, text=f"{torn}{between}{piece.text}"), ""
            elif torn:
                yield Piece(torn), row
                torn = ""
            yield piece, row
    if torn:
        yield Piece(torn), rows[-1]


def _width(runs: Sequence[Sequence[_Torn]]) -> int:
    """The number of cells that the table's rows are filled up to, 0 where they do not agree on one."""
    full = [
        len(run) for run in runs if run[:1] and run[0][0][0].kind is FigureKind.WORDS and _has_numbers(run)
    ]
    counts = Counter(full)
    # Rows that have lost their labels stand in a run of several times the width.
    agreeing = {width: sum(count % width == 0 for count in full) for width in counts if width > 1}
    width = max(agreeing, key=lambda width: (agreeing[width], counts[width]), default=0)
    return width if counts[width] > 1 and agreeing[width] >= _MOST * len(full) else 0


def _has_numbers(run: Sequence[_Torn]) -> bool:
    return any(is_number(piece) for torn in run for piece, _ in torn)


def _cut(run: Sequence[_Torn], width: int, *, ended: bool) -> Iterator[Sequence[_Torn]]:
    """The rows of a run: the first with its label, those behind it have lost theirs; the table's last is not filled up."""
    whole = width > 0 and len(run) > width and (not ended or len(run) % width == 0)
    if not whole or not _has_numbers(run):
        yield run
        return
    for start in range(0, len(run), width):
        yield run[start : start + width]


def _entry(run: Sequence[_Cell], *, drawn: bool) -> Entry:
    """The entry of a row's cells. `drawn`: lines of several bars and nothing else only fill rows up."""
    rows = list(dict.fromkeys(row for _, row in run))
    run = _without_filler(run) if drawn else run
    label = [piece.text for piece, _ in run if piece.kind is FigureKind.WORDS]
    return Entry(label, [piece for piece, _ in run if piece.kind in VALUES], rows)


def _without_filler(run: Sequence[_Cell]) -> Sequence[_Cell]:
    """A row's cells without the bars that only fill it up: several on one line, where each blank cell has a line of its own."""
    end = len(run)
    while end > 1 and _only_draws(run[end - 1][1]):
        end -= 1
    cells = run[:end]
    blank = any(piece.kind is FigureKind.BLANK and len(row.pieces) == 1 for piece, row in cells)
    told = any(is_number(piece) for piece, _ in cells)
    return cells if blank and told and not any(_only_draws(row) for _, row in cells) else run


def _only_draws(row: Row) -> bool:
    return len(row.pieces) > 1 and not row.filled


def _of_rows(rows: Sequence[Row], usual: int, step: int) -> Iterator[Entry]:
    """Entries of a row a line, or of cells on lines without bars: a line of several values is a row of its own."""
    entry = Entry()
    ended = False
    for row in rows:
        _fill_blanks(entry, row.blanks - usual if usual >= 0 else 0, step)
        words = [index for index, piece in enumerate(row.pieces) if piece.kind is FigureKind.WORDS]
        values = [piece for piece in row.pieces if piece.kind in VALUES]
        padding = len(values) > 1 and all(piece.kind is FigureKind.BLANK for piece in values)
        if words:
            if entry.values:
                yield entry
                entry = Entry()
            values = _behind(row, words)
            if not values and any(piece.kind is FigureKind.UNIT for piece in row.pieces):
                values = [Piece("")]
            # A merged label written into each of its places is one label.
            entry.label += [text for text, _ in groupby(row.pieces[index].text for index in words)]
            entry.placed = len(values) > 1
            ended = entry.placed or any(map(is_number, values))
        elif values:
            starts = not padding and (len(values) > 1 or ended)
            if entry.values and starts and any(piece.kind is not FigureKind.BLANK for piece in values):
                yield entry
                entry = Entry()
            entry.placed = len(values) > 1 and not entry.values
            entry.apart = entry.apart or (
                bool(entry.label and not entry.values) and (entry.placed or usual < 0)
            )
            ended = padding or len(values) > 1
        entry.values += values
        entry.rows.append(row)
    if rows:
        _fill_blanks(entry, rows[-1].after - usual if usual >= 0 else 0, step)
    yield entry


def _fill_blanks(entry: Entry, more: int, step: int) -> None:
    """Blank lines beyond the usual ones, as blank cells; a row on one line has none."""
    if more >= step and entry.words and not entry.placed:
        entry.values += [Piece("")] * (more // step)
        entry.vague = True


def _behind(row: Row, words: Sequence[int]) -> list[Piece]:
    """The values behind a line's words; where words stand behind the numbers, those before them."""
    after = [piece for piece in row.pieces[words[-1] + 1 :] if piece.kind in VALUES]
    if any(piece.kind is not FigureKind.BLANK for piece in after):
        return after
    if words[-1] == len(row.pieces) - 1 and words[0] > 1:
        return [piece for piece in row.pieces[: words[0]] if piece.kind in VALUES]
    return [piece for piece in row.pieces[: words[-1]] if is_number(piece)] + after
