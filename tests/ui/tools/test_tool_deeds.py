"""What the menus do with the file beyond editing: paper, and pages that are made when they are first asked for."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from model.check_code import check_code
from model.report import SlotKind
from tests.export.paper import read
from tests.ui.windows import deeds_of, session_of, tool_of, workspace_of
from ui.frame.main_window import MainWindow
from ui.tools import printing
from ui.tools.sign_off_page import SignOffPage


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a printer that prints into a file puts its pages."""
    path = tmp_path / "打印.pdf"

    def printer(_title: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        return made

    monkeypatch.setattr(printing, "new_printer", printer)
    return path


def accept(window: MainWindow) -> None:
    """Say 打印 in the dialog of printers."""
    (dialog,) = workspace_of(window).findChildren(QPrintDialog)
    dialog.accepted.emit(dialog.printer())
    dialog.hide()


def test_the_report_is_printed_and_the_pages_counted(
    sample_window: MainWindow, paper: Path, qtbot: QtBot
) -> None:
    sample_window.actions_of["print"].trigger()
    accept(sample_window)
    assert sample_window.status.message == "正在打印…"
    qtbot.waitUntil(lambda: sample_window.status.message.startswith("已送打印机"), timeout=60_000)
    assert sample_window.status.message == f"已送打印机 {len(read(paper.read_bytes()).pages)} 页"
    report = session_of(sample_window).report
    assert report.get(SlotKind.DEED, "printed.code") == check_code(report)


def test_the_sign_off_sheet_is_printed_as_it_is_shown(
    sample_window: MainWindow, paper: Path, qtbot: QtBot
) -> None:
    sample_window.actions_of["sign_off"].trigger()
    page = tool_of(sample_window, SignOffPage)
    assert page is not None
    qtbot.waitUntil(page.print_button.isEnabled, timeout=60_000)
    page.print_button.click()
    accept(sample_window)
    qtbot.waitUntil(lambda: sample_window.status.message.startswith("已送打印机 1 页"), timeout=60_000)
    assert len(read(paper.read_bytes()).pages) == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_becomes_a_line(
    sample_window: MainWindow, paper: Path, qtbot: QtBot
) -> None:
    paper.mkdir()
    sample_window.actions_of["print"].trigger()
    accept(sample_window)
    qtbot.waitUntil(lambda: "打印机没有响应" in sample_window.messages.text, timeout=60_000)


def test_pages_are_made_when_they_are_first_asked_for_and_kept(sample_window: MainWindow) -> None:
    deeds = deeds_of(sample_window)
    assert [deeds.pages.get("years"), deeds.pages.get("history"), deeds.export_page] == [None, None, None]
    sample_window.actions_of["years"].trigger()
    first = deeds.pages.get("years")
    sample_window.actions_of["history"].trigger()
    sample_window.actions_of["years"].trigger()
    assert first is not None
    assert deeds.pages.get("years") is first


@pytest.mark.parametrize("tool", ["years", "history", "sign_off", "charts"])
def test_the_outline_leads_to_what_belongs_to_the_file(sample_window: MainWindow, tool: str) -> None:
    workspace = workspace_of(sample_window)
    workspace.tool_chosen.emit(tool)
    assert workspace.page is None
    assert not workspace.findings.isVisible()


def test_exports_go_beside_the_file_at_first(start_window: MainWindow, tmp_path: Path) -> None:
    start_window.files.new("云溪县林业局", "department", 2025, tmp_path / "年报.xxgk")
    start_window.actions_of["export"].trigger()
    page = deeds_of(start_window).export_page
    assert page is not None
    assert Path(page.folder.text()) == tmp_path
