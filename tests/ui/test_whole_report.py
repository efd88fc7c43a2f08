"""What a report costs a clerk: keys and clicks from the start page to four files, counted by real events."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.taking_in import take_in
from model.form_file import load_form
from model.report import Report
from model.values import to_text
from tests.figures import municipality
from tests.ui.hands import type_words
from tests.ui.windows import saved_words
from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow
from ui.grid.table_grid import TableGrid
from ui.report.table_page import TablePage
from ui.tools.export_page import ExportPage

FIGURES = municipality()
FORM = load_form("2021")
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
OFFICE: Final = "云溪市人民政府"
PROSE: Final = {
    "overview": "（一）主动公开\n公开工作平稳有序。\n（二）依申请公开\n按期答复。\n（三）政府信息管理\n清理文件。\n"
    "（四）政府信息公开平台建设\n优化栏目。\n（五）监督保障\n组织培训。",
    "problems": "存在的主要问题：公开内容不够全面。改进情况：加强培训。",
    "other_matters": "本年度收取信息处理费0元。",
}
GRID_KEYS: Final = 165
"""Keys for the whole application grid; 317 where every cell is typed and left with Tab."""
REPORT_KEYS: Final = 260
"""Keys and clicks for the whole report but its prose, the clerk's own; 392 for the cells alone where each is typed."""


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


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clerk]:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    window = MainWindow(Settings(tmp_path / "window.ini"), date(2025, 1, 10))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Clerk(window)
    window.close()


def begin(clerk: Clerk) -> None:
    """From the start page to an empty report, whose kind and place the program proposes."""
    clerk.press(Qt.Key.Key_N, CTRL)
    clerk.type(OFFICE)
    clerk.press(Qt.Key.Key_Return)


def go_to(clerk: Clerk, page: str) -> None:
    """Step on until a page is in sight."""
    workspace = clerk.window.workspace
    assert workspace is not None
    while workspace.page is None or workspace.page.spec.id != page:
        clerk.press(Qt.Key.Key_PageDown, CTRL)


def by_columns() -> list[str]:
    """The applications that there were, down one column and up the next."""
    band = FORM.table("applications").bands[0]
    keys = []
    for number, column in enumerate(column for column in band.columns if column.id != "total"):
        rows = band.rows if number % 2 == 0 else tuple(reversed(band.rows))
        keys += [f"applications.{row.id}.{column.id}" for row in rows]
    return [key for key in keys if key in FORM.entered and FIGURES[key]]


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


def fill_applications(clerk: Clerk) -> None:
    """Type what is not 0 and fill the rest with one key."""
    for key in by_columns():
        walk(clerk, key)
        clerk.type(to_text(FIGURES[key]))
    clerk.press(Qt.Key.Key_0, ALT)


def fill_row_by_row(clerk: Clerk, page: str) -> None:
    """Type every number that is not 0, with Tab from cell to cell, and fill the rest with one key."""
    keys = [key for key in FORM.entered if FORM.cells[key].table.id == page]
    last = max(number for number, key in enumerate(keys) if FIGURES[key])
    for key in keys[: last + 1]:
        assert clerk.grid.current_key == key
        if FIGURES[key]:
            clerk.type(to_text(FIGURES[key]))
        clerk.press(Qt.Key.Key_Tab)
    clerk.press(Qt.Key.Key_0, ALT)


def export(clerk: Clerk, qtbot: QtBot) -> ExportPage:
    """Four formats, to the report's own folder."""
    clerk.press(Qt.Key.Key_E, CTRL | SHIFT)
    actions = clerk.window.file_actions
    page = actions.export_page if actions is not None else None
    assert page is not None
    for name in ("xlsx", "html"):
        clerk.click(page.formats[name])
    with qtbot.waitSignal(page.exported, timeout=120_000):
        clerk.click(page.start_button)
    return page


def test_the_application_grid_is_filled_in_with_few_keys(clerk: Clerk) -> None:
    begin(clerk)
    go_to(clerk, "applications")
    clerk.effort = 0
    fill_applications(clerk)
    applications = [key for key in FORM.cells if FORM.cells[key].table.id == "applications"]
    assert {key: clerk.report.value(key) for key in applications} == {
        key: FIGURES[key] for key in applications
    }
    assert clerk.effort <= GRID_KEYS


def test_the_whole_report_from_start_page_to_four_files(clerk: Clerk, tmp_path: Path, qtbot: QtBot) -> None:
    begin(clerk)
    for page in ("overview", "disclosure", "applications", "disputes", "problems", "other_matters"):
        go_to(clerk, page)
        if page in PROSE:
            clerk.write(PROSE[page])
        elif page == "applications":
            fill_applications(clerk)
        else:
            fill_row_by_row(clerk, page)
    clerk.press(Qt.Key.Key_S, CTRL)
    assert saved_words(clerk.window).startswith("已保存")
    exported = export(clerk, qtbot)
    assert clerk.report.values() == FIGURES
    assert {path.suffix for path in exported.written} == {".pdf", ".docx", ".xlsx", ".html"}
    assert {path.parent for path in exported.written} == {tmp_path}
    read = next(path for path in exported.written if path.suffix == ".docx")
    assert take_in(read).report.values() == FIGURES
    assert (clerk.report.field("level"), clerk.report.text("overview")) == ("government", PROSE["overview"])
    assert clerk.prose == sum(len(words) for words in PROSE.values())
    assert clerk.effort <= REPORT_KEYS
