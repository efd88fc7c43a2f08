"""A grid's tiles: the printed table, the balance line under its heads, and the control totals beside its sums."""

import pytest

from model.form_file import load_form
from ui.grid.sheet import CONTROL_TOTAL, Kind, Sheet, sheet_of

TABLES = [(form, table.id) for form in ("2014", "2019", "2021") for table in load_form(form).tables]


def sheet(form: str, table: str, *, controls: bool = False) -> Sheet:
    return sheet_of(load_form(form), load_form(form).table(table), controls=controls)


@pytest.mark.parametrize("controls", [False, True])
@pytest.mark.parametrize(("form", "table"), TABLES)
def test_tiles_cover_each_place_once(form: str, table: str, controls: bool) -> None:
    tiles = sheet(form, table, controls=controls)
    covered = [
        (row, column)
        for tile in tiles.tiles
        for row in range(tile.row, tile.bottom + 1)
        for column in range(tile.column, tile.right + 1)
    ]
    assert sorted(covered) == [(row, column) for row in range(tiles.rows) for column in range(tiles.columns)]


@pytest.mark.parametrize(("form", "table"), TABLES)
def test_every_cell_of_the_form_has_its_tile(form: str, table: str) -> None:
    cells = {key: cell for key, cell in load_form(form).cells.items() if cell.table.id == table}
    tiles = sheet(form, table).by_key
    assert set(tiles) == set(cells)
    assert all((tiles[key].kind is Kind.COMPUTED) == cell.computed for key, cell in cells.items())


def test_the_balance_line_stands_right_under_the_heads_of_each_column() -> None:
    tiles = sheet("2021", "applications")
    line = [tile for tile in tiles.tiles if tile.kind is Kind.BALANCE]
    assert {tile.row for tile in line} == {tiles.head_rows - 1}
    assert len(line) == 7
    assert tiles.by_place[tiles.head_rows - 1, 0].text == "一＋二 ＝ 三＋四"


def test_row_totals_get_a_column_of_control_totals_and_column_totals_a_row() -> None:
    tiles = sheet("2021", "applications", controls=True)
    controls = [tile for tile in tiles.tiles if tile.kind is Kind.CONTROL]
    computed = sorted(key for key, tile in tiles.by_key.items() if tile.kind is Kind.COMPUTED)
    assert sorted(tile.key for tile in controls) == computed
    beside = [tile for tile in controls if tile.column == tiles.columns - 1]
    below = [tile for tile in controls if tile.column < tiles.columns - 1]
    assert len(beside) == 25
    assert {tile.row for tile in below} == {tiles.by_key["applications.handled_total.other"].row + 1}
    assert tiles.by_place[below[0].row, 0].text == CONTROL_TOTAL


def test_a_list_has_its_control_totals_beside_the_sums() -> None:
    tiles = sheet("2014", "statistics", controls=True)
    for tile in tiles.numbers:
        if tile.kind is Kind.CONTROL:
            assert tile.row == tiles.by_key[tile.key].row
            assert tile.column == tiles.columns - 1


def test_the_table_of_one_row_has_its_control_totals_below() -> None:
    tiles = sheet("2021", "disputes", controls=True)
    controls = [tile for tile in tiles.tiles if tile.kind is Kind.CONTROL]
    assert [tiles.by_key[tile.key].column for tile in controls] == [tile.column for tile in controls]
    assert {tile.row for tile in controls} == {tiles.rows - 1}


def test_a_table_without_sums_has_no_control_totals() -> None:
    assert sheet("2021", "disclosure", controls=True).tiles[-1].kind is Kind.ENTERED
