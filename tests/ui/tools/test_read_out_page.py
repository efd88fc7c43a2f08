"""读数视图: one number after the other in large type, each in the clipboard when its turn comes, ticked when it is gone on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.report import Slot, SlotKind
from model.values import to_text
from tests.ui.windows import desk_of, open_numbered, session_of, tool_of, workspace_of
from ui.frame.main_window import MainWindow
from ui.grid.marks import Mark
from ui.tools.read_out_page import ReadOutPage

GRANTED = "applications.granted.natural_person"
TOTAL = "applications.granted.total"
FORWARD = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down)


def page_of(window: MainWindow, table: str = "") -> ReadOutPage:
    window.actions_of["read_out"].trigger()
    page = tool_of(window, ReadOutPage)
    if table:
        page.tabs.setCurrentWidget(page.grids[table])
        page.enter()
    return page


def press(page: ReadOutPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.grid, key)


def copied() -> str:
    return QGuiApplication.clipboard().text()


def ticked(page: ReadOutPage) -> set[str]:
    grid = page.grid
    return {key for key, tile in grid.sheet.by_key.items() if grid.look(tile).mark is Mark.TICKED}


@pytest.mark.parametrize("table", ["disclosure", "applications", "disputes"])
def test_every_number_has_its_turn_row_by_row_and_is_in_the_clipboard_as_it_is(
    sample_window: MainWindow, table: str
) -> None:
    page, report = page_of(sample_window, table), session_of(sample_window).report
    keys = [key for key, cell in report.form.cells.items() if cell.table.id == table]
    for number, key in enumerate(keys):
        assert page.grid.current_key == key
        assert copied() == to_text(report.value(key)) == page.number.text()
        assert page.row.text().endswith(report.form.cells[key].row.name)
        press(page, FORWARD[number % len(FORWARD)])
    assert ticked(page) == set(keys)
    assert page.grid.current_key == keys[-1]
    assert "本表已读完" in page.state.text()


def test_a_large_number_is_copied_without_marks_between_its_digits(sample_window: MainWindow) -> None:
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 1234567)], "填写")
    page = page_of(sample_window, "applications")
    page.grid.stand_on(GRANTED)
    assert copied() == "1234567"


def test_whoever_types_over_a_number_is_told_where_that_is_done(sample_window: MainWindow) -> None:
    page = page_of(sample_window, "applications")
    before = dict(session_of(sample_window).report.slots)
    press(page, Qt.Key.Key_7)
    assert sample_window.status.message.startswith("读数视图只供读数；要改数字")
    assert session_of(sample_window).report.slots == before


def test_backspace_goes_back_and_takes_the_tick_away(sample_window: MainWindow) -> None:
    page = page_of(sample_window, "applications")
    first, second = page.grid.order(with_totals=True)[:2]
    press(page, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    assert page.grid.current_key == second
    assert ticked(page) == {first}
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert page.grid.current_key == first
    assert ticked(page) == set()


def test_other_keys_and_the_mouse_move_without_a_tick(sample_window: MainWindow) -> None:
    page = page_of(sample_window, "applications")
    press(page, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_End)
    tile = page.grid.sheet.by_key["applications.carried_in.natural_person"]
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=page.grid.place(tile).center())
    assert ticked(page) == set()
    assert copied() == to_text(session_of(sample_window).report.value(tile.key))


def test_a_blank_cell_says_so_and_leaves_nothing_to_paste(sample_window: MainWindow) -> None:
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), None)], "填写")
    QGuiApplication.clipboard().setText("上一个")
    page = page_of(sample_window, "applications")
    page.grid.stand_on(GRANTED)
    assert page.number.text() == "未填"
    assert "还没有填" in page.state.text()
    assert copied() == ""


def test_a_declared_total_is_read_as_declared_and_told(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    total = session.report.value(TOTAL)
    assert isinstance(total, int)
    session.edit([(Slot(SlotKind.DECLARED, TOTAL), total + 2)], "粘贴")
    page = page_of(sample_window, "applications")
    page.grid.stand_on(TOTAL)
    assert copied() == str(total + 2)
    assert f"按分项相加是 {total}" in page.state.text()


def test_totals_can_be_skipped_and_that_is_remembered(sample_window: MainWindow) -> None:
    page, report = page_of(sample_window, "applications"), session_of(sample_window).report
    page.skip.setChecked(True)
    for _ in range(30):
        press(page, Qt.Key.Key_Return)
        assert not report.form.cells[page.grid.current_key].computed
    assert sample_window.settings.flag("read_out_without_totals")


def test_a_number_that_changes_loses_its_tick_and_the_clipboard_follows(sample_window: MainWindow) -> None:
    page, session = page_of(sample_window, "applications"), session_of(sample_window)
    first = page.grid.current_key
    press(page, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Left)
    assert ticked(page) == {first}
    session.edit([(Slot(SlotKind.CELL, first), 77)], "填写")
    assert ticked(page) == set()
    assert copied() == "77"


def test_place_and_ticks_stay_while_the_file_is_open_each_year_for_itself(sample_window: MainWindow) -> None:
    page = page_of(sample_window, "applications")
    press(page, *[Qt.Key.Key_Return] * 5)
    here, there = page.grid.current_key, ticked(page)
    workspace_of(sample_window).show_page("overview")
    page = page_of(sample_window)
    assert (page.grid.current_key, ticked(page)) == (here, there)
    desk_of(sample_window).switch_year(2024)
    page = page_of(sample_window)
    assert ticked(page) == set()
    assert page.grid.current_key != here
    desk_of(sample_window).switch_year(2025)
    page = page_of(sample_window)
    assert (page.grid.current_key, ticked(page)) == (here, there)
    page.again.click()
    assert ticked(page) == set()


def test_after_the_last_number_enter_leads_to_the_next_table(sample_window: MainWindow) -> None:
    page = page_of(sample_window, "disclosure")
    press(page, *[Qt.Key.Key_Return] * 10)
    assert page.tabs.currentIndex() == 0
    press(page, Qt.Key.Key_Return)
    assert page.tabs.currentIndex() == 1
    assert page.grid.hasFocus()


def test_nothing_is_put_into_the_clipboard_while_the_page_is_out_of_sight(sample_window: MainWindow) -> None:
    page_of(sample_window, "applications")
    workspace_of(sample_window).show_page("overview")
    QGuiApplication.clipboard().setText("自己的文字")
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 5)], "填写")
    assert copied() == "自己的文字"


@pytest.mark.parametrize("year", [2014, 2019])
def test_the_forms_of_other_years_are_read_out_too(
    start_window: MainWindow, tmp_path: Path, year: int
) -> None:
    open_numbered(start_window, tmp_path, year)
    page = page_of(start_window)
    seen = []
    for _ in range(len(page.grid.order(with_totals=True))):
        seen.append(copied())
        press(page, Qt.Key.Key_Space)
    report = session_of(start_window).report
    table = report.form.tables[0].id
    values = report.values().items()
    assert seen == [to_text(value) for key, value in values if report.form.cells[key].table.id == table]


def test_the_type_is_large_only_as_far_as_the_table_stays_in_sight(sample_window: MainWindow) -> None:
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 1_234_567)], "填写")
    page = page_of(sample_window, "applications")
    sizes = []
    for width in (1920, 900):
        sample_window.resize(width, 768)
        QApplication.processEvents()
        sizes.append(page.grid.zoom)
        assert page.grid.fits_across or page.grid.zoom == 1.0
    assert sizes[0] > sizes[1] >= 1.0


def test_a_size_that_was_chosen_stays(sample_window: MainWindow) -> None:
    page = page_of(sample_window, "applications")
    page.grid.zoom = 2.0
    sample_window.resize(1024, 768)
    QApplication.processEvents()
    assert page.grid.zoom == 2.0
