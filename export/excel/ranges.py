"""Cells as a spreadsheet's formulas name them: `D6:D26,F6`."""

from collections.abc import Iterable, Iterator

from openpyxl.utils import get_column_letter


def ranges(cells: Iterable[tuple[int, int]]) -> str:
    """Return the cells (row, column from 1) as a list of blocks, as few as stand together."""
    rows_of: dict[int, list[int]] = {}
    for row, column in sorted(set(cells)):
        rows_of.setdefault(column, []).append(row)
    columns_of: dict[tuple[int, int], list[int]] = {}
    for column, rows in sorted(rows_of.items()):
        for run in _runs(rows):
            columns_of.setdefault(run, []).append(column)
    return ",".join(
        _block(top, bottom, left, right)
        for (top, bottom), columns in columns_of.items()
        for left, right in _runs(columns)
    )


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of numbers that follow each other."""
    start = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield start, last
            start = number
        last = number
    yield start, last


def _block(top: int, bottom: int, left: int, right: int) -> str:
    first = f"{get_column_letter(left)}{top}"
    last = f"{get_column_letter(right)}{bottom}"
    return first if first == last else f"{first}:{last}"
