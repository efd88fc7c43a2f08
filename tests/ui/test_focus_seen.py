"""Where the keyboard is can be seen: whatever has it looks otherwise than without it, on every page and in every look.

The pages come from the program's own tables, so that a page of tomorrow is looked at, too.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.covers import covers
from tests.ui.windows import session_of, workspace_of
from ui.desk.pages import pages_of
from ui.desk.tool_page import TOOLS
from ui.frame.main_window import MainWindow
from ui.look.style import apply_style


@pytest.fixture(params=["light", "dark", "contrast"])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    apply_style(qapp, dark=request.param == "dark", contrast=request.param == "contrast")
    yield request.param
    apply_style(qapp, dark=False)


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def unseen(window: MainWindow, known: set[QWidget]) -> list[str]:
    """What may get the keyboard by Tab and looks the same with it and without; what is `known` is not looked at again."""
    faults = []
    for widget in window.findChildren(QWidget):
        by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and widget.focusProxy() is None
        if widget in known or not (by_tab and widget.isVisible() and widget.isEnabled()):
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus():
            continue
        known.add(widget)
        with_it = picture(widget)
        widget.clearFocus()
        if picture(widget) == with_it:
            faults.append(f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}")
    return faults


def test_the_keyboard_is_seen_on_every_page_in_every_look(
    sample_window: MainWindow, look: str, qtbot: QtBot
) -> None:
    workspace, known, found = workspace_of(sample_window), set[QWidget](), list[str]()
    for page in pages_of(session_of(sample_window).report):
        workspace.show_page(page.id).enter()
        found += [f"{page.id}: {each}" for each in unseen(sample_window, known)]
    for tool in TOOLS:
        sample_window.actions_of[tool.id].trigger()
        for dialog in sample_window.findChildren(QDialog):
            dialog.reject()
        sample_window.activateWindow()
        qtbot.waitUntil(sample_window.isActiveWindow)
        found += [f"{tool.id}: {each}" for each in unseen(sample_window, known)]
    assert found == []


def test_the_keyboard_is_seen_on_what_was_read_in_every_look(sample_window: MainWindow, look: str) -> None:
    known, found = set[QWidget](), list[str]()
    for name in covers(sample_window):
        found += [f"{name}: {each}" for each in unseen(sample_window, known)]
    assert found == []
