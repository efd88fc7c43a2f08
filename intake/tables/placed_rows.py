"""The rows of a table with the rows of the form that they are: by their labels, and by order and sums where these are lost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from intake.figures import figure_of, value_of
from intake.page.flow import Row
from intake.tables.columns.fit import Fit, pieces_hold, whole_number
from intake.tables.columns.fitting import fitted
from intake.tables.columns.heads_above import heads_of
from intake.tables.labels.unlabelled import Unlabelled, without_labels
from intake.tables.labels.whole_order import in_whole_order
from intake.tables.rows.cut_numbers import cut_numbers
from intake.tables.rows.entries import Entry
from intake.tables.rows.margins import margins_of
from intake.tables.rows.readings import Reading, best_reading, is_surely
from intake.tables.vocabulary import Target
from model.form import Form, FormTable
from model.import_state import ImportState
from model.values import Value

_Verdicts: TypeAlias = Mapping[int, tuple[Fit | None, ImportState]]


class PlacedRows:
    """The entries of a table, placed.

    `labelled` are the places that labels tell, `lost` those of the others, `places` both: entry → row of the form.
    `verdicts`: entry → what stands in its columns, None where that cannot be told, and how sure it is that it is this row.
    """

    def __init__(self, form: Form, table: FormTable, rows: Sequence[Row]) -> None:
        reading = best_reading(table, rows)
        self._form, self._table = form, table
        self._whole = in_whole_order(form, table, reading)
        self.reading = reading if self._whole is None else self._whole.reading
        entries, targets, pairs = self.reading.entries, self.reading.targets, self.reading.pairs
        self._heads = list(heads_of(table, entries, targets, pairs))
        self._margins = margins_of(
            (entries[index], len(targets[place].keys)) for index, place in pairs.items()
        )
        self.labelled = {**pairs, **self.reading.astray}
        self.lost = self._without_labels() if self._whole is None else Unlabelled(dict(self._whole.placed))
        self.places = {**self.lost.places, **self.labelled}
        self.verdicts = _unless_by_chance(entries, dict(self._judged()))

    @property
    def unsure(self) -> set[int]:
        """The entries whose numbers may be another row's."""
        return {
            index
            for index, (fit, state) in self.verdicts.items()
            if _may_be_elsewhere(self.reading.entries[index], fit, state, astray=index in self.reading.astray)
        }

    def _without_labels(self) -> Unlabelled:
        known = {
            key: value
            for index, place in self.labelled.items()
            for key, value in (self._values_at(index, place) or {}).items()
        }
        return without_labels(self._form, self._table, self.reading, known, self._values_at)

    def _judged(self) -> Iterator[tuple[int, tuple[Fit | None, ImportState]]]:
        cut = self.lost.unsure | (cut_numbers(self.reading) if self._whole is None else set())
        for index, place in self.places.items():
            fit = None if index in self.lost.loose else self._fit_at(index, place)
            yield index, (fit, _state_of(self.reading, self.lost, index, place, doubtful=index in cut))

    def _fit_at(self, index: int, place: int) -> Fit | None:
        """What stands in the columns of an entry as a row of the form."""
        entry, target, heads = self.reading.entries[index], self.reading.targets[place], self._heads[index]
        if self._whole is not None:
            return self._whole.fit(entry, target, heads)
        sums_up, labelled = adds_up(self._form, target), index in self.labelled
        return fitted(entry, target, heads, self._margins, adds_up=sums_up, labelled=labelled)

    def _values_at(self, index: int, place: int) -> Mapping[str, Value] | None:
        fit = self._fit_at(index, place)
        return None if fit is None else dict(_values(self._form, self.reading.targets[place], fit))


def _unless_by_chance(entries: Sequence[Entry], verdicts: _Verdicts) -> _Verdicts:
    """The verdicts; rows that add up with numbers under the office's own heads are not sure where about as many do not."""
    fits = {index: fit for index, (fit, _) in verdicts.items() if fit is not None}
    borrowed = {index for index, fit in fits.items() if fit.borrowed}
    telling = [index for index in borrowed if any(map(whole_number, entries[index].numbers))]
    failing = [
        index
        for index, fit in fits.items()
        if index not in borrowed
        and len(entries[index].numbers) == len(fit.pieces) > 2
        and not pieces_hold(entries[index].numbers)
    ]
    if 2 * len(failing) <= len(telling):
        return verdicts
    return {
        index: (replace(fit, sure=False) if fit is not None and index in borrowed else fit, state)
        for index, (fit, state) in verdicts.items()
    }


def adds_up(form: Form, target: Target) -> bool:
    """Return whether the last cell of a row is the sum of the others."""
    return len(target.keys) > 2 and set(form.sums.get(target.keys[-1], ())) == set(target.keys[:-1])


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


def _values(form: Form, target: Target, fit: Fit) -> Iterator[tuple[str, Value]]:
    for key, piece in zip(target.keys, fit.pieces, strict=True):
        if piece is not None:
            yield key, value_of(figure_of(piece.text), form.cells[key].kind)[0]
