"""A clerk at the window: keys and clicks by real events, counted, and the ways in which the tables are filled in."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from model.form_file import load_form
from model.report import Report
from model.values import Value, to_text
from tests.ui.hands import type_words
from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow
from ui.grid.table_grid import TableGrid
from ui.report.table_page import TablePage
from ui.tools.export_page import ExportPage

FORM = load_form("2021")
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Clerk:
    """Presses keys and clicks, and counts them; `prose` counts the words of the texts apart."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.effort = 0
        self.prose = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key for whatever has the keyboard."""
        self.effort += 1
        QTest.keyClick(self._keyboard(), key, modifier)

    def type(self, words: str) -> None:
        """One key a character."""
        self.effort += len(words)
        type_words(self._keyboard(), words)

    def write(self, words: str) -> None:
        """Prose."""
        self.prose += len(words)
        type_words(self._keyboard(), words)

    def click(self, button: QWidget) -> None:
        """One click on a button's or box's left half, where its words are."""
        self.effort += 1
        place = QPoint(min(button.width() // 2, 20), button.height() // 2)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)

    @property
    def report(self) -> Report:
        """The report on the desk."""
        assert self.window.desk is not None
        return self.window.desk.session.report

    @property
    def grid(self) -> TableGrid:
        """The grid in sight."""
        page = self.window.workspace.page if self.window.workspace is not None else None
        assert isinstance(page, TablePage)
        return page.grid

    def _keyboard(self) -> QWidget:
        return QApplication.focusWidget() or self.window.focusWidget() or self.window

    def choose(self, path: Path) -> None:
        """Choose a file in the dialog that is open: a click on it and one on the button."""
        self.effort += 2
        self._give(str(path))

    def take_proposed(self, folder: Path) -> None:
        """Take the name that a dialog for saving proposes, in the folder that the test has for it, with Enter."""
        self.effort += 1
        [path] = self._dialog().selectedFiles()
        self._give(str(folder / Path(path).name))

    def _give(self, path: str) -> None:
        """Let the dialog tell what was chosen; it is gone by then, and the keyboard is the window's again."""
        dialog = self._dialog()
        dialog.close()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        dialog.fileSelected.emit(path)

    def _dialog(self) -> QFileDialog:
        [dialog] = [each for each in self.window.findChildren(QFileDialog) if each.isVisible()]
        return dialog


def at_work(qtbot: QtBot, folder: Path, day: date) -> Iterator[Clerk]:
    """A clerk before the start page on a day, who has never used the program in this folder; to be yielded from."""
    window = MainWindow(Settings(folder / "window.ini"), day)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Clerk(window)
    window.close()


def go_to(clerk: Clerk, page: str) -> None:
    """Step on until a page is in sight."""
    workspace = clerk.window.workspace
    assert workspace is not None
    while workspace.page is None or workspace.page.spec.id != page:
        clerk.press(Qt.Key.Key_PageDown, CTRL)


def by_columns(figures: Mapping[str, Value], skipped: Collection[str] = ()) -> list[str]:
    """The applications that there were, down one column and up the next."""
    band = FORM.table("applications").bands[0]
    keys = []
    for number, column in enumerate(column for column in band.columns if column.id != "total"):
        rows = band.rows if number % 2 == 0 else tuple(reversed(band.rows))
        keys += [f"applications.{row.id}.{column.id}" for row in rows]
    return [key for key in keys if key in FORM.entered and key not in skipped and figures[key]]


def walk(clerk: Clerk, key: str) -> None:
    """Go to a cell with the arrows, which also leave the cell that is being typed into."""
    band = FORM.table("applications").bands[0]
    rows, columns = [row.id for row in band.rows], [column.id for column in band.columns]
    _, row, column = clerk.grid.current_key.split(".")
    _, to_row, to_column = key.split(".")
    down, right = rows.index(to_row) - rows.index(row), columns.index(to_column) - columns.index(column)
    for _ in range(abs(right)):
        clerk.press(Qt.Key.Key_Right if right > 0 else Qt.Key.Key_Left)
    for _ in range(abs(down)):
        clerk.press(Qt.Key.Key_Down if down > 0 else Qt.Key.Key_Up)


def fill_applications(clerk: Clerk, figures: Mapping[str, Value], skipped: Collection[str] = ()) -> None:
    """Type what is not 0 and fill the rest with one key; `skipped` is there already."""
    for key in by_columns(figures, skipped):
        walk(clerk, key)
        clerk.type(to_text(figures[key]))
    clerk.press(Qt.Key.Key_0, ALT)


def fill_row_by_row(clerk: Clerk, page: str, figures: Mapping[str, Value]) -> None:
    """Type every number that is not 0, with Tab from cell to cell, and fill the rest with one key."""
    keys = [key for key in FORM.entered if FORM.cells[key].table.id == page]
    last = max(number for number, key in enumerate(keys) if figures[key])
    for key in keys[: last + 1]:
        assert clerk.grid.current_key == key
        if figures[key]:
            clerk.type(to_text(figures[key]))
        clerk.press(Qt.Key.Key_Tab)
    clerk.press(Qt.Key.Key_0, ALT)


def export(clerk: Clerk, qtbot: QtBot) -> ExportPage:
    """Four formats, to the report's own folder."""
    clerk.press(Qt.Key.Key_E, CTRL | SHIFT)
    actions = clerk.window.tool_deeds
    page = actions.export_page if actions is not None else None
    assert page is not None
    for name in ("xlsx", "html"):
        clerk.click(page.formats[name])
    with qtbot.waitSignal(page.exported, timeout=120_000):
        clerk.click(page.start_button)
    return page
