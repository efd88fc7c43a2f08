"""The field over a cell says once that typing has ended, whichever way it ends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.grid.desk import grid_on, part, session
from ui.grid.editor import CellEditor
from ui.grid.table_grid import TableGrid


@pytest.fixture
def grid(qtbot: QtBot) -> TableGrid:
    return grid_on(qtbot, session())


def endings(grid: TableGrid) -> list[str]:
    """What the field says from now on."""
    field, said = part(grid, CellEditor), list[str]()
    field.left.connect(lambda _stroke: said.append("left"))
    field.given_up.connect(lambda: said.append("given up"))
    return said


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape])
def test_a_key_that_ends_typing_is_all_that_is_told(grid: TableGrid, key: Qt.Key) -> None:
    said = endings(grid)
    QTest.keyClicks(grid, "12")
    QTest.keyClick(part(grid, CellEditor), key)
    assert said == ["left"]
    assert part(grid, CellEditor).isHidden()


def test_a_table_that_goes_out_of_sight_ends_typing_once(grid: TableGrid) -> None:
    said = endings(grid)
    QTest.keyClicks(grid, "12")
    grid.hide()
    assert said == ["given up"]


def test_the_keyboard_that_goes_elsewhere_ends_typing_once(grid: TableGrid) -> None:
    said = endings(grid)
    QTest.keyClicks(grid, "12")
    part(grid, CellEditor).clearFocus()
    assert said == ["given up"]
    assert part(grid, CellEditor).isHidden()


def test_a_field_put_away_says_nothing_more(grid: TableGrid) -> None:
    QTest.keyClicks(grid, "12")
    said = endings(grid)
    part(grid, CellEditor).put_away(grid)
    grid.hide()
    assert said == []
