"""Reads a block of cells with names of a table's rows or columns, as it is copied from a page or a workbook.

It is read as a file's table is. A copy seldom has all: names that it has none of are the form's, in the form's order, as
they are for numbers alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from intake.figures import FigureKind, figure_of
from intake.page.flow import rows_of
from intake.plain_words import core
from intake.tables.by_order import doubt_columns_by_order, doubt_rows_by_order
from intake.tables.found import Found
from intake.tables.head_words import head_words
from intake.tables.owners import claimed
from intake.tables.rows.serials import without_serial_column
from intake.tables.vocabulary import Target, targets_of, weight
from intake.tables.whole_table import read_table
from model.document import Document, Table, TableCell
from model.form import Form, FormTable, Shape
from model.import_state import ImportState

_Block: TypeAlias = Sequence[Sequence[str]]
_MOST_ROWS: Final = 400
"""Of a block that may be a table of a report; the longest of a form has some sixty."""


class _Completed(NamedTuple):
    """A block with names; what had none is in the form's order."""

    block: _Block
    rows_by_order: bool = False
    columns_by_order: bool = False


def read_block(form: Form, table: FormTable, block: _Block) -> Found | None:
    """Return what a block says by the names in it; None where it has none of the table's, or is another table."""
    words = {text for row in block for text in row if figure_of(text).kind is FigureKind.WORDS}
    if len(block) > _MOST_ROWS or not any(weight(table, text) for text in words):
        return None
    completed = _completed(form, table, without_serial_column(block))
    rows = rows_of(Document((_table(completed.block),)))
    claims = claimed(rows, form.tables, {})
    if not claims.rows[table.id]:
        return None
    found = read_table(form, table, claims.rows[table.id])
    found.unread += [row.text for row in claims.loose[table.id]]
    _doubt_shared_labels(table, found)
    if completed.columns_by_order:
        doubt_columns_by_order(form, found)
    if completed.rows_by_order:
        doubt_rows_by_order(form, found)
    return found


def _doubt_shared_labels(table: FormTable, found: Found) -> None:
    """Labels that several rows of the form share do not tell which of them, where no row is told that has its label alone."""
    targets = targets_of(table)
    count = Counter(target.full for target in targets)
    told = [one for one in targets if any(found.values.get(key) is not None for key in one.keys)]
    if all(count[target.full] > 1 for target in told):
        found.states |= {key: ImportState.DOUBTFUL for target in told for key in target.keys}


def _table(block: _Block) -> Table:
    cells = (
        TableCell(row, column, text) for row, texts in enumerate(block) for column, text in enumerate(texts)
    )
    return Table(len(block), len(block[0]), tuple(cells))


def _completed(form: Form, table: FormTable, block: _Block) -> _Completed:
    """The block with the form's own heads where it has none, and with the form's rows named where it names none.

    In the other shapes each row says enough by itself.
    """
    if table.shape is not Shape.GRID:
        return _Completed(block)
    targets = [target for target in targets_of(table) if target.keys]
    labels, above = _edges(block)
    labelled = _with_labels(form, targets, block, above) if not labels and above else block
    labels, above = _edges(labelled)
    headed = _with_heads(targets[0].columns, labelled, above, labels) if labels else labelled
    return _Completed(headed, labelled is not block, len(headed) > len(labelled))


def _edges(block: _Block) -> tuple[int, int]:
    """How many columns labels take, and how many rows heads take; a blank cell beside a label or under a head is neither."""
    first = next((place for place, row in enumerate(block) if _has(row, FigureKind.NUMBER)), len(block))
    labels = _worded(list(zip(*block[first:], strict=True)))
    return labels, _worded([row[labels:] for row in block[:first]])


def _worded(lines: _Block) -> int:
    """How many lines there are up to the last with words before the first with a number."""
    width = next((place for place, line in enumerate(lines) if _has(line, FigureKind.NUMBER)), len(lines))
    return max((place + 1 for place in range(width) if _has(lines[place], FigureKind.WORDS)), default=0)


def _has(texts: Iterable[str], kind: FigureKind) -> bool:
    return any(figure_of(text).kind is kind for text in texts)


def _with_labels(form: Form, targets: Sequence[Target], block: _Block, above: int) -> _Block:
    """Without any labels the rows are the form's, with those that are sums or without."""
    entered = [one for one in targets if not all(form.cells[key].computed for key in one.keys)]
    for named in (targets, entered):
        if len(named) == len(block) - above:
            told = [*[""] * above, *(target.label for target in named)]
            return [[label, *row] for label, row in zip(told, block, strict=True)]
    return block


def _with_heads(names: Sequence[str], block: _Block, above: int, labels: int) -> _Block:
    """Without any heads the columns are the form's, with the totals or without; those whose heads lack are blank."""
    columns = list(zip(*block[:above], strict=True))[labels:] if above else []
    heads = [next(filter(None, reversed(column)), "") for column in columns]
    count = len(block[0]) - labels
    if not any(heads):
        if count not in (len(names), len(names) - 1):
            return block
        filled = [[*row, *[""] * (len(names) - count)] for row in block]
        return [[*[""] * labels, *names], *filled]
    known = {head_words(head) for head in heads} & set(map(core, names))
    if len(known) < count:
        return block
    lacking = [name for name in names if core(name) not in known]
    return [
        [*row, *(lacking if place == above - 1 else [""] * len(lacking))] for place, row in enumerate(block)
    ]
