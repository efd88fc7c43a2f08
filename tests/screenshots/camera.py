"""The camera: takes pictures of one window, and notes for each what in it is cut, covered or hard to read."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.cramped import cramped, is_told, shortened, told_in_full
from ui.desk.pages import pages_of
from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow

_PATIENCE = 180_000
"""Milliseconds."""
_GLANCES = 8
"""Looks at the window until two are alike: what was just put in is laid out in several turns of Qt."""


class Camera:
    """Takes pictures of one window."""

    def __init__(self, folder: Path, home: Path, size: tuple[int, int]) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.home = home
        self.faults: list[str] = []
        self.window = MainWindow(Settings(home / "window.ini"), date(2026, 1, 10))
        self.window.resize(*size)
        self.window.show()

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture when the report is checked and everything is painted where it stays."""
        desk, workspace = self.window.desk, self.window.workspace
        if desk is not None and not desk.session.is_checked:
            desk.session.check()
        QTest.qWait(30)
        steps = workspace.later.findChild(QTimer) if workspace is not None else None
        if steps is not None:
            self.wait_until(lambda: not steps.isActive())
        before = None
        for _ in range(_GLANCES):
            QTest.qWait(30)
            with shortened() as words:
                seen = (widget or self.window).grab()
            if seen.toImage() == before:
                break
            before = seen.toImage()
        seen.save(str(self._folder / f"{name}.png"))
        told = told_in_full(widget or self.window)
        cut = [f"painted shortened: {each}" for each in words if not is_told(each, told)]
        found = [*cramped(widget or self.window), *cut]
        self.faults += [f"{name}: {fault}" for fault in dict.fromkeys(found)]

    def wait_until(self, reached: Callable[[], bool]) -> None:
        """Wait for what another process or thread does; what is not reached ends with what the window says."""
        deadline = QDeadlineTimer(_PATIENCE)
        while not reached():
            if deadline.hasExpired():
                sys.exit(f"not reached: {self.window.messages.text}")
            QTest.qWait(20)

    def pages(self, prefix: str) -> None:
        """Take every page of the report on the desk."""
        workspace = self.window.workspace
        if workspace is None:
            return
        for page in pages_of(workspace.session.report):
            workspace.show_page(page.id).enter()
            self.take(f"{prefix}-{page.id}")
