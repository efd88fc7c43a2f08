"""A report is in sight before all of it is made: what the clerk does in the first moments is done all the same."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import resources
from tests.ui.windows import desk_of, session_of, workspace_of
from ui.desk.later import Later
from ui.findings.findings_panel import FindingsPanel
from ui.frame.main_window import MainWindow
from ui.prose.section_editor import SectionEditor
from ui.report.cover_page import CoverPage
from ui.report.field_edit import FieldEdit
from ui.tools.export_page import ExportPage

CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 60_000


def is_under_way(later: Later) -> bool:
    """Whether more steps are to come."""
    turn = later.findChild(QTimer)
    assert isinstance(turn, QTimer)
    return turn.isActive()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"年报{number}.xxgk" for number in (1, 2)]
    for path in paths:
        path.write_bytes(resources.data("samples/示例.xxgk"))
    return paths


def paint(window: MainWindow, path: Path) -> MainWindow:
    """Open a report and paint it once. Called in a test and no fixture: after that events would come."""
    window.files.open(path)
    window.grab()
    return window


def field_of(window: MainWindow, name: str) -> FieldEdit:
    page = workspace_of(window).page
    assert isinstance(page, CoverPage)
    return page.fields[name]


def complete(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace_of(window).later.done, timeout=PATIENCE):
        pass


def corner(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint(0, 0))


def test_the_page_is_there_before_findings_preamble_and_checks(
    start_window: MainWindow, files: list[Path]
) -> None:
    window = paint(start_window, files[0])
    assert field_of(window, "office").isVisible()
    assert window.findChild(FindingsPanel) is None
    assert window.findChild(SectionEditor) is None
    assert not session_of(window).is_checked


def test_the_rest_follows_and_moves_nothing_that_was_there(
    start_window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    window = paint(start_window, files[0])
    fields = [field_of(window, name) for name in ("office", "phone", "date")]
    before = [corner(field) for field in fields]
    complete(window, qtbot)
    assert workspace_of(window).findings.isVisible()
    page = workspace_of(window).page
    assert isinstance(page, CoverPage)
    assert page.editor.isVisible()
    assert session_of(window).is_checked
    assert workspace_of(window).outline.verdict == "可以上报"
    assert [corner(field) for field in fields] == before


def test_what_is_typed_at_once_is_in_the_report_and_can_be_taken_back(
    start_window: MainWindow, files: list[Path]
) -> None:
    window = paint(start_window, files[0])
    window.activateWindow()
    field = field_of(window, "phone")
    former = field.text()
    QTest.keyClicks(field, "8")
    assert session_of(window).report.field("phone") == f"{former}8"
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert session_of(window).report.field("phone") == former
    assert field.text() == former


def test_a_command_is_done_at_once(start_window: MainWindow, files: list[Path]) -> None:
    window = paint(start_window, files[0])
    window.actions_of["export"].trigger()
    assert isinstance(workspace_of(window).stack.currentWidget(), ExportPage)
    window.actions_of["findings"].trigger()
    assert window.findChild(FindingsPanel) is not None


def test_an_entry_of_the_outline_is_gone_to_at_once(start_window: MainWindow, files: list[Path]) -> None:
    window = paint(start_window, files[0])
    workspace_of(window).tool_chosen.emit("export")
    assert isinstance(workspace_of(window).stack.currentWidget(), ExportPage)


def test_what_follows_does_not_come_into_sight_below_what_belongs_to_the_file(
    start_window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    window = paint(start_window, files[0])
    window.actions_of["export"].trigger()
    complete(window, qtbot)
    assert not workspace_of(window).findings.isVisible()
    workspace_of(window).leave_tool()
    assert workspace_of(window).findings.isVisible()


def test_a_report_closed_at_once_is_left_as_it_is(start_window: MainWindow, files: list[Path]) -> None:
    before = files[0].read_bytes()
    window = paint(start_window, files[0])
    later = workspace_of(window).later
    window.actions_of["close"].trigger()
    assert window.workspace is None
    assert not is_under_way(later)
    assert files[0].read_bytes() == before


def test_a_second_file_opened_at_once_is_the_one_that_is_completed(
    start_window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    window = paint(start_window, files[0])
    first = workspace_of(window).later
    window.files.open(files[1])
    assert not is_under_way(first)
    complete(window, qtbot)
    assert desk_of(window).path == files[1]
    assert workspace_of(window).findings.isVisible()


def test_another_year_chosen_at_once_is_shown_whole(
    start_window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    window = paint(start_window, files[0])
    desk = desk_of(window)
    desk.switch_year(min(desk.years))
    complete(window, qtbot)
    page = workspace_of(window).page
    assert isinstance(page, CoverPage)
    assert page.findChild(SectionEditor) is not None
