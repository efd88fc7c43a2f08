"""Finds which rows of a document belong to which table of the form, wherever they stand."""

from collections.abc import Iterator, Sequence
from typing import Final

from intake.figures import FigureKind
from intake.flow import Row
from intake.vocabulary import is_scrap, targets_of, weight
from model.form import FormTable, Shape

_LONGEST: Final = 60
"""Characters of a label, however an office words it; more are a sentence."""
_ENOUGH: Final = 3
"""Words of a table in lines of text, before they count as the table and not as a sentence's parts."""


def claimed(
    rows: Sequence[Row], tables: Sequence[FormTable], headings: frozenset[int]
) -> dict[str, list[Row]]:
    """Return the rows of each table by its id; rows that are headings of sections belong to none."""
    found: dict[str, list[Row]] = {table.id: [] for table in tables}
    for table, run in _runs(rows, tables, headings):
        if _is_table(table, run):
            found[table.id] += run
    return found


def _runs(
    rows: Sequence[Row], tables: Sequence[FormTable], headings: frozenset[int]
) -> Iterator[tuple[FormTable, list[Row]]]:
    """Rows that follow each other and speak of the same table."""
    current: FormTable | None = None
    run: list[Row] = []
    for row in rows:
        best = None if row.number in headings else _spoken_of(row, tables, current)
        if best is None and current is not None and row.number not in headings and _fits(row, current, run):
            best = current
        if best is not current or best is None:
            if current is not None:
                yield current, run
            current, run = best, []
        if best is not None:
            run.append(row)
    if current is not None:
        yield current, run


def _spoken_of(row: Row, tables: Sequence[FormTable], current: FormTable | None) -> FormTable | None:
    """The table whose words the row holds; where two share them, the one that the rows before belong to."""
    best, most = None, 1
    ordered = sorted(tables, key=lambda table: table is not current)
    for table in ordered:
        weights = [weight(table, piece.text) for piece in row.filled]
        if sum(weights) > most and (row.table < 0 or max(weights) == 2 or table is current):
            best, most = table, sum(weights)
    return best


def _fits(row: Row, table: FormTable, run: Sequence[Row]) -> bool:
    """Whether a row without whole labels goes on with the table: numbers, units, blanks and scraps of its words."""
    words = [piece for piece in row.pieces if piece.kind is FigureKind.WORDS]
    if row.table >= 0 and row.table == run[-1].table and len(row.filled) > 1:
        return all(len(piece.text) < _LONGEST for piece in words)
    if len(words) == 1 and len(row.pieces) - len(words) >= _ENOUGH:
        return True
    return all(weight(table, piece.text) or is_scrap(table, piece.text) for piece in words)


def _is_table(table: FormTable, run: Sequence[Row]) -> bool:
    """Whether rows are a table or a part of it: enough of its words, and numbers or empty cells beside them."""
    words = {piece.text for row in run for piece in row.filled if weight(table, piece.text)}
    values = [
        piece for row in run for piece in row.pieces if piece.kind in (FigureKind.NUMBER, FigureKind.MARK)
    ]
    if any(row.table >= 0 for row in run):
        return bool(words) and (bool(values) or len(words) >= _ENOUGH)
    most = max(len(target.keys) for target in targets_of(table))
    if len(values) >= most > 1 and words:
        return True
    return len(words) >= (2 * _ENOUGH if table.shape is Shape.LIST else _ENOUGH) and bool(values)
