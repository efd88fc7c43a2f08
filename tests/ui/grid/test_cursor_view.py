"""The mouse selects cells, blocks and lines; the wheel scrolls, and with Ctrl changes the size."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.grid.desk import (
    CARRIED_IN,
    RECEIVED,
    grid_on,
    session,
)
from ui.grid.painter import Emphasis
from ui.grid.table_grid import TableGrid


def selected(grid: TableGrid) -> list[str]:
    return [tile.key for tile in grid.selection.tiles(grid.sheet)]


def click(grid: TableGrid, key: str, *, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    place = grid.place(grid.sheet.by_key[key]).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, held, place)


def click_words(grid: TableGrid, text: str) -> None:
    tile = next(tile for tile in grid.sheet.tiles if tile.text == text)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.place(tile).center())


def test_the_mouse_selects_cells_and_blocks(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    click(grid, CARRIED_IN)
    assert grid.current_key == CARRIED_IN
    click(grid, "applications.granted.enterprise", shift=True)
    assert len(selected(grid)) == 4


def test_the_mouse_drags_a_block(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    start, end = (grid.place(grid.sheet.by_key[key]).center() for key in (RECEIVED, CARRIED_IN))
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(grid.viewport(), end)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert selected(grid) == [RECEIVED, CARRIED_IN]


@pytest.mark.parametrize(
    ("words", "count"),
    [("自然人", 25), ("法人或其他组织", 125), ("（三）不予公开", 56), ("（一）予以公开", 7)],
)
def test_heads_and_labels_select_their_lines(qtbot: QtBot, words: str, count: int) -> None:
    grid = grid_on(qtbot, session())
    click_words(grid, words)
    assert len(selected(grid)) == count


@pytest.mark.parametrize(("turn", "larger"), [(120, True), (-120, False)])
def test_ctrl_and_the_wheel_change_the_size_the_way_they_are_turned(
    qtbot: QtBot, turn: int, *, larger: bool
) -> None:
    grid = grid_on(qtbot, session())
    before = grid.zoom
    place = QPointF(20, 20)
    turned = QWheelEvent(
        place, place, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(grid.viewport(), turned)
    assert (grid.zoom > before) is larger
    assert grid.zoom != before


def emphasised(grid: TableGrid, words: str) -> Emphasis | None:
    """How a head or a label stands out, None where it does not."""
    tile = next(tile for tile in grid.sheet.tiles if tile.text.startswith(words))
    return grid._standing_out().get(tile)


def test_the_heads_and_labels_of_the_cursors_line_stand_out(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    grid.focus_cell("applications.granted.enterprise")
    assert emphasised(grid, "商业企业") == Emphasis(in_line=True)
    assert emphasised(grid, "（一）予以公开") == Emphasis(in_line=True)
    assert emphasised(grid, "自然人") is None
    assert emphasised(grid, "（二）部分公开") is None
    grid.show_found(frozenset(), "商业企业")
    assert emphasised(grid, "商业企业") == Emphasis(in_line=True, found=True)


def test_of_several_cells_each_is_shown_selected_and_of_one_none_is(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    click(grid, CARRIED_IN)
    assert Emphasis(selected=True) not in grid._standing_out().values()
    click(grid, "applications.granted.enterprise", shift=True)
    assert list(grid._standing_out().values()).count(Emphasis(selected=True)) == 4


def test_another_button_selects_nothing(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    before = grid.selection
    place = grid.place(grid.sheet.by_key[CARRIED_IN]).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.MiddleButton, pos=place)
    assert grid.selection == before
