"""Finds the numbers of a table whose rows have labels: bands, grid and list. By its label first, by order after that."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from intake.figures import Figure, FigureKind, figure_of, value_of
from intake.page.flow import Piece, Row
from intake.tables.accounts import Accounts
from intake.tables.cut_numbers import cut_numbers
from intake.tables.entries import Entry
from intake.tables.fit import Fit
from intake.tables.fitting import fitted, margins_of
from intake.tables.found import Found
from intake.tables.heads_above import heads_of
from intake.tables.readings import Reading, best_reading, is_surely
from intake.tables.sums import prove_nothing, seem_moved
from intake.tables.told_again import is_a_table, told_again
from intake.tables.unlabelled import Unlabelled, without_labels, words_of
from intake.tables.vocabulary import Target
from intake.tables.whole_order import in_whole_order
from model.form import Form, FormTable, IdentityKind
from model.import_state import ImportState
from model.values import Value


def find(form: Form, table: FormTable, rows: Sequence[Row]) -> Found:
    """Return the cells that the rows of a table give."""
    reading = best_reading(table, rows)
    whole = in_whole_order(form, table, reading)
    reading = reading if whole is None else whole.reading
    entries, targets, pairs = reading.entries, reading.targets, reading.pairs
    labelled = {**pairs, **reading.astray}
    heads = list(heads_of(table, entries, targets, pairs))
    margins = margins_of((entries[index], len(targets[place].keys)) for index, place in pairs.items())

    def fit_at(index: int, place: int) -> Fit | None:
        target = targets[place]
        if whole is not None:
            return whole.fit(entries[index], target, heads[index])
        return fitted(
            entries[index],
            target,
            heads[index],
            margins,
            adds_up=_adds_up(form, target),
            labelled=index in labelled,
        )

    def values_at(index: int, place: int) -> Mapping[str, Value] | None:
        fit = fit_at(index, place)
        return None if fit is None else dict(_values(form, targets[place], fit))

    known = {
        key: value
        for index, place in labelled.items()
        for key, value in (values_at(index, place) or {}).items()
    }
    lost = (
        without_labels(form, table, reading, known, values_at)
        if whole is None
        else Unlabelled(dict(whole.placed))
    )
    places = {**lost.places, **labelled}
    cut = lost.unsure | (cut_numbers(reading) if whole is None else set())
    verdicts = {
        index: (
            None if index in lost.loose else fit_at(index, place),
            _state_of(reading, lost, index, place, doubtful=index in cut),
        )
        for index, place in places.items()
    }
    unsure = {
        index
        for index, (fit, state) in verdicts.items()
        if _may_be_elsewhere(entries[index], fit, state, astray=index in reading.astray)
    }
    found = Found()
    accounts = Accounts(reading, places, unsure, {place: [] for place in lost.open})
    for index, entry in enumerate(entries):
        if index not in places:
            if entry.told:
                found.unread.append(accounts.without_place(index, lost.ways.get(index, ())))
        elif targets[places[index]].keys:
            fit, state = verdicts[index]
            _take(form, found, entry, targets[places[index]], fit, state)
            accounts.note(entry, fit.pieces if fit is not None else entry.values)
    accounts.settle(found)
    _doubt_again(found, reading, places)
    named = {
        key for place in labelled.values() for key in targets[place].keys if _adds_up(form, targets[place])
    }
    _withdraw(form, found, table, named)
    _doubt_moved(form, found, targets)
    _doubt_sums(form, found, in_lines=all(row.table < 0 for row in rows))
    return found


def _state_of(reading: Reading, lost: Unlabelled, index: int, place: int, *, doubtful: bool) -> ImportState:
    """How sure it is that an entry is a row: by its label, by order alone, or not at all."""
    entry, targets = reading.entries[index], reading.targets
    torn = entry.torn and place + 1 in lost.open
    unlike = index in reading.pairs and bool(entry.told) and not is_surely(targets, entry, targets[place])
    if doubtful or torn or unlike:
        return ImportState.DOUBTFUL
    labelled = index in reading.pairs or index in reading.astray
    return ImportState.READ if labelled else ImportState.PLACED


def _may_be_elsewhere(entry: Entry, fit: Fit | None, state: ImportState, *, astray: bool) -> bool:
    """Whether numbers may be another row's: they do not fit their own, or are doubtful in lines or out of the form's order."""
    in_lines = bool(entry.rows) and entry.rows[-1].table < 0
    doubtful = state is ImportState.DOUBTFUL or (fit is not None and not fit.sure)
    return fit is None or ((in_lines or astray) and doubtful)


def _adds_up(form: Form, target: Target) -> bool:
    """Whether the last cell of a row is the sum of the others."""
    return len(target.keys) > 2 and set(form.sums.get(target.keys[-1], ())) == set(target.keys[:-1])


def _values(form: Form, target: Target, fit: Fit) -> Iterator[tuple[str, Value]]:
    for key, piece in zip(target.keys, fit.pieces, strict=True):
        if piece is not None:
            yield key, value_of(figure_of(piece.text), form.cells[key].kind)[0]


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
    rows = [target.keys for target in targets if _adds_up(form, target)]
    told = [[found.values.get(key) for key in keys] for keys in rows]
    for place in (*seem_moved(told), *prove_nothing(told)):
        found.states |= dict.fromkeys(rows[place], ImportState.DOUBTFUL)


def _doubt_sums(form: Form, found: Found, *, in_lines: bool) -> None:
    """A row with a blank whose total is no sum of the others lacks a number, or has it elsewhere.

    In lines of text a whole one that does not add up may have been torn.
    """
    for key in [key for key in found.values if key in form.sums]:
        parts = form.sums[key]
        along = all(form.cells[part].row is form.cells[key].row for part in parts)
        values = [found.values.get(part) for part in parts]
        total, added = found.values[key], sum(value for value in values if value is not None)
        if along and (in_lines or None in values) and total is not None and total != added:
            found.states |= dict.fromkeys((*parts, key), ImportState.DOUBTFUL)


def _take(
    form: Form, found: Found, entry: Entry, target: Target, fit: Fit | None, state: ImportState
) -> None:
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
        value, sure = value_of(_figure(entry, target, piece), form.cells[key].kind, _head_beside(entry, head))
        sure = sure and not piece.doubt
        found.values[key] = value
        found.states[key] = state if sure and fit.sure else ImportState.DOUBTFUL
        if value is None:
            found.unread.append(f"{form.cells[key].name}：“{piece.told}”不是数字，按未填处理")
        elif not sure:
            found.unread.append(f"{form.cells[key].name}：“{piece.told}”请核对")


def _figure(entry: Entry, target: Target, piece: Piece) -> Figure:
    """What stands in a cell, with the unit beside it where the row has no other number."""
    figure = figure_of(piece.text)
    return figure if figure.unit or len(target.keys) > 2 else replace(figure, unit=_unit_beside(entry))


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
