"""What stands around a cell: the numbers beside it, and how well a count suits what else stands in its column and row."""

from collections.abc import Mapping
from functools import cache, cached_property

from model.diagnosis.sides import Side, sides_of
from model.diagnosis.system import row_of
from model.form import Form
from model.layout import layout_of
from model.report import Report
from model.values import Value


class Surroundings:
    """Looks from a cell to its neighbours; one per diagnosis, as it remembers what it has added up."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._values = report.values()
        self._beside = _beside(report.form)
        self._sides_of = sides_of(report.form)
        self._sides: dict[tuple[str, ...], Side] = {}

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        """Row → the sum of its entered whole numbers."""
        rows: dict[str, int] = {}
        for key in self._report.form.entered:
            if isinstance(value := self._values[key], int):
                rows[row_of(key)] = rows.get(row_of(key), 0) + value
        return rows

    def beside(self, key: str) -> tuple[str, ...]:
        """Return the cells next to this one in the printed table."""
        return self._beside[key]

    def numbers_beside(self, key: str) -> frozenset[int]:
        """Return the numbers that stand next to the cell, zeros left out: they are everywhere."""
        return frozenset(
            value for other in self._beside[key] if isinstance(value := self._values[other], int) and value
        )

    def suit_better(self, changes: Mapping[str, int]) -> float:
        """Return the log of how much likelier the table is with these numbers in entered cells than as it stands.

        Counts that wrong signs made negative are taken for nothing.
        """
        parts: dict[tuple[str, ...], dict[str, int]] = {}
        for key, true in changes.items():
            parts.setdefault(self._sides_of[key], {})[key] = max(true, 0)
        return sum(self._side(keys).suits_better(of_side) for keys, of_side in parts.items())

    def _side(self, keys: tuple[str, ...]) -> Side:
        if keys not in self._sides:
            counts = {
                key: max(value, 0) if isinstance(value := self._values[key], int) else 0 for key in keys
            }
            beside = {key: max(self._rows.get(row_of(key), 0) - counts[key], 0) for key in keys}
            self._sides[keys] = Side(counts, beside)
        return self._sides[keys]

    def value(self, key: str) -> Value:
        """Return the cell's value as the report has it."""
        return self._values[key]


@cache
def _beside(form: Form) -> Mapping[str, tuple[str, ...]]:
    """The keys of the cells above, below, left and right of each cell in the printed table."""
    beside: dict[str, tuple[str, ...]] = {}
    for table in form.tables:
        keys = {(place.row, place.column): place.key for place in layout_of(table).numbers if place.key}
        for (row, column), key in keys.items():
            around = ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
            beside[key] = tuple(keys[place] for place in around if place in keys)
    return beside
