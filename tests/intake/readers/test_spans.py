"""Cells with spans find their places as a browser would place them, within limits."""

from intake.readers.limits import MOST_COLUMNS, MOST_ROWS
from intake.readers.spans import SpanGrid
from model.document import Table


def texts(grid: SpanGrid) -> list[list[str]]:
    table = grid.table()
    assert isinstance(table, Table)
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def test_a_cell_over_two_rows_pushes_those_below_it_aside() -> None:
    grid = SpanGrid()
    grid.next_row()
    grid.add("项目", rowspan=2)
    grid.add("甲")
    grid.next_row()
    grid.add("乙")
    assert texts(grid) == [["项目", "甲"], ["项目", "乙"]]


def test_a_cell_over_two_columns_counts_for_both() -> None:
    grid = SpanGrid()
    grid.next_row()
    grid.add("申请人", colspan=2)
    grid.add("总计")
    assert texts(grid) == [["申请人", "申请人", "总计"]]


def test_no_cell_reaches_beyond_the_last_row() -> None:
    grid = SpanGrid(rows=1)
    grid.next_row()
    grid.add("甲", rowspan=0)
    grid.add("乙", rowspan=900)
    assert texts(grid) == [["甲", "乙"]]


def test_what_lies_beyond_the_limits_is_left_out() -> None:
    grid = SpanGrid()
    grid.next_row()
    grid.add("甲", colspan=10**9)
    grid.put(MOST_ROWS, 0, "乙")
    grid.put(0, MOST_COLUMNS, "丙")
    table = grid.table()
    assert table is not None
    assert (table.rows, table.columns, len(table.cells)) == (1, MOST_COLUMNS, 1)


def test_a_table_that_holds_nothing_is_none_but_a_doubt_is_something() -> None:
    grid = SpanGrid()
    grid.next_row()
    grid.add("")
    assert grid.table() is None
    grid.add("", doubt="图片")
    assert grid.table() is not None
