"""The way of a report from the last look to the public and back by 更正, with real keys; and whatever may come between."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import resources
from export.products import produce
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.file.pack import pack, unpack
from model.report import Slot, SlotKind
from model.review.corrections import corrections
from model.stages import NOW, Stage
from tests.ui.hands import type_words
from tests.ui.windows import GRANTED, deeds_of, export_page_of, session_of, tool_of, workspace_of
from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow
from ui.prose.page import ProsePage
from ui.report.table_page import TablePage
from ui.tools.submission_page import SubmissionPage

CELL = Slot(SlotKind.CELL, GRANTED)
SAMPLE = Content.read(resources.path("samples/示例.xxgk")).reports


def keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(keyboard(), key, modifier)


def tab_to(target: QWidget) -> None:
    """Go to a widget by Tab alone."""
    for _ in range(80):
        if keyboard() is target:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(target)


def tab_to_button(name: str, page: QWidget) -> None:
    [button] = [each for each in page.findChildren(QPushButton) if each.text() == name]
    tab_to(button)


@pytest.fixture
def signed_file(tmp_path: Path) -> Path:
    """The sample's report, signed and saved."""
    path = tmp_path / "年报.xxgk"
    with OfficeFile.unsaved(Content({}, {2025: SAMPLE[2025].copy()})) as made:
        made.reports[2025].set(
            [(Slot(SlotKind.STAGE, NOW), "signed"), (Slot(SlotKind.DEED, "signed.day"), "2026-01-20")]
        )
        made.save_as(path)
    return path


def test_a_clerk_takes_a_report_from_the_last_look_to_the_public_and_corrects_it_by_keys(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    sample_window.files.save_as(tmp_path / "年报.xxgk")
    press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    page = tool_of(sample_window, SubmissionPage)
    report = session_of(sample_window).report
    assert keyboard() is page.lines["exported"]
    press(Qt.Key.Key_Return)
    export_page = deeds_of(sample_window).export_page
    assert export_page is not None
    with qtbot.waitSignal(export_page.exported, timeout=60_000):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert page.lines["exported"].words.endswith("之后没有改动")

    tab_to_button("已签", page)
    press(Qt.Key.Key_Space)
    tab_to(page.fields["signed.by"])
    type_words(keyboard(), "张三")
    tab_to_button("已公布", page)
    press(Qt.Key.Key_Return)
    tab_to(page.fields["published.place"])
    type_words(keyboard(), "www.example.cn/nb")
    assert report.get(SlotKind.STAGE, NOW) == "published"
    assert page.lines["published"].words.endswith("www.example.cn/nb")

    tab_to_button("更正", page)
    press(Qt.Key.Key_Return)
    assert keyboard() is page.fields["corrected.why"]
    type_words(keyboard(), "漏报1件")
    shown = workspace_of(sample_window).show_page("applications")
    assert isinstance(shown, TablePage)
    shown.show_slot(CELL)
    for key in (Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_Return):
        press(key)
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    kept = Content.read(tmp_path / "年报.xxgk").reports[2025]
    assert [(each.before, each.after) for each in corrections(kept) if each.slot == CELL] == [("21", "22")]
    assert kept.get(SlotKind.DEED, "corrected.why") == "漏报1件"


def test_a_signed_file_that_another_window_has_open_is_read_and_not_opened_for_correction(
    start_window: MainWindow, signed_file: Path
) -> None:
    before = signed_file.read_bytes()
    with OfficeFile.open(signed_file) as other:
        assert not other.read_only
        start_window.files.open(signed_file)
        start_window.actions_of["submission"].trigger()
        page = tool_of(start_window, SubmissionPage)
        assert not page.correct_button.isEnabled()
        assert not any(button.isEnabled() for button in page.stages.buttons.values())
        assert page.fields["signed.by"].isReadOnly()
        assert start_window.messages.text.startswith("只读")
    assert signed_file.read_bytes() == before


def test_reading_exporting_and_packing_a_signed_report_go_on(
    start_window: MainWindow, signed_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    start_window.files.open(signed_file)
    page = export_page_of(start_window, "html", "xlsx")
    page.folder.setText(str(tmp_path / "出"))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start()
    assert len(page.written) == 2
    start_window.actions_of["save"].trigger()
    pack(signed_file, Settings(tmp_path / "w.ini").written(), tmp_path / "备份.xxgkb")
    back = unpack(tmp_path / "备份.xxgkb", tmp_path)
    assert Content.read(back.report).reports[2025].stage is Stage.SIGNED


def test_an_import_into_a_signed_year_is_refused_before_it_is_shown(
    start_window: MainWindow, signed_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (source, *_) = produce("html", SAMPLE, 2025, tmp_path)
    start_window.files.open(signed_file)
    before = dict(session_of(start_window).report.slots)
    start_window.deeds.take_files([source])
    qtbot.waitUntil(lambda: "没有改动；确需修改的" in start_window.messages.text, timeout=60_000)
    assert start_window.in_sight is start_window.workspace
    assert session_of(start_window).report.slots == before


def test_a_suggestion_is_not_taken_in_a_signed_report(start_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    report = SAMPLE[2025].copy()
    report.set([(CELL, 20)])
    report.set([(Slot(SlotKind.STAGE, NOW), "signed")])
    with OfficeFile.unsaved(Content({}, {2025: report})) as made:
        made.save_as(path)
    start_window.files.open(path)
    session = session_of(start_window)
    for action in ("next_finding", "apply_suggestion", "explain"):
        start_window.actions_of[action].trigger()
    assert session.report.value(GRANTED) == 20
    assert session.journal.undo_label == ""


def test_replacing_is_not_offered_in_a_signed_report_until_it_is_opened_again(
    start_window: MainWindow, signed_file: Path
) -> None:
    start_window.files.open(signed_file)
    workspace = workspace_of(start_window)
    start_window.actions_of["find"].trigger()
    assert not workspace.find_bar.instead.isEnabled()
    start_window.actions_of["submission"].trigger()
    tool_of(start_window, SubmissionPage).correct()
    assert workspace.find_bar.instead.isEnabled()


def test_an_unknown_stage_in_a_file_is_told_as_damage_with_its_place(
    start_window: MainWindow, signed_file: Path
) -> None:
    content = signed_file.read_text(encoding="utf-8")
    assert '"signed"' in content
    signed_file.write_text(content.replace('"signed"', '"sealed"', 1), encoding="utf-8")
    start_window.files.open(signed_file)
    assert "已损坏" in start_window.messages.text
    assert "2025 年度报告" in start_window.messages.text


def test_what_is_printed_as_a_draft_does_not_count(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    session_of(sample_window).edit([(CELL, None)], "清除")
    page = export_page_of(sample_window, "html")
    page.folder.setText(str(tmp_path))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start()
    assert session_of(sample_window).report.of_kind(SlotKind.DEED) == {}


def test_files_of_before_have_reports_that_are_being_drafted(tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    with OfficeFile.unsaved(Content({}, {2025: SAMPLE[2025].copy()})) as made:
        made.save_as(path)
    report = Content.read(path).reports[2025]
    assert (report.stage, report.of_kind(SlotKind.STAGE)) == (Stage.DRAFT, {})


def test_an_input_method_does_not_write_into_a_signed_text(
    start_window: MainWindow, signed_file: Path
) -> None:
    start_window.files.open(signed_file)
    page = workspace_of(start_window).show_page("overview")
    assert isinstance(page, ProsePage)
    before = page.editor.toPlainText()
    type_words(page.editor, "改写")
    assert page.editor.toPlainText() == before
    assert "受保护" in start_window.status.message


@pytest.mark.parametrize("command", ["insert_number", "draft", "redraft", "cut"])
def test_a_command_that_would_change_a_signed_report_says_why_it_does_not(
    start_window: MainWindow, signed_file: Path, command: str
) -> None:
    start_window.files.open(signed_file)
    before = session_of(start_window).report.slots
    page = "overview" if command in ("insert_number", "draft") else "applications"
    workspace_of(start_window).show_page(page).enter()
    start_window.actions_of[command].trigger()
    assert "受保护" in start_window.status.message
    assert session_of(start_window).report.slots == before
