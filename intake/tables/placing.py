"""Finds the numbers of a table whose rows have labels: bands, grid and list. By its label first, by order after that."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from intake.page.alignment import aligned
from intake.page.figures import FigureKind, figure_of, value_of
from intake.page.flow import Row
from intake.page.plain_words import core
from intake.tables.entries import Entry, readings_of
from intake.tables.fitting import Fit, Heads, fitted
from intake.tables.vocabulary import Target, likeness, targets_of
from model.form import Form, FormTable, IdentityKind
from model.import_state import ImportState
from model.values import Value

_SURE: Final = 0.7
"""Likeness of a label below which the row is doubtful."""


@dataclass(slots=True)
class Found:
    """What a table's rows say: cell → value and state, and the rows that could not be told.

    `sources`: cell → the words of the source that its value, or its doubt, comes from.
    """

    values: dict[str, Value] = field(default_factory=dict)
    states: dict[str, ImportState] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)


def find(form: Form, table: FormTable, rows: Sequence[Row]) -> Found:
    """Return the cells that the rows of a table give."""
    targets = targets_of(table)
    entries, pairs = _best_reading(table, rows, targets)
    heads = list(_heads(entries, targets, pairs))
    by_order = _by_order(entries, targets, pairs)
    padded = _is_padded(entries, targets, pairs)
    found = Found()
    for index, entry in enumerate(entries):
        place = pairs.get(index, by_order.get(index))
        if place is None or not targets[place].keys:
            if entry.numbers and place is None:
                found.unread.append(_told(entry))
            continue
        state = ImportState.READ if index in pairs else ImportState.PLACED
        if index in pairs and entry.numbers and _score(entry, targets[place]) < _SURE:
            state = ImportState.DOUBTFUL
        _take(
            form,
            found,
            entry,
            targets[place],
            fitted(entry, targets[place], heads[index], padded=padded),
            state,
        )
    _withdraw(form, found, table)
    if all(row.table < 0 for row in rows):
        _doubt(form, found)
    return found


def _doubt(form: Form, found: Found) -> None:
    """In lines of text a row that does not add up may have been torn."""
    for key in [key for key in found.values if key in form.sums]:
        parts = form.sums[key]
        along = all(form.cells[part].row is form.cells[key].row for part in parts)
        total, added = found.values[key], _known(found, parts)
        if along and total is not None and added is not None and total != added:
            found.states |= dict.fromkeys((*parts, key), ImportState.DOUBTFUL)


def _best_reading(
    table: FormTable, rows: Sequence[Row], targets: Sequence[Target]
) -> tuple[list[Entry], dict[int, int]]:
    """Of the ways to read blank lines, the one that gives most rows as many places as the form has."""
    readings = []
    for read in readings_of(table, rows):
        entries = list(_split(read, targets))
        pairs = aligned([[_score(entry, target) for target in targets] for entry in entries])
        fitting = sum(len(entries[i].values) == len(targets[j].keys) for i, j in pairs.items())
        readings.append((fitting, entries, pairs))
    _, entries, pairs = max(readings, key=lambda reading: reading[0])
    return entries, pairs


def _score(entry: Entry, target: Target) -> float:
    if not target.keys:
        empty = all(piece.kind is FigureKind.MARK for piece in entry.numbers)
        return 0.3 * likeness(entry.words, target) if empty else 0.0
    like = max(likeness(entry.words, target), likeness(entry.label[-1], target) if entry.label else 0.0)
    return like * (1.0 if entry.numbers else 0.5)


def _split(entries: Sequence[Entry], targets: Sequence[Target]) -> Iterator[Entry]:
    """Rows that lost their labels run into the row before: cut where as many numbers as columns are full."""
    most = max(len(target.keys) for target in targets)
    for entry in entries:
        count = len(entry.numbers)
        if entry.placed or most < 2 or count <= most or count % most:
            yield entry
            continue
        chunk = len(entry.values) // (count // most)
        chunks = [entry.values[start : start + chunk] for start in range(0, chunk * (count // most), chunk)]
        if any(sum(piece.kind is not FigureKind.BLANK for piece in values) != most for values in chunks):
            yield entry
            continue
        for number, values in enumerate(chunks):
            yield Entry(entry.label if number == 0 else [], values, entry.rows)


def _heads(entries: Sequence[Entry], targets: Sequence[Target], pairs: Mapping[int, int]) -> Iterator[Heads]:
    """For each entry, where the heads above it stand; a table that goes on without a head keeps the one before."""
    names = {core(name) for target in targets for name in target.columns}
    heads: dict[str, tuple[int, int]] = {}
    before = (-1, 0)
    open_head = False
    for index, entry in enumerate(entries):
        row = entry.rows[-1] if entry.rows else None
        if row is None or row.columns < 2:
            yield {}
            continue
        if row.table != before[0] and row.columns != before[1]:
            heads = {}
        before = (row.table, row.columns)
        seen: dict[str, tuple[int, int]] = {}
        for piece in (piece for line in entry.rows for piece in line.filled if core(piece.text) in names):
            first, span = seen.get(core(piece.text), (piece.column, 0))
            # A merged head written into each of its places is one head.
            begin = first if first + span == piece.column else piece.column
            seen[core(piece.text)] = (begin, piece.column + piece.span - begin)
        if seen and not entry.numbers and index not in pairs:
            heads = {**heads, **seen} if open_head else dict(seen)
            open_head = True
        elif entry.numbers:
            open_head = False
        yield dict(heads)


def _by_order(
    entries: Sequence[Entry], targets: Sequence[Target], pairs: Mapping[int, int]
) -> dict[int, int]:
    """Entries without a label of their own, where as many stand between two labels as the form has there."""
    placed: dict[int, int] = {}
    anchors = [(-1, -1), *sorted(pairs.items()), (len(entries), len(targets))]
    for (before, above), (after, below) in itertools.pairwise(anchors):
        lost = [index for index in range(before + 1, after) if entries[index].numbers]
        open_places = [place for place in range(above + 1, below) if targets[place].keys]
        if lost and len(lost) == len(open_places):
            placed |= dict(zip(lost, open_places, strict=True))
    return placed


def _is_padded(entries: Sequence[Entry], targets: Sequence[Target], pairs: Mapping[int, int]) -> bool:
    """Whether rows are filled up with empty cells at their ends: full rows show it, and in lines of text it is usual."""
    full = [entries[i] for i, j in pairs.items() if len(entries[i].numbers) == len(targets[j].keys) > 1]
    longer = [entry.values for entry in full if len(entry.values) > len(entry.numbers)]
    rows = [row for entry in entries for row in entry.rows if row.columns > 1]
    on_grid = any(row.table >= 0 for row in rows) or (
        len(rows) > 1 and len({row.columns for row in rows}) == 1
    )
    return (bool(longer) or not on_grid) and all(values[0].kind is not FigureKind.BLANK for values in longer)


def _take(
    form: Form, found: Found, entry: Entry, target: Target, fit: Fit | None, state: ImportState
) -> None:
    found.sources |= dict.fromkeys(target.keys, "\n".join(row.text for row in entry.rows))
    if fit is None:
        found.unread.append(_told(entry))
        for key in target.keys:
            found.states[key] = ImportState.DOUBTFUL
        return
    for key, piece, head in zip(target.keys, fit.pieces, target.columns, strict=True):
        if piece is None:
            found.states[key] = ImportState.MISSING
            continue
        figure = figure_of(piece.text)
        if not figure.unit and len(target.keys) <= 2:
            figure = replace(figure, unit=_unit_beside(entry))
        value, sure = value_of(figure, form.cells[key].kind, _head_beside(entry, head))
        found.values[key] = value
        found.states[key] = state if sure and fit.sure and not piece.doubt else ImportState.DOUBTFUL
        if value is None and piece.kind is FigureKind.MARK:
            found.unread.append(f"{form.cells[key].name}：“{piece.told}”不是数字，按未填处理")
        elif not sure or piece.doubt:
            found.unread.append(f"{form.cells[key].name}：“{piece.told}”请核对")


def _unit_beside(entry: Entry) -> str:
    """The unit in a cell of its own beside the number."""
    units = {
        figure_of(piece.text).unit
        for row in entry.rows
        for piece in row.pieces
        if piece.kind is FigureKind.UNIT
    }
    return units.pop() if len(units) == 1 else ""


def _head_beside(entry: Entry, head: str) -> str:
    """The words that may name an amount's unit: the label's, else the form's own head."""
    return entry.words if "元" in entry.words else head


def _told(entry: Entry) -> str:
    values = " ".join(piece.text.strip() or "□" for piece in entry.values)
    label = entry.label[-1][:40] if entry.label else ""
    return f"{label} {values}".strip()


def _withdraw(form: Form, found: Found, table: FormTable) -> None:
    """Take back what was placed by order where a column's arithmetic does not agree."""
    placed = {key for key, state in found.states.items() if state is ImportState.PLACED}
    if not placed or all(_holds(form, found, key) for key in placed):
        return
    for key in placed:
        found.values.pop(key, None)
        found.states[key] = ImportState.MISSING
    found.unread.append(
        f"{table.title or form.section(table.section).title}：行标题缺失，按顺序放置后各栏合计不相等，未予采用"
    )


def _holds(form: Form, found: Found, key: str) -> bool:
    """Whether the identities of the cell's column are not contradicted; a computed column's own total is another matter."""
    cell = form.cells[key]
    if cell.column.id == "total":
        return True
    for identity in form.identities_of(key):
        left = _known(found, identity.left)
        right = _known(found, identity.right)
        along_the_row = identity.kind is IdentityKind.SUM and identity.line is cell.row
        if identity.kind is IdentityKind.AT_MOST or along_the_row or left is None or right is None:
            continue
        if left != right:
            return False
    return True


def _known(found: Found, keys: Sequence[str]) -> Value:
    """The sum of cells, None while one is blank."""
    values = [found.values.get(key) for key in keys]
    return None if None in values else sum(value for value in values if value is not None)
