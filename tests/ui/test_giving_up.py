"""Esc ends what runs, as the 取消 in sight does; where nothing runs it does what it does else."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

import resources
from export.products import produce
from intake.apart.ledger_apart import DistantLedger, LedgerApart
from intake.errors import ReadingCancelled
from intake.ledger.ledger import Count
from intake.ledger.memory import Memory
from model.report import SlotKind
from tests.export.sample import report_of
from tests.intake.edited_drafts import edited
from tests.intake.ledger.files import PLAIN, sheets_of, workbook
from tests.ui.windows import deeds_of, export_page_of, session_of, tool_of, workspace_of
from ui.frame.main_window import MainWindow
from ui.ledger.ledgers import SAMPLE
from ui.ledger.page import LedgerPage
from ui.look.message_bar import Offer, way_out
from ui.tools import export_page, sign_off_page, tool_deeds
from ui.tools.paper import PdfPages
from ui.tools.printing import PrintJob
from ui.tools.read_back_page import ReadBackPage
from ui.tools.sign_off_page import SignOffPage

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


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Counts that go on till their reader is ended, which sets this."""
    ended, end = Event(), LedgerApart.end

    def end_now(apart: LedgerApart) -> None:
        end(apart)
        ended.set()

    def count_for_ever(*_: object) -> None:
        ended.wait()
        raise ReadingCancelled

    monkeypatch.setattr(LedgerApart, "end", end_now)
    monkeypatch.setattr(DistantLedger, "count", count_for_ever)
    return ended


def test_the_counting_of_a_ledger_ends(sample_window: MainWindow, qtbot: QtBot, endless: Event) -> None:
    sample_window.deeds.ledgers.read_files([LEDGER])
    qtbot.waitUntil(lambda: sample_window.messages.text == "正在统计…", timeout=60_000)
    work = sample_window.in_sight
    esc(sample_window)
    assert (sample_window.deeds.ledgers.page.step, sample_window.messages.text) == (0, CANCELLED)
    assert endless.is_set()
    assert sample_window.in_sight is work


def columns_of(window: MainWindow, qtbot: QtBot, folder: Path) -> LedgerPage:
    """The columns of a ledger, to be confirmed."""
    page = window.deeds.ledgers.page
    window.deeds.take_files([workbook(folder / "2025年台账.xlsx", sheets_of(PLAIN))])
    qtbot.waitUntil(lambda: page.step == 1 and page.isVisible(), timeout=60_000)
    return page


def test_counting_ends_before_it_was_told_and_brings_nobody_back(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, endless: Event
) -> None:
    page = columns_of(sample_window, qtbot, tmp_path)
    page.next_button.click()
    assert not sample_window.messages.text
    esc(sample_window)
    assert (sample_window.in_sight, page.step, sample_window.messages.text) == (page, 0, CANCELLED)
    assert endless.is_set()
    esc(sample_window)
    assert workspace_of(sample_window).isVisible()
    sample_window.deeds.ledgers.close_down()
    QApplication.processEvents()
    assert workspace_of(sample_window).isVisible()


def test_a_count_that_is_done_but_not_shown_yet_can_still_be_given_up(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted, count = Event(), DistantLedger.count

    def tell(ledger: DistantLedger, memory: Memory, today: date) -> Count:
        try:
            return count(ledger, memory, today)
        finally:
            counted.set()

    monkeypatch.setattr(DistantLedger, "count", tell)
    page = columns_of(sample_window, qtbot, tmp_path)
    page.next_button.click()
    assert counted.wait(60)
    esc(sample_window)
    sample_window.deeds.ledgers.close_down()
    QApplication.processEvents()
    assert (page.step, sample_window.messages.text) == (0, CANCELLED)


def test_who_goes_back_while_it_is_counted_is_told_of_the_count(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = columns_of(sample_window, qtbot, tmp_path)
    page.next_button.click()
    sample_window.go_back()
    qtbot.waitUntil(lambda: "查看" in sample_window.messages.offers, timeout=60_000)
    assert workspace_of(sample_window).isVisible()
    sample_window.messages.take("查看")
    assert (sample_window.in_sight, page.step) == (page, 2)


def test_a_reading_ends_though_another_message_has_taken_its_place(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    start_window.deeds.take_file(published(tmp_path))
    start_window.messages.show_message("文件在磁盘上有了改动")
    esc(start_window)
    assert start_window.messages.text == CANCELLED
    start_window.deeds.imports.close_down()
    QApplication.processEvents()
    assert start_window.in_sight is start_window.start


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
    assert len(page.written) == 1
    assert sample_window.status.message.startswith("已取消，已导出 1 个文件；没有导出：")
    esc(sample_window)
    assert not page.isVisible()


def begin_to_print(window: MainWindow, into: Path) -> None:
    """Print the open report into a file."""
    deeds = deeds_of(window)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(into))
    deeds._printer = printer
    deeds._print()


@pytest.mark.parametrize("is_typeset", [False, True])
def test_a_print_ends_before_its_pages_are_on_their_way(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_typeset: bool
) -> None:
    typeset, go_on = Event(), Event()

    def pages(*_: object) -> bytes:
        if not is_typeset:
            go_on.wait()
        typeset.set()
        return produced

    produced = next(produce("pdf", {2025: session_of(sample_window).report}, 2025, tmp_path)).read_bytes()
    monkeypatch.setattr(tool_deeds, "pdf_of", pages)
    begin_to_print(sample_window, tmp_path / "打印.pdf")
    if is_typeset:
        assert typeset.wait(60)
    esc(sample_window)
    assert sample_window.status.message == "已取消打印"
    go_on.set()
    deeds_of(sample_window).close_down()
    QApplication.processEvents()
    assert sample_window.status.message == "已取消打印"
    assert not (tmp_path / "打印.pdf").exists()
    assert session_of(sample_window).report.get(SlotKind.DEED, "printed.day") is None


def test_a_report_with_its_sheets_is_not_put_together_for_who_has_turned_away(
    sample_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def joined(*_: object) -> bytes:
        go_on.wait()
        return b""

    monkeypatch.setattr(sign_off_page, "_joined", joined)
    sample_window.actions_of["sign_off"].trigger()
    page = tool_of(sample_window, SignOffPage)
    qtbot.waitUntil(page.all_button.isEnabled, timeout=60_000)
    with qtbot.assertNotEmitted(page.print_wanted):
        page.all_button.click()
        esc(sample_window)
        assert (sample_window.status.message, page.isVisible()) == ("已取消打印", True)
        assert page.all_button.isEnabled()
        go_on.set()
        page.close_down()
        QApplication.processEvents()


def test_a_print_that_was_cut_short_is_told_and_not_noted_as_printed(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = Event(), Event()

    def send(job: PrintJob, pages: PdfPages, wanted: list[int]) -> int:
        begun.set()
        ended.wait()
        return PrintJob._draw(job, pages, wanted)

    monkeypatch.setattr(PrintJob, "_write", send)
    begin_to_print(sample_window, tmp_path / "打印.pdf")
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
    bar.take("取消")
    assert (done, bar.text) == (["ended"], "")
    bar.show_message("已读完", offers=(Offer("查看", end),))
    assert not close.isHidden()
    esc(start_window)
    assert (done, bar.text) == (["ended"], "")
