"""A ledger that is read while the clerk goes on with the report takes nothing from under the keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.intake.ledger.files import PLAIN, sheets_of, workbook
from tests.ui.windows import GRANTED, session_of, workspace_of
from ui.frame.main_window import MainWindow


def held() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def begin(window: MainWindow, folder: Path) -> None:
    """Begin to read a ledger, and go on with the report."""
    window.deeds.take_files([workbook(folder / "2025年台账.xlsx", sheets_of(PLAIN))])
    session_of(window).edit([(Slot(SlotKind.CELL, GRANTED), 22)], "填写")


def test_who_types_on_is_told_and_finds_no_other_page_under_the_keys(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    work = sample_window.in_sight
    begin(sample_window, tmp_path)
    qtbot.waitUntil(lambda: "查看" in sample_window.messages.offers, timeout=60_000)
    assert sample_window.in_sight is work
    sample_window.messages.take("查看")
    page = sample_window.deeds.ledgers.page
    assert (page, page.step) == (sample_window.in_sight, 1)


def test_a_number_begun_is_typed_to_its_end_though_a_ledger_comes_in(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    sample_window.activateWindow()
    page = workspace_of(sample_window).show_page("applications")
    page.show_slot(Slot(SlotKind.CELL, GRANTED))
    QTest.keyClick(held(), Qt.Key.Key_9)
    sample_window.deeds.take_files([workbook(tmp_path / "2025年台账.xlsx", sheets_of(PLAIN))])
    QTest.keyClick(held(), Qt.Key.Key_9)
    QTest.keyClick(held(), Qt.Key.Key_Return)
    assert session_of(sample_window).report.value(GRANTED) == 99
    qtbot.waitUntil(lambda: "查看" in sample_window.messages.offers, timeout=60_000)
    assert page.isAncestorOf(held())


def test_rows_that_no_ledger_was_counted_for_take_no_key(sample_window: MainWindow) -> None:
    sample_window.activateWindow()
    page = workspace_of(sample_window).show_page("applications")
    page.show_slot(Slot(SlotKind.CELL, GRANTED))
    sample_window.actions_of["ledger_rows"].trigger()
    assert page.isAncestorOf(held())


def test_what_was_read_for_a_report_is_not_counted_into_another(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    begin(sample_window, tmp_path)
    qtbot.waitUntil(lambda: "查看" in sample_window.messages.offers, timeout=60_000)
    look = sample_window.deeds.ledgers._show_columns
    sample_window.files.open_sample()
    look()
    assert "打开的报告已经换了" in sample_window.messages.text
    assert sample_window.in_sight is sample_window.workspace
