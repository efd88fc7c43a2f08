"""How the grid looks: sizes that fit the screen, frozen heads, what is painted, light and dark."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.form_file import load_form
from model.report import Report, Slot, SlotKind
from tests.ui.grid.desk import (
    CARRIED_OUT,
    GRANTED,
    RECEIVED,
    RECEIVED_TOTAL,
    grid_on,
    press,
    session,
    set_cells,
    told_at,
    type_text,
)
from ui.grid.command import Command
from ui.grid.sheet import Kind, Tile
from ui.grid.table_grid import TableGrid
from ui.look.style import DARK, LIGHT, apply_style


@pytest.fixture
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_style(qapp, dark=False)


def picture(grid: TableGrid) -> QImage:
    return grid.viewport().grab().toImage()


def on_screen(grid: TableGrid) -> QImage:
    """What the screen shows now, scrolled parts as they were moved."""
    QApplication.processEvents()
    return grid.screen().grabWindow(grid.winId()).toImage()


def ground(grid: TableGrid, tile: Tile) -> str:
    """The colour of a tile beside its words: just inside its lower right corner."""
    return picture(grid).pixelColor(grid.place(tile).bottomRight() - QPoint(3, 3)).name()


def words(grid: TableGrid, text: str) -> Tile:
    return next(tile for tile in grid.sheet.tiles if tile.text == text)


def test_seventeen_rows_and_all_columns_are_in_sight_at_the_usual_size(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    rows = {tile.row for tile in grid.sheet.numbers if grid.viewport().rect().contains(grid.place(tile))}
    assert len(rows) >= 17
    assert grid.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("form", "table"), [(f, t.id) for f in ("2014", "2019", "2021") for t in load_form(f).tables]
)
@pytest.mark.parametrize("zoom", [0.7, 1.0, 2.0])
def test_words_fit_into_their_tiles_at_every_size(qtbot: QtBot, form: str, table: str, zoom: float) -> None:
    grid = grid_on(qtbot, session(form=form), table)
    grid.zoom = zoom
    geometry = grid.tile_geometry
    for tile, laid in geometry.words.items():
        room = geometry.rect(tile)
        width = max(
            (geometry.faces.small_width if laid.small else geometry.faces.width)(line) for line in laid.lines
        )
        assert width <= room.width(), tile.text
        assert geometry.faces.height(laid) <= room.height() + 1, tile.text


def test_computed_cells_are_shaded_and_a_wrong_column_is_tinted(qtbot: QtBot) -> None:
    desk = session(filled=0)
    grid = grid_on(qtbot, desk)
    grid.focus_cell(CARRIED_OUT)
    grid.focus_cell(GRANTED)
    total = grid.sheet.by_key["applications.partial.total"]
    assert ground(grid, total) == LIGHT.computed
    assert ground(grid, grid.sheet.by_key["applications.partial.other"]) == LIGHT.panel
    set_cells(desk, received=5)
    grid.focus_cell(GRANTED)
    assert ground(grid, words(grid, "自然人")) == LIGHT.error_soft


class Painted(QObject):
    """Notes which part of a view is painted anew."""

    def __init__(self, grid: TableGrid) -> None:
        super().__init__(grid)
        self.region = QRegion()
        grid.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_only_what_changed_is_painted_anew(qtbot: QtBot) -> None:
    desk = session(filled=0)
    grid = grid_on(qtbot, desk)
    grid.focus_cell("applications.partial.other")
    QApplication.processEvents()
    painted = Painted(grid)
    desk.edit([(Slot(SlotKind.CELL, "applications.partial.other"), 2)], "填写")
    QApplication.processEvents()
    seen = {
        key for key, tile in grid.sheet.by_key.items() if painted.region.contains(grid.place(tile).center())
    }
    assert {"applications.partial.other", "applications.partial.total"} <= seen
    assert not {key for key in seen if key.endswith((".natural_person", ".enterprise", ".research"))}


def test_scrolled_and_painted_at_once_look_the_same(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session(filled=3))
    for value in (22, 60, 41):
        grid.verticalScrollBar().setValue(value)
        QApplication.processEvents()
    scrolled = on_screen(grid)
    grid.viewport().repaint()
    assert on_screen(grid) == scrolled


def test_typing_down_a_column_leaves_no_trace_of_the_field(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session(filled=3))
    for number in range(23):
        type_text(grid, str(number))
        QApplication.processEvents()
    assert grid.verticalScrollBar().value() > 0
    typed = on_screen(grid)
    assert typed.size() == grid.size()
    grid.viewport().repaint()
    assert on_screen(grid) == typed


@pytest.mark.usefixtures("light_again")
def test_the_dark_look_follows_the_application(qtbot: QtBot, qapp: QApplication) -> None:
    grid = grid_on(qtbot, session(filled=0))
    apply_style(qapp, dark=True)
    QApplication.processEvents()
    tile = grid.sheet.by_key["applications.partial.other"]
    assert ground(grid, tile) == QColor(DARK.panel).name()


def test_a_group_keeps_its_words_in_the_part_in_sight(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    label = words(grid, "（三）不予公开")
    grid.verticalScrollBar().setValue(grid.place(label).top())
    rect = grid.place(label)
    seen = QRect(rect.left(), grid.tile_geometry.frozen_height, rect.width() - 2, 0)
    seen.setBottom(rect.bottom() - 2)
    image = picture(grid)
    inked = [
        y
        for y in range(seen.top(), seen.bottom())
        if any(image.pixelColor(x, y).lightness() < 128 for x in range(seen.left() + 2, seen.right()))
    ]
    assert abs((inked[0] + inked[-1]) / 2 - seen.center().y()) < 6


def test_another_report_takes_the_grid_over(qtbot: QtBot) -> None:
    desk = session(filled=1)
    grid = grid_on(qtbot, desk)
    grid.focus_cell(GRANTED)
    older = Report(load_form("2019"), "云溪县林业局", 2020)
    older.set([(Slot(SlotKind.CELL, RECEIVED), 77)])
    desk.switch(older, None)
    assert grid.sheet.table is load_form("2019").table("applications")
    assert grid.look(grid.sheet.by_key[RECEIVED]).text == "77"
    assert grid.current_key == GRANTED


@pytest.mark.parametrize("width", [700, 1124])
def test_rows_that_go_while_the_end_is_in_sight_leave_the_rest_there(qtbot: QtBot, width: int) -> None:
    grid = grid_on(qtbot, session(filled=3))
    grid.resize(width, 500)
    grid.run(Command.CONTROLS)
    press(grid, Qt.Key.Key_End, ctrl=True)
    at_end = grid.verticalScrollBar().value()
    grid.run(Command.CONTROLS)
    assert grid.verticalScrollBar().value() < at_end
    shown = on_screen(grid)
    grid.viewport().repaint()
    assert on_screen(grid) == shown
    assert all(grid.look(tile).text for tile in grid.sheet.numbers)


def test_a_form_of_fewer_rows_takes_over_a_grid_that_shows_its_end(qtbot: QtBot) -> None:
    desk = session(filled=3)
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_End, ctrl=True)
    older = Report(load_form("2019"), "云溪县林业局", 2020)
    older.set((Slot(SlotKind.CELL, key), 4) for key in older.form.entered)
    desk.switch(older, None)
    assert {grid.look(tile).text for tile in grid.sheet.numbers if tile.is_entry} == {"4"}
    assert grid.verticalScrollBar().value() == grid.verticalScrollBar().maximum()


def test_names_for_a_screen_reader_follow_the_cursor(qtbot: QtBot) -> None:
    desk = session(filled=1)
    grid = grid_on(qtbot, desk)
    assert grid.accessibleName() == "三、收到和处理政府信息公开申请情况"
    grid.focus_cell(RECEIVED_TOTAL)
    assert grid.accessibleDescription().startswith("总计·一、本年新收政府信息公开申请数量，6，自动合计")
    assert QAccessible.queryAccessibleInterface(grid) is not None


def test_the_frame_shows_whether_the_keyboard_is_here(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session())
    with_keyboard = picture(grid)
    grid.clearFocus()
    assert picture(grid) != with_keyboard
    grid.setFocus()
    press(grid)
    assert picture(grid) == with_keyboard


def test_a_long_number_in_a_narrow_view_gets_its_room(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    grid.resize(560, 500)
    faces, pad = grid.tile_geometry.faces, grid.tile_geometry.pad
    narrow = grid.place(grid.sheet.by_key[GRANTED]).width()
    set_cells(desk, granted=12345678)
    room = grid.place(grid.sheet.by_key[GRANTED]).width() - 2 * pad
    assert narrow < faces.width("12345678") + 2 * pad
    assert room >= faces.width("12345678") - 1


def test_both_sides_of_a_balance_are_read_where_the_mouse_rests_on_it(qtbot: QtBot) -> None:
    desk = session(filled=0)
    set_cells(desk, received=30, granted=20)
    grid = grid_on(qtbot, desk)
    balance = next(tile for tile in grid.sheet.tiles if tile.kind is Kind.BALANCE)
    assert told_at(grid, balance) == "30 ≠ 20"
    assert "自然人" in told_at(grid, grid.sheet.by_key[RECEIVED])
    assert grid.told(words(grid, "自然人")) == ""
