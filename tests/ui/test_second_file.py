"""A report that was closed is gone: its commands, its widgets, its words."""

import gc
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import resources
from tests.ui.windows import workspace_of
from ui.desk.tidying import Tidying
from ui.frame.actions import MENUS
from ui.frame.main_window import MainWindow
from ui.prose.page import ProsePage

COMMANDS = [command for menu in MENUS for command in menu.commands if command is not None]
LEAVES = {"quit", "close", "new"}
"""Commands after which no report is open; closing is what the other tests do."""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"年报{number}.xxgk" for number in (1, 2, 3)]
    for path in paths:
        path.write_bytes(resources.data("samples/示例.xxgk"))
    return paths


@pytest.fixture
def third_file(start_window: MainWindow, files: list[Path]) -> MainWindow:
    for path in files:
        start_window.files.open(path)
    return start_window


@pytest.fixture
def collector_off(qapp: QApplication) -> Iterator[None]:
    """Nothing is tidied up, by the program's own clock neither."""
    timers = [timer for tidying in qapp.findChildren(Tidying) for timer in tidying.findChildren(QTimer)]
    assert timers
    for timer in timers:
        timer.stop()
    gc.collect()
    yield
    for timer in timers:
        timer.start()


def let_go() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def close_popup() -> None:
    """A menu that a command opens waits for a choice."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def actions(window: MainWindow) -> list[QAction]:
    return [window.actions_of[command.id] for command in COMMANDS]


def test_no_command_gains_a_receiver_with_each_file(start_window: MainWindow, files: list[Path]) -> None:
    start_window.files.open(files[0])
    before = [action.receivers("2triggered(bool)") for action in actions(start_window)]
    for path in files[1:]:
        start_window.files.open(path)
    let_go()
    assert [action.receivers("2triggered(bool)") for action in actions(start_window)] == before


def test_every_command_has_a_deed_while_a_report_is_open_and_lets_go_of_it_after(
    start_window: MainWindow, files: list[Path]
) -> None:
    start_window.files.open(files[0])
    start_window.actions_of.make_deeds()
    assert all(start_window.actions_of.is_bound(command.id) for command in COMMANDS)
    start_window.actions_of["close"].trigger()
    let_go()
    assert not start_window.actions_of.is_bound("paste")
    start_window.actions_of["paste"].trigger()


def test_every_command_works_after_three_files(third_file: MainWindow, qtbot: QtBot) -> None:
    """An error in a slot fails the test: none may reach a report that is closed."""
    third_file.activateWindow()
    for page in ("overview", "applications"):
        for command in COMMANDS:
            if command.id in LEAVES:
                continue
            workspace_of(third_file).show_page(page).enter()
            QTimer.singleShot(0, close_popup)
            third_file.actions_of[command.id].trigger()
            let_go()
            for widget in QApplication.topLevelWidgets():
                if isinstance(widget, QDialog | QFileDialog) and widget.isVisible():
                    widget.close()
            third_file.go_back()


def test_words_are_pasted_once_after_three_files(third_file: MainWindow) -> None:
    page = workspace_of(third_file).show_page("problems")
    assert isinstance(page, ProsePage)
    third_file.activateWindow()
    page.enter()
    page.editor.selectAll()
    page.editor.textCursor().removeSelectedText()
    QGuiApplication.clipboard().setText("甲乙丙")
    third_file.actions_of["paste"].trigger()
    assert page.editor.toPlainText() == "甲乙丙"


def test_a_closed_report_leaves_no_widget_and_no_object_behind(
    start_window: MainWindow, files: list[Path], collector_off: None
) -> None:
    start_window.files.open(files[0])
    workspace = workspace_of(start_window)
    for page in ("cover", "overview", "applications"):
        workspace.show_page(page)
    start_window.actions_of["find"].trigger()
    left = ref(workspace), ref(workspace.findings), ref(workspace.outline)
    assert isValid(workspace)
    del workspace
    start_window.files.open(files[1])
    let_go()
    assert [gone() for gone in left] == [None, None, None]
