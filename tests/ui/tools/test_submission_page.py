"""上报前检查: the lines lead to their places, the stages are one step each, and a signed report opens by 更正 alone."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from model.errors import ReportSigned
from model.file.office_content import Content
from model.report import Report, Slot, SlotKind
from model.review.corrections import corrections
from model.review.submission import noted
from model.stages import NOW, Stage
from tests.ui.hands import type_words
from tests.ui.windows import GRANTED, deeds_of, desk_of, export_page_of, session_of, tool_of, workspace_of
from ui.frame.main_window import MainWindow
from ui.prose.section_editor import SectionEditor
from ui.report.cover_page import CoverPage
from ui.report.table_page import TablePage
from ui.tools.history_page import HistoryPage
from ui.tools.submission_page import SubmissionPage

CELL = Slot(SlotKind.CELL, GRANTED)
SIGNED = [(Slot(SlotKind.STAGE, NOW), "signed"), (Slot(SlotKind.DEED, "signed.day"), "2026-01-20")]


def page_of(window: MainWindow) -> SubmissionPage:
    """The page in sight."""
    window.actions_of["submission"].trigger()
    return tool_of(window, SubmissionPage)


def sign(window: MainWindow) -> SubmissionPage:
    page = page_of(window)
    page.stages.buttons[Stage.SIGNED].click()
    return page


def stage_told(window: MainWindow) -> str:
    """What the header says of the report's stage."""
    label = window.header.findChild(QLabel, "reportStage")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def line(page: SubmissionPage, name: str) -> str:
    return page.lines[name].words


def test_the_page_shows_a_line_for_each_matter_and_begins_at_the_first_open_one(
    sample_window: MainWindow,
) -> None:
    page = page_of(sample_window)
    assert line(page, "cells") == "已填齐"
    assert line(page, "saved") == "还没有存为文件"
    assert QApplication.focusWidget() is page.lines["saved"]
    assert "待办" in page.lines["saved"].accessibleName()


def test_a_line_leads_to_the_cell_it_speaks_of(sample_window: MainWindow) -> None:
    session_of(sample_window).edit([(CELL, None)], "清除")
    page = page_of(sample_window)
    assert QApplication.focusWidget() is page.lines["cells"]
    QTest.keyClick(page.lines["cells"], Qt.Key.Key_Return)
    shown = workspace_of(sample_window).page
    assert isinstance(shown, TablePage)
    assert shown.current_cell == GRANTED


def test_a_line_leads_to_the_field_of_the_cover(sample_window: MainWindow) -> None:
    session_of(sample_window).edit([(Slot(SlotKind.FIELD, "phone"), None)], "清除")
    page = page_of(sample_window)
    page.lines["cover"].click()
    shown = workspace_of(sample_window).page
    assert isinstance(shown, CoverPage)
    assert QApplication.focusWidget() is shown.fields["phone"]


@pytest.mark.parametrize("name", ["exported", "level E", "signed", "published", "imports"])
def test_every_line_leads_away_or_to_a_field(sample_window: MainWindow, name: str) -> None:
    page = page_of(sample_window)
    page.lines[name].click()
    assert QApplication.focusWidget() is not page.lines[name]


def test_the_lines_follow_the_report(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    session_of(sample_window).edit([(CELL, None)], "清除")
    assert line(page, "cells") == "还有 1 格未填"
    session_of(sample_window).undo()
    assert line(page, "cells") == "已填齐"


def test_a_stage_is_one_step_with_its_day_and_shown_everywhere(sample_window: MainWindow) -> None:
    page = sign(sample_window)
    report = session_of(sample_window).report
    assert report.get(SlotKind.STAGE, NOW) == "signed"
    assert page.fields["signed.day"].text() == report.get(SlotKind.DEED, "signed.day") != ""
    assert workspace_of(sample_window).outline.states()["submission"] == "已签"
    assert stage_told(sample_window) == "已签"
    sample_window.actions_of["undo"].trigger()
    assert report.get(SlotKind.STAGE, NOW) is None
    assert page.stages.buttons[Stage.DRAFT].isChecked()
    assert stage_told(sample_window) == ""


def test_of_a_signed_report_no_button_leads_back_but_correction(sample_window: MainWindow) -> None:
    page = page_of(sample_window)
    assert not page.correct_button.isEnabled()
    sign(sample_window)
    enabled = [stage for stage, button in page.stages.buttons.items() if button.isEnabled()]
    assert enabled == [Stage.SIGNED, Stage.FILED, Stage.PUBLISHED]
    assert page.correct_button.isEnabled()


def test_who_signed_and_where_it_is_published_are_typed_into_a_signed_report(
    sample_window: MainWindow,
) -> None:
    page = sign(sample_window)
    type_words(page.fields["signed.by"], "张三")
    assert session_of(sample_window).report.get(SlotKind.DEED, "signed.by") == "张三"
    assert line(page, "signed").endswith("张三")


def test_keys_change_nothing_of_a_signed_report_and_are_answered(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    sign(sample_window)
    session, workspace = session_of(sample_window), workspace_of(sample_window)
    before = dict(session.report.slots)
    shown = workspace.show_page("applications")
    assert isinstance(shown, TablePage)
    shown.grid.setFocus()
    with qtbot.waitSignal(shown.message) as told:
        QTest.keyClick(shown.grid, Qt.Key.Key_7)
    assert "更正" in told.args[0]
    editor = workspace.show_page("overview").findChild(SectionEditor)
    assert isinstance(editor, SectionEditor)
    with qtbot.waitSignal(session.refused):
        QTest.keyClick(editor, Qt.Key.Key_A)
    cover = workspace.show_page("cover")
    assert isinstance(cover, CoverPage)
    with qtbot.waitSignal(session.refused):
        QTest.keyClick(cover.fields["phone"], Qt.Key.Key_1)
    assert session.report.slots == before
    assert "更正" in sample_window.messages.text


def test_paste_cut_and_fill_change_nothing_of_a_signed_report(sample_window: MainWindow) -> None:
    sign(sample_window)
    session, workspace = session_of(sample_window), workspace_of(sample_window)
    before = dict(session.report.slots)
    shown = workspace.show_page("applications")
    assert isinstance(shown, TablePage)
    shown.grid.setFocus()
    QApplication.clipboard().setText("987")
    for command in ("paste", "cut", "fill_down", "zeros", "settle", "confirm", "redraft"):
        sample_window.actions_of[command].trigger()
    assert session.report.slots == before


def test_correction_opens_the_report_and_lists_what_changes(sample_window: MainWindow) -> None:
    page = sign(sample_window)
    page.correct_button.click()
    session = session_of(sample_window)
    assert not session.read_only
    shown = workspace_of(sample_window).show_page("applications")
    assert isinstance(shown, TablePage)
    shown.show_slot(CELL)
    QTest.keyClicks(shown.grid, "5")
    typed_into = QApplication.focusWidget()
    assert typed_into is not None
    QTest.keyClick(typed_into, Qt.Key.Key_Return)
    page_of(sample_window)
    assert page.changes.isVisible()
    tree = page.changes.view.tree
    groups = [group for n in range(tree.topLevelItemCount()) if (group := tree.topLevelItem(n))]
    rows = [group.child(n) for group in groups for n in range(group.childCount())]
    told = {tuple(row.text(column) for column in range(3)) for row in rows}
    assert ("自然人·予以公开", "21", "5") in told


def test_what_was_corrected_before_stays_readable_on_the_page(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    page = sign(sample_window)
    for number in (22, 23):
        page.take_stage(Stage.PUBLISHED)
        page.correct()
        session.edit([(CELL, number), (Slot(SlotKind.DEED, "corrected.why"), f"漏填<{number}>")], "填写")
    page_of(sample_window)
    assert page.changes.isVisible()
    assert page.changes.view.tree.accessibleName() == "公布后的改动"
    assert page.past.isVisible()
    told = "".join(QTextDocumentFragment.fromHtml(page.past.told.text()).toPlainText().split())
    assert "因漏填<22>，更正" in told
    assert "自然人·予以公开2122" in told
    assert "<23>" not in told
    assert "自然人·予以公开：原为21，更正为22" in page.past.told.accessibleDescription().replace(" ", "")
    session.undo()
    session.undo()
    assert not page.past.isVisible()


def test_undo_after_correction_protects_again(sample_window: MainWindow) -> None:
    page = sign(sample_window)
    page.correct_button.click()
    session = session_of(sample_window)
    session.edit([(CELL, 5)], "填写")
    session.undo()
    session.undo()
    assert session.read_only
    assert not page.changes.isVisible()
    with pytest.raises(ReportSigned):
        session.edit([(CELL, 5)], "填写")


def test_corrections_are_exported_as_word(sample_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    page = sign(sample_window)
    page.correct_button.click()
    session_of(sample_window).edit([(CELL, 5)], "填写")
    page.changes.export_button.click()
    export_page = deeds_of(sample_window).export_page
    assert export_page is not None
    assert [name for name, box in export_page.formats.items() if box.isChecked()] == ["correction"]
    export_page.folder.setText(str(tmp_path))
    with qtbot.waitSignal(export_page.exported, timeout=60_000):
        export_page.start()
    assert any(path.suffix == ".docx" and "更正说明" in path.name for path in export_page.written)


def test_an_export_is_noted_and_no_step_to_undo(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    sign(sample_window)
    steps = session_of(sample_window).journal.undo_label
    export_page = export_page_of(sample_window, "html")
    export_page.folder.setText(str(tmp_path))
    with qtbot.waitSignal(export_page.exported, timeout=60_000):
        export_page.start()
    assert line(page_of(sample_window), "exported").endswith("之后没有改动")
    assert session_of(sample_window).journal.undo_label == steps


def test_a_signed_file_opens_protected_and_says_so(start_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    session_of(start_window).edit(SIGNED, "已签")
    start_window.actions_of["save"].trigger()
    start_window.actions_of["close"].trigger()
    start_window.files.open(path)
    assert session_of(start_window).read_only
    assert not session_of(start_window).file_read_only
    assert "受保护" in start_window.messages.text
    start_window.messages.take("到上报前检查")
    assert workspace_of(start_window).stack.currentWidget() is tool_of(start_window, SubmissionPage)


def test_what_a_crash_left_of_a_correction_comes_back(start_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    session_of(start_window).edit(SIGNED, "已签")
    start_window.actions_of["save"].trigger()
    page_of(start_window).correct_button.click()
    session_of(start_window).edit([(CELL, 5)], "填写")
    desk = desk_of(start_window)
    assert desk.write_crash_copy()
    desk.office.close()
    start_window.files.desk = None
    start_window.deeds.closed.emit()
    start_window.files.open(path)
    start_window.messages.take("恢复")
    assert session_of(start_window).report.value(GRANTED) == 5
    assert [entry.after for entry in corrections(session_of(start_window).report) if entry.slot == CELL] == [
        "5"
    ]


def test_the_next_year_begins_unsigned_from_a_signed_one(start_window: MainWindow, tmp_path: Path) -> None:
    start_window.files.new("云溪县林业局", "department", 2025, tmp_path / "年报.xxgk")
    session_of(start_window).edit(SIGNED, "已签")
    start_window.actions_of["next_year"].trigger()
    report = session_of(start_window).report
    assert (report.year, report.stage) == (2026, Stage.DRAFT)
    assert report.of_kind(SlotKind.DEED) == {}
    assert not session_of(start_window).read_only


def test_an_import_does_not_replace_a_signed_report(sample_window: MainWindow) -> None:
    sign(sample_window)
    desk = desk_of(sample_window)
    before = dict(desk.session.report.slots)
    with pytest.raises(ReportSigned):
        desk.take_report(Report(desk.session.report.form, desk.session.report.office, 2025))
    assert desk.session.report.slots == before


def test_an_earlier_state_does_not_replace_a_signed_report(start_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    session_of(start_window).edit([(CELL, 5)], "填写")
    start_window.actions_of["save"].trigger()
    session_of(start_window).edit(SIGNED, "已签")
    start_window.actions_of["save"].trigger()
    start_window.actions_of["history"].trigger()
    history = tool_of(start_window, HistoryPage)
    history.list.setCurrentRow(history.list.count() - 1)
    history.restore()
    assert session_of(start_window).report.stage is Stage.SIGNED
    assert session_of(start_window).report.value(GRANTED) == 5


def test_two_windows_on_a_signed_file_agree(start_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    session_of(start_window).edit(SIGNED, "已签")
    start_window.actions_of["save"].trigger()
    seen = Content.read(path).reports[2025]
    assert seen.stage is Stage.SIGNED
    session_of(start_window).note(noted("printed", seen, date(2026, 1, 20)))
    assert session_of(start_window).report.get(SlotKind.DEED, "printed.day") == "2026-01-20"
