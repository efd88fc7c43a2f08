"""Commands on the selection: each one undoable step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.ui.grid.desk import (
    CARRIED_IN,
    GRANTED,
    HANDLED,
    RECEIVED,
    RECEIVED_TOTAL,
    grid_on,
    press,
    session,
    set_cells,
    type_text,
)
from ui.grid.command import Command
from ui.grid.marks import Mark
from ui.grid.reading import Tone
from ui.grid.table_grid import TableGrid


def test_delete_blanks_the_selection_in_one_step(qtbot: QtBot) -> None:
    desk = session(filled=2)
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_Down, Qt.Key.Key_Down, shift=True)
    press(grid, Qt.Key.Key_Delete)
    assert [desk.report.value(key) for key in (RECEIVED, CARRIED_IN, GRANTED)] == [None] * 3
    desk.undo()
    assert [desk.report.value(key) for key in (RECEIVED, CARRIED_IN, GRANTED)] == [2] * 3


def test_fill_down_and_right_copy_the_first_line(qtbot: QtBot) -> None:
    desk = session()
    set_cells(desk, received=7)
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_Down, shift=True)
    press(grid, Qt.Key.Key_D, ctrl=True)
    assert desk.report.value(CARRIED_IN) == 7
    press(grid, Qt.Key.Key_Right, shift=True)
    press(grid, Qt.Key.Key_R, ctrl=True)
    assert desk.report.value("applications.received.enterprise") == 7
    assert desk.report.value("applications.carried_in.enterprise") == 7


def test_fill_down_in_one_cell_takes_the_number_above(qtbot: QtBot) -> None:
    desk = session()
    set_cells(desk, received=7)
    grid = grid_on(qtbot, desk)
    grid.focus_cell(CARRIED_IN)
    press(grid, Qt.Key.Key_D, ctrl=True)
    assert desk.report.value(CARRIED_IN) == 7


def test_the_rest_is_filled_with_zeros_and_undone_in_one_step(qtbot: QtBot) -> None:
    desk = session()
    set_cells(desk, received=7)
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_0, alt=True)
    assert desk.report.value(RECEIVED) == 7
    assert desk.report.value(RECEIVED_TOTAL) == 7
    assert desk.report.value(HANDLED) == 0
    desk.undo()
    assert desk.report.value(HANDLED) is None


def test_nothing_to_do_is_told(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session(filled=0))
    with qtbot.waitSignal(grid.message) as told:
        grid.run(Command.ZEROS)
    assert told.args == ["没有空格需要填 0"]


def declare(desk_total: int) -> dict[Slot, int]:
    return {
        Slot(SlotKind.DECLARED, RECEIVED_TOTAL): desk_total,
        Slot(SlotKind.CONTROL, RECEIVED_TOTAL): desk_total,
    }


def test_a_declared_total_that_differs_is_marked_and_gives_way_to_the_sum(qtbot: QtBot) -> None:
    desk = session(filled=1)
    desk.edit(declare(9).items(), "粘贴")
    grid = grid_on(qtbot, desk)
    grid.focus_cell(RECEIVED_TOTAL)
    look = grid.look(grid.sheet.by_key[RECEIVED_TOTAL])
    assert (look.text, look.mark) == ("9", Mark.DECLARED)
    press(grid, Qt.Key.Key_Equal, alt=True)
    assert desk.report.value(RECEIVED_TOTAL) == 6
    assert desk.report.get(SlotKind.CONTROL, RECEIVED_TOTAL) is None
    assert grid.look(grid.sheet.by_key[RECEIVED_TOTAL]).mark is not Mark.DECLARED


def test_imported_numbers_are_marked_until_they_are_confirmed(qtbot: QtBot) -> None:
    desk = session(filled=0)
    states = {RECEIVED: "read", CARRIED_IN: "doubtful", GRANTED: "missing"}
    desk.edit([(Slot(SlotKind.STATE, key), state) for key, state in states.items()], "导入")
    grid = grid_on(qtbot, desk)
    marks = [grid.look(grid.sheet.by_key[key]).mark for key in states]
    assert marks == [Mark.READ, Mark.DOUBTFUL, Mark.MISSING]
    press(grid, Qt.Key.Key_Down, shift=True)
    press(grid, Qt.Key.Key_Return, ctrl=True)
    assert desk.report.of_kind(SlotKind.STATE) == {GRANTED: "missing"}


def controls(grid: TableGrid, key: str) -> Tone:
    return grid.look(grid.sheet.by_slot[Slot(SlotKind.CONTROL, key)]).tone


def test_control_totals_are_typed_beside_the_sums_and_compared_with_them(qtbot: QtBot) -> None:
    desk = session(filled=1)
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_K, ctrl=True)
    assert grid.show_controls
    grid.focus_cell("applications.received.other")
    press(grid, Qt.Key.Key_Tab)
    type_text(grid, "7")
    assert desk.report.get(SlotKind.CONTROL, RECEIVED_TOTAL) == 7
    assert desk.report.value(RECEIVED_TOTAL) == 6
    assert controls(grid, RECEIVED_TOTAL) is Tone.BAD
    set_cells(desk, received=2)
    assert controls(grid, RECEIVED_TOTAL) is Tone.GOOD
    grid.show_controls = False
    assert desk.report.get(SlotKind.CONTROL, RECEIVED_TOTAL) == 7


def test_copy_and_cut_leave_plain_numbers_for_spreadsheets(qtbot: QtBot) -> None:
    desk = session(filled=12345)
    grid = grid_on(qtbot, desk)
    press(grid, Qt.Key.Key_Right, shift=True)
    press(grid, Qt.Key.Key_Down, shift=True)
    press(grid, Qt.Key.Key_C, ctrl=True)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "12345\t12345\n12345\t12345"
    assert "<td>12345</td>" in clipboard.mimeData().html()
    press(grid, Qt.Key.Key_X, ctrl=True)
    assert desk.report.value(CARRIED_IN) is None
    assert clipboard.text() == "12345\t12345\n12345\t12345"


def menu_of(grid: TableGrid) -> dict[str, QAction]:
    place = grid.place(grid.selection.cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, grid.mapToGlobal(QPoint()))
    QApplication.sendEvent(grid.viewport(), event)
    menu = grid.findChild(QMenu)
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions()}


@pytest.mark.parametrize(
    "command", ["剪切", "复制", "粘贴", "清除", "其余空格填 0", "改为合计", "核对合计", "放大"]
)
def test_the_menu_names_the_key_of_each_command(qtbot: QtBot, command: str) -> None:
    actions = menu_of(grid_on(qtbot, session()))
    assert not actions[command].shortcut().isEmpty()


def test_a_command_from_the_menu_does_what_its_key_does(qtbot: QtBot) -> None:
    desk = session()
    menu_of(grid_on(qtbot, desk))["其余空格填 0"].trigger()
    assert desk.report.value(RECEIVED) == 0


def test_a_suggestion_for_the_cell_stands_first_in_the_menu(qtbot: QtBot) -> None:
    desk = session(filled=0)
    set_cells(desk, received=1298, granted=1298)
    ledger = {"received": 1298, "granted": 1298, "handled_total": 1298}
    desk.edit([(Slot(SlotKind.CONTROL, f"applications.{row}.total"), n) for row, n in ledger.items()], "填写")
    set_cells(desk, granted=1288)
    grid = grid_on(qtbot, desk)
    suggestion = next(s for f in desk.outcome.findings for s in f.suggestions)
    grid.focus_cell(suggestion.cell)
    assert grid.look(grid.selection.cursor).mark is Mark.SUSPECT
    first = next(iter(menu_of(grid).items()))
    assert first[0].startswith(f"改为 {suggestion.new}")
    first[1].trigger()
    assert desk.report.value(suggestion.cell) == suggestion.new
