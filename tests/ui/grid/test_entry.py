"""Typing into the grid: real keys, from the first character to the value in the report."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.ui.grid.desk import (
    CARRIED_IN,
    GRANTED,
    HANDLED,
    RECEIVED,
    RECEIVED_TOTAL,
    grid_on,
    part,
    press,
    session,
    set_cells,
    type_text,
)
from ui.grid.editor import CellEditor, Note
from ui.grid.reading import Tone
from ui.grid.table_grid import TableGrid


def editor(grid: TableGrid) -> CellEditor:
    return part(grid, CellEditor)


def balance_text(grid: TableGrid, column: int) -> str:
    tile = next(t for t in grid.sheet.tiles if t.kind == "balance" and t.column == column)
    return grid.look(tile).text


def test_typing_replaces_and_enter_goes_down(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    type_text(grid, "12")
    type_text(grid, "3")
    assert desk.report.value(RECEIVED) == 12
    assert desk.report.value(CARRIED_IN) == 3
    assert grid.current_key == GRANTED


def test_a_column_is_typed_with_enter_alone(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    for number in range(24):
        type_text(grid, str(number))
    assert desk.report.value(HANDLED) == sum(range(2, 23))
    assert desk.report.value("applications.carried_out.natural_person") == 23
    assert grid.current_key == "applications.received.enterprise"


def test_tab_goes_right_past_the_total_to_the_next_row(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    for number in range(7):
        QTest.keyClicks(grid, str(number))
        press(grid, Qt.Key.Key_Tab)
    assert desk.report.value(RECEIVED_TOTAL) == 15
    assert desk.report.value(CARRIED_IN) == 6
    press(grid, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab, shift=True)
    assert grid.current_key == "applications.received.other"


def test_escape_restores_and_f2_edits_what_stands_there(qtbot: QtBot) -> None:
    desk = session(filled=7)
    grid = grid_on(qtbot, desk)
    QTest.keyClicks(grid, "99")
    press(grid, Qt.Key.Key_Escape)
    assert desk.report.value(RECEIVED) == 7
    press(grid, Qt.Key.Key_F2)
    assert editor(grid).text() == "7"
    type_text(grid, "5")
    assert desk.report.value(RECEIVED) == 75


@pytest.mark.parametrize("typed", ["１２３４", "1,234", "１，２３４", " 1234 "])
def test_what_is_plainly_a_number_is_taken(qtbot: QtBot, typed: str) -> None:
    desk = session()
    type_text(grid_on(qtbot, desk), typed)
    assert desk.report.value(RECEIVED) == 1234


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("abc", "不是数字"), ("/", "不是数字"), ("1.5", "不是整数"), ("-3", "负数"), ("1" * 20, "位数过多")],
)
def test_what_is_no_count_is_refused_at_the_place(qtbot: QtBot, typed: str, reason: str) -> None:
    desk = session(filled=7)
    grid = grid_on(qtbot, desk)
    with qtbot.waitSignal(grid.message, check_params_cb=lambda words: reason in words):
        type_text(grid, typed)
    note = part(grid, Note)
    assert note.isVisible()
    assert reason in note.text()
    assert desk.report.value(RECEIVED) == 7
    assert grid.current_key == RECEIVED
    press(grid, Qt.Key.Key_Down)
    assert not note.isVisible()


def test_an_amount_and_a_signed_count_are_taken_where_the_form_has_them(qtbot: QtBot) -> None:
    desk = session(form="2019")
    grid = grid_on(qtbot, desk, "disclosure")
    grid.focus_cell("disclosure.licences.change")
    type_text(grid, "-3")
    grid.focus_cell("disclosure.procurement.amount")
    type_text(grid, "12.5")
    assert desk.report.value("disclosure.licences.change") == -3
    assert desk.report.value("disclosure.procurement.amount") == Decimal("12.5")


def test_the_balance_follows_each_keystroke_before_anything_is_taken(qtbot: QtBot) -> None:
    desk = session(filled=0)
    grid = grid_on(qtbot, desk)
    column = grid.selection.cursor.column
    assert balance_text(grid, column) == "0 ＝ 0"
    QTest.keyClicks(grid, "1")
    assert balance_text(grid, column) == "1 ≠ 0"
    QTest.keyClicks(grid, "5")
    assert balance_text(grid, column) == "15 ≠ 0"
    assert grid.look(grid.sheet.by_key[RECEIVED_TOTAL]).text == "15"
    assert desk.report.value(RECEIVED) == 0
    press(grid, Qt.Key.Key_Escape)
    assert balance_text(grid, column) == "0 ＝ 0"


def test_a_sum_cannot_be_typed_over(qtbot: QtBot) -> None:
    desk = session(filled=1)
    grid = grid_on(qtbot, desk)
    grid.focus_cell(RECEIVED_TOTAL)
    with qtbot.waitSignal(grid.message, check_params_cb=lambda words: "程序合计" in words):
        QTest.keyClicks(grid, "9")
    assert desk.report.value(RECEIVED_TOTAL) == 6


def test_a_report_opened_for_reading_says_so(qtbot: QtBot) -> None:
    grid = grid_on(qtbot, session(filled=1, read_only=True))
    with qtbot.waitSignal(grid.message, check_params_cb=lambda words: "只读" in words):
        QTest.keyClicks(grid, "9")
    with qtbot.waitSignal(grid.message, check_params_cb=lambda words: "只读" in words):
        press(grid, Qt.Key.Key_Delete)


def test_an_input_method_starts_typing(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    QApplication.sendEvent(grid, QInputMethodEvent("１", []))
    composed = QInputMethodEvent()
    composed.setCommitString("１２")
    QApplication.sendEvent(grid, composed)
    press(grid, Qt.Key.Key_Return)
    assert desk.report.value(RECEIVED) == 12


@pytest.mark.parametrize("gives_up", [False, True])
def test_what_an_input_method_only_composes_takes_no_number_away(qtbot: QtBot, gives_up: bool) -> None:
    desk = session(filled=4)
    grid = grid_on(qtbot, desk)
    QApplication.sendEvent(grid, QInputMethodEvent("san", []))
    assert grid.is_typing
    if gives_up:
        QApplication.sendEvent(grid, QInputMethodEvent("", []))
    # The report is saved, or another page gone to, in the middle of it.
    desk.take_typing()
    assert desk.report.value(RECEIVED) == 4


def test_typing_confirms_what_was_imported(qtbot: QtBot) -> None:
    desk = session(filled=4)
    desk.edit([(Slot(SlotKind.STATE, RECEIVED), "doubtful")], "导入")
    type_text(grid_on(qtbot, desk), "4")
    assert desk.report.get(SlotKind.STATE, RECEIVED) is None


def test_the_mouse_ends_typing_and_takes_the_number(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    QTest.keyClicks(grid, "8")
    target = grid.place(grid.sheet.by_key[GRANTED]).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert desk.report.value(RECEIVED) == 8
    assert grid.current_key == GRANTED
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert editor(grid).isVisible()


def test_a_double_click_opens_the_cell_under_the_mouse(qtbot: QtBot) -> None:
    """Its first click may have been on the neighbour."""
    desk = session()
    grid = grid_on(qtbot, desk)
    assert grid.current_key == RECEIVED
    target = grid.place(grid.sheet.by_key[GRANTED]).center()
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=target)
    QTest.keyClicks(editor(grid), "8")
    QTest.keyClick(editor(grid), Qt.Key.Key_Return)
    assert (desk.report.value(RECEIVED), desk.report.value(GRANTED)) == (None, 8)


def test_the_rest_is_filled_with_0_while_the_last_number_is_still_being_typed(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    QTest.keyClicks(grid, "8")
    press(grid, Qt.Key.Key_0, alt=True)
    assert (desk.report.value(RECEIVED), desk.report.value(CARRIED_IN)) == (8, 0)


def test_zero_and_blank_look_different(qtbot: QtBot) -> None:
    desk = session()
    set_cells(desk, received=0)
    grid = grid_on(qtbot, desk)
    assert grid.look(grid.sheet.by_key[RECEIVED]).tone is Tone.ZERO
    assert grid.look(grid.sheet.by_key[CARRIED_IN]).tone is Tone.BLANK


def test_large_numbers_are_grouped_while_reading_and_plain_while_typing(qtbot: QtBot) -> None:
    desk = session(filled=12345)
    grid = grid_on(qtbot, desk)
    assert grid.look(grid.sheet.by_key[RECEIVED]).text == "12,345"
    press(grid, Qt.Key.Key_F2)
    assert editor(grid).text() == "12345"


def test_a_sum_is_added_up_told_at_the_cell_and_open_to_be_changed(qtbot: QtBot) -> None:
    desk = session(filled=0)
    grid = grid_on(qtbot, desk)
    column = grid.selection.cursor.column
    QTest.keyClicks(grid, "12+30+5")
    assert balance_text(grid, column) == "47 ≠ 0"
    press(grid, Qt.Key.Key_Return)
    assert desk.report.value(RECEIVED) == 47
    with qtbot.waitSignal(grid.message, check_params_cb=lambda words: words == "算式 12+30+5 = 47"):
        press(grid, Qt.Key.Key_Up)
    press(grid, Qt.Key.Key_F2)
    assert editor(grid).text() == "12+30+5"
    type_text(grid, "+3")
    assert (desk.report.value(RECEIVED), desk.report.get(SlotKind.SUM, RECEIVED)) == (50, "12+30+5+3")


def test_another_number_in_the_cell_lets_go_of_the_sum_until_it_is_undone(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    type_text(grid, "12+30")
    press(grid, Qt.Key.Key_Up)
    type_text(grid, "42")
    assert desk.report.get(SlotKind.SUM, RECEIVED) is None
    desk.undo()
    assert desk.report.get(SlotKind.SUM, RECEIVED) == "12+30"
    press(grid, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert (desk.report.value(RECEIVED), desk.report.get(SlotKind.SUM, RECEIVED)) == (None, None)


def test_what_may_be_a_span_is_no_sum(qtbot: QtBot) -> None:
    desk = session(filled=7)
    grid = grid_on(qtbot, desk)
    with qtbot.waitSignal(grid.message, check_params_cb=lambda words: "不是数字" in words):
        type_text(grid, "9-5")
    assert desk.report.value(RECEIVED) == 7


def test_what_is_being_typed_stays_at_its_cell_when_the_table_gets_other_room(qtbot: QtBot) -> None:
    desk = session()
    grid = grid_on(qtbot, desk)
    QTest.keyClicks(grid, "12")
    before = editor(grid).x()
    grid.resize(grid.width() - 300, grid.height())
    QApplication.processEvents()
    cell = grid.place(grid.selection.cursor)
    assert editor(grid).geometry().topLeft() == cell.topLeft()
    assert (editor(grid).width(), editor(grid).x() != before) == (cell.width(), True)
    assert editor(grid).text() == "12"
