"""Esc ends what runs, as the 取消 in sight does; where nothing runs it does what it does else."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

import resources
from intake.apart.ledger_apart import DistantLedger, LedgerApart
from intake.errors import ReadingCancelled
from model.report import SlotKind
from tests.export.sample import report_of
from tests.intake.edited_drafts import edited
from tests.ui.windows import deeds_of, export_page_of, session_of, tool_of, workspace_of
from ui.frame.main_window import MainWindow
from ui.ledger.ledgers import SAMPLE
from ui.look.message_bar import Offer, way_out
from ui.tools import export_page
from ui.tools.paper import PdfPages
from ui.tools.printing import PrintJob
from ui.tools.read_back_page import ReadBackPage

LEDGER = resources.path(SAMPLE)
CANCELLED = ReadingCancelled().message


def esc(window: MainWindow) -> None:
    """Press Esc where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)


@pytest.fixture(autouse=True)
def _active(start_window: MainWindow) -> None:
    start_window.activateWindow()


def published(folder: Path) -> Path:
    """A report that was published, to be read."""
    path = folder / "年报.docx"
    path.write_bytes(edited(report_of()))
    return path


def test_the_reading_of_a_report_ends(start_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    start_window.deeds.take_file(published(tmp_path))
    esc(start_window)
    qtbot.waitUntil(lambda: start_window.messages.text == CANCELLED, timeout=60_000)
    assert start_window.in_sight is start_window.start
    esc(start_window)
    assert not start_window.messages.text


def test_the_reading_of_a_ledger_ends_and_the_page_stays(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.actions_of["ledger"].trigger()
    page = sample_window.deeds.ledgers.page
    sample_window.deeds.ledgers.read_files([LEDGER])
    esc(sample_window)
    qtbot.waitUntil(lambda: sample_window.messages.text == CANCELLED, timeout=60_000)
    assert sample_window.in_sight is page
    esc(sample_window)
    assert workspace_of(sample_window).isVisible()


def test_the_keyboard_in_a_cell_or_a_text_keeps_nothing_from_ending(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("applications", "overview", "cover"):
        workspace_of(sample_window).show_page(name).enter()
        sample_window.deeds.imports.read_file(published(tmp_path))
        esc(sample_window)
        qtbot.waitUntil(lambda: sample_window.messages.text == CANCELLED, timeout=60_000)


def test_the_counting_of_a_ledger_ends(
    sample_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, end = Event(), LedgerApart.end

    def end_now(apart: LedgerApart) -> None:
        end(apart)
        ended.set()

    def count_for_ever(*_: object) -> None:
        ended.wait()
        raise ReadingCancelled

    monkeypatch.setattr(LedgerApart, "end", end_now)
    monkeypatch.setattr(DistantLedger, "count", count_for_ever)
    sample_window.deeds.ledgers.read_files([LEDGER])
    qtbot.waitUntil(lambda: sample_window.messages.text == "正在统计…", timeout=60_000)
    esc(sample_window)
    assert (sample_window.deeds.ledgers.page.step, sample_window.messages.text) == (0, CANCELLED)
    assert ended.is_set()


def test_the_reading_of_an_edited_draft_ends(sample_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    sample_window.actions_of["read_back"].trigger()
    for dialog in sample_window.findChildren(QFileDialog):
        dialog.reject()
    sample_window.activateWindow()
    page = tool_of(sample_window, ReadBackPage)
    page.read_file(published(tmp_path))
    assert page.stop_button.isVisible()
    esc(sample_window)
    qtbot.waitUntil(lambda: page.told.text() == CANCELLED, timeout=60_000)
    assert page.isVisible()
    assert not page.stop_button.isVisible()
    esc(sample_window)
    assert not page.isVisible()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Exports that write only once this is set."""
    go_on = Event()

    def slow(name: str, _: object, __: int, folder: Path, *___: object, **____: object) -> Iterator[Path]:
        go_on.wait()
        (folder / name).write_text("写完")
        yield folder / name

    monkeypatch.setattr(export_page, "produce", slow)
    yield go_on
    go_on.set()


def test_an_export_leaves_out_what_has_not_begun(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, held: Event
) -> None:
    page = export_page_of(sample_window, "pdf", "docx", "xlsx", "html")
    page.folder.setText(str(tmp_path))
    page.start_button.click()
    esc(sample_window)
    assert sample_window.status.message == "已取消尚未开始的导出"
    assert page.isVisible()
    with qtbot.waitSignal(page.exported, timeout=60_000):
        held.set()
    assert len(page.written) <= 1
    esc(sample_window)
    assert not page.isVisible()


def test_a_print_that_was_cut_short_is_told_and_not_noted_as_printed(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = Event(), Event()

    def send(job: PrintJob, pages: PdfPages, wanted: list[int]) -> int:
        begun.set()
        ended.wait()
        return PrintJob._draw(job, pages, wanted)

    monkeypatch.setattr(PrintJob, "_write", send)
    deeds = deeds_of(sample_window)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "打印.pdf"))
    deeds._printer = printer
    deeds._print()
    qtbot.waitUntil(begun.is_set, timeout=60_000)
    esc(sample_window)
    ended.set()
    told = "已取消打印，已送打印机 0 页"
    qtbot.waitUntil(lambda: sample_window.status.message.startswith(told), timeout=60_000)
    assert session_of(sample_window).report.get(SlotKind.DEED, "printed.day") is None


def test_what_runs_is_ended_and_not_hidden(start_window: MainWindow) -> None:
    done: list[str] = []

    def end() -> None:
        done.append("ended")

    bar = start_window.messages
    (close,) = (each for each in bar.findChildren(QToolButton) if each.accessibleName() == "关闭消息")
    bar.show_message("正在读取…", offers=(way_out(end),))
    assert close.isHidden()
    esc(start_window)
    assert (done, bar.text) == (["ended"], "")
    bar.show_message("已读完", offers=(Offer("查看", end),))
    assert not close.isHidden()
    esc(start_window)
    assert (done, bar.text) == (["ended"], "")
