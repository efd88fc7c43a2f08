"""What the menus do to the report: each command tells what it did and shows where."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from tests.ui.windows import GRANTED, session_of, workspace_of
from ui.desk.session import Session
from ui.frame.main_window import MainWindow
from ui.prose.page import ProsePage
from ui.prose.section_editor import SectionEditor
from ui.report.cover_page import CoverPage

NUMBER = "收到申请总数"


def prose(window: MainWindow) -> ProsePage:
    page = workspace_of(window).show_page("problems")
    assert isinstance(page, ProsePage)
    return page


def test_undo_and_redo_name_the_step(sample_window: MainWindow) -> None:
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 1)], "填写自然人")
    for name, words in (("undo", "已撤销“填写自然人”"), ("redo", "已重做“填写自然人”")):
        sample_window.actions_of[name].trigger()
        assert sample_window.status.message == words
    assert not sample_window.actions_of["redo"].isEnabled()


def test_a_number_of_the_tables_is_chosen_from_a_menu(sample_window: MainWindow) -> None:
    page = prose(sample_window)
    sample_window.actions_of["insert_number"].trigger()
    menus = page.editor.findChildren(QMenu)
    chosen = next(action for menu in menus for action in menu.actions() if action.data() == f"{{{NUMBER}}}")
    assert chosen.text() == f"{NUMBER}\t57"
    chosen.trigger()
    assert session_of(sample_window).report.text("problems").startswith("{" + NUMBER + "}")


def test_the_menu_of_numbers_goes_by_table_and_fits_a_small_screen(sample_window: MainWindow) -> None:
    editor = prose(sample_window).editor
    menu = editor.number_menu()
    assert [action.text() for action in menu.actions()] == [
        "主动公开", "依申请公开", "复议诉讼", "合计", "占比", "比上年", "上年的数",
    ]  # fmt: skip
    menus = menu.findChildren(QMenu)
    offered = {action.data() for part in menus for action in part.actions() if part is not menu}
    assert {f"{{{name}}}" for name in session_of(sample_window).report.form.number_fields} <= offered
    assert {"{予以公开数÷办结申请总数}", "{收到申请总数较45}", "45"} <= offered
    assert max(part.sizeHint().height() for part in menus) <= 720


def test_the_numbers_of_a_form_of_one_table_need_no_second_menu(qtbot: QtBot) -> None:
    editor = SectionEditor(Session(Report(form_for(2015), "云溪县林业局", 2015)), "preamble")
    qtbot.addWidget(editor)
    tables = [action for action in editor.number_menu().actions() if action.text() not in ("合计", "占比")]
    assert all(action.data() and action.menu() is None for action in tables)


def test_where_there_is_no_text_it_says_where_to_go(sample_window: MainWindow) -> None:
    workspace_of(sample_window).show_page("applications")
    sample_window.actions_of["insert_number"].trigger()
    assert sample_window.status.message == "请先到文字部分，再插入数字"


def test_the_preamble_is_drafted_again_from_anywhere(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    session.edit([(Slot(SlotKind.TEXT, "preamble"), "我的引言")], "修改文字")
    prose(sample_window)
    sample_window.actions_of["redraft"].trigger()
    assert isinstance(workspace_of(sample_window).page, CoverPage)
    assert session.report.text("preamble") == ""
    sample_window.actions_of["undo"].trigger()
    assert session.report.text("preamble") == "我的引言"


def test_the_keyboard_goes_into_the_findings_and_on_from_one_to_the_next(sample_window: MainWindow) -> None:
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 900)], "填写")
    sample_window.activateWindow()
    sample_window.actions_of["findings"].trigger()
    assert sample_window.focusWidget() is workspace_of(sample_window).findings.list
    sample_window.actions_of["next_finding"].trigger()
    first = workspace_of(sample_window).findings.list.current
    sample_window.actions_of["next_finding"].trigger()
    sample_window.actions_of["previous_finding"].trigger()
    assert workspace_of(sample_window).findings.list.current == first is not None


@pytest.mark.parametrize("words", ["公开", ""])
def test_find_takes_the_words_selected_but_no_paragraphs(sample_window: MainWindow, words: str) -> None:
    page = prose(sample_window)
    if words:
        start = page.editor.toPlainText().index(words)
        page.editor.select_range(start, start + len(words))
    else:
        page.editor.selectAll()
    sample_window.actions_of["find"].trigger()
    assert workspace_of(sample_window).find_bar.words.text() == words
