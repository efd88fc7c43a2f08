"""A page of a table: the grid, its commands at the head, and words before the table where the section has any."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from model.findings import Finding, Spot
from model.levels import Level
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from tests.ui.windows import GRANTED
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.report.table_page import TablePage

RECEIVED = "applications.received.natural_person"
WORDS = Slot(SlotKind.TEXT, "applications")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> TablePage:
    """The page of section 三."""
    spec = next(spec for spec in pages_of(session.report) if spec.id == "applications")
    made = TablePage(session, spec)
    qtbot.addWidget(made)
    made.resize(1124, 600)
    made.show()
    return made


def button(page: TablePage, name: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.accessibleName() == name)


def test_work_begins_at_the_first_cell_with_its_help(page: TablePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.hint) as told:
        page.enter()
    assert page.grid.current_key == RECEIVED
    assert told.args is not None
    assert "本年新收政府信息公开申请数量" in str(told.args[0])


def test_a_marked_total_tells_beside_its_name_what_it_differs_from(
    page: TablePage, session: Session, qtbot: QtBot
) -> None:
    total = "applications.received.total"
    session.edit([(Slot(SlotKind.DECLARED, total), 47)], "粘贴")
    with qtbot.waitSignal(page.hint) as told:
        page.grid.focus_cell(total)
    assert str(told.args[0]).split("　　")[1].startswith("合计写的是 47")


def test_the_next_blank_cell_is_gone_to_and_round(page: TablePage, session: Session) -> None:
    keys = [key for key in session.report.form.entered if key.startswith("applications.")]
    session.edit([(Slot(SlotKind.CELL, key), 0) for key in keys if key not in (keys[3], keys[9])], "填写")
    page.enter()
    assert page.next_blank()
    assert page.grid.current_key == keys[3]
    assert page.next_blank()
    assert page.grid.current_key == keys[9]
    assert page.next_blank()
    assert page.grid.current_key == keys[3]


def test_without_a_blank_cell_there_is_none_to_go_to(page: TablePage, session: Session) -> None:
    session.edit([(Slot(SlotKind.CELL, key), 0) for key in session.report.form.entered], "填写")
    assert not page.next_blank()


def test_a_finding_leads_to_the_cell_that_can_be_typed(page: TablePage) -> None:
    total = "applications.granted.total"
    page.show_finding(Finding("T3.1", Level.ERROR, "", (total, GRANTED)))
    assert page.grid.current_key == GRANTED
    page.show_finding(Finding("T3.1", Level.ERROR, "", (total,)))
    assert page.grid.current_key == total


def test_a_finding_in_the_words_leads_into_them(page: TablePage, session: Session) -> None:
    session.edit([(WORDS, "表前说明：本年收到8件。")], "修改文字")
    page.show_finding(Finding("S1", Level.WARNING, "", spot=Spot("applications", 0, 4)))
    assert page.words.isVisible()
    assert page.words.textCursor().selectedText() == "表前说明"


def test_words_are_added_only_when_they_are_wanted(page: TablePage, session: Session) -> None:
    assert not page.words.isVisible()
    button(page, "在表前添加文字").click()
    assert page.words.isVisible()
    assert not button(page, "在表前添加文字").isVisible()
    type_words(page.words, "表前说明")
    assert session.report.text("applications") == "表前说明"


def test_undoing_the_words_of_another_hides_them_again(page: TablePage, session: Session) -> None:
    session.edit([(WORDS, "表前说明")], "修改文字")
    assert page.words.isVisible()
    session.undo()
    assert not page.words.isVisible()


def test_the_rest_is_filled_with_zeros_by_one_button(page: TablePage, session: Session) -> None:
    button(page, "其余空格填 0").click()
    keys = [key for key in session.report.form.entered if key.startswith("applications.")]
    assert {session.report.value(key) for key in keys} == {0}
    session.undo()
    assert {session.report.value(key) for key in keys} == {None}


def test_control_totals_are_shown_and_hidden_by_one_button(page: TablePage) -> None:
    controls = button(page, "核对合计")
    controls.click()
    assert page.grid.show_controls
    assert controls.isChecked()
    controls.click()
    assert not page.grid.show_controls


def test_last_years_numbers_are_switched_on(page: TablePage) -> None:
    page.compare_last_year(on=True)
    assert page.grid.show_last_year


def test_undo_leads_to_the_cell_it_changed(page: TablePage, session: Session) -> None:
    session.edit([(Slot(SlotKind.CELL, GRANTED), 1)], "填写")
    change = session.undo()
    assert change is not None
    page.show_slot(change.slots[0])
    assert page.grid.current_key == GRANTED


def test_a_report_that_only_is_read_offers_nothing_that_fills_it(page: TablePage, session: Session) -> None:
    zeros = button(page, "其余空格填 0")
    assert zeros.isEnabled()
    session.switch(session.report, None, read_only=True)
    page.load()
    assert not zeros.isEnabled()
    assert not any("粘贴" in label.text() for label in page.findChildren(QLabel))
