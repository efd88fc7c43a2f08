"""The cover page: whose report it is, when it is due, and a preamble drafted from what stands there."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from model.office_fields import LASTING
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from tests.ui.windows import workspace_of
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.frame.main_window import MainWindow
from ui.report.cover_page import CoverPage


def test_the_preamble_follows_the_office_data_until_it_is_rewritten(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    type_words(page.fields["phone"], "0500-12345")
    assert "电话：0500-12345" in page.editor.kept
    type_words(page.editor, "本局")
    assert "本局" in session.report.text("preamble")
    type_words(page.fields["phone"], "6")
    assert "0500-123456" not in page.editor.kept
    page.redraft_button.click()
    assert session.report.text("preamble") == ""
    assert "0500-123456" in page.editor.kept


def test_a_day_that_is_none_is_marked(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    type_words(page.fields["date"], "2025-13-40")
    assert page.fields["date"].property("state") == "error"
    page.fields["date"].selectAll()
    type_words(page.fields["date"], "2025-01-20")
    assert page.fields["date"].property("state") == ""


def test_the_level_sets_the_deadline(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    page.levels.button(1).click()
    assert session.report.field("level") == "government"
    session.undo()
    assert page.levels.button(0).isChecked()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> CoverPage:
    made = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_window_of_1024_shows_every_field_without_moving_sideways(sample_window: MainWindow) -> None:
    sample_window.resize(1024, 768)
    QApplication.processEvents()
    cover = workspace_of(sample_window).show_page("cover")
    [area] = cover.findChildren(QScrollArea, "side")
    assert area.horizontalScrollBar().maximum() == 0


def words(page: CoverPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_the_day_it_is_due_is_told(page: CoverPage) -> None:
    assert "应于 2025-01-31 前报送" in words(page)
    type_words(page.fields["deadline"], "2025-01-26")
    assert "应于 2025-01-26 前报送" in words(page)


def test_what_must_still_be_filled_in_is_named_and_gone_to_first(page: CoverPage) -> None:
    assert "还需填写：地址、联系电话" in words(page)
    page.enter()
    assert page.focusWidget() is page.fields["address"]
    type_words(page.fields["address"], "县城东街1号")
    assert "还需填写：联系电话" in words(page)
    type_words(page.fields["phone"], "0500-6812345")
    assert "还需填写" not in words(page)


def test_it_is_told_who_wrote_the_preamble(page: CoverPage) -> None:
    assert "由程序按上面各项拟写" in words(page)
    assert not page.redraft_button.isEnabled()
    type_words(page.editor, "本局")
    assert "已单独写定" in words(page)
    assert page.redraft_button.isEnabled()


def test_a_word_typed_is_one_step_to_undo(page: CoverPage, session: Session) -> None:
    type_words(page.fields["contact"], "办公室")
    session.undo()
    assert session.report.field("contact") == ""
    assert page.fields["contact"].text() == ""


def test_undo_leads_back_to_the_field(page: CoverPage, session: Session, qtbot: QtBot) -> None:
    type_words(page.fields["fax"], "1")
    change = session.undo()
    assert change is not None
    page.show_slot(change.slots[0])
    assert page.fields["fax"].isVisible()
    assert page.focusWidget() is page.fields["fax"]


def test_a_report_for_reading_cannot_be_typed_into(qtbot: QtBot, session: Session) -> None:
    session.switch(session.report, None, read_only=True)
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    assert all(field.isReadOnly() for field in page.fields.values())
    assert page.editor.isReadOnly()
    assert not any(button.isEnabled() for button in page.levels.buttons())
    type_words(page.fields["phone"], "1")
    assert session.report.field("phone") == ""


def test_a_field_changed_elsewhere_is_shown(page: CoverPage, session: Session) -> None:
    session.edit([(Slot(SlotKind.FIELD, "email"), "a@example.cn")], "导入")
    assert page.fields["email"].text() == "a@example.cn"


def test_a_finding_on_contact_data_leads_to_their_field(page: CoverPage, session: Session) -> None:
    session.edit([(Slot(SlotKind.FIELD, "postcode"), "2230")], "填写")
    page.load()
    finding = next(f for f in session.outcome.findings if f.code == "S14")
    page.activateWindow()
    page.show_finding(finding)
    assert page.focusWidget() is page.fields["postcode"]


def test_the_limit_of_the_office_is_kept_with_its_data(page: CoverPage, session: Session) -> None:
    type_words(page.fields["limit"], "1000")
    assert session.report.field("limit") == "1000"
    assert "limit" in LASTING


def test_a_kind_that_nobody_chose_is_that_of_the_name(qtbot: QtBot, session: Session) -> None:
    session.edit(
        [(Slot(SlotKind.FIELD, "level"), None), (Slot(SlotKind.FIELD, "office"), "云溪县人民政府")], "填写"
    )
    made = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(made)
    assert made.levels.button(1).isChecked()
    assert "应于 2025-03-31 前报送" in words(made)


def test_the_kinds_of_office_stand_side_by_side_where_they_have_room(qtbot: QtBot, session: Session) -> None:
    page = CoverPage(session, pages_of(session.report)[0])
    qtbot.addWidget(page)
    page.show()
    for width, levels in ((1200, 1), (560, 2)):
        page.resize(width, 700)
        QApplication.processEvents()
        assert len({button.y() for button in page.levels.buttons()}) == levels
        [area] = page.findChildren(QScrollArea, "side")
        assert area.horizontalScrollBar().maximum() == 0
