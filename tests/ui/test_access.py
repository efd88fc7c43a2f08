"""Everything can be reached by keyboard and is named for a screen reader, on every page and in every state."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from model.stages import Stage
from tests.ui.covers import covers
from tests.ui.windows import GRANTED, deeds_of, session_of, workspace_of
from ui.desk.pages import pages_of
from ui.desk.settings import Settings
from ui.desk.tool_page import TOOLS
from ui.frame.actions import MENUS
from ui.frame.main_window import MainWindow
from ui.look.page_head import PageHead
from ui.tools.submission_page import SubmissionPage

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
)
COMMANDS = [
    command.id
    for menu in MENUS
    for command in menu.commands
    if command is not None and command.id not in ("close", "quit")
]
"""All that the menus do to a report that stays open, taken from their own table: a page of tomorrow is among them."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.ini"), date(2026, 1, 10))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def nameless(window: QWidget) -> list[str]:
    """Controls in sight that a screen reader has no name for."""
    faults = []
    for control in window.findChildren(QWidget):
        inner = control.objectName().startswith("qt_") or isinstance(
            control.parent(), QComboBox | QAbstractSpinBox
        )
        if (
            not isinstance(control, CONTROLS)
            or inner
            or not control.isVisible()
            or control.window() is not window
        ):
            continue
        interface = QAccessible.queryAccessibleInterface(control)
        if interface is not None and not interface.text(QAccessible.Text.Name):
            faults.append(
                f"{type(control).__name__} {control.objectName()} in {type(control.parent()).__name__}"
            )
    return faults


def test_the_start_page_is_named_through_and_through(window: MainWindow) -> None:
    window.start.ask_new()
    assert nameless(window) == []


def test_every_page_of_a_report_is_named(window: MainWindow) -> None:
    window.files.open_sample()
    assert window.workspace is not None
    for page in pages_of(window.workspace.session.report):
        window.workspace.show_page(page.id)
        assert nameless(window) == [], page.id


def test_what_was_read_is_named_through_and_through(window: MainWindow) -> None:
    window.files.open_sample()
    for name in covers(window):
        assert nameless(window) == [], name


def test_whatever_a_command_shows_is_named(window: MainWindow) -> None:
    window.files.open_sample()
    for command in COMMANDS:
        window.actions_of[command].trigger()
        assert nameless(window) == [], command
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.show_work()


@pytest.mark.parametrize("tool", [tool.id for tool in TOOLS])
def test_every_page_of_the_file_is_named_and_has_a_head(window: MainWindow, tool: str) -> None:
    window.files.open_sample()
    window.actions_of[tool].trigger()
    page = deeds_of(window).pages[tool]
    assert page.isVisible()
    assert nameless(window) == []
    assert page.findChild(PageHead)


@pytest.mark.parametrize("tool", [tool.id for tool in TOOLS])
def test_tab_leads_from_the_outline_through_every_page_of_the_file(
    window: MainWindow, tool: str, tmp_path: Path
) -> None:
    window.files.open_sample()
    # Of a file there are versions to choose from.
    window.files.save_as(tmp_path / "局.xxgk")
    session_of(window).edit([(Slot(SlotKind.CELL, GRANTED), 9)], "填写")
    window.files.save()
    window.messages.clear()
    window.actions_of[tool].trigger()
    outline = workspace_of(window).outline
    first = outline.findChild(QAbstractItemView)
    assert isinstance(first, QAbstractItemView)
    parts = (outline, deeds_of(window).pages[tool], window.header)
    led = [next(n for n, part in enumerate(parts) if part.isAncestorOf(stop)) for stop in stops(first)]
    assert set(led) == {0, 1, 2}
    assert led == sorted(led)


def stops(first: QWidget) -> list[QWidget]:
    """Where Tab leads from a widget on, once round the window."""
    round_: list[QWidget] = [first]
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            round_.append(widget)
        widget = widget.nextInFocusChain()
    return round_


def test_tab_leads_through_the_cover_page_in_reading_order(window: MainWindow) -> None:
    window.files.open_sample()
    assert window.workspace is not None
    window.workspace.show_page("cover")
    field = window.workspace.findChild(QLineEdit, "office")
    assert field is not None
    names = [widget.objectName() for widget in stops(field)]
    assert names[:5] == ["office", "department", "government", "title", "contact"]
    assert names[5:12] == ["address", "postcode", "phone", "fax", "email", "website", "date"]


def test_tab_leads_from_the_outline_through_every_page_to_the_findings(window: MainWindow) -> None:
    window.files.open_sample()
    workspace = window.workspace
    assert workspace is not None
    window.messages.clear()
    for spec in pages_of(workspace.session.report):
        page = workspace.show_page(spec.id)
        outline = workspace.outline.findChild(QAbstractItemView)
        assert isinstance(outline, QAbstractItemView)
        parts = (workspace.outline, page, workspace.findings, window.header)
        led = [next(n for n, part in enumerate(parts) if part.isAncestorOf(stop)) for stop in stops(outline)]
        assert led == sorted(led), spec.id
        assert set(led) == {0, 1, 2, 3}, spec.id


def test_tab_leads_through_what_lies_before_filing_in_reading_order(window: MainWindow) -> None:
    window.files.open_sample()
    window.messages.clear()
    window.actions_of["submission"].trigger()
    assert window.tool_deeds is not None
    page = window.tool_deeds.pages["submission"]
    assert isinstance(page, SubmissionPage)
    first = page.stages.buttons[Stage.DRAFT]
    led = [stop for stop in stops(first) if page.isAncestorOf(stop)]
    fields = [field for field in page.fields.values() if field.isVisible()]
    assert led == [*page.stages.buttons.values(), *page.lines.values(), *fields]


def test_every_command_of_the_menus_does_something(window: MainWindow) -> None:
    window.files.open_sample()
    for menu in MENUS:
        for command in menu.commands:
            if command is not None:
                action = window.actions_of[command.id]
                assert action.receivers("2triggered(bool)") > 0, command.id
                assert action.isEnabled() is (command.id not in ("undo", "redo")), command.id


def test_no_box_stands_in_the_way(window: MainWindow) -> None:
    window.files.open_sample()
    for action in ("next_finding", "next_blank", "copy_findings", "undo", "redo", "next_year", "close"):
        window.actions_of[action].trigger()
        assert QApplication.activeModalWidget() is None


def test_focus_can_be_had_by_everything_that_can_be_clicked(window: MainWindow) -> None:
    window.files.open_sample()
    buttons = [b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
    mouse_only = [
        b.accessibleName() or b.text() for b in buttons if not b.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert mouse_only == []
