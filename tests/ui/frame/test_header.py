"""The bar at the top: whose report on which year, whether it is kept, the years of the file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from model.errors import CannotWrite
from model.file.crash_copy import CrashCopyWriter
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.report import Slot, SlotKind
from tests.ui.windows import GRANTED, desk_of, saved_words, session_of
from ui.frame.main_window import MainWindow


def years(window: MainWindow) -> dict[str, bool]:
    """The entries of the menu of years, and whether each is ticked."""
    menu = window.header.year.menu()
    assert isinstance(menu, QMenu)
    return {action.text(): action.isChecked() for action in menu.actions() if action.data()}


def test_without_a_report_there_is_nothing_to_print(start_window: MainWindow) -> None:
    assert not start_window.header.year.isVisible()
    assert not any(button.isVisible() for button in start_window.header.findChildren(QPushButton))
    assert saved_words(start_window) == ""


def test_without_a_report_the_menus_stand_at_the_left(start_window: MainWindow) -> None:
    start_window.resize(1920, 900)
    QApplication.processEvents()
    header = start_window.header
    assert header.menus.x() < header.width() // 8


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


def test_another_year_that_is_chosen_over_the_manual_comes_into_sight(sample_window: MainWindow) -> None:
    sample_window.actions_of["manual"].trigger()
    sample_window.header.year_chosen.emit(2024)
    assert session_of(sample_window).report.year == 2024
    assert sample_window.in_sight is sample_window.workspace


def test_the_menu_offers_the_next_year(sample_window: MainWindow) -> None:
    menu = sample_window.header.year.menu()
    assert isinstance(menu, QMenu)
    assert sample_window.actions_of["next_year"] in menu.actions()


def test_saving_is_told_step_by_step(start_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    start_window.files.new("云溪县林业局", "department", 2025, tmp_path / "年报.xxgk")
    assert saved_words(start_window).startswith("已保存")
    with qtbot.waitSignal(desk_of(start_window).copied):
        session_of(start_window).edit([(Slot(SlotKind.CELL, GRANTED), 1)], "填写")
        assert saved_words(start_window) == "有改动，未保存"
    assert saved_words(start_window).startswith("有改动，已备份")
    start_window.actions_of["save"].trigger()
    assert saved_words(start_window).startswith("已保存")


def test_what_can_be_kept_nowhere_is_told(
    start_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise CannotWrite("磁盘已满")

    start_window.files.new("云溪县林业局", "department", 2025, tmp_path / "年报.xxgk")
    monkeypatch.setattr(CrashCopyWriter, "write", full)
    session_of(start_window).edit([(Slot(SlotKind.CELL, GRANTED), 1)], "填写")
    desk_of(start_window).write_crash_copy()
    assert saved_words(start_window) == "有改动，未能备份"
    desk_of(start_window).save()


def test_a_file_saved_on_another_day_says_on_which(start_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    made = OfficeFile.unsaved(Content({"office": "云溪县林业局", "level": "department"}))
    made.start_year(2025)
    with pytest.MonkeyPatch.context() as clock:
        clock.setattr("model.file.origin.now", lambda: "2020-01-06T09:30:00+00:00")
        made.save_as(path)
    made.close()
    start_window.files.open(path)
    assert saved_words(start_window).startswith("已保存 2020-01-0")


def test_title_and_tooltip_tell_where_the_file_lies(start_window: MainWindow, tmp_path: Path) -> None:
    start_window.files.new("云溪县林业局", "department", 2025, tmp_path / "年报.xxgk")
    title = f"云溪县林业局 2025 年度 — 年报.xxgk（{tmp_path}） — 年报助手"
    assert start_window.windowTitle() == title
    (label,) = [
        each for each in start_window.header.findChildren(QLabel) if each.accessibleName() == "保存状态"
    ]
    assert str(tmp_path / "年报.xxgk") in label.toolTip()
    start_window.files.close()
    assert start_window.windowTitle() == "年报助手"


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


def test_in_a_narrow_window_it_is_seen_whole_that_nothing_is_kept(sample_window: MainWindow) -> None:
    name, saved = (sample_window.header.findChild(QLabel, each) for each in ("programName", "savedState"))
    assert isinstance(name, QLabel)
    assert isinstance(saved, QLabel)
    assert name.isVisible()
    sample_window.resize(911, 512)
    QApplication.processEvents()
    assert not name.isVisible()
    assert saved.width() >= saved.fontMetrics().horizontalAdvance("尚未存为文件")


def test_a_wide_window_becomes_narrow_at_once(sample_window: MainWindow) -> None:
    header = sample_window.header
    name = header.findChild(QLabel, "programName")
    assert isinstance(name, QLabel)
    assert name.isVisible()
    least = header.minimumSizeHint().width()
    sample_window.resize(least, sample_window.height())
    QApplication.processEvents()
    assert not name.isVisible()
    assert header.minimumSizeHint().width() == least


def test_what_stands_for_the_menus_without_room_is_seen(sample_window: MainWindow) -> None:
    menus = sample_window.header.menus
    menus.setFixedWidth(menus.sizeHint().width() - 20)
    QApplication.processEvents()
    [more] = menus.findChildren(QToolButton)
    assert more.isVisible()
    seen = more.grab().toImage()
    assert len({seen.pixel(x, y) for x in range(seen.width()) for y in range(seen.height())}) > 1


def test_an_office_is_shortened_before_a_menu_goes(sample_window: MainWindow) -> None:
    header = sample_window.header
    [office] = [label for label in header.findChildren(QLabel) if label.accessibleName() == "机关"]
    for width in range(1300, 880, -30):
        sample_window.resize(width, 700)
        QApplication.processEvents()
        assert not office.isVisible() or header.menus.width() >= header.menus.sizeHint().width()
