"""Saved generations are listed, compared with what is edited now, and restored."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from model.report import Slot, SlotKind
from tests.ui.windows import GRANTED, session_of, tool_of
from ui.frame.main_window import MainWindow
from ui.tools.history_page import HistoryPage


@pytest.fixture
def saved_window(start_window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window on a report that was saved with 1, with 2, and edited to 3 since."""
    start_window.files.new("云溪县林业局", "department", 2025, tmp_path / "年报.xxgk")
    for number in (1, 2):
        grant(start_window, number)
        start_window.actions_of["save"].trigger()
    grant(start_window, 3)
    return start_window


def grant(window: MainWindow, number: int) -> None:
    session_of(window).edit([(Slot(SlotKind.CELL, GRANTED), number)], "填写")


def shown(window: MainWindow) -> HistoryPage:
    window.actions_of["history"].trigger()
    page = tool_of(window, HistoryPage)
    assert page is not None
    return page


def note(page: HistoryPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_a_generation_is_compared_and_restored(sample_window: MainWindow, tmp_path: Path) -> None:
    sample_window.files.save_as(tmp_path / "年报.xxgk")
    before = session_of(sample_window).report.value(GRANTED)
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 999)], "填写")
    sample_window.actions_of["history"].trigger()
    page = tool_of(sample_window, HistoryPage)
    assert page is not None
    assert page.list.count() == 1
    page.restore_button.click()
    assert session_of(sample_window).report.value(GRANTED) == before
    assert not session_of(sample_window).dirty, "the file says the same"


def test_the_newest_generation_is_compared_first(saved_window: MainWindow) -> None:
    page = shown(saved_window)
    assert page.list.count() == 3
    assert page.list.currentRow() == 0
    leaf = page.view.tree.topLevelItem(0)
    assert leaf is not None
    assert [leaf.child(0).text(column) for column in (1, 2)] == ["2", "3"]


def test_an_older_one_is_compared_when_it_is_selected(saved_window: MainWindow) -> None:
    page = shown(saved_window)
    page.list.setCurrentRow(1)
    leaf = page.view.tree.topLevelItem(0)
    assert leaf is not None
    assert [leaf.child(0).text(column) for column in (1, 2)] == ["1", "3"]


def test_what_is_restored_can_be_typed_in_and_is_saved(saved_window: MainWindow, tmp_path: Path) -> None:
    page = shown(saved_window)
    page.list.setCurrentRow(1)
    page.restore_button.click()
    assert session_of(saved_window).report.value(GRANTED) == 1
    assert "已恢复" in note(page)
    saved_window.actions_of["save"].trigger()
    saved_window.actions_of["close"].trigger()
    saved_window.files.open(tmp_path / "年报.xxgk")
    assert session_of(saved_window).report.value(GRANTED) == 1


def test_a_save_adds_to_the_list_in_sight(saved_window: MainWindow) -> None:
    page = shown(saved_window)
    saved_window.actions_of["save"].trigger()
    assert page.list.count() == 4


def test_a_generation_that_is_gone_is_told_and_changes_nothing(
    saved_window: MainWindow, tmp_path: Path
) -> None:
    page = shown(saved_window)
    kept = [path for path in (tmp_path / "user").rglob("*.xxgk") if path.is_file()]
    assert len(kept) >= 3
    for path in kept:
        path.write_bytes(b"{")
    page.list.setCurrentRow(1)
    assert "版本" in note(page)
    page.restore_button.click()
    assert session_of(saved_window).report.value(GRANTED) == 3


def test_a_report_that_was_never_saved_has_none(sample_window: MainWindow) -> None:
    page = shown(sample_window)
    assert page.list.count() == 0
    assert not page.restore_button.isEnabled()
    assert "还没有保存过的版本" in note(page)
    assert not page.list.isVisible()
    assert not page.view.isVisible()
    assert "最多保留 20 个" in note(page)
    page.restore()
    assert not session_of(sample_window).dirty


def test_what_is_left_of_a_damaged_file_is_compared_with_what_took_its_place(
    start_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "年报.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    grant(start_window, 5)
    start_window.files.close()
    path.write_bytes(path.read_bytes().replace(f'"{GRANTED}":5'.encode(), f'"{GRANTED}":7'.encode()))
    start_window.files.open(path)
    assert "2025 年度报告与保存时的校验值不符" in start_window.messages.text
    start_window.messages.take(start_window.messages.offers[0])
    assert session_of(start_window).report.value(GRANTED) == 5
    page = shown(start_window)
    item = page.list.item(0)
    assert item is not None
    assert item.text() == "损坏的文件中读得出的内容"
    leaf = page.view.tree.topLevelItem(0)
    assert leaf is not None
    assert [leaf.child(0).text(column) for column in (1, 2)] == ["7", "5"]


@pytest.mark.parametrize("width", [1024, 1366])
def test_both_versions_are_in_sight_however_wide_the_window(saved_window: MainWindow, width: int) -> None:
    page = shown(saved_window)
    saved_window.resize(width, 700)
    QApplication.processEvents()
    assert page.view.tree.horizontalScrollBar().maximum() == 0


def test_in_a_narrow_window_both_versions_stay_in_sight(saved_window: MainWindow) -> None:
    saved_window.resize(911, 512)
    saved_window.actions_of["history"].trigger()
    page = tool_of(saved_window, HistoryPage)
    page.list.setCurrentRow(page.list.count() - 1)
    QApplication.processEvents()
    header = page.view.tree.header()
    assert sum(header.sectionSize(column) for column in range(3)) <= page.view.tree.viewport().width()


def test_in_a_narrow_window_names_of_versions_and_places_are_read_without_scrolling(
    saved_window: MainWindow,
) -> None:
    saved_window.resize(911, 512)
    page = shown(saved_window)
    QApplication.processEvents()
    assert page.list.horizontalScrollBar().maximum() == 0
    one_line = page.list.fontMetrics().height()
    assert page.list.visualItemRect(page.list.item(0)).height() > 2 * one_line
    tree = page.view.tree
    assert tree.columnWidth(0) > tree.viewport().width() / 2
