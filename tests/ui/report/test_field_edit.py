"""A field of the office's data goes into the report while it is typed; a day only when it is one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from tests.ui.windows import session_of, workspace_of
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.frame.main_window import MainWindow
from ui.report.cover_page import CoverPage
from ui.report.field_edit import DayEdit, FieldEdit


def test_only_a_whole_day_reaches_the_report(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    type_words(page.fields["deadline"], "2025-01-2")
    assert session.report.field("deadline") == ""
    type_words(page.fields["deadline"], "6")
    assert session.report.field("deadline") == "2025-01-26"


def test_a_day_in_other_words_is_taken_for_the_day_it_plainly_is(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    type_words(page.fields["date"], "2025年1月5日")
    page.fields["date"].editingFinished.emit()
    assert session.report.field("date") == page.fields["date"].text() == "2025-01-05"
    assert page.fields["date"].property("state") == ""


def field(qtbot: QtBot, session: Session) -> FieldEdit:
    made = FieldEdit(session, "phone", "联系电话")
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_typed_is_in_the_report_at_once(qtbot: QtBot, session: Session) -> None:
    made = field(qtbot, session)
    type_words(made, "0500-1")
    assert session.report.field("phone") == "0500-1"
    assert session.journal.undo_label == "修改联系电话"


def test_blanks_around_are_not_kept_but_do_not_hinder_typing(qtbot: QtBot, session: Session) -> None:
    made = field(qtbot, session)
    type_words(made, "0500 ")
    assert session.report.field("phone") == "0500"
    type_words(made, "12")
    assert session.report.field("phone") == "0500 12"


def test_a_cleared_field_begins_a_new_step(qtbot: QtBot, session: Session) -> None:
    made = field(qtbot, session)
    type_words(made, "12")
    made.selectAll()
    QTest.keyClick(made, Qt.Key.Key_Delete)
    assert session.report.field("phone") == ""
    session.undo()
    assert made.text() == "12"


def test_undo_in_a_field_is_that_of_the_whole_report(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    cover = workspace_of(sample_window).show_page("cover")
    assert isinstance(cover, CoverPage)
    before = session.report.field("fax")
    type_words(cover.fields["phone"], "9")
    session.edit([(Slot(SlotKind.FIELD, "fax"), "1")], "修改传真")
    QTest.keyClick(cover.fields["phone"], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.report.field("fax") == before
    assert cover.fields["phone"].text().endswith("9")


def test_each_visit_to_a_field_is_a_step_of_its_own(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    cover = workspace_of(sample_window).show_page("cover")
    assert isinstance(cover, CoverPage)
    address, before = cover.fields["address"], session.report.field("address")
    for words in ("甲乙", "丙"):
        address.setFocus()
        address.end(False)
        type_words(address, words)
        cover.fields["phone"].setFocus()
    told = []
    for _ in range(2):
        session.undo()
        told.append(session.report.field("address"))
    assert told == [f"{before}甲乙", before]


@pytest.mark.parametrize("typed", ["2025-02-30", "昨天", "2025"])
def test_what_is_no_day_is_marked_and_told_how_to_write_it(
    qtbot: QtBot, session: Session, typed: str
) -> None:
    made = DayEdit(session, "date", "成文日期")
    qtbot.addWidget(made)
    type_words(made, typed)
    assert made.property("state") == "error"
    assert "2025-01-20" in made.toolTip()
    made.clear()
    assert made.property("state") == ""
