"""The grid of 读数视图 reads on and back with one key, and fits its type to its width."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.grid.desk import CARRIED_IN, GRANTED, RECEIVED, RECEIVED_TOTAL, session
from ui.grid.marks import Mark
from ui.tools.read_out_grid import ReadOutGrid

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grid(qtbot: QtBot) -> ReadOutGrid:
    report = session(filled=3).report
    made = ReadOutGrid(report, report.form.table("applications"), 1.5)
    qtbot.addWidget(made)
    made.resize(1600, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_ticks(())
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_reading_on_is_asked_for_and_moves_nothing_by_itself(
    grid: ReadOutGrid, key: Qt.Key, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(grid.on_wanted):
        QTest.keyClick(grid, key)
    assert grid.current_key == RECEIVED


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Up])
def test_going_back_is_asked_for(grid: ReadOutGrid, key: Qt.Key, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.back_wanted):
        QTest.keyClick(grid, key)


def test_other_keys_move_without_reading_on(grid: ReadOutGrid, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(grid.on_wanted), qtbot.assertNotEmitted(grid.back_wanted):
        QTest.keyClick(grid, Qt.Key.Key_Right)
        assert grid.current_key == "applications.received.enterprise"
        QTest.keyClick(grid, Qt.Key.Key_Down, CTRL)
        QTest.keyClick(grid, Qt.Key.Key_Tab)
        QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert grid.selection.cursor is grid.selection.anchor, "no block is selected"


@pytest.mark.parametrize("key", [Qt.Key.Key_7, Qt.Key.Key_F2, Qt.Key.Key_Delete])
def test_a_key_that_would_change_a_number_is_told(grid: ReadOutGrid, key: Qt.Key, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.typed):
        QTest.keyClick(grid, key)
    assert grid.current_key == RECEIVED


def test_it_is_read_out_row_by_row_with_or_without_totals(grid: ReadOutGrid) -> None:
    whole, entered = grid.order(with_totals=True), grid.order(with_totals=False)
    assert whole[:2] == [RECEIVED, "applications.received.enterprise"]
    assert whole.index(RECEIVED_TOTAL) < whole.index(CARRIED_IN)
    assert [key for key in whole if key in entered] == entered
    assert RECEIVED_TOTAL not in entered


def test_what_was_read_out_is_ticked_and_words_never_are(grid: ReadOutGrid) -> None:
    grid.show_ticks((RECEIVED,))
    marks = {tile.key: grid.look(tile).mark for tile in grid.sheet.numbers}
    assert (marks[RECEIVED], marks[GRANTED]) == (Mark.TICKED, Mark.NONE)
    assert {grid.look(tile).mark for tile in grid.sheet.tiles if not tile.is_number} == {Mark.NONE}


def test_the_type_is_as_large_as_the_width_allows(grid: ReadOutGrid) -> None:
    wide = grid.zoom
    grid.resize(700, 600)
    QApplication.processEvents()
    assert 1.0 <= grid.zoom < wide <= 1.5


def test_a_size_that_was_chosen_is_kept_in_another_width(grid: ReadOutGrid) -> None:
    grid.zoom = 0.8
    grid.resize(1200, 600)
    QApplication.processEvents()
    assert grid.zoom == 0.8


def test_the_cursor_is_put_on_a_cell_of_the_table_alone(grid: ReadOutGrid) -> None:
    grid.stand_on(GRANTED)
    assert grid.current_key == GRANTED
    with pytest.raises(KeyError):
        grid.stand_on("disclosure.licences.decisions")
