"""Every command of the menus, given while a page covers the report: nothing happens that nobody sees, nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from model.report import Slot, SlotKind
from model.review.remarks import Place
from tests.ui.windows import GRANTED, OTHER, desk_of, session_of, workspace_of
from ui.desk.tool_page import TOOLS
from ui.desk.worker import Worker
from ui.frame.actions import MENUS, Sight
from ui.frame.main_window import MainWindow
from ui.look.keyboard import give_keyboard

COMMANDS = {command.id: command for menu in MENUS for command in menu.commands if command is not None}
ENDING = ("new", "close", "quit")
"""They close the report, which is then nowhere out of sight."""
BY_KEYBOARD = ("cut", "copy", "paste")
"""They do what the text or table can that has the keyboard: with nothing selected, nothing."""
OF_THE_MANUAL = ("find", "find_next", "find_previous")
"""In the manual they find in the manual."""
COVERS = ("manual", "rules", "shortcuts", "about", "ledger", *(tool.id for tool in TOOLS))
OF_EACH_KIND = ("manual", "ledger", "recheck")
"""Help that finds by itself, a page over everything, and a page of the file on which nothing may be seen beside it."""
CELL = Slot(SlotKind.CELL, GRANTED)
TYPED = "ABC"


class Work:
    """Work on a saved report: an error with a suggestion and a 意见, both selected, a blank cell, a step to undo, one to redo."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        self.window = window
        self._path = path
        self.menus_seen = 0
        window.files.open_sample()
        window.files.save_as(path)
        window.activateWindow()
        self._open()

    def _open(self) -> None:
        self.window.files.close()
        self.window.files.open(self._path)
        session, workspace = session_of(self.window), workspace_of(self.window)
        session.edit([(CELL, 31), (Slot(SlotKind.CELL, OTHER), None)], "填写")
        session.edit([(Slot(SlotKind.FIELD, "fax"), "1")], "修改传真")
        session.undo()
        workspace.remarks.line.ask(Place("applications", GRANTED), "", "王主任")
        workspace.remarks.line.edit.setText("请核对")
        workspace.remarks.line.take()
        session.check()
        self.session = session
        self.first = self.slots

    @property
    def slots(self) -> dict[Slot, object]:
        """What the report says."""
        return dict(session_of(self.window).report.slots)

    def begin(self) -> None:
        """Be in table three, with the report as it was at first."""
        if self.session is not session_of(self.window) or self.slots != self.first:
            self._open()
        window = self.window
        window.messages.clear()
        window.show_work()
        page = workspace_of(window).show_page("applications")
        window.actions_of["next_finding"].trigger()
        window.actions_of["next_remark"].trigger()
        page.show_slot(CELL)
        window.status.show_message("")

    def glance(self) -> tuple[object, ...]:
        """All that can be seen to change."""
        window = self.window
        return (
            window.in_sight,
            workspace_of(window).stack.currentWidget(),
            window.status.message,
            window.messages.text,
            QApplication.focusWidget(),
            self.menus_seen,
            QApplication.clipboard().text(),
            self.slots,
            desk_of(window).office.dirty,
            [window.actions_of[name].isChecked() for name in COMMANDS],
            [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()],
        )

    def leave_dialogs(self) -> None:
        """Close what a command has opened beside the window."""
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        self.window.activateWindow()

    def give(self, name: str) -> None:
        """Give a command; a menu that it opens is seen and closed, else nothing goes on."""
        QTimer.singleShot(0, self.window, self._close_menu)
        self.window.actions_of[name].trigger()
        QApplication.processEvents()

    def _close_menu(self) -> None:
        menu = QApplication.activePopupWidget()
        if menu is not None:
            self.menus_seen += 1
            menu.close()


@pytest.fixture
def work(sample_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    def show(url: QUrl) -> bool:
        sample_window.status.show_message(url.toString())
        return True

    def start(_: Worker, __: object) -> None:
        """Nothing is set in type or compared: what is looked for is what commands do."""

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    monkeypatch.setattr(Worker, "start", start)
    return Work(sample_window, tmp_path / "年报.xxgk")


def field_in(page: QWidget) -> QLineEdit | None:
    """The first line of a page that can be typed into."""
    lines = page.findChildren(QLineEdit)
    return next(
        (line for line in lines if line.isVisible() and line.isEnabled() and not line.isReadOnly()), None
    )


def covering(work: Work) -> QWidget:
    """What is in sight in the report's place."""
    window = work.window
    is_work = window.in_sight is window.workspace
    return workspace_of(window).stack.currentWidget() if is_work else window.in_sight


def give(work: Work, name: str, page: QWidget) -> list[str]:
    """Give a command while a page is in sight, and return what went wrong."""
    window, faults = work.window, []
    field = field_in(page)
    typed = ""
    if field is not None:
        give_keyboard(field)
        QTest.keyClicks(field, TYPED)
        typed = field.text()
    window.status.show_message("")
    before = work.glance()
    was_enabled = window.actions_of[name].isEnabled()
    work.give(name)
    keyboard = QApplication.focusWidget()
    if work.session is session_of(window) and work.slots != before[7]:
        if window.in_sight is not window.workspace:
            faults.append("changed the report out of sight")
        if COMMANDS[name].sight is Sight.CURSOR:
            faults.append("changed what nobody had looked at")
    is_silent = name in BY_KEYBOARD or name == page.objectName() or name in OF_THE_MANUAL
    if was_enabled and not is_silent and work.glance() == before:
        faults.append("did nothing and said nothing")
    if keyboard is not None and not keyboard.isVisible():
        faults.append(f"left the keyboard on hidden {type(keyboard).__name__}")
    if field is not None and TYPED in typed and name not in BY_KEYBOARD and name not in ("undo", "redo"):
        in_report = any(TYPED in str(value) for value in work.slots.values())
        if TYPED not in field.text() and not in_report:
            faults.append("lost what was typed")
    return [f"{name}: {fault}" for fault in faults]


def all_given(work: Work, cover: str) -> list[str]:
    """Give every command, each with the page that a command leads to in sight, and return what went wrong."""
    faults: list[str] = []
    for name in COMMANDS:
        if name in ENDING:
            continue
        work.begin()
        work.give(cover)
        work.leave_dialogs()
        faults += give(work, name, covering(work))
        work.leave_dialogs()
    return faults


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One page of each kind with every test, all of them in `make proof`."""
    if "cover" in metafunc.fixturenames:
        metafunc.parametrize("cover", COVERS if metafunc.config.getoption("--whole") else OF_EACH_KIND)


def test_a_command_over_a_page_does_its_work_in_sight_or_says_why_not(work: Work, cover: str) -> None:
    assert all_given(work, cover) == []
