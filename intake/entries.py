"""Makes entries of a table's rows: the words before the numbers, and the numbers with the blanks among them.

In a real table a row is an entry. In lines of text (one cell a line, bars, numbers at the end of a line) the entries
are put together again: words, then numbers, until words come again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from intake.figures import FigureKind
from intake.flow import Piece, Row
from intake.vocabulary import is_scrap
from model.form import FormTable

_VALUES: Final = (FigureKind.NUMBER, FigureKind.MARK, FigureKind.BLANK)


@dataclass(slots=True)
class Entry:
    """Words and the values after them. `placed`: their columns are those of a real table's grid."""

    label: list[str] = field(default_factory=list)
    values: list[Piece] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    placed: bool = False

    @property
    def words(self) -> str:
        """The label in one."""
        return "".join(self.label)

    @property
    def numbers(self) -> list[Piece]:
        """The values that are not blank."""
        return [piece for piece in self.values if piece.kind is not FigureKind.BLANK]


def entries_of(table: FormTable, rows: Sequence[Row]) -> list[Entry]:
    """Return the entries of a table's rows in reading order; an entry may have no words, or no values."""
    usual = _usual_gap(rows)
    made: list[Entry] = []
    lines: list[Row] = []
    for row in rows:
        if row.table < 0:
            lines.append(row)
            continue
        made += _from_lines(lines, usual)
        lines = []
        made.append(_from_grid(row))
    made += _from_lines(lines, usual)
    return [entry for entry in _joined(table, made) if entry.words or entry.values]


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


def _usual_gap(rows: Sequence[Row]) -> int:
    """How many blank lines stand between cells that are not blank; -1 where bars tell the cells."""
    lines = [row for row in rows if row.table < 0]
    if any("|" in row.text or "｜" in row.text for row in lines):
        return -1
    counts = Counter(row.blanks for row in lines[1:])
    return counts.most_common(1)[0][0] if counts else -1


def _from_lines(rows: Sequence[Row], usual: int) -> Iterator[Entry]:
    """Entries of lines: words begin one, values fill it; a line of several values is a row of its own."""
    entry = Entry()
    ended = False
    for row in rows:
        pieces = row.pieces
        if usual >= 0 and row.blanks > usual and entry.words:
            entry.values += [Piece("")] * (row.blanks - usual)
        words = [index for index, piece in enumerate(pieces) if piece.kind is FigureKind.WORDS]
        values = [piece for piece in pieces if piece.kind in _VALUES]
        if words:
            last = max(index for index in words)
            early = [piece for piece in pieces[:last] if piece.kind in (FigureKind.NUMBER, FigureKind.MARK)]
            after = [piece for piece in pieces[last + 1 :] if piece.kind in _VALUES]
            if early and after == [piece for piece in after if piece.kind is FigureKind.BLANK]:
                after = early + after
            if entry.values:
                yield entry
                entry = Entry()
            entry.label += [pieces[index].text for index in words]
            entry.rows.append(row)
            entry.values += after
            ended = len(after) > 1
        elif values:
            padding = len(values) > 1 and all(piece.kind is FigureKind.BLANK for piece in values)
            several = len(values) > 1 and not padding
            if (
                entry.values
                and (several or ended)
                and not padding
                and any(p.kind is not FigureKind.BLANK for p in values)
            ):
                yield entry
                entry = Entry()
            entry.values += values
            entry.rows.append(row)
            ended = padding or several or (ended and not entry.values)
    yield entry


def _joined(table: FormTable, entries: Sequence[Entry]) -> Iterator[Entry]:
    """A label torn over two rows (by a page break) is put together where the first half has no values at all."""
    pending: Entry | None = None
    for entry in entries:
        if pending is not None:
            if entry.numbers and is_scrap(table, pending.words + entry.words):
                entry = Entry(
                    pending.label + entry.label, entry.values, pending.rows + entry.rows, entry.placed
                )
            else:
                yield pending
            pending = None
        if entry.words and not entry.numbers and is_scrap(table, entry.words):
            pending = entry
            continue
        yield entry
    if pending is not None:
        yield pending
