"""The outline: the verdict, every page with its state, and what belongs to the file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QListWidget
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from tests.ui.windows import GRANTED, export_page_of, session_of, workspace_of
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.desk.tool_page import TOOLS
from ui.frame.main_window import MainWindow
from ui.report.outline import Outline


@pytest.fixture
def outline(qtbot: QtBot, session: Session) -> Outline:
    made = Outline(session)
    qtbot.addWidget(made)
    made.show()
    session.check()
    return made


def entries(outline: Outline) -> QListWidget:
    found = outline.findChild(QListWidget)
    assert found is not None
    return found


def test_it_lists_the_pages_and_then_the_tools(outline: Outline, session: Session) -> None:
    words = [entries(outline).item(row).text() for row in range(entries(outline).count())]
    pages = [page.short for page in pages_of(session.report)]
    assert words == [*pages, "", *(tool.words for tool in TOOLS if tool.listed)]


def test_states_follow_every_edit(outline: Outline, session: Session) -> None:
    assert outline.states()["applications"] == "未开始"
    session.edit([(Slot(SlotKind.CELL, GRANTED), 1)], "填写")
    assert outline.states()["applications"].endswith("格未填")
    session.undo()
    assert outline.states()["applications"] == "未开始"


def test_the_verdict_stands_above_all_and_in_three_shades(outline: Outline, session: Session) -> None:
    card = outline.findChild(QFrame, "verdict")
    assert card is not None
    assert (outline.verdict, card.property("state")) == ("还有 166 格未填", "open")
    keys = [key for key in session.report.form.entered if key.startswith("applications.")]
    session.edit([(Slot(SlotKind.CELL, key), 1) for key in keys], "填写")
    assert card.property("state") == "error"
    assert "必须改正" in outline.verdict


def test_the_keyboard_on_its_way_through_the_outline_leaves_the_export_in_sight(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    page, outline = export_page_of(sample_window, "pdf"), workspace_of(sample_window).outline
    entries(outline).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(entries(outline).hasFocus)
    assert page.isVisible()
    assert entries(outline).currentRow() == -1
    QTest.keyClick(entries(outline), Qt.Key.Key_Down)
    assert not page.isVisible()


def test_a_report_that_may_be_filed_is_green(sample_window: MainWindow) -> None:
    outline = workspace_of(sample_window).outline
    card = outline.findChild(QFrame, "verdict")
    assert card is not None
    assert (outline.verdict, card.property("state")) == ("可以上报", "good")
    session = session_of(sample_window)
    text = session.report.text("overview") + "收到政府信息公开申请3218件。"
    session.edit([(Slot(SlotKind.TEXT, "overview"), text)], "修改文字")
    assert card.property("state") == "explain"


def test_arrow_keys_lead_from_page_to_page(outline: Outline) -> None:
    chosen: list[str] = []
    outline.chosen.connect(chosen.append)
    for _ in range(3):
        QTest.keyClick(entries(outline), Qt.Key.Key_Down)
    assert chosen == ["overview", "disclosure", "applications"]


def test_showing_a_page_is_not_choosing_it(outline: Outline) -> None:
    chosen: list[str] = []
    outline.chosen.connect(chosen.append)
    outline.select("problems")
    assert entries(outline).currentItem().text().startswith("五、")
    outline.select("没有这一页")
    assert entries(outline).currentRow() == -1
    assert chosen == []


def test_a_screen_reader_hears_the_state_of_a_page(outline: Outline) -> None:
    heard = entries(outline).item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "一、总体情况，未开始"


def test_after_a_click_keys_go_to_the_page_that_was_chosen(sample_window: MainWindow) -> None:
    sample_window.activateWindow()
    workspace = workspace_of(sample_window)
    pages = entries(workspace.outline)
    place = pages.visualItemRect(pages.item(3)).center()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place)
    page = workspace.page
    assert page is not None
    assert page.spec.id == "applications"
    keyboard = sample_window.focusWidget()
    assert keyboard is not None
    assert page.isAncestorOf(keyboard)
