"""From a ledger to tables three and four in the real window: confirmed, looked at, taken over in one step."""

import json
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import resources
from export.blank_ledger import render
from export.products import PRODUCTS, produce
from intake.apart.ledger_apart import DistantLedger, LedgerApart
from intake.errors import ReadingCancelled
from intake.ledger.columns import Field
from intake.ledger.ledger import Count
from intake.ledger.memory import Memory
from model.file.office_content import Content
from model.report import SlotKind
from tests.intake.ledger.files import APPLICATIONS, PLAIN, QUARTERS, separated, sheets_of, workbook
from tests.intake.ledger.invented import spoil, truth
from tests.intake.ledger.layouts import LAYOUTS
from tests.ui.windows import session_of, workspace_of
from ui.frame.main_window import MainWindow
from ui.ledger.ledgers import SAMPLE
from ui.ledger.page import LedgerPage
from ui.look.message_bar import MessageBar

GRANTED = "applications.granted.natural_person"
SAMPLE_REPORT = Content.read(resources.path("samples/示例.xxgk")).reports[2025]


def page_of(window: MainWindow) -> LedgerPage:
    return window.deeds.ledgers.page


def waited(window: MainWindow, qtbot: QtBot, step: int) -> LedgerPage:
    """The page, once it has come to a step."""
    page = page_of(window)
    qtbot.waitUntil(lambda: page.step == step and page.isVisible(), timeout=60_000)
    return page


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """An ordinary ledger of 2025."""
    return workbook(tmp_path / "2025年台账.xlsx", sheets_of(PLAIN))


@pytest.fixture
def page(sample_window: MainWindow, ledger: Path, qtbot: QtBot) -> LedgerPage:
    """The columns of the ledger, with the sample report open."""
    sample_window.deeds.take_files([ledger])
    return waited(sample_window, qtbot, 1)


def use_of(page: LedgerPage, column: int) -> str:
    """What a column is said to be for."""
    item = page.columns.table.horizontalHeaderItem(column)
    assert item is not None
    return item.text()


def drop(widget: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(50, 50), *held))
    QApplication.sendEvent(widget, QDropEvent(QPointF(50, 50), *held))


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
    """Press a key where the keyboard is; returns 1, so that keys can be counted."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, held)
    return 1


def test_by_keyboard_the_sample_ledger_becomes_both_tables_in_few_keys(
    start_window: MainWindow, qtbot: QtBot
) -> None:
    start_window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    keys = press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    page = waited(start_window, qtbot, 0)
    while QApplication.focusWidget() is not page.begin_buttons["sample"]:
        keys += press(Qt.Key.Key_Tab)
    keys += press(Qt.Key.Key_Return)
    waited(start_window, qtbot, 2)
    assert QApplication.focusWidget() is page.take_button
    keys += press(Qt.Key.Key_Return)
    assert keys <= 12
    report = session_of(start_window).report
    assert (report.office, report.year) == (SAMPLE_REPORT.office, 2025)
    for key, cell in report.form.cells.items():
        if cell.table.id in ("applications", "disputes"):
            assert report.value(key) == SAMPLE_REPORT.value(key)
    shown = workspace_of(start_window).page
    assert shown is not None
    assert shown.spec.id == "applications"


def test_nothing_is_counted_before_the_columns_are_confirmed(
    page: LedgerPage, sample_window: MainWindow
) -> None:
    before = session_of(sample_window).report.values()
    assert use_of(page, 2) == "收到日期"
    head = page.columns.table.item(0, 2)
    assert head is not None
    assert head.text() == "收到日期"
    assert not page.columns.lacking.isVisible()
    assert session_of(sample_window).report.values() == before
    assert not page.result.grids


def test_on_a_small_screen_every_list_can_be_gone_to(
    page: LedgerPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    sample_window.resize(1024, 720)
    QApplication.processEvents()
    for tabs in (page.result.tables, page.result.sides):
        assert tabs.width() >= tabs.sizeHint().width()


def test_what_has_to_be_pointed_out_has_the_keyboard_before_the_button_that_takes_over(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    applications, spoilt = spoil(list(APPLICATIONS), seed=2, share=0.3)
    layout = next(layout for layout in LAYOUTS if layout.name == "kinds in two columns")
    sample_window.activateWindow()
    sample_window.deeds.take_files([workbook(tmp_path / "台账.xlsx", layout.sheets(applications, spoilt))])
    page = waited(sample_window, qtbot, 1)
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    assert page.result.words.topLevelItemCount()
    assert page.focusWidget() is page.result.words


def test_a_count_that_takes_long_is_told_and_can_be_ended(
    page: LedgerPage, sample_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, end = Event(), LedgerApart.end

    def end_now(apart: LedgerApart) -> None:
        end(apart)
        ended.set()

    def count_for_ever(_ledger: DistantLedger, _memory: Memory, _today: date) -> Count:
        ended.wait()
        raise ReadingCancelled

    monkeypatch.setattr(LedgerApart, "end", end_now)
    monkeypatch.setattr(DistantLedger, "count", count_for_ever)
    bar, ledgers = sample_window.findChild(MessageBar), sample_window.deeds.ledgers
    assert bar is not None
    page.next_button.click()
    qtbot.waitUntil(lambda: bar.text == "正在统计…", timeout=60_000)
    (cancel,) = (button for button in bar.findChildren(QPushButton) if button.text() == "取消")
    cancel.click()
    ledgers.close_down()
    QApplication.processEvents()
    assert (page.step, bar.text) == (0, "已取消读取，没有改动任何内容")
    assert not page.result.grids


def test_a_column_is_changed_with_two_keys(page: LedgerPage, qtbot: QtBot) -> None:
    table = page.columns.table
    table.setFocus()
    table.setCurrentCell(0, 9)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.menu is not None
    QTest.keyClick(table.menu, Qt.Key.Key_6)
    assert use_of(page, 9) == "办理结果"
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table.menu, Qt.Key.Key_0)
    assert use_of(page, 9) == "—"


def test_a_column_that_is_needed_and_not_there_keeps_from_counting(page: LedgerPage) -> None:
    page.columns.table.changed.emit(2, None)
    assert not page.next_button.isEnabled()
    assert "收到日期" in page.columns.lacking.text()
    page.columns.table.changed.emit(2, Field.RECEIVED)
    assert page.next_button.isEnabled()


def test_the_count_stands_beside_the_report_and_is_taken_over_as_one_step(
    page: LedgerPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    session = session_of(sample_window)
    before = session.report.values()
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    grid = page.result.grids["applications"]
    tile = grid.sheet.by_key[GRANTED]
    expected = truth(APPLICATIONS)
    assert grid.look(tile).text == str(expected[GRANTED])
    assert grid.look(tile).ghost == str(before[GRANTED])
    assert GRANTED in grid.differing
    assert session.report.values() == before
    page.take_button.click()
    assert session.report.value(GRANTED) == expected[GRANTED]
    total = "applications.received.total"
    assert session.report.get(SlotKind.CONTROL, total) == session.report.value(total)
    sample_window.actions_of["undo"].trigger()
    assert session.report.values() == before


def test_only_the_chosen_cells_are_taken_over_and_what_differs_then_is_told(
    page: LedgerPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    session = session_of(sample_window)
    before = session.report.values()
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    page.show_cell(GRANTED)
    page.part_button.click()
    after = session.report.values()
    changed = {key for key in session.report.form.entered if after[key] != before[key]}
    assert changed == {GRANTED}
    assert "已采用台账统计的 1 格" in sample_window.messages.text
    told = {finding.cells[0] for finding in session.outcome.findings if finding.code == "L1"}
    assert "applications.received.natural_person" in told
    assert GRANTED not in told


def test_every_number_opens_the_rows_behind_it(
    page: LedgerPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    page.show_cell(GRANTED)
    assert page.result.behind.topLevelItemCount() == truth(APPLICATIONS)[GRANTED]
    first = page.result.behind.topLevelItem(0)
    assert first is not None
    assert first.text(0).startswith("第 ")
    assert first.text(1).startswith("YX")


def test_rows_without_a_place_are_listed_with_why_and_a_word_is_placed_once(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    applications, spoilt = spoil(list(APPLICATIONS) * 1, seed=2, share=0.5)
    path = workbook(tmp_path / "坏.xlsx", PLAIN.sheets(applications, spoilt))
    sample_window.deeds.take_files([path])
    page = waited(sample_window, qtbot, 1)
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    listed = page.result.unplaced.topLevelItemCount()
    assert listed == len(spoilt)
    questions = page.result.words.topLevelItemCount()
    assert questions > 0
    words = page.result.words
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert words.menu is not None
    words.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: page.result.words.topLevelItemCount() == questions - 1, timeout=60_000)
    assert page.result.unplaced.topLevelItemCount() < listed


def test_what_was_confirmed_is_used_the_next_time(
    page: LedgerPage, sample_window: MainWindow, ledger: Path, qtbot: QtBot
) -> None:
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    page.take_button.click()
    sample_window.deeds.take_files([ledger])
    waited(sample_window, qtbot, 2)
    assert page.result.grids["applications"].differing == ()


def test_counting_again_tells_what_has_changed(
    page: LedgerPage, sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    page.take_button.click()
    (sheet,) = sheets_of(PLAIN)
    sample_window.deeds.take_files([workbook(tmp_path / "短.xlsx", [type(sheet)("台账", sheet.rows[:30])])])
    waited(sample_window, qtbot, 2)
    assert "与上次统计相比" in page.result.notes.toPlainText()


def test_the_rows_are_read_again_while_the_ledger_is_at_hand_and_unchanged(
    page: LedgerPage, sample_window: MainWindow, ledger: Path, qtbot: QtBot
) -> None:
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    page.take_button.click()
    table = workspace_of(sample_window).show_page("applications")
    table.show_slot(next(slot for slot in session_of(sample_window).report.slots if slot.key == GRANTED))
    sample_window.actions_of["ledger_rows"].trigger()
    qtbot.waitUntil(lambda: sample_window.in_sight is page, timeout=60_000)
    qtbot.waitUntil(
        lambda: page.result.behind.topLevelItemCount() == truth(APPLICATIONS)[GRANTED], timeout=60_000
    )
    sample_window.go_back()
    ledger.write_bytes(ledger.read_bytes() + b" ")
    sample_window.actions_of["ledger_rows"].trigger()
    assert "没有找到统计时的台账" in sample_window.messages.text
    assert sample_window.in_sight is sample_window.workspace


def test_without_a_count_there_are_no_rows_to_show(sample_window: MainWindow) -> None:
    sample_window.actions_of["ledger_rows"].trigger()
    assert "还没有由台账统计过" in sample_window.messages.text


@pytest.mark.parametrize("on_start_page", [True, False])
def test_ledgers_are_dropped_into_the_window_several_at_once(
    start_window: MainWindow, tmp_path: Path, qtbot: QtBot, on_start_page: bool
) -> None:
    (sheet,) = sheets_of(PLAIN)
    half = len(sheet.rows) // 2
    first = workbook(tmp_path / "上半年.xlsx", [type(sheet)("台账", sheet.rows[:half])])
    second = workbook(tmp_path / "下半年.xlsx", [type(sheet)("台账", [*sheet.rows[:2], *sheet.rows[half:]])])
    drop(start_window.start if on_start_page else start_window, first, second)
    page = waited(start_window, qtbot, 1)
    page.next_button.click()
    waited(start_window, qtbot, 2)
    page.take_button.click()
    assert session_of(start_window).report.value(GRANTED) == truth(APPLICATIONS)[GRANTED]
    assert session_of(start_window).report.year == 2025


def test_a_published_report_in_the_same_kind_of_file_is_imported_as_before(
    start_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (path, *_) = produce("xlsx", {2025: SAMPLE_REPORT}, 2025, tmp_path)
    with qtbot.waitSignal(start_window.deeds.imports.show_wanted, timeout=60_000):
        drop(start_window.start, path)
    assert start_window.in_sight is start_window.deeds.imports.page


def test_a_copied_ledger_is_pasted(start_window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(separated(sheets_of(PLAIN)[0], "\t"))
    start_window.actions_of["ledger"].trigger()
    QTest.keyClick(page_of(start_window), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    waited(start_window, qtbot, 1)


def test_without_a_report_the_ledger_tells_its_year_and_another_can_be_chosen(
    start_window: MainWindow, ledger: Path, qtbot: QtBot
) -> None:
    start_window.deeds.take_files([ledger])
    page = waited(start_window, qtbot, 1)
    assert page.year.currentData() == 2025
    page.next_button.click()
    waited(start_window, qtbot, 2)
    page.year.setCurrentIndex(page.year.findData(2024))
    page.year.activated.emit(page.year.currentIndex())
    qtbot.waitUntil(lambda: "未能归类" in page.note, timeout=60_000)


def test_sheets_can_be_left_out(sample_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    sample_window.deeds.take_files([workbook(tmp_path / "台账.xlsx", sheets_of(QUARTERS))])
    page = waited(sample_window, qtbot, 1)
    assert page.columns.tabs.count() > 2
    page.columns.counted.setChecked(False)
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    counted = page.result.grids["applications"]
    assert counted.look(counted.sheet.by_key["applications.received.total"]).text != str(len(APPLICATIONS))


@pytest.mark.parametrize("name", ["坏.csv", "没有.xlsx"])
def test_what_cannot_be_read_is_told_in_a_line(
    start_window: MainWindow, tmp_path: Path, name: str, qtbot: QtBot
) -> None:
    (tmp_path / "坏.csv").write_bytes(bytes(range(256)) * 9)
    start_window.deeds.ledgers.read_files([tmp_path / name])
    qtbot.waitUntil(
        lambda: name in start_window.messages.text and "正在" not in start_window.messages.text,
        timeout=60_000,
    )
    assert start_window.in_sight is start_window.start


def test_the_empty_ledger_is_written_and_counts_without_a_question(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_window.deeds.ledgers.blank.write(str(tmp_path / "空白.xlsx"))
    assert (tmp_path / "空白.xlsx").read_bytes() == render(SAMPLE_REPORT.form, SAMPLE_REPORT.office, 2026)
    sample_window.deeds.take_files([resources.path(SAMPLE)])
    page = waited(sample_window, qtbot, 2)
    assert page.result.grids["applications"].differing == ()
    assert page.result.grids["disputes"].differing == ()


def test_the_report_open_for_reading_is_not_written_into(
    page: LedgerPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    session = session_of(sample_window)
    session.switch(session.report, None, read_only=True)
    before = session.report.values()
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    page.take_button.click()
    assert session.report.values() == before
    assert "只读" in sample_window.messages.text


def test_no_personal_datum_of_a_ledger_reaches_any_file(
    sample_window: MainWindow,
    tmp_path: Path,
    user_folders: Path,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "临时"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    applications, spoilt = spoil(list(APPLICATIONS), seed=2, share=0.3)
    folder = tmp_path / "别处"
    folder.mkdir()
    layout = next(layout for layout in LAYOUTS if layout.name == "kinds in two columns")
    ledger = workbook(folder / "台账.xlsx", layout.sheets(applications, spoilt))
    sample_window.deeds.take_files([ledger])
    page = waited(sample_window, qtbot, 1)
    page.next_button.click()
    waited(sample_window, qtbot, 2)
    words = page.result.words
    asked = words.topLevelItem(0)
    assert asked is not None
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert words.menu is not None
    words.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: words.topLevelItem(0) is not asked, timeout=60_000)
    page.take_button.click()
    desk = sample_window.desk
    assert desk is not None
    assert desk.write_crash_copy()
    sample_window.files.save_as(tmp_path / "年报.xxgk")
    session_of(sample_window).edit([], "填写")
    sample_window.files.save()
    products = tmp_path / "导出"
    products.mkdir()
    for product in PRODUCTS:
        assert list(produce(product.name, desk.office.reports, 2025, products))
    secrets = {secret for each in applications for secret in (each.name, each.number, each.wanted)}
    roots = (tmp_path, user_folders)
    files = [path for root in roots for path in root.rglob("*") if path.is_file()]
    written = [path for path in files if folder not in path.parents]
    assert any(path.suffix == ".xxgk" for path in written)
    assert len(written) > 10
    for path in written:
        for text in texts_in(path):
            found = [secret for secret in secrets if secret in text or json.dumps(secret)[1:-1] in text]
            assert not found, (path, found[:3])
    assert not [
        record for record in caplog.records if any(secret in record.getMessage() for secret in secrets)
    ]


def texts_in(path: Path) -> list[str]:
    """What a file says: the parts of an archive, the words of a PDF, else its bytes."""
    data = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    if data.startswith(b"%PDF"):
        return ["".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))]
    return [data.decode("utf-8", "replace")]
