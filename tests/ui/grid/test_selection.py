"""Cursor and block: steps pass words by, jumps stop at the edge of the data, entry goes round."""

import pytest

from model.form_file import load_form
from ui.grid.selection import Block, Selection, jump, line_end, line_of, next_entry, step
from ui.grid.sheet import Kind, Sheet, Tile, sheet_of

FORM = load_form("2021")


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return sheet_of(FORM, FORM.table("applications"), controls=False)


def at(sheet: Sheet, row: str, column: str) -> Tile:
    return sheet.by_key[f"applications.{row}.{column}"]


def test_the_block_lies_between_cursor_and_anchor_whichever_comes_first(sheet: Sheet) -> None:
    one, other = at(sheet, "received", "research"), at(sheet, "granted", "natural_person")
    assert Selection(one, other).block == Selection(other, one).block
    block = Selection(one, other).block
    assert block == Block(one.row, other.column, other.row, one.column)


def test_a_block_of_three_by_three_has_nine_numbers(sheet: Sheet) -> None:
    chosen = Selection(at(sheet, "received", "natural_person"), at(sheet, "granted", "research")).tiles(sheet)
    assert len(chosen) == 9
    assert chosen[0] is at(sheet, "received", "natural_person")
    alone = at(sheet, "granted", "other")
    assert Selection(alone, alone).tiles(sheet) == (alone,)


@pytest.mark.parametrize(("down", "right"), [(-1, 0), (0, -1)])
def test_at_the_edge_a_step_stays(sheet: Sheet, down: int, right: int) -> None:
    first = sheet.numbers[0]
    assert step(sheet, first, down, right) is first


def test_every_number_is_reached_by_steps_and_back(sheet: Sheet) -> None:
    for tile in sheet.numbers:
        below = step(sheet, tile, 1, 0)
        if below is not tile:
            assert step(sheet, below, -1, 0) is tile


def test_a_jump_stops_at_the_end_of_a_run_and_at_the_start_of_the_next(sheet: Sheet) -> None:
    order = [at(sheet, "received", "natural_person")]
    while step(sheet, order[-1], 1, 0) is not order[-1]:
        order.append(step(sheet, order[-1], 1, 0))
    full = {order[0], order[1], order[5]}
    assert jump(sheet, order[0], 1, 0, full.__contains__) is order[1]
    assert jump(sheet, order[1], 1, 0, full.__contains__) is order[5]
    assert jump(sheet, order[5], 1, 0, full.__contains__) is order[-1]
    assert jump(sheet, order[5], -1, 0, full.__contains__) is order[1]


def test_a_row_begins_and_ends_with_its_numbers(sheet: Sheet) -> None:
    middle = at(sheet, "granted", "research")
    assert line_end(sheet, middle, last=False) is at(sheet, "granted", "natural_person")
    assert line_end(sheet, middle, last=True) is at(sheet, "granted", "total")


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("back", [False, True])
def test_entry_goes_through_every_entry_once_and_stays_at_the_last(
    sheet: Sheet, *, down: bool, back: bool
) -> None:
    entries = [tile for tile in sheet.numbers if tile.is_entry]
    tile, seen = entries[-1 if back else 0], []
    for _ in entries:
        seen.append(tile)
        tile = next_entry(sheet, tile, back=back, down=down)
    assert tile is seen[-1] is entries[0 if back else -1]
    assert set(seen) == set(entries)


def test_heads_labels_and_the_corner_select_their_numbers(sheet: Sheet) -> None:
    head = next(tile for tile in sheet.tiles if tile.kind is Kind.HEAD and tile.text == "自然人")
    column = line_of(sheet, head)
    assert column is not None
    assert {tile.column for tile in column.tiles(sheet)} == {head.column}
    corner = next(tile for tile in sheet.tiles if tile.kind is Kind.CORNER)
    every = line_of(sheet, corner)
    assert every is not None
    assert len(every.tiles(sheet)) == len(sheet.numbers)
