"""复核录入: typed blind, compared at once, settled by key; stopped and gone on with, undone, kept honest."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.taking_in import take_in
from model import days
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from model.review.recheck import Standing, recheck_of, standing_of, tally_of
from model.stages import NOW, Stage
from model.values import BLANK_WORD, to_text
from tests.ui.hands import type_words
from tests.ui.windows import desk_of, open_numbered, session_of, tool_of, workspace_of
from ui.frame.actions import MENUS
from ui.frame.main_window import MainWindow
from ui.grid.marks import Mark
from ui.tools.blind_grid import BlindGrid
from ui.tools.recheck_page import RecheckPage

GRANTED = "applications.granted.natural_person"
PARTIAL = "applications.partial.natural_person"
REFUSED = "applications.refused_state_secret.natural_person"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "today", lambda: date(2026, 1, 12))


@pytest.fixture
def window(qtbot: QtBot, sample_window: MainWindow) -> MainWindow:
    sample_window.resize(1366, 768)
    with qtbot.waitActive(sample_window):
        sample_window.activateWindow()
    return sample_window


def page_of(window: MainWindow, name: str = "王芳") -> RecheckPage:
    """The page in sight, with the colleague's name given where none was yet."""
    window.actions_of["recheck"].trigger()
    page = tool_of(window, RecheckPage)
    if name and not session_of(window).report.field("checker"):
        type_words(page.names["checker"], name)
        QTest.keyClick(page.names["checker"], Qt.Key.Key_Return)
    return page


def stand(page: RecheckPage, key: str) -> BlindGrid:
    grid = page.grids[key.partition(".")[0]]
    page.tabs.setCurrentWidget(grid)
    grid.focus_cell(key)
    return grid


def type_at(page: RecheckPage, key: str, text: str) -> None:
    """Type a number over the cell, as a hand does that does not look up."""
    grid = stand(page, key)
    for character in text:
        QTest.keyClicks(grid, character)
    held = QApplication.focusWidget()
    QTest.keyClick(held or grid, Qt.Key.Key_Return)


def type_all(page: RecheckPage, report: Report, keys: Iterable[str]) -> None:
    for key in keys:
        type_at(page, key, to_text(report.value(key)))


def press(page: RecheckPage, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.grid, key, held)


def seen(page: RecheckPage, key: str) -> tuple[str, str, Mark]:
    """What a cell shows: its number, the small one beside it, its mark."""
    grid = page.grids[key.partition(".")[0]]
    look = grid.look(grid.sheet.by_key[key])
    return look.text, look.ghost, look.mark


def test_no_number_of_the_report_is_seen(window: MainWindow) -> None:
    page = page_of(window)
    for key, cell in session_of(window).report.form.cells.items():
        assert seen(page, key)[:2] == ("", ""), cell.name
    for grid in page.grids.values():
        for tile in grid.sheet.tiles:
            assert not any(character.isdigit() for character in grid.look(tile).text) or not tile.is_number


def test_the_name_is_asked_first_and_never_again(window: MainWindow) -> None:
    page = page_of(window, name="")
    assert page.names["checker"].hasFocus()
    assert not page.tabs.isEnabled()
    type_words(page.names["checker"], "王芳")
    QTest.keyClick(page.names["checker"], Qt.Key.Key_Return)
    assert page.grid.hasFocus()
    workspace_of(window).show_page("overview")
    page_of(window, name="")
    assert page.grid.hasFocus()
    desk_of(window).add_year(2026)
    assert session_of(window).report.field("checker") == "王芳"


def test_what_agrees_is_ticked_and_what_differs_told_with_both_numbers(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    type_at(page, GRANTED, "21")
    assert seen(page, GRANTED) == ("21", "", Mark.TICKED)
    type_at(page, PARTIAL, "40")
    assert seen(page, PARTIAL) == ("40", "4", Mark.DIFFERS)
    assert report.value(PARTIAL) == 4
    assert page.card.words.text() == "不一致　自然人·部分公开：原填 4，复核 40"
    assert page.grid.current_key == REFUSED
    assert "不一致 1" in page.tabs.tabText(1)


def test_f4_takes_the_new_number_and_one_undo_gives_the_old_one_back(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    type_at(page, PARTIAL, "40")
    press(page, Qt.Key.Key_F4)
    assert report.value(PARTIAL) == 40
    assert seen(page, PARTIAL) == ("40", "", Mark.TICKED)
    assert page.grid.current_key == REFUSED
    window.actions_of["undo"].trigger()
    assert report.value(PARTIAL) == 4
    assert seen(page, PARTIAL)[2] is Mark.DIFFERS
    assert page.grid.current_key == PARTIAL
    assert page.isVisible()
    window.actions_of["redo"].trigger()
    assert report.value(PARTIAL) == 40


def test_f5_lets_the_number_stand(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    type_at(page, PARTIAL, "40")
    press(page, Qt.Key.Key_F5)
    assert report.value(PARTIAL) == 4
    assert seen(page, PARTIAL) == ("4", "", Mark.TICKED)
    assert page.grid.current_key == REFUSED
    window.actions_of["undo"].trigger()
    assert seen(page, PARTIAL)[2] is Mark.DIFFERS


def test_nothing_is_settled_that_the_card_does_not_speak_of(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    type_at(page, PARTIAL, "40")
    type_at(page, REFUSED, to_text(report.value(REFUSED)))
    press(page, Qt.Key.Key_F4)
    assert report.value(PARTIAL) == 4
    assert "还有 1 处不一致" in page.card.words.text()
    press(page, Qt.Key.Key_F12)
    assert page.grid.current_key == PARTIAL
    press(page, Qt.Key.Key_F4)
    assert report.value(PARTIAL) == 40


def test_what_is_left_is_gone_to_down_the_columns_as_it_is_typed(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    order = page.grids["applications"].order
    type_all(page, report, order[:40])
    workspace_of(window).show_page("overview")
    page_of(window)
    page.tabs.setCurrentWidget(page.grids["applications"])
    assert page.grid.current_key == order[40]
    stand(page, order[40])
    type_at(page, order[50], to_text(report.value(order[50])))
    stand(page, order[49])
    press(page, Qt.Key.Key_F12)
    assert page.grid.current_key == order[51]


def test_no_key_of_the_card_is_a_key_of_the_menus(window: MainWindow) -> None:
    page = page_of(window)
    ours = [shortcut.key() for shortcut in page.card.findChildren(QShortcut)]
    menus = [key for menu in MENUS for command in menu.commands if command for key in command.shortcuts]
    assert len(ours) == 4
    assert not {key.toString() for key in ours} & {QKeySequence(key).toString() for key in menus}


def test_two_rows_that_were_exchanged_are_found_though_every_sum_holds(window: MainWindow) -> None:
    session = session_of(window)
    values = {key: session.report.value(key) for key in (GRANTED, PARTIAL)}
    session.edit(
        [(Slot(SlotKind.CELL, GRANTED), values[PARTIAL]), (Slot(SlotKind.CELL, PARTIAL), values[GRANTED])],
        "填写",
    )
    assert session.outcome.ready
    page = page_of(window)
    type_at(page, GRANTED, to_text(values[GRANTED]))
    type_at(page, PARTIAL, to_text(values[PARTIAL]))
    assert tally_of(session.report).keys(Standing.DIFFERING) == [GRANTED, PARTIAL]
    for _ in range(2):
        press(page, Qt.Key.Key_F12)
        press(page, Qt.Key.Key_F4)
    assert {key: session.report.value(key) for key in values} == values


def test_a_cell_changed_afterwards_loses_its_tick_and_is_typed_again_blind(window: MainWindow) -> None:
    page, session = page_of(window), session_of(window)
    type_at(page, GRANTED, "21")
    session.edit([(Slot(SlotKind.CELL, GRANTED), 22)], "填写")
    assert seen(page, GRANTED) == ("", "", Mark.AGAIN)
    type_at(page, GRANTED, "22")
    assert seen(page, GRANTED)[2] is Mark.TICKED


def test_blank_and_zero_are_two_things(window: MainWindow) -> None:
    page, session = page_of(window), session_of(window)
    zero = next(
        k
        for k in session.report.form.entered
        if k.startswith("applications.") and session.report.value(k) == 0
    )
    stand(page, zero)
    press(page, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert seen(page, zero) == (BLANK_WORD, "0", Mark.DIFFERS)
    press(page, Qt.Key.Key_F4)
    assert session.report.value(zero) is None
    assert seen(page, zero) == (BLANK_WORD, "", Mark.TICKED)
    type_at(page, zero, "0")
    assert seen(page, zero) == ("0", BLANK_WORD, Mark.DIFFERS)


def test_what_was_typed_can_be_cleared_and_a_key_that_only_passes_types_nothing(window: MainWindow) -> None:
    page, session = page_of(window), session_of(window)
    stand(page, GRANTED)
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_F2)
    QTest.keyClick(QApplication.focusWidget() or page.grid, Qt.Key.Key_Return)
    assert session.report.of_kind(SlotKind.RECHECK) == {}
    type_at(page, GRANTED, "7")
    stand(page, GRANTED)
    press(page, Qt.Key.Key_Delete)
    assert standing_of(session.report, GRANTED) is Standing.LEFT


def test_the_zeros_of_the_paper_are_typed_with_one_key(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    keys = [key for key in report.form.entered if key.startswith("disputes.")]
    type_all(page, report, [key for key in keys if report.value(key)])
    press(page, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert tally_of(report, report.form.table("disputes")).done
    assert page.tabs.tabText(2) == "四、复议诉讼（已复核）"


def test_totals_are_looked_at_through_their_parts(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    parts = [key for key in report.form.entered if key.startswith("applications.granted.")]
    type_all(page, report, parts)
    assert seen(page, "applications.granted.total")[2] is Mark.TICKED
    stand(page, "applications.granted.total")
    QTest.keyClicks(page.grid, "5")
    assert report.of_kind(SlotKind.RECHECK).keys() == set(parts)


def test_a_block_from_a_spreadsheet_is_compared_like_what_is_typed(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    stand(page, GRANTED)
    QGuiApplication.clipboard().setText("21\n40")
    press(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert standing_of(report, GRANTED) is Standing.AGREED
    assert standing_of(report, PARTIAL) is Standing.DIFFERING
    assert report.value(PARTIAL) == 4


def test_what_is_no_number_is_refused_with_the_reason(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    type_at(page, GRANTED, "2x")
    assert report.of_kind(SlotKind.RECHECK) == {}


def test_who_and_when_is_kept_with_each_cell(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    type_at(page, GRANTED, "21")
    found = recheck_of(report, GRANTED)
    assert found is not None
    assert (found.by, found.day) == ("王芳", "2026-01-12")


def test_the_one_who_drafted_it_may_do_it_and_is_told(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    type_words(page.names["drafter"], "王芳")
    assert "复核人就是拟稿人" in page.note.text()
    type_at(page, GRANTED, "21")
    assert standing_of(report, GRANTED) is Standing.AGREED


def test_it_can_be_stopped_with_a_number_half_typed_and_gone_on_with_after_opening(
    start_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "林业局.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    session_of(start_window).edit(
        ((Slot(SlotKind.CELL, key), 3) for key in session_of(start_window).report.form.entered), "填写"
    )
    page = page_of(start_window)
    first = session_of(start_window).report.form.entered[0]
    type_at(page, first, "3")
    QTest.keyClicks(page.grid, "3")
    second = page.grid.current_key
    assert start_window.files.close()
    kept = Content.read(path).reports[2025]
    assert tally_of(kept).keys(Standing.AGREED) == [first, second]
    start_window.files.open(path)
    again = page_of(start_window)
    assert again.grid.current_key not in (first, second)
    assert seen(again, first)[2] is Mark.TICKED


def test_another_year_in_the_middle_keeps_what_was_typed_and_begins_its_own(window: MainWindow) -> None:
    page, desk = page_of(window), desk_of(window)
    stand(page, GRANTED)
    QTest.keyClicks(page.grid, "21")
    desk.switch_year(2024)
    assert standing_of(desk.report_of(2025), GRANTED) is Standing.AGREED
    page = page_of(window)
    assert session_of(window).report.year == 2024
    assert session_of(window).report.of_kind(SlotKind.RECHECK) == {}
    assert seen(page, GRANTED) == ("", "", Mark.NONE)
    type_at(page, GRANTED, "1")
    assert standing_of(desk.report_of(2025), GRANTED) is Standing.AGREED
    assert recheck_of(desk.report_of(2024), GRANTED) is not None


def test_going_to_another_page_takes_what_is_typed_and_nothing_is_followed_there(window: MainWindow) -> None:
    page, session = page_of(window), session_of(window)
    stand(page, GRANTED)
    QTest.keyClicks(page.grid, "21")
    workspace_of(window).show_page("applications")
    assert standing_of(session.report, GRANTED) is Standing.AGREED
    assert page.grids == {}
    window.actions_of["recheck"].trigger()
    assert seen(page, GRANTED)[2] is Mark.TICKED


def test_what_covers_the_window_for_a_while_leaves_the_page_as_it_was(window: MainWindow) -> None:
    page = page_of(window)
    type_at(page, GRANTED, "21")
    window.actions_of["manual"].trigger()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert seen(page, GRANTED)[2] is Mark.TICKED
    assert page.tabs.currentIndex() == 1


def test_an_import_over_it_takes_the_ticks_of_what_it_changes(window: MainWindow, tmp_path: Path) -> None:
    from intake.adopting import adopted

    page, desk = page_of(window), desk_of(window)
    report = session_of(window).report
    type_at(page, GRANTED, "21")
    type_at(page, PARTIAL, "4")
    other = report.copy()
    other.set(
        [(Slot(SlotKind.CELL, PARTIAL), 5), *((Slot(SlotKind.RECHECK, k), None) for k in (GRANTED, PARTIAL))]
    )
    path = tmp_path / "同事.xxgk"
    with OfficeFile.unsaved(Content({}, {2025: other})) as file:
        file.save_as(path)
    found = take_in(path)
    desk.take_report(adopted(report, found))
    now = session_of(window).report
    assert standing_of(now, GRANTED) is Standing.AGREED
    assert standing_of(now, PARTIAL) is Standing.CHANGED


@pytest.mark.parametrize("year", [2014, 2019])
def test_the_forms_of_other_years_can_be_typed_through(
    start_window: MainWindow, tmp_path: Path, year: int
) -> None:
    open_numbered(start_window, tmp_path, year)
    page, now = page_of(start_window), session_of(start_window).report
    for key in now.form.entered:
        type_at(page, key, to_text(now.value(key)))
    assert tally_of(now).done
    assert page.card.words.text() == "已复核（王芳，2026年1月12日）"


def test_a_read_only_file_shows_how_far_it_has_come_and_takes_nothing(
    start_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "占用.xxgk"
    report = Report(form_for(2025), "云溪县林业局", 2025)
    report.set((Slot(SlotKind.CELL, key), 3) for key in report.form.entered)
    with OfficeFile.unsaved(Content({}, {2025: report})) as other:
        other.save_as(path)
        start_window.files.open(path)
        assert session_of(start_window).read_only
        page = page_of(start_window, name="")
        assert page.note.text() == session_of(start_window).refusal.message
        stand(page, GRANTED)
        QTest.keyClicks(page.grid, "3")
        press(page, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
        press(page, Qt.Key.Key_F4)
        assert session_of(start_window).report.of_kind(SlotKind.RECHECK) == {}
        start_window.files.close()


def test_a_signed_report_is_not_typed_again_until_it_is_opened(window: MainWindow) -> None:
    session = session_of(window)
    session.edit([(Slot(SlotKind.STAGE, NOW), Stage.SIGNED.value)], "已签")
    page = page_of(window, name="")
    assert "更正" in page.note.text()
    stand(page, GRANTED)
    QTest.keyClicks(page.grid, "21")
    press(page, Qt.Key.Key_Return)
    assert session.report.of_kind(SlotKind.RECHECK) == {}


def test_the_sign_off_sheet_says_so_in_the_end(window: MainWindow) -> None:
    page, report = page_of(window), session_of(window).report
    for table in report.form.tables:
        keys = list(tally_of(report, table).standings)
        type_all(page, report, [key for key in keys if report.value(key)])
        stand(page, keys[0])
        press(page, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert tally_of(report).words == "已复核（王芳，2026年1月12日）"
    press(page, Qt.Key.Key_F12)
    assert not page.card.next_button.isEnabled()
