"""The printed shape of a table, derived from the form: which words and numbers stand where, with spans.

The window's grid, the four writers and the reader of tables all go by this one layout.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from model.form import Band, FormTable, Line, Shape
from model.roles import CellRole

NO_NUMBER = "——"
"""What a list prints where a heading has no number."""


class PrintedCell(NamedTuple):
    """A cell of the printed table: words (`text`) or a number (`key`). Rows and columns count from 0."""

    row: int
    column: int
    rowspan: int
    colspan: int
    role: CellRole
    text: str = ""
    key: str | None = None
    indent: int = 0


class Layout(NamedTuple):
    """A printed table: `rows` × `columns` places, of which the first `head_rows` and `label_columns` are words."""

    rows: int
    columns: int
    head_rows: int
    label_columns: int
    places: tuple[PrintedCell, ...]

    @property
    def numbers(self) -> Iterator[PrintedCell]:
        """The places of numbers in reading order."""
        return (place for place in self.places if place.key is not None)


@cache
def layout_of(table: FormTable) -> Layout:
    """Return the table's printed layout (form 2021: 14×4, 28×10 and 4×15 places)."""
    build = {Shape.BANDS: _bands, Shape.GRID: _grid, Shape.GROUPS: _groups, Shape.LIST: _list}[table.shape]
    layout = build(table)
    ordered = tuple(sorted(layout.places, key=lambda place: (place.row, place.column)))
    return Layout(layout.rows, layout.columns, layout.head_rows, layout.label_columns, ordered)


def _bands(table: FormTable) -> Layout:
    columns = 1 + max(len(band.columns) for band in table.bands)
    places: list[PrintedCell] = []
    row = 0
    for band in table.bands:
        places.append(PrintedCell(row, 0, 1, columns, CellRole.BAND, band.title))
        places.append(PrintedCell(row + 1, 0, 1, 1, CellRole.HEAD, band.head))
        for column, line in enumerate(band.columns, 1):
            places.append(
                PrintedCell(row + 1, column, 1, _rest(column, band, columns), CellRole.HEAD, line.name)
            )
        for offset, line in enumerate(band.rows, 2):
            places.append(PrintedCell(row + offset, 0, 1, 1, CellRole.LABEL, line.name))
            for column, head in enumerate(band.columns, 1):
                key = f"{table.id}.{line.id}.{head.id}"
                span = _rest(column, band, columns)
                places.append(PrintedCell(row + offset, column, 1, span, CellRole.VALUE, key=key))
        row += 2 + len(band.rows)
    return Layout(row, columns, 0, 1, tuple(places))


def _rest(column: int, band: Band, columns: int) -> int:
    """The last column of a narrow band reaches to the table's edge."""
    return columns - column if column == len(band.columns) else 1


def _grid(table: FormTable) -> Layout:
    band = table.bands[0]
    labels = max(len(line.label) for line in band.rows)
    depth = max(len(line.label) for line in band.columns)
    heads = depth + 1
    columns = labels + len(band.columns)
    places = [
        PrintedCell(0, 0, heads, labels, CellRole.CORNER, table.corner),
        PrintedCell(0, labels, 1, len(band.columns), CellRole.HEAD, table.column_head),
    ]
    for start, level, size, text, last in _merged([line.label for line in band.columns]):
        rowspan = depth - level if last else 1
        places.append(PrintedCell(1 + level, labels + start, rowspan, size, CellRole.HEAD, text))
    for start, level, size, text, last in _merged([line.label for line in band.rows]):
        colspan = labels - level if last else 1
        places.append(PrintedCell(heads + start, level, size, colspan, CellRole.LABEL, text))
    for offset, line in enumerate(band.rows):
        for column, head in enumerate(band.columns, labels):
            key = f"{table.id}.{line.id}.{head.id}"
            places.append(PrintedCell(heads + offset, column, 1, 1, CellRole.VALUE, key=key))
    return Layout(heads + len(band.rows), columns, heads, labels, tuple(places))


def _groups(table: FormTable) -> Layout:
    band = table.bands[0]
    paths = [(*row.label, column.name) for row in band.rows for column in band.columns]
    depth = max(len(path) for path in paths)
    places = []
    for start, level, size, text, last in _merged(paths):
        rowspan = depth - level if last else 1
        places.append(PrintedCell(level, start, rowspan, size, CellRole.HEAD, text))
    for column, (row, head) in enumerate(_pairs(band)):
        key = f"{table.id}.{row.id}.{head.id}"
        places.append(PrintedCell(depth, column, 1, 1, CellRole.VALUE, key=key))
    return Layout(depth + 1, len(paths), depth, 0, tuple(places))


def _pairs(band: Band) -> Iterator[tuple[Line, Line]]:
    return ((row, column) for row in band.rows for column in band.columns)


def _list(table: FormTable) -> Layout:
    band = table.bands[0]
    places = [PrintedCell(0, column, 1, 1, CellRole.HEAD, text) for column, text in enumerate(table.head)]
    for row, line in enumerate(band.rows, 1):
        places.append(PrintedCell(row, 0, 1, 1, CellRole.LABEL, line.name, indent=line.level))
        if line.id:
            key = f"{table.id}.{line.id}.{band.columns[0].id}"
            places.append(PrintedCell(row, 1, 1, 1, CellRole.LABEL, line.unit))
            places.append(PrintedCell(row, 2, 1, 1, CellRole.VALUE, key=key))
        else:
            places += [PrintedCell(row, column, 1, 1, CellRole.LABEL, NO_NUMBER) for column in (1, 2)]
    return Layout(1 + len(band.rows), len(table.head), 1, 1, tuple(places))


def _merged(paths: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int, int, str, bool]]:
    """Runs of equal labels at each level: (start, level, size, label, whether it is the path's last label)."""
    for level in range(max(len(path) for path in paths)):
        start = 0
        while start < len(paths):
            prefix = paths[start][: level + 1]
            if len(prefix) <= level:
                start += 1
                continue
            size = 1
            while start + size < len(paths) and paths[start + size][: level + 1] == prefix:
                size += 1
            yield start, level, size, prefix[-1], len(paths[start]) == level + 1
            start += size
