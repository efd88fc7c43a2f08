"""Cells are named in as few blocks as stand together, and each of them once."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.cell_range import CellRange

from export.excel.ranges import ranges


def cells_of(named: str) -> list[tuple[int, int]]:
    return [cell for block in named.split(",") for cell in CellRange(block).cells]


def test_one_cell_is_named_alone() -> None:
    assert ranges([(6, 4)]) == "D6"


def test_cells_of_a_column_are_one_block() -> None:
    assert ranges([(8, 4), (6, 4), (7, 4)]) == "D6:D8"


def test_a_gap_parts_two_blocks() -> None:
    assert ranges([(6, 4), (7, 4), (9, 4)]) == "D6:D7,D9"


def test_columns_of_the_same_rows_are_one_block() -> None:
    assert ranges(product(range(6, 9), range(4, 7))) == "D6:F8"


def test_a_cell_that_is_told_twice_is_counted_once() -> None:
    assert ranges([(6, 4), (6, 4)]) == "D6"


@given(st.sets(st.tuples(st.integers(1, 12), st.integers(1, 12)), min_size=1))
def test_any_cells_come_back_each_once(cells: set[tuple[int, int]]) -> None:
    found = cells_of(ranges(cells))
    assert sorted(found) == sorted(cells)
