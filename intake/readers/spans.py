"""Places cells with spans on a table's grid, row after row, as web pages and office files list them."""

from collections.abc import Mapping
from dataclasses import replace

from intake.figures import FigureKind, figure_of
from intake.readers.limits import MOST_COLUMNS, MOST_ROWS
from model.document import Table, TableCell


class SpanGrid:
    """Takes cells in reading order and finds each one's row and column; places beyond the limits are left out.

    `rows`: how many there are, where that is known; no cell reaches beyond the last.
    """

    def __init__(self, rows: int = MOST_ROWS) -> None:
        self._rows = rows
        self._cells: list[TableCell] = []
        self._taken: set[tuple[int, int]] = set()
        self._row = -1
        self._column = 0

    def next_row(self) -> None:
        """Begin the next row."""
        self._row += 1
        self._column = 0

    def add(self, text: str, rowspan: int = 1, colspan: int = 1, *, doubt: str = "") -> None:
        """Put a cell into the next free place of the row."""
        while (self._row, self._column) in self._taken:
            self._column += 1
        self.put(self._row, self._column, text, rowspan, colspan, doubt=doubt)
        self._column += colspan

    def put(
        self, row: int, column: int, text: str, rowspan: int = 1, colspan: int = 1, *, doubt: str = ""
    ) -> None:
        """Put a cell at a given place."""
        if row >= MOST_ROWS or column >= MOST_COLUMNS:
            return
        colspan = min(colspan, MOST_COLUMNS - column)
        rowspan = max(1, min(rowspan, 200, self._rows - row))
        self._cells.append(TableCell(row, column, text, rowspan, colspan, doubt=doubt))
        if rowspan > 1:
            self._taken.update(
                (below, across)
                for below in range(row + 1, row + rowspan)
                for across in range(column, column + colspan)
            )

    def table(self) -> Table | None:
        """Return the table, None when no cell holds anything."""
        if not any(cell.text or cell.doubt for cell in self._cells):
            return None
        rows = max(cell.row for cell in self._cells) + 1
        columns = max(cell.column + cell.colspan for cell in self._cells)
        return Table(rows, columns, tuple(self._cells))


def with_gaps_told(table: Table, hidden: Mapping[int, str]) -> Table:
    """Return the table, its rows doubtful that end short because cells of theirs have no place.

    `hidden`: row → what such cells hold. A row that is as wide as the table without them lacks nothing.
    """
    cells = list(table.cells)
    for row, told in hidden.items():
        reach = max((cell.column + cell.colspan for cell in cells if _is_in(cell, row)), default=0)
        if not told or reach >= table.columns:
            continue
        cells = [
            replace(cell, doubt=cell.doubt or told)
            if cell.row == row and figure_of(cell.text).kind is FigureKind.NUMBER
            else cell
            for cell in cells
        ]
        cells.append(TableCell(row, reach, "", colspan=table.columns - reach, doubt=told))
    return replace(table, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _is_in(cell: TableCell, row: int) -> bool:
    return cell.row <= row < cell.row + cell.rowspan
