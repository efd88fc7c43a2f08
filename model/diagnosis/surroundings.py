"""What stands around a cell: the numbers beside it, and the count to be expected there."""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Final

from model.form import Form
from model.layout import layout_of
from model.report import Report
from model.values import Value

_LITTLE: Final = 0.3
"""What is expected of a row or column in which nothing else stands."""


class Surroundings:
    """Looks from a cell to its neighbours; one per diagnosis, as it remembers what it has added up."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._values = report.values()
        self._beside = _beside(report.form)

    @cached_property
    def _margins(self) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        """Sums of the entered whole numbers by row, by column and by table."""
        rows: dict[str, int] = {}
        columns: dict[str, int] = {}
        tables: dict[str, int] = {}
        for key in self._report.form.entered:
            value = self._values[key]
            if isinstance(value, int):
                table, row, column = key.split(".")
                for sums, name in ((rows, f"{table}.{row}"), (columns, f"{table}.{column}"), (tables, table)):
                    sums[name] = sums.get(name, 0) + value
        return rows, columns, tables

    def beside(self, key: str) -> tuple[str, ...]:
        """Return the cells next to this one in the printed table."""
        return self._beside[key]

    def numbers_beside(self, key: str) -> frozenset[int]:
        """Return the numbers that stand next to the cell, zeros left out: they are everywhere."""
        return frozenset(
            value for other in self._beside[key] if isinstance(value := self._values[other], int) and value
        )

    def expected(self, key: str, seen: int) -> tuple[float, float]:
        """Return from which to which count the cell's row and column suggest, the cell's own number `seen` left aside.

        In proportion to the row, and a little for a row that is empty, shared out as the columns are; at the most, in
        proportion to one more in the row: where hardly anybody else applied, an empty row says nothing. Sums that wrong
        signs made negative count as nothing.
        """
        table, row, column = key.split(".")
        rows, columns, tables = self._margins
        in_row = max(rows.get(f"{table}.{row}", 0) - seen, 0)
        in_column = max(columns.get(f"{table}.{column}", 0) - seen, 0)
        elsewhere = max(tables.get(table, 0) - in_row - in_column - seen, 0)
        likely = (in_column + _LITTLE) / (elsewhere + 1.0)
        least = in_row * likely + _LITTLE * (in_column + _LITTLE) / (in_column + elsewhere + 1.0)
        return least, max(least, (in_row + 1) * likely)

    def share_of_row(self, key: str, keys: Iterable[str]) -> float:
        """Return which share of what stands in the rows of some cells stands in the row of one of them."""
        rows, _, _ = self._margins
        of = {other: rows.get(other.rpartition(".")[0], 0) + _LITTLE for other in keys}
        return max(of[key], _LITTLE) / sum(max(value, _LITTLE) for value in of.values())

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
