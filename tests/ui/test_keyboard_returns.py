"""Whatever page, dialog or line is opened over the work and closed again: the keyboard is where it was, at its place there."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from export.products import produce
from model.report import Slot, SlotKind
from tests.ui.test_commands_over_pages import COVERS
from tests.ui.windows import deeds_of, session_of, workspace_of
from ui.desk.worker import Worker
from ui.frame.main_window import MainWindow
from ui.grid.table_grid import TableGrid
from ui.look.keyboard import give_keyboard
from ui.report.cover_page import CoverPage
from ui.tools.printing import PrintJob

DIALOGS: Final = ("open", "save_as", "import", "pack", "unpack", "print", "blank_ledger")
LINES: Final = ("find", "explain", "add_remark")
RECEIVED: Final = Slot(SlotKind.CELL, "applications.received.natural_person")
_MOST_ESCAPES: Final = 3


def keyboard() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, times: int = 1) -> None:
    """Press a key where the keyboard is."""
    for _ in range(times):
        QTest.keyClick(keyboard(), key)


def in_a_cell(window: MainWindow) -> None:
    workspace_of(window).show_page("applications").enter()
    press(Qt.Key.Key_Down, 2)


def in_a_text(window: MainWindow) -> None:
    workspace_of(window).show_page("overview").enter()
    press(Qt.Key.Key_Right, 7)


def in_a_field(window: MainWindow) -> None:
    page = workspace_of(window).show_page("cover")
    assert isinstance(page, CoverPage)
    page.show_slot(Slot(SlotKind.FIELD, "fax"))


def in_the_preamble(window: MainWindow) -> None:
    workspace_of(window).show_page("cover").show_slot(Slot(SlotKind.FIELD, "preamble"))
    press(Qt.Key.Key_Right, 5)


def in_the_findings(window: MainWindow) -> None:
    workspace_of(window).show_page("applications").enter()
    window.actions_of["findings"].trigger()


PLACES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "cell": in_a_cell,
    "text": in_a_text,
    "field": in_a_field,
    "preamble": in_the_preamble,
    "findings": in_the_findings,
}


@pytest.fixture
def window(sample_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A saved report with an error in it; nothing is set in type or compared: what is looked for is the keyboard."""

    def start(_: Worker, __: object) -> None:
        pass

    monkeypatch.setattr(Worker, "start", start)
    sample_window.files.save_as(tmp_path / "年报.xxgk")
    session_of(sample_window).edit([(RECEIVED, 999)], "填写")
    session_of(sample_window).check()
    sample_window.activateWindow()
    return sample_window


def where(window: MainWindow) -> tuple[object, ...]:
    """The page in sight, what has the keyboard, and the cell or the place in the text there."""
    widget = keyboard()
    place: object = None
    if isinstance(widget, TableGrid):
        place = widget.current_key
    elif isinstance(widget, QTextEdit):
        place = widget.textCursor().position()
    elif isinstance(widget, QLineEdit):
        place = widget.cursorPosition()
    page = workspace_of(window).stack.currentWidget()
    return window.in_sight, page.accessibleName() or page.objectName(), type(page), widget, place


def leave(window: MainWindow, before: tuple[object, ...]) -> None:
    """Close by Esc what has been opened: the dialog first, then the page or the line under it."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    window.activateWindow()
    QApplication.processEvents()
    for _ in range(_MOST_ESCAPES):
        if where(window) != before:
            press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("place", PLACES)
def test_the_keyboard_comes_back_from_everything_that_is_left(window: MainWindow, place: str) -> None:
    strayed = []
    for name in (*COVERS, *DIALOGS):
        window.show_work()
        PLACES[place](window)
        before = where(window)
        window.actions_of[name].trigger()
        QApplication.processEvents()
        leave(window, before)
        if where(window) != before:
            strayed.append((name, before, where(window)))
    assert strayed == []


@pytest.mark.parametrize("place", ["cell", "text", "field"])
@pytest.mark.parametrize("name", LINES)
def test_the_keyboard_comes_back_from_a_line_to_write_in(window: MainWindow, place: str, name: str) -> None:
    PLACES[place](window)
    if name == "explain":
        window.actions_of["next_finding"].trigger()
    before = where(window)
    window.actions_of[name].trigger()
    press(Qt.Key.Key_Escape)
    assert where(window) == before


@pytest.mark.parametrize("place", ["cell", "text", "field"])
@pytest.mark.parametrize("around", ["findings", "remarks", "outline"])
def test_esc_leads_back_from_what_lies_around_the_page(window: MainWindow, place: str, around: str) -> None:
    workspace = workspace_of(window)
    workspace.remarks.line.ask(workspace.show_page("cover").place, "", "王主任")
    workspace.remarks.line.edit.setText("请核对")
    workspace.remarks.line.take()
    PLACES[place](window)
    before = where(window)
    if around == "outline":
        give_keyboard(workspace.outline)
    else:
        window.actions_of[around].trigger()
    assert where(window) != before
    press(Qt.Key.Key_Escape)
    assert where(window) == before


def test_an_explanation_leads_back_to_the_text_with_nothing_selected(window: MainWindow) -> None:
    """Else the next letter would replace the words that were explained."""
    page = workspace_of(window).show_page("overview")
    session_of(window).edit([(Slot(SlotKind.TEXT, "overview"), "全年收到政府信息公开申请8件。")], "修改文字")
    session_of(window).check()
    finding = next(f for f in session_of(window).outcome.findings if f.spot and f.level.word == "需说明")
    workspace_of(window).findings.go_to(finding)
    editor = keyboard()
    assert isinstance(editor, QTextEdit)
    assert editor.textCursor().hasSelection()
    window.actions_of["explain"].trigger()
    QTest.keyClicks(keyboard(), "abc")
    press(Qt.Key.Key_Return)
    assert keyboard() is editor
    assert page.isAncestorOf(editor)
    assert not editor.textCursor().hasSelection()


@pytest.mark.parametrize("name", ["explain", "add_remark"])
def test_who_has_left_a_line_half_written_goes_on_elsewhere_undisturbed(
    window: MainWindow, name: str
) -> None:
    """A save takes what was typed in it, and leaves the keyboard where work has gone on."""
    in_a_field(window)
    if name == "explain":
        window.actions_of["next_finding"].trigger()
    window.actions_of[name].trigger()
    QTest.keyClicks(keyboard(), "abc")
    in_a_field(window)
    before = where(window)
    window.actions_of["save"].trigger()
    assert where(window) == before
    assert not workspace_of(window).remarks.line.isVisible()
    assert not workspace_of(window).findings.explanation.isVisible()


@pytest.mark.parametrize("name", ["explain", "add_remark"])
def test_to_ask_again_for_a_line_keeps_what_is_written_in_it(window: MainWindow, name: str) -> None:
    in_a_cell(window)
    window.actions_of["next_finding"].trigger()
    for _ in range(2):
        window.actions_of[name].trigger()
        QTest.keyClicks(keyboard(), "abc")
    line = keyboard()
    assert isinstance(line, QLineEdit)
    assert line.text() == "abcabc"


def test_no_page_of_the_file_before_lies_under_the_manual(window: MainWindow, tmp_path: Path) -> None:
    for name in ("rules", "manual"):
        window.actions_of[name].trigger()
    window.files.new("云溪县教育局", "department", 2025, tmp_path / "另一份.xxgk")
    window.actions_of["manual"].trigger()
    press(Qt.Key.Key_Escape)
    assert window.in_sight is window.workspace


def test_a_report_that_is_closed_while_it_prints_leaves_no_word_of_it(
    sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    deeds = deeds_of(sample_window)
    monkeypatch.setattr(Worker, "start", lambda *_: None)
    deeds._printer = QPrinter()
    deeds._print_pages(b"")
    assert sample_window.messages.text == "正在打印…"
    sample_window.actions_of["close"].trigger()
    assert not sample_window.messages.text


def test_a_print_leaves_the_keyboard_where_it_is(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_window.activateWindow()
    in_a_cell(sample_window)
    before = where(sample_window)
    pdf = next(produce("pdf", {2025: session_of(sample_window).report}, 2025, tmp_path)).read_bytes()

    def run(job: PrintJob) -> int:
        job.page_sent.emit(1, 7)
        return 7

    monkeypatch.setattr(PrintJob, "run", run)
    deeds = deeds_of(sample_window)
    deeds.ask_print(pdf)
    [dialog] = [dialog for dialog in sample_window.findChildren(QDialog) if dialog.isVisible()]
    dialog.close()
    sample_window.activateWindow()
    deeds._print()
    assert sample_window.messages.text == "正在打印…"
    assert where(sample_window) == before
    qtbot.waitUntil(lambda: sample_window.status.message.startswith("已送打印机 7 页"), timeout=60_000)
    assert not sample_window.messages.text
    assert where(sample_window) == before
