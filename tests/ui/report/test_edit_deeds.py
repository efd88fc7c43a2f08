"""The grid's commands and the clipboard stand in the menus, and do there what their keys do in the grid."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.file.office_file import OfficeFile
from model.outcome import BLANK
from tests.ui.hands import type_words
from tests.ui.windows import workspace_of
from ui.desk.settings import Settings
from ui.frame.actions import MENUS
from ui.frame.main_window import MainWindow
from ui.grid.command import Command
from ui.grid.keys import shortcut
from ui.prose.page import ProsePage
from ui.report.cover_page import CoverPage
from ui.report.table_page import TablePage

FIRST = "disputes.review.upheld"
GRID_COMMANDS = [
    command.id
    for menu in MENUS
    for command in menu.commands
    if command and command.id.upper() in Command.__members__
]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.ini"), date(2025, 1, 10))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.files.new("云溪县林业局", "department", 2024, tmp_path / "年报.xxgk")
    yield made
    made.close()


def disputes(window: MainWindow) -> TablePage:
    assert window.workspace is not None
    page = window.workspace.show_page("disputes")
    assert isinstance(page, TablePage)
    page.enter()
    return page


@pytest.mark.parametrize("name", GRID_COMMANDS)
def test_the_menu_shows_the_key_that_the_grid_listens_to(window: MainWindow, name: str) -> None:
    assert shortcut(Command[name.upper()]) in window.actions_of[name].shortcuts()
    assert window.actions_of[name].shortcut() != QKeySequence()


def test_the_rest_is_filled_with_0_from_the_menu(window: MainWindow) -> None:
    page = disputes(window)
    window.actions_of["zeros"].trigger()
    assert page.session.report.value(FIRST) == 0
    assert not [f for f in page.session.outcome.on_page("disputes") if f.code == BLANK]


def test_on_a_page_of_words_the_menu_says_where_it_belongs(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.show_page("overview").enter()
    window.actions_of["fill_down"].trigger()
    assert "表格部分" in window.status.message


def test_numbers_and_words_go_through_the_clipboard_from_the_menu(window: MainWindow) -> None:
    page = disputes(window)
    type_words(page.grid, "17")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    page.grid.focus_cell(FIRST)
    window.actions_of["copy"].trigger()
    assert QGuiApplication.clipboard().text().strip() == "17"
    assert window.workspace is not None
    prose = window.workspace.show_page("other_matters")
    assert isinstance(prose, ProsePage)
    prose.enter()
    window.actions_of["paste"].trigger()
    assert prose.session.report.text("other_matters") == "17"


def test_the_size_of_the_table_is_told(window: MainWindow) -> None:
    page = disputes(window)
    window.actions_of["zoom_in"].trigger()
    assert window.status.message == f"表格大小 {round(page.grid.zoom * 100)}%"
    window.actions_of["zoom_reset"].trigger()
    assert window.status.message == "表格大小 100%"


@pytest.mark.parametrize("command", ["cut", "paste"])
def test_the_clipboard_leaves_a_field_open_for_reading_alone(
    window: MainWindow, tmp_path: Path, command: str
) -> None:
    window.files.close()
    with OfficeFile.open(tmp_path / "年报.xxgk"):
        window.files.open(tmp_path / "年报.xxgk")
        page = workspace_of(window).show_page("cover")
        assert isinstance(page, CoverPage)
        page.fields["office"].setFocus()
        page.fields["office"].selectAll()
        QGuiApplication.clipboard().setText("别的单位")
        window.actions_of[command].trigger()
        assert page.fields["office"].text() == "云溪县林业局"
