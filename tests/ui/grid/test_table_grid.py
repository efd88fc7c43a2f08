"""Keys and mouse move the cursor and select blocks, as in a spreadsheet."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.ui.grid.desk import (
    CARRIED_IN,
    CARRIED_OUT,
    GRANTED,
    HANDLED,
    RECEIVED,
    RECEIVED_TOTAL,
    grid_on,
    press,
    session,
    set_cells,
)
from ui.grid.command import Command
from ui.grid.marks import Mark
from ui.grid.table_grid import TableGrid


def selected(grid: TableGrid) -> list[str]:
    return [tile.key for tile in grid.selection.tiles(grid.sheet)]


@pytest.mark.parametrize(
    ("key", "ctrl", "target"),
    [
        (Qt.Key.Key_Down, False, CARRIED_IN),
        (Qt.Key.Key_Right, False, "applications.received.enterprise"),
        (Qt.Key.Key_Up, False, RECEIVED),
        (Qt.Key.Key_Left, False, RECEIVED),
        (Qt.Key.Key_End, False, RECEIVED_TOTAL),
        (Qt.Key.Key_End, True, "applications.carried_out.total"),
        (Qt.Key.Key_Down, True, CARRIED_OUT),
        (Qt.Key.Key_Right, True, RECEIVED_TOTAL),
    ],
)
def test_keys_move_the_cursor(qtbot: QtBot, key: Qt.Key, ctrl: bool, target: str) -> None:
    grid = grid_on(qtbot, session(filled=1))
    press(grid, key, ctrl=ctrl)
    assert grid.current_key == target


def test_home_goes_back_to_the_start_of_the_row_and_of_the_table(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    grid.focus_cell("applications.granted.other")
    press(grid, Qt.Key.Key_Home)
    assert grid.current_key == GRANTED
    press(grid, Qt.Key.Key_Home, ctrl=True)
    assert grid.current_key == RECEIVED


def test_arrows_reach_sums_but_enter_and_tab_pass_them_by(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    grid.focus_cell("applications.other_remaining.natural_person")
    press(grid, Qt.Key.Key_Down)
    assert grid.current_key == HANDLED
    press(grid, Qt.Key.Key_Up)
    press(grid, Qt.Key.Key_Return)
    assert grid.current_key == CARRIED_OUT
    press(grid, Qt.Key.Key_Return, shift=True)
    assert grid.current_key == "applications.other_remaining.natural_person"


def test_ctrl_arrow_stops_at_the_edge_of_the_data(qtbot: QtBot) -> None:
    desk = session()
    set_cells(desk, received=1, carried_in=2, granted=3, carried_out=9)
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_Down, ctrl=True)
    assert grid.current_key == GRANTED
    press(grid, Qt.Key.Key_Down, ctrl=True)
    assert grid.current_key == CARRIED_OUT
    press(grid, Qt.Key.Key_Up, ctrl=True)
    assert grid.current_key == GRANTED


def test_page_down_and_up_move_by_what_is_in_sight(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    press(grid, Qt.Key.Key_PageDown)
    assert grid.sheet.by_key[grid.current_key].row > 15
    assert grid.viewport().rect().contains(grid.place(grid.selection.cursor))
    press(grid, Qt.Key.Key_PageUp)
    assert grid.current_key == RECEIVED


def test_shift_and_arrows_select_a_block_and_its_sum_is_told(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session(filled=3))
    press(grid, Qt.Key.Key_Right, shift=True)
    with qtbot.waitSignal(grid.message) as told:
        press(grid, Qt.Key.Key_Down, shift=True)
    assert told.args == ["选中 4 格，合计 12"]
    assert len(selected(grid)) == 4
    with qtbot.waitSignal(grid.message) as told:
        press(grid, Qt.Key.Key_Escape)
    assert told.args == [""]
    assert len(selected(grid)) == 1


def test_ctrl_a_selects_every_number(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    press(grid, Qt.Key.Key_A, ctrl=True)
    assert len(selected(grid)) == 175


def test_the_cell_under_the_cursor_is_told(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    with qtbot.waitSignal(grid.current_changed) as told:
        press(grid, Qt.Key.Key_Down)
    assert told.args == [CARRIED_IN]


def test_focus_cell_brings_a_cell_into_sight(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    grid.focus_cell("applications.carried_out.other")
    assert grid.viewport().rect().contains(grid.place(grid.selection.cursor))
    with pytest.raises(KeyError):
        grid.focus_cell("disputes.review.upheld")


def test_words_between_bands_are_stepped_over(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session(), "disclosure")
    grid.focus_cell("disclosure.normative_documents.in_force")
    press(grid, Qt.Key.Key_Down)
    assert grid.current_key == "disclosure.licences.decisions"
    press(grid, Qt.Key.Key_Tab)
    assert grid.current_key == "disclosure.penalties.decisions"


def test_undo_shows_the_cell_it_changed(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    set_cells(desk, granted=5)
    grid.focus_cell(RECEIVED)
    press(grid, Qt.Key.Key_Z, ctrl=True)
    assert desk.report.value(GRANTED) is None
    assert grid.current_key == GRANTED
    press(grid, Qt.Key.Key_Y, ctrl=True)
    assert desk.report.value(GRANTED) == 5


def test_a_table_that_comes_into_sight_shows_what_was_done_meanwhile(qtbot: QtBot) -> None:
    desk = session(filled=0)
    grid = grid_on(qtbot, desk)
    granted, total = grid.sheet.by_key[GRANTED], grid.sheet.by_key[HANDLED]
    grid.hide()
    set_cells(desk, granted=7)
    set_cells(desk, partial=2)
    grid.show()
    assert [grid.look(tile).text for tile in (granted, total)] == ["7", "9"]
    assert grid.look(grid.sheet.by_key[RECEIVED]).mark is not Mark.NONE


def test_a_table_in_a_window_that_is_not_shown_follows_all_the_same(qtbot: QtBot) -> None:
    window, desk = QWidget(), session(filled=0)
    qtbot.addWidget(window)
    grid = TableGrid(desk, desk.report.form.table("applications"), window)
    set_cells(desk, granted=7)
    assert grid.look(grid.sheet.by_key[GRANTED]).text == "7"


def test_heads_labels_and_balances_stay_in_sight(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    frozen = [tile for tile in grid.sheet.tiles if tile.row < grid.sheet.head_rows]
    before = [grid.place(tile) for tile in frozen]
    grid.focus_cell(CARRIED_OUT)
    assert grid.verticalScrollBar().value() > 0
    assert [grid.place(tile) for tile in frozen] == before
    balance = next(tile for tile in grid.sheet.tiles if tile.kind == "balance")
    assert grid.tile_at(grid.place(balance).center()) is balance


def test_labels_stay_in_sight_in_a_narrow_window(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    grid.resize(380, 500)
    grid.focus_cell("applications.received.total")
    label = next(tile for tile in grid.sheet.tiles if tile.text == "（一）予以公开")
    assert grid.horizontalScrollBar().value() > 0
    assert grid.tile_at(QPoint(grid.place(label).right() - 1, grid.place(label).center().y())) is label


def test_a_cursor_that_was_set_before_there_was_room_is_in_sight_afterwards(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    grid.resize(100, 30)
    grid.focus_cell(GRANTED)
    grid.resize(380, 400)
    tile = grid.sheet.by_key[GRANTED]
    assert grid.tile_at(grid.place(tile).center()) is tile
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    grid.resize(380, 420)
    assert grid.tile_at(grid.place(tile).center()) is not tile


def test_zoom_by_keys_and_wheel_is_told_in_percent(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    before = grid.tile_geometry.height
    with qtbot.waitSignal(grid.zoomed) as told:
        press(grid, Qt.Key.Key_Plus, ctrl=True)
    assert told.args == [110]
    assert grid.tile_geometry.height > before
    press(grid, Qt.Key.Key_Minus, Qt.Key.Key_Minus, ctrl=True)
    assert grid.zoom == pytest.approx(0.9)
    grid.run(Command.ZOOM_RESET)
    assert grid.tile_geometry.height == before


def test_a_step_made_elsewhere_shows_its_cell(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    desk.edit([(Slot(SlotKind.CELL, CARRIED_OUT), 3)], "采用建议")
    assert grid.current_key == CARRIED_OUT


@pytest.mark.parametrize(
    ("filled", "said"),
    [(None, "本表还有 144 格未填；F7 到未填的格"), (1, "这是本表最后一格；Ctrl+PgDn 到下一部分")],
)
def test_where_enter_leads_no_further_it_is_told_what_comes_next(
    qtbot: QtBot, filled: int | None, said: str
) -> None:
    grid = grid_on(qtbot, session(filled=filled))
    grid.focus_cell("applications.carried_out.other")
    told: list[str] = []
    grid.message.connect(told.append)
    press(grid, Qt.Key.Key_Return)
    assert grid.current_key == "applications.carried_out.other"
    assert told[-1].endswith(said)
