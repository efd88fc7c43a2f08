"""What a report costs a clerk: keys and clicks from the start page to four files, counted by real events."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from model.form_file import load_form
from model.values import to_text
from tests.figures import municipality
from tests.ui.hands import type_words
from ui.main_window import MainWindow
from ui.settings import Settings

FIGURES = municipality()
FORM = load_form("2021")
CTRL = Qt.KeyboardModifier.ControlModifier
GRID_KEYS = 210
"""Keys for the whole application grid: what is not 0 digit by digit, Tab between, the zeros by one key (208 counted)."""
REPORT_KEYS = 310
"""Keys and clicks for the whole report but its prose, which is the clerk's own (303 counted)."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.ini"), date(2025, 1, 10))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


class Clerk:
    """Presses keys and counts them."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.effort = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key for whatever has the keyboard."""
        self.effort += 1
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, words: str) -> None:
        """One key a character."""
        self.effort += len(words)
        type_words(QApplication.focusWidget() or self.window, words)

    def command(self, name: str) -> None:
        """A shortcut of the menus, as one key."""
        self.effort += 1
        self.window.actions_of[name].trigger()

    def click(self, button: QWidget) -> None:
        """One click."""
        self.effort += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def begin(clerk: Clerk, path: Path) -> None:
    """From the start page to an empty report."""
    clerk.click(clerk.window.start.deeds["new"])
    form = clerk.window.start.form
    form.path.setText(str(path))
    form.office.setFocus()
    clerk.type("云溪市人民政府")
    form.path.setText(str(path))
    clerk.press(Qt.Key.Key_Return)


def fill_table(clerk: Clerk, page: str) -> None:
    """Type what is not 0, column by column as the ledger runs, then fill the rest with zeros by one key."""
    workspace = clerk.window.workspace
    assert workspace is not None
    workspace.show_page(page).enter()
    keys = [key for key in FORM.entered if FORM.cells[key].table.id == page]
    order = [key for key in keys if FIGURES[key]]
    for key in order:
        reach(clerk, key)
        clerk.type(to_text(FIGURES[key]))
    clerk.press(Qt.Key.Key_Return)
    clerk.press(Qt.Key.Key_A, CTRL)
    clerk.press(Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)


def reach(clerk: Clerk, key: str) -> None:
    """Go on with Tab until the cursor stands on the cell."""
    workspace = clerk.window.workspace
    page = workspace.page if workspace is not None else None
    grid = getattr(page, "grid", None)
    for _ in range(200):
        if grid is None or grid.current_key == key:
            return
        clerk.press(Qt.Key.Key_Tab)


def test_the_application_grid_is_filled_in_with_few_keys(window: MainWindow, tmp_path: Path) -> None:
    clerk = Clerk(window)
    begin(clerk, tmp_path / "年报.xxgk")
    clerk.effort = 0
    fill_table(clerk, "applications")
    assert window.desk is not None
    values = window.desk.session.report.values()
    assert {k: v for k, v in values.items() if k.startswith("applications.")} == {
        k: v for k, v in FIGURES.items() if k.startswith("applications.")
    }
    assert clerk.effort <= GRID_KEYS


def test_the_whole_report_from_start_page_to_four_files(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    clerk = Clerk(window)
    begin(clerk, tmp_path / "年报.xxgk")
    for page in ("disclosure", "applications", "disputes"):
        clerk.effort += 1
        fill_table(clerk, page)
    clerk.command("save")
    clerk.command("export")
    page_ = window.file_actions.export_page if window.file_actions else None
    assert page_ is not None
    for name in ("xlsx", "html"):
        page_.formats[name].setFocus()
        clerk.press(Qt.Key.Key_Space)
    page_.folder.setText(str(tmp_path / "导出"))
    with qtbot.waitSignal(page_.exported, timeout=120_000):
        clerk.click(page_.start_button)
    assert len(page_.written) == 4
    assert window.desk is not None
    assert window.desk.session.report.values() == FIGURES
    assert clerk.effort <= REPORT_KEYS
