"""What stands in a field but was not ended with Enter is never left out: saved, printed, left, closed with the rest."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.file.office_content import Content
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from tests.ui.windows import GRANTED, desk_of, export_page_of, session_of, workspace_of
from ui.frame.main_window import MainWindow
from ui.report.cover_page import CoverPage
from ui.report.table_page import TablePage


@pytest.fixture
def path(start_window: MainWindow, tmp_path: Path) -> Path:
    """A new report in a file of its own, open in the window."""
    file = tmp_path / "林业局.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, file)
    return file


@pytest.fixture
def window(start_window: MainWindow, path: Path) -> MainWindow:
    """The window with 37 typed into a cell of that report, and no Enter."""
    page = workspace_of(start_window).show_page("applications")
    assert isinstance(page, TablePage)
    page.grid.focus_cell(GRANTED)
    QTest.keyClicks(page.grid, "37")
    assert session_of(start_window).report.value(GRANTED) is None
    return start_window


def test_a_save_takes_the_number(window: MainWindow, path: Path) -> None:
    window.actions_of["save"].trigger()
    assert Content.read(path).reports[2025].value(GRANTED) == 37


def test_a_save_under_another_name_takes_the_number(window: MainWindow, tmp_path: Path) -> None:
    window.files.save_as(tmp_path / "另存.xxgk")
    assert Content.read(tmp_path / "另存.xxgk").reports[2025].value(GRANTED) == 37


def test_closing_the_window_takes_the_number(window: MainWindow, path: Path) -> None:
    window.close()
    assert Content.read(path).reports[2025].value(GRANTED) == 37


@pytest.mark.parametrize(
    "command", ["next_page", "export", "years", "charts", "history", "sign_off", "manual"]
)
def test_leaving_the_page_takes_the_number(window: MainWindow, command: str) -> None:
    window.actions_of[command].trigger()
    assert session_of(window).report.value(GRANTED) == 37


def test_an_export_has_the_number(window: MainWindow) -> None:
    export_page_of(window)
    assert desk_of(window).report_of(2025).value(GRANTED) == 37


def test_a_new_year_is_begun_after_the_number(window: MainWindow) -> None:
    window.files.begin_next_year()
    assert desk_of(window).report_of(2025).value(GRANTED) == 37
    assert desk_of(window).report_of(2026).value(GRANTED) is None


def test_undo_from_the_menu_takes_back_the_number(window: MainWindow) -> None:
    window.actions_of["undo"].trigger()
    assert session_of(window).report.value(GRANTED) is None
    window.actions_of["redo"].trigger()
    assert session_of(window).report.value(GRANTED) == 37


def test_undo_by_its_key_takes_the_number_back_bit_by_bit(window: MainWindow) -> None:
    page = workspace_of(window).page
    assert isinstance(page, TablePage)
    for _ in "37":
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.grid, "5")
    window.actions_of["save"].trigger()
    assert session_of(window).report.value(GRANTED) == 5


def test_what_is_no_number_is_refused_and_the_rest_saved(window: MainWindow, path: Path) -> None:
    page = workspace_of(window).page
    assert isinstance(page, TablePage)
    QTest.keyClicks(page.grid, "x")
    window.actions_of["save"].trigger()
    assert Content.read(path).reports[2025].value(GRANTED) is None
    assert not session_of(window).dirty


def test_a_day_in_other_words_is_saved(start_window: MainWindow, path: Path) -> None:
    page = workspace_of(start_window).show_page("cover")
    assert isinstance(page, CoverPage)
    page.fields["date"].setFocus()
    page.fields["date"].selectAll()
    type_words(page.fields["date"], "2026.1.20")
    start_window.actions_of["save"].trigger()
    assert Content.read(path).reports[2025].field("date") == "2026-01-20"


def test_a_half_written_explanation_is_saved(start_window: MainWindow, qtbot: QtBot) -> None:
    start_window.files.open_sample()
    session_of(start_window).edit([(Slot(SlotKind.CELL, GRANTED), 9999)], "填写")
    panel = workspace_of(start_window).findings
    finding = session_of(start_window).outcome.findings[0]
    panel.explanation.ask(finding, "")
    type_words(panel.explanation.edit, "统计口径调整")
    with qtbot.waitSignal(panel.explanation.given) as given:
        session_of(start_window).take_typing()
    assert given.args == [finding, "统计口径调整", False]
    assert panel.explanation.isHidden()


def test_a_change_of_year_takes_the_number(window: MainWindow) -> None:
    desk = desk_of(window)
    desk.office.start_year(2026)
    window.header.year_chosen.emit(2026)
    assert session_of(window).report.year == 2026
    assert desk.report_of(2025).value(GRANTED) == 37
    assert session_of(window).report.value(GRANTED) is None
