"""Finds the numbers of a table whose rows have labels: bands, grid and list. By its label first, by order after that."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from intake.figures import Figure, figure_of, value_of
from intake.page.flow import Piece, Row
from intake.tables.accounts import Accounts
from intake.tables.columns.fit import Fit
from intake.tables.found import Found, doubt_sums
from intake.tables.labels.unlabelled import words_of
from intake.tables.placed_rows import PlacedRows, adds_up
from intake.tables.rows.entries import Entry
from intake.tables.rows.readings import Reading
from intake.tables.rows.told_again import is_a_table, told_again
from intake.tables.sums import prove_nothing, seem_moved
from intake.tables.units import unit_beside, words_of_unit
from intake.tables.vocabulary import Target
from model.form import Form, FormTable, IdentityKind
from model.import_state import ImportState
from model.values import Value


def find(form: Form, table: FormTable, rows: Sequence[Row]) -> Found:
    """Return the cells that the rows of a table give."""
    placed = PlacedRows(form, table, rows)
    reading, places, verdicts = placed.reading, placed.places, placed.verdicts
    found = Found()
    accounts = Accounts(reading, places, placed.unsure, {place: [] for place in placed.lost.open})
    for index, entry in enumerate(reading.entries):
        if index not in places:
            if entry.told:
                found.unread.append(accounts.without_place(index, placed.lost.ways.get(index, ())))
        elif reading.targets[places[index]].keys:
            fit, state = verdicts[index]
            _take(form, found, reading, index, reading.targets[places[index]], fit, state)
            accounts.note(entry, fit.pieces if fit is not None else entry.values)
    accounts.settle(found)
    _doubt_again(found, reading, places)
    named = [reading.targets[place] for place in placed.labelled.values()]
    _withdraw(form, found, table, {key for one in named if adds_up(form, one) for key in one.keys})
    _doubt_moved(form, found, reading.targets)
    doubt_sums(form, found, in_lines=all(row.table < 0 for row in rows))
    return found


def _doubt_again(found: Found, reading: Reading, places: Mapping[int, int]) -> None:
    """What the source tells twice, with other numbers, is doubtful."""
    again = told_again(reading, places)
    found.twice = is_a_table(again)
    for place, others in again.items():
        for key in reading.targets[place].keys:
            found.states[key] = ImportState.DOUBTFUL
            words = [found.sources.get(key, ""), *(words_of(reading.entries[index]) for index in others)]
            found.sources[key] = "\n".join(filter(None, words))


def _doubt_moved(form: Form, found: Found, targets: Sequence[Target]) -> None:
    """A row whose total may stand a column too far to the left lacks a cell somewhere; or its numbers are in another order."""
    rows = [target.keys for target in targets if adds_up(form, target)]
    told = [[found.values.get(key) for key in keys] for keys in rows]
    for place in (*seem_moved(told), *prove_nothing(told)):
        found.states |= dict.fromkeys(rows[place], ImportState.DOUBTFUL)


def _take(
    form: Form,
    found: Found,
    reading: Reading,
    index: int,
    target: Target,
    fit: Fit | None,
    state: ImportState,
) -> None:
    entry = reading.entries[index]
    found.sources |= dict.fromkeys(target.keys, "\n".join(row.text for row in entry.rows))
    if fit is None:
        found.unread.append(words_of(entry))
        for key in target.keys:
            found.states[key] = ImportState.DOUBTFUL
        return
    if fit.inferred and state is ImportState.READ:
        state = ImportState.PLACED
    for key, piece, head in zip(target.keys, fit.pieces, target.columns, strict=True):
        if piece is None:
            unsure = state is ImportState.DOUBTFUL or not fit.sure
            found.states[key] = ImportState.DOUBTFUL if unsure else ImportState.MISSING
            continue
        cell = form.cells[key]
        unit = words_of_unit(reading.entries, index, head)
        value, sure = value_of(_figure(entry, target, piece), cell.kind, unit)
        told_as = state if fit.sure else ImportState.DOUBTFUL
        found.put(cell, piece.told, value, told_as, sure=sure and not piece.doubt)


def _figure(entry: Entry, target: Target, piece: Piece) -> Figure:
    """What stands in a cell, with the unit beside it where the row has no other number."""
    figure = figure_of(piece.text)
    return figure if figure.unit or len(target.keys) > 2 else replace(figure, unit=unit_beside(entry))


def _withdraw(form: Form, found: Found, table: FormTable, named: Collection[str]) -> None:
    """Take back what was placed by order where a column's arithmetic does not agree.

    `named`: the cells of rows that have their labels and a total; one that adds up to it is right whatever the columns say.
    """
    placed = {key for key, state in found.states.items() if state is ImportState.PLACED}
    placed -= {key for key in placed if key in named and _row_adds_up(form, found, key)}
    if not placed or all(_holds(form, found, key) for key in placed):
        return
    for key in placed:
        found.values.pop(key, None)
        found.states[key] = ImportState.DOUBTFUL
    found.unread.append(
        f"{table.title or form.section(table.section).title}：行标题缺失，按顺序放置后各栏合计不相等，未予采用"
    )


def _row_adds_up(form: Form, found: Found, key: str) -> bool:
    """Whether the row of a cell has a total other than nought, which is the sum of its parts; a blank counts nothing."""
    row = form.cells[key].row
    for total, parts in form.sums.items():
        if form.cells[total].row is row and all(form.cells[part].row is row for part in parts):
            told = found.values.get(total)
            return bool(told) and told == sum(found.values.get(part) or 0 for part in parts)
    return False


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
