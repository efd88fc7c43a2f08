"""What is typed into a text is in the report at once; numbers and drafts follow the report, and a signed one is left alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.number_fields import field_text
from model.preamble import draft_preamble
from model.report import Report, Slot, SlotKind
from model.review.remarks import Place
from tests.export.sample import report_of
from tests.ui.hands import type_words
from tests.ui.windows import session_of, workspace_of
from ui.desk.session import Session
from ui.frame.main_window import MainWindow
from ui.prose.section_editor import SectionEditor
from ui.report.cover_page import CoverPage

TEXT = "全年收到申请{收到申请总数}件。\n完善制度。"


@pytest.fixture
def report() -> Report:
    made = report_of()
    made.set([(Slot(SlotKind.TEXT, "overview"), TEXT), (Slot(SlotKind.TEXT, "preamble"), None)])
    return made


def editor(qtbot: QtBot, session: Session, section: str = "overview") -> SectionEditor:
    made = SectionEditor(session, section)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def test_what_is_typed_is_in_the_report_and_fields_stay_fields(qtbot: QtBot, report: Report) -> None:
    session = Session(report)
    text = editor(qtbot, session)
    text.moveCursor(text.textCursor().MoveOperation.End)
    QTest.keyClicks(text, "Abc")
    assert report.text("overview") == f"{TEXT}Abc"
    session.undo()
    assert (report.text("overview"), text.kept) == (TEXT, TEXT)


def test_what_is_typed_after_the_keyboard_was_elsewhere_is_a_step_of_its_own(
    sample_window: MainWindow,
) -> None:
    session = session_of(sample_window)
    cover = workspace_of(sample_window).show_page("cover")
    assert isinstance(cover, CoverPage)
    for words in ("甲乙", "丙"):
        cover.editor.setFocus()
        type_words(cover.editor, words)
        cover.fields["phone"].setFocus()
    session.undo()
    assert "甲乙" in session.report.text("preamble")
    assert "丙" not in session.report.text("preamble")
    session.undo()
    assert "甲乙" not in session.report.text("preamble")


def test_the_draft_of_the_preamble_follows_the_office_until_it_is_written(
    qtbot: QtBot, report: Report
) -> None:
    session = Session(report)
    text = editor(qtbot, session, "preamble")
    assert text.kept == draft_preamble(report)
    session.edit([(Slot(SlotKind.FIELD, "office"), "青石县水利局")], "填写")
    assert text.kept == draft_preamble(report)
    QTest.keyClicks(text, "A")
    assert not text.drafted
    session.edit([(Slot(SlotKind.FIELD, "office"), "云溪县林业局")], "填写")
    assert "青石县水利局" in text.kept


def test_a_preamble_that_is_cleared_is_drafted_again(qtbot: QtBot, report: Report) -> None:
    report.set([(Slot(SlotKind.TEXT, "preamble"), "A")])
    text = editor(qtbot, Session(report), "preamble")
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_Delete)
    assert text.drafted
    assert not report.text("preamble")


def test_a_draft_that_is_cleared_stays_what_it_is_and_is_shown(qtbot: QtBot, report: Report) -> None:
    text = editor(qtbot, Session(report), "preamble")
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert text.drafted
    assert text.toPlainText() == text.kept == draft_preamble(report)


def test_of_a_report_for_reading_nothing_is_changed_and_why_is_told(qtbot: QtBot, report: Report) -> None:
    session = Session(report, read_only=True)
    text = editor(qtbot, session)
    with qtbot.waitSignal(session.refused):
        QTest.keyClicks(text, "A")
    with qtbot.assertNotEmitted(session.refused):
        QTest.keyClick(text, Qt.Key.Key_End)
    composed = QInputMethodEvent()
    composed.setCommitString("字")
    with qtbot.waitSignal(session.refused):
        QApplication.sendEvent(text, composed)
    with qtbot.waitSignal(session.refused):
        text.offer_numbers()
    assert report.text("overview") == TEXT


def test_the_paragraph_under_the_cursor_is_what_a_remark_is_about(qtbot: QtBot, report: Report) -> None:
    session = Session(report)
    text = editor(qtbot, session)
    text.moveCursor(text.textCursor().MoveOperation.End)
    assert text.place == Place("overview", quote="完善制度。")
    text.moveCursor(text.textCursor().MoveOperation.Start)
    assert text.place.quote.startswith("全年收到申请")
    assert "{" not in text.place.quote
    assert editor(qtbot, session, "preamble").place == Place("cover"), "a draft is nobody's words"


def test_every_number_of_the_tables_is_in_the_menu_with_what_it_is_now(qtbot: QtBot, report: Report) -> None:
    text = editor(qtbot, Session(report))
    offered = {action.data(): action.text() for action in text.number_menu().findChildren(QAction)}
    assert {f"{{{name}}}" for name in report.form.number_fields} <= set(offered)
    assert offered["{收到申请总数}"] == f"收到申请总数\t{field_text(report, '收到申请总数')}"
