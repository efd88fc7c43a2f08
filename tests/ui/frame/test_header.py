"""The bar at the top: whose report on which year, whether it is kept, the years of the file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.ui.windows import GRANTED, desk_of, session_of
from ui.frame.main_window import MainWindow


def years(window: MainWindow) -> dict[str, bool]:
    """The entries of the menu of years, and whether each is ticked."""
    menu = window.header.year.menu()
    assert isinstance(menu, QMenu)
    return {action.text(): action.isChecked() for action in menu.actions() if action.data()}


def test_without_a_report_there_is_nothing_to_print(start_window: MainWindow) -> None:
    assert not start_window.header.year.isVisible()
    assert not any(button.isVisible() for button in start_window.header.findChildren(QPushButton))
    assert start_window.header.saved_state == ""


def test_it_tells_office_year_and_form(sample_window: MainWindow) -> None:
    assert sample_window.header.year.text() == "2025 年度"
    assert "2021" in sample_window.header.year.toolTip()
    assert years(sample_window) == {"2025 年度": True, "2024 年度": False}


def test_another_year_is_chosen_from_the_menu(sample_window: MainWindow) -> None:
    menu = sample_window.header.year.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.data() == 2024).trigger()
    assert session_of(sample_window).report.year == 2024
    assert years(sample_window) == {"2025 年度": False, "2024 年度": True}


def test_the_menu_offers_the_next_year(sample_window: MainWindow) -> None:
    menu = sample_window.header.year.menu()
    assert isinstance(menu, QMenu)
    assert sample_window.actions_of["next_year"] in menu.actions()


def test_saving_is_told_step_by_step(start_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    start_window.files.new("云溪县林业局", "department", 2025, tmp_path / "年报.xxgk")
    header = start_window.header
    assert header.saved_state.startswith("已保存")
    with qtbot.waitSignal(desk_of(start_window).copied):
        session_of(start_window).edit([(Slot(SlotKind.CELL, GRANTED), 1)], "填写")
        assert header.saved_state == "未保存"
    assert header.saved_state.startswith("已自动保存")
    start_window.actions_of["save"].trigger()
    assert header.saved_state.startswith("已保存")


@pytest.mark.parametrize("name", ["preview", "print", "export"])
def test_each_button_names_the_key_of_its_command(sample_window: MainWindow, name: str) -> None:
    action = sample_window.actions_of[name]
    (button,) = [
        b for b in sample_window.header.findChildren(QPushButton) if b.accessibleName() == action.text()
    ]
    assert action.shortcut().toString() in button.toolTip()


def test_the_preview_button_stays_down_while_there_is_one(sample_window: MainWindow) -> None:
    (button,) = [b for b in sample_window.header.findChildren(QPushButton) if b.text() == "预览"]
    button.click()
    assert button.isChecked()
    assert sample_window.actions_of["preview"].isChecked()
    sample_window.actions_of["preview"].trigger()
    assert not button.isChecked()


def test_the_office_is_renamed_while_it_is_typed(sample_window: MainWindow) -> None:
    session_of(sample_window).edit([(Slot(SlotKind.FIELD, "office"), "云溪县水利局")], "修改机关名称")
    assert sample_window.windowTitle() == "云溪县水利局 2025 年度 — 年报助手"
