"""按表拟写: what the tables say, put at the cursor by keyboard or mouse, undone in one step; phrases kept and dropped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.number_fields import expand
from model.phrases import phrases
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.prose.page import ProsePage


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ProsePage:
    """The page of section 一 of a report in which every cell is 1."""
    session.edit([(Slot(SlotKind.CELL, key), 1) for key in session.report.form.entered], "填写")
    spec = next(spec for spec in pages_of(session.report) if spec.id == "overview")
    made = ProsePage(session, spec)
    qtbot.addWidget(made)
    made.show()
    return made


def text(page: ProsePage) -> str:
    return page.session.report.text("overview")


def names(page: ProsePage) -> list[str]:
    return [page.drafts.list.item(row).text() for row in range(page.drafts.list.count())]


def test_the_panel_reads_out_what_it_would_insert(page: ProsePage) -> None:
    page.draft_button.click()
    assert page.drafts.isVisible()
    assert names(page)[0] == "依申请公开 · 逐项写明"
    assert "共收到政府信息公开申请6件" in page.drafts.reading.text()


def test_the_place_where_it_goes_stays_in_sight(page: ProsePage, qtbot: QtBot) -> None:
    editor = page.editor
    page.session.edit([(Slot(SlotKind.TEXT, "overview"), "全年公开信息。\n" * 60)], "修改文字")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.ensureCursorVisible()
    height = editor.viewport().height()
    page.offer_drafts()
    qtbot.waitUntil(lambda: editor.viewport().height() < height)
    assert editor.viewport().rect().contains(editor.cursorRect())


def test_enter_puts_it_at_the_cursor_and_one_undo_takes_it_back(page: ProsePage) -> None:
    type_words(page.editor, "前后")
    page.editor.moveCursor(QTextCursor.MoveOperation.Left)
    page.offer_drafts()
    QTest.keyClick(page.drafts.list, Qt.Key.Key_Down)
    reading = page.drafts.reading.text()
    QTest.keyClick(page.drafts.list, Qt.Key.Key_Return)
    assert expand(page.session.report, text(page)) == f"前{reading}后"
    assert "{收到申请总数}" in text(page)
    assert not page.drafts.isVisible()
    page.session.undo()
    assert text(page) == "前后"


def test_what_was_inserted_follows_the_tables_and_raises_nothing(page: ProsePage) -> None:
    page.offer_drafts()
    page.drafts.insert()
    page.session.edit([(Slot(SlotKind.CELL, "applications.received.natural_person"), 9)], "填写")
    assert "申请14件" in expand(page.session.report, text(page))
    assert [f.code for f in page.editor.findings() if f.code[0] == "N"] == []


def test_esc_puts_the_panel_away(page: ProsePage) -> None:
    page.offer_drafts()
    QTest.keyClick(page.drafts.list, Qt.Key.Key_Escape)
    assert not page.drafts.isVisible()


def test_words_of_the_text_are_kept_as_a_phrase_and_dropped_again(page: ProsePage) -> None:
    page.editor.insert_kept("收到{收到申请总数}件，均已办结。")
    page.offer_drafts()
    assert not page.drafts.keep_button.isEnabled()
    page.editor.selectAll()
    page.drafts.keep_button.click()
    assert phrases(page.session.report) == {"1": "收到{收到申请总数}件，均已办结。"}
    assert names(page)[-1].startswith("常用语 · ")
    page.drafts.list.setCurrentRow(len(names(page)) - 1)
    assert page.drafts.reading.text() == "收到6件，均已办结。"
    page.drafts.drop_button.click()
    assert phrases(page.session.report) == {}
    page.session.undo()
    assert len(phrases(page.session.report)) == 1
