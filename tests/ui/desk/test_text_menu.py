"""The menu of a text: its 撤销 takes back the report's last step."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from ui.desk.session import Session
from ui.prose.section_editor import SectionEditor

LICENCES = Slot(SlotKind.CELL, "disclosure.licences.decisions")


def entry(menu: QMenu, name: str) -> QAction:
    [action] = [action for action in menu.actions() if action.objectName() == name]
    return action


def test_nothing_done_is_nothing_to_take_back(qtbot: QtBot, session: Session) -> None:
    editor = SectionEditor(session, "overview")
    qtbot.addWidget(editor)
    assert not entry(editor.text_menu(), "edit-undo").isEnabled()


def test_a_step_made_elsewhere_is_taken_back_from_the_text(qtbot: QtBot, session: Session) -> None:
    editor = SectionEditor(session, "overview")
    qtbot.addWidget(editor)
    type_words(editor, "全年公开。")
    session.edit([(LICENCES, 7)], "填写")
    undo = entry(editor.text_menu(), "edit-undo")
    assert undo.text() == "撤销“填写”"
    undo.trigger()
    assert session.report.value(LICENCES.key) is None
    assert session.report.text("overview") == "全年公开。"
    entry(editor.text_menu(), "edit-redo").trigger()
    assert session.report.value(LICENCES.key) == 7


def test_the_numbers_of_the_tables_are_offered_where_text_can_be_typed(
    qtbot: QtBot, session: Session
) -> None:
    editor = SectionEditor(session, "overview")
    qtbot.addWidget(editor)
    assert "插入表中数字…" in [action.text() for action in editor.text_menu().actions()]
    editor.setReadOnly(True)
    assert "插入表中数字…" not in [action.text() for action in editor.text_menu().actions()]
