"""Makes entries of a table's rows: the words before the numbers, and the numbers with the blanks among them.

In a real table a row is an entry. In lines of text (one cell a line, bars, numbers at the end of a line) the entries
are put together again: words, then numbers, until words come again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from intake.page.figures import UNSURE, FigureKind
from intake.page.flow import Piece, Row
from intake.tables.vocabulary import is_scrap, is_whole
from model.form import FormTable

_VALUES: Final = (FigureKind.NUMBER, FigureKind.MARK, FigureKind.BLANK)


@dataclass(slots=True)
class Entry:
    """Words and the values after them.

    `placed`: the values' columns are places on a grid. `vague`: blank lines were taken for blank cells.
    """

    label: list[str] = field(default_factory=list)
    values: list[Piece] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    placed: bool = False
    vague: bool = False

    @property
    def words(self) -> str:
        """The label in one."""
        return "".join(self.label)

    @property
    def numbers(self) -> list[Piece]:
        """The values that are not blank."""
        return [piece for piece in self.values if piece.kind is not FigureKind.BLANK]


def readings_of(table: FormTable, rows: Sequence[Row]) -> Iterator[list[Entry]]:
    """Yield the entries of a table's rows in reading order, an entry may have no words, or no values.

    Where blank lines stand for blank cells there are two readings: a blank cell is one line more, or as many as
    stand between two cells, and one.
    """
    usual = usual_gap(rows)
    for step in sorted({1, usual + 1}) if usual >= 0 else (1,):
        yield _entries(table, rows, usual, step)


def _entries(table: FormTable, rows: Sequence[Row], usual: int, step: int) -> list[Entry]:
    made: list[Entry] = []
    lines: list[Row] = []
    for row in rows:
        if row.table < 0:
            lines.append(row)
            continue
        made += _from_lines(lines, usual, step)
        lines = []
        made.append(_from_grid(row))
    made += _from_lines(lines, usual, step)
    return [*_joined(table, [entry for entry in made if entry.words or entry.values])]


def _from_grid(row: Row) -> Entry:
    first = next(
        (
            index
            for index, piece in enumerate(row.pieces)
            if piece.kind in (FigureKind.NUMBER, FigureKind.MARK)
        ),
        None,
    )
    words = [index for index, piece in enumerate(row.pieces) if piece.kind is FigureKind.WORDS]
    before = [index for index in words if first is None or index < first]
    end = before[-1] + 1 if before else 0
    if not before and words:
        # A serial number stands before the label.
        end = words[0] + 1
        before = words[:1]
    label = [row.pieces[index].text for index in before]
    values = [piece for piece in row.pieces[end:] if piece.kind in _VALUES]
    return Entry(label, values, [row], placed=True)


def usual_gap(rows: Sequence[Row]) -> int:
    """How many blank lines stand between cells that are not blank; -1 where bars tell the cells, or rows stand on lines."""
    lines = [row for row in rows if row.table < 0]
    if any("|" in row.text or "｜" in row.text for row in lines):
        return -1
    if sum(sum(piece.kind in _VALUES for piece in row.pieces) > 1 for row in lines) > 1:
        return -1
    counts = Counter(row.blanks for row in lines[1:])
    return counts.most_common(1)[0][0] if counts else -1


def _from_lines(rows: Sequence[Row], usual: int, step: int) -> Iterator[Entry]:
    """Entries of lines: words begin one, values fill it; a line of several values is a row of its own."""
    entry = Entry()
    ended = False
    for row in rows:
        _fill_blanks(entry, row.blanks - usual if usual >= 0 else 0, step)
        words = [index for index, piece in enumerate(row.pieces) if piece.kind is FigureKind.WORDS]
        values = [piece for piece in row.pieces if piece.kind in _VALUES]
        padding = len(values) > 1 and all(piece.kind is FigureKind.BLANK for piece in values)
        if words:
            if entry.values:
                yield entry
                entry = Entry()
            values = _behind(row, words)
            if not values and any(piece.kind is FigureKind.UNIT for piece in row.pieces):
                values = [Piece("")]
            entry.label += [row.pieces[index].text for index in words]
            ended = entry.placed = len(values) > 1
        elif values:
            starts = not padding and (len(values) > 1 or ended)
            if entry.values and starts and any(piece.kind is not FigureKind.BLANK for piece in values):
                yield entry
                entry = Entry()
            entry.placed = len(values) > 1 and not entry.values
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
    after = [piece for piece in row.pieces[words[-1] + 1 :] if piece.kind in _VALUES]
    if any(piece.kind is not FigureKind.BLANK for piece in after):
        return after
    return [
        piece for piece in row.pieces[: words[-1]] if piece.kind in (FigureKind.NUMBER, FigureKind.MARK)
    ] + after


def _joined(table: FormTable, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Puts together what a page break has torn: a label over two rows, or a row over two tables."""
    before: Entry | None = None
    for entry in entries:
        if before is not None and (
            _is_torn_label(table, before, entry) or _is_torn_row(table, before, entry)
        ):
            before = _together(before, entry)
            continue
        if before is not None:
            yield before
        before = entry
    if before is not None:
        yield before


def _is_torn_label(table: FormTable, above: Entry, below: Entry) -> bool:
    """Whether the first half of a label has no values at all, and the rest of it stands before some."""
    return (
        bool(above.words and not above.numbers and below.numbers)
        and is_scrap(table, above.words)
        and is_scrap(table, above.words + below.words)
    )


def _is_torn_row(table: FormTable, above: Entry, below: Entry) -> bool:
    """Whether a table begins with the rest of the row that ended the table before: scraps, or too few numbers."""
    if not above.rows or not below.rows:
        return False
    upper, lower = above.rows[-1], below.rows[0]
    follows = 0 <= upper.table < lower.table
    if not follows or not above.words or any(is_whole(table, label) for label in below.label):
        return False
    taken = {piece.column - upper.columns for piece in above.numbers}
    full = len(below.numbers) == len(below.values)
    whole = full and not taken.isdisjoint(piece.column - lower.columns for piece in below.numbers)
    return (
        bool(below.numbers or below.words)
        and not whole
        and all(is_scrap(table, label) for label in below.label)
    )


def _together(above: Entry, below: Entry) -> Entry:
    """Two halves of a row as one; a number in two halves is not sure. Columns count from the right: labels may be gone."""
    rows, label = above.rows + below.rows, above.label + below.label
    if not above.numbers:
        return Entry(label, below.values, rows, below.placed)
    more = above.rows[-1].columns - below.rows[0].columns
    moved = (replace(piece, column=piece.column + more) for piece in below.numbers)
    halves = {piece.column: piece for piece in moved}
    values = [
        piece
        if (half := halves.pop(piece.column, None)) is None
        else half
        if piece.kind is FigureKind.BLANK
        else replace(piece, text=f"{UNSURE}{piece.text}{half.text}")
        for piece in above.values
    ]
    return Entry(
        label, sorted([*values, *halves.values()], key=lambda piece: piece.column), rows, above.placed
    )
