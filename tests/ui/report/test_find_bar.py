"""Find and replace go over all texts of the report; replacing everywhere is one step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from model.findings import Spot
from model.number_fields import mask
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from tests.ui.windows import session_of, workspace_of
from ui.desk.session import Session
from ui.frame.main_window import MainWindow
from ui.grid.sheet import Tile
from ui.grid.table_grid import TableGrid
from ui.look.style import LIGHT
from ui.prose.page import ProsePage
from ui.report.find_bar import FindBar
from ui.report.table_page import TablePage


def test_words_are_found_and_replaced_in_all_texts_as_one_step(sample_window: MainWindow) -> None:
    workspace = sample_window.workspace
    assert workspace is not None
    before = {
        name: session_of(sample_window).report.text(name)
        for name in ("overview", "problems", "other_matters")
    }
    report = session_of(sample_window).report
    count = sum(mask(report, text).count("公开") for text in before.values())
    sample_window.actions_of["find"].trigger()
    bar = workspace.find_bar
    bar.words.clear()
    type_words(bar.words, "公开")
    bar.instead.setText("公布")
    bar.find_next()
    assert bar.result.startswith("第 1 处")
    bar.replace_all()
    assert sum(session_of(sample_window).report.text(name).count("公布") for name in before) >= count
    sample_window.actions_of["undo"].trigger()
    assert {name: session_of(sample_window).report.text(name) for name in before} == before
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()


@pytest.fixture
def bar(qtbot: QtBot, session: Session) -> FindBar:
    """The bar over a report with 通报 twice in one text and once in another."""
    session.edit([(Slot(SlotKind.TEXT, "overview"), "通报，再通报")], "修改文字")
    session.edit([(Slot(SlotKind.TEXT, "problems"), "不够通报")], "修改文字")
    session.edit([(Slot(SlotKind.TEXT, "preamble"), "引言")], "修改文字")
    made = FindBar(session)
    qtbot.addWidget(made)
    made.open_with("通报")
    return made


def texts(session: Session) -> list[str]:
    return [session.report.text(name) for name in ("overview", "problems")]


def test_places_come_in_the_order_of_the_report_and_from_the_last_on_to_the_first(bar: FindBar) -> None:
    spots: list[Spot] = []
    bar.spot_found.connect(spots.append)
    assert bar.result == "共 3 处"
    for _ in range(4):
        bar.find_next()
    assert [(spot.section, spot.start) for spot in spots] == [
        ("overview", 0), ("overview", 4), ("problems", 2), ("overview", 0),
    ]  # fmt: skip
    assert bar.result == "第 1 处，共 3 处"


def test_one_place_after_the_other_is_replaced(bar: FindBar, session: Session) -> None:
    bar.instead.setText("通告")
    bar.find_next()
    bar.replace()
    assert texts(session) == ["通告，再通报", "不够通报"]
    bar.replace()
    assert texts(session) == ["通告，再通告", "不够通报"]


def test_nothing_is_replaced_before_it_was_shown(bar: FindBar, session: Session) -> None:
    bar.instead.setText("通告")
    bar.replace()
    assert texts(session) == ["通报，再通报", "不够通报"]
    assert bar.result == "第 1 处，共 3 处"


def test_what_holds_the_words_itself_is_replaced_once(bar: FindBar, session: Session) -> None:
    bar.instead.setText("主动通报")
    bar.replace_all()
    assert texts(session) == ["主动通报，再主动通报", "不够主动通报"]
    assert bar.result == "已替换 3 处，可用 Ctrl+Z 撤销"


def test_words_that_are_nowhere_are_told(bar: FindBar, session: Session) -> None:
    bar.words.setText("没有的话")
    bar.replace_all()
    assert bar.result == "没有找到"
    bar.find_next()
    assert bar.result == "没有找到"
    assert texts(session) == ["通报，再通报", "不够通报"]


def test_the_place_found_is_selected_on_its_page(sample_window: MainWindow) -> None:
    workspace = workspace_of(sample_window)
    words = session_of(sample_window).report.text("problems")[:6]
    sample_window.actions_of["find"].trigger()
    workspace.find_bar.words.setText(words)
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Return)
    page = workspace.page
    assert isinstance(page, ProsePage)
    assert page.spec.id == "problems"
    assert page.editor.textCursor().selectedText() == words


def test_it_begins_with_the_words_selected_in_the_text(sample_window: MainWindow) -> None:
    workspace = workspace_of(sample_window)
    page = workspace.show_page("overview")
    assert isinstance(page, ProsePage)
    page.editor.select_range(0, 4)
    sample_window.actions_of["find"].trigger()
    assert workspace.find_bar.words.text() == page.editor.toPlainText()[:4]


def test_the_name_of_a_number_field_is_no_word_of_the_text(bar: FindBar, session: Session) -> None:
    session.edit([(Slot(SlotKind.TEXT, "overview"), "申请共{收到申请总数}件")], "修改文字")
    bar.open_with("申请")
    bar.instead.setText("请求")
    bar.replace_all()
    assert session.report.text("overview") == "请求共{收到申请总数}件"


def test_a_number_in_a_text_is_found_as_it_is_shown_and_stays_the_tables(
    sample_window: MainWindow,
) -> None:
    workspace, report = workspace_of(sample_window), session_of(sample_window).report
    before = report.text("overview")
    sample_window.actions_of["find"].trigger()
    bar = workspace.find_bar
    bar.words.clear()
    type_words(bar.words, "申请57件")
    bar.instead.setText("申请很多件")
    bar.find_next()
    page = workspace.page
    assert isinstance(page, ProsePage)
    assert page.editor.selected == "申请{收到申请总数}件"
    assert found_words(page.editor) == ["申请\ufffc件"]
    bar.replace()
    assert bar.result == "表中数字没有替换；第 1 处，共 1 处"
    bar.replace_all()
    assert bar.result == "只找到随表格变化的数字，不替换"
    assert report.text("overview") == before


def test_words_are_replaced_beside_numbers_that_stay(bar: FindBar, session: Session) -> None:
    keys = [key for key in session.report.form.entered if key.startswith("applications.received.")]
    session.edit([(Slot(SlotKind.CELL, key), 1) for key in keys], "填写")
    session.edit([(Slot(SlotKind.TEXT, "overview"), f"共{len(keys)}件，即{{收到申请总数}}件")], "修改文字")
    bar.open_with(str(len(keys)))
    bar.instead.setText("多")
    bar.replace_all()
    assert session.report.text("overview") == "共多件，即{收到申请总数}件"
    assert bar.result == "已替换 1 处，1 处表中数字没有替换，可用 Ctrl+Z 撤销"


def test_in_a_report_open_for_reading_there_is_nothing_to_replace_with(
    qtbot: QtBot, session: Session
) -> None:
    bar = FindBar(Session(session.report, read_only=True))
    qtbot.addWidget(bar)
    bar.open_with("通报")
    assert bar.words.isEnabled()
    assert not bar.instead.isEnabled()


def test_a_number_is_found_in_its_cell_and_a_key_goes_on_to_the_next_and_back(
    sample_window: MainWindow,
) -> None:
    workspace = workspace_of(sample_window)
    sample_window.activateWindow()
    report = session_of(sample_window).report
    first, second = "disclosure.normative_documents.issued", "applications.granted.enterprise"
    session_of(sample_window).edit([(Slot(SlotKind.CELL, key), 86421) for key in (first, second)], "填写")
    sample_window.actions_of["find"].trigger()
    type_words(workspace.find_bar.words, "86,421")
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Return)
    assert isinstance(workspace.page, TablePage)
    assert workspace.page.current_cell == first
    assert workspace.find_bar.result.startswith("第 1 处")
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Escape)
    QTest.keyClick(workspace, Qt.Key.Key_F3)
    assert isinstance(workspace.page, TablePage)
    assert workspace.page.current_cell == second
    assert workspace.page.grid.hasFocus()
    QTest.keyClick(workspace, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert workspace.page.current_cell == first
    assert report.value(first) == 86421


def test_what_stands_in_tables_only_is_found_and_never_replaced(sample_window: MainWindow) -> None:
    before = session_of(sample_window).report.slots
    sample_window.actions_of["find"].trigger()
    bar = workspace_of(sample_window).find_bar
    bar.words.setText("没有现成信息")
    bar.instead.setText("别的")
    bar.find_next()
    bar.replace()
    assert bar.result == "第 1 处，共 1 处"
    bar.replace_all()
    assert bar.result == "只在表格中找到，不替换"
    assert session_of(sample_window).report.slots == before


def test_without_words_the_key_asks_for_them(sample_window: MainWindow) -> None:
    sample_window.activateWindow()
    QTest.keyClick(workspace_of(sample_window), Qt.Key.Key_F3)
    assert workspace_of(sample_window).find_bar.words.hasFocus()


def test_all_places_are_marked_in_texts_and_tables_until_the_bar_is_closed(sample_window: MainWindow) -> None:
    workspace = workspace_of(sample_window)
    table = workspace.show_page("applications")
    assert isinstance(table, TablePage)
    workspace.open_find()
    type_words(workspace.find_bar.words, "38")
    tile = table.grid.sheet.by_key["applications.received.natural_person"]
    assert ground(table.grid, tile) == LIGHT.found
    page = workspace.show_page("overview")
    assert isinstance(page, ProsePage)
    workspace.find_bar.words.clear()
    type_words(workspace.find_bar.words, "公开")
    label = next(tile for tile in table.grid.sheet.tiles if tile.text == "（一）予以公开")
    assert ground(table.grid, label) == LIGHT.found
    assert ground(table.grid, tile) == LIGHT.panel
    report = session_of(sample_window).report
    assert found_words(page.editor) == ["公开"] * mask(report, report.text("overview")).count("公开")
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Escape)
    assert page.editor.extraSelections() == []
    assert ground(table.grid, tile) == LIGHT.panel


def found_words(editor: QTextEdit) -> list[str]:
    """The words on the ground of what is looked for; Qt's own description leaves out what a mark consists of."""
    words = []
    for mark in editor.extraSelections():
        place, look = (getattr(mark, name) for name in ("cursor", "format"))
        assert isinstance(look, QTextCharFormat)
        assert isinstance(place, QTextCursor)
        if look.background().color().name() == LIGHT.found:
            words.append(place.selectedText())
    return words


def ground(grid: TableGrid, tile: Tile) -> str:
    """The colour of a tile beside its number."""
    corner = grid.place(tile).bottomRight() - QPoint(3, 3)
    return grid.viewport().grab().toImage().pixelColor(corner).name()
