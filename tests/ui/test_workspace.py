"""The desk of a report: the way back from tools, and the height that findings are given."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.findings import Level
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from ui.cover_page import CoverPage
from ui.main_window import MainWindow
from ui.message_bar import Offer
from ui.pages import pages_of
from ui.settings import Settings
from ui.style import LIGHT
from ui.workspace import Workspace


@pytest.fixture
def window(sample_window: MainWindow) -> MainWindow:
    sample_window.activateWindow()
    return sample_window


def space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.mark.parametrize("tool", ["years", "charts", "history", "sign_off", "export"])
def test_esc_leads_back_from_a_tool_to_the_page_before(window: MainWindow, tool: str) -> None:
    space(window).show_page("applications").enter()
    window.messages.clear()
    window.actions_of[tool].trigger()
    assert space(window).page is None
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    page = space(window).page
    assert page is not None
    assert page.spec.id == "applications"


def test_findings_take_their_line_and_no_more_while_there_are_none(window: MainWindow) -> None:
    findings = space(window).findings
    bottom = findings.mapTo(window, findings.rect().bottomLeft()).y()
    assert not findings.list.rows
    assert findings.height() < 60
    assert bottom == window.status.y() - 1


def test_the_height_given_to_the_findings_is_remembered(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "other.ini")
    heights = []
    for given in (222, 0):
        made = MainWindow(settings, date(2025, 1, 10))
        qtbot.addWidget(made)
        made.show()
        made.files.open_sample()
        space(made).show_page("other_matters")
        space(made).session.edit([(Slot(SlotKind.CELL, "applications.granted.natural_person"), 9)], "填写")
        if given:
            space(made).findings.open_height = given
        space(made).hide()
        space(made).show()
        heights.append(space(made).findings.height())
        made.close()
    assert heights == [222, 222]


def test_the_finding_that_is_explained_is_the_one_selected(window: MainWindow) -> None:
    session = space(window).session
    text = "全年收到政府信息公开申请66件。\n" + session.report.text("overview")
    session.edit(
        [
            (Slot(SlotKind.TEXT, "overview"), text),
            (Slot(SlotKind.CELL, "disclosure.normative_documents.in_force"), 70),
        ],
        "填写",
    )
    explainable = [f for f in session.outcome.findings if f.level is Level.EXPLAIN]
    assert len(explainable) > 1
    panel = space(window).findings
    for finding in explainable:
        panel.explain_finding(finding)
        assert panel.list.current is not None
        assert panel.list.current.finding == finding


def test_the_kind_of_office_follows_its_name_until_it_is_chosen(window: MainWindow) -> None:
    window.actions_of["new"].trigger()
    form = window.start.form
    type_words(form.office, "云溪市人民政府")
    assert form.level.currentData() == "government"
    QTest.keyClick(form.level, Qt.Key.Key_Up)
    assert form.level.currentData() == "department"
    type_words(form.office, "政府")
    assert form.level.currentData() == "department"


def test_the_preamble_is_written_on_white(window: MainWindow) -> None:
    page = space(window).show_page("cover")
    assert isinstance(page, CoverPage)
    picture = page.grab().toImage()
    corner = page.editor.mapTo(page, page.editor.rect().bottomRight()) - QPoint(30, 12)
    assert picture.pixelColor(corner * picture.devicePixelRatio()).name() == LIGHT.panel


def test_the_window_goes_onto_a_small_screen_at_150_percent(window: MainWindow) -> None:
    for page in pages_of(space(window).session.report):
        space(window).show_page(page.id)
    window.actions_of["export"].trigger()
    window.resize(911, 470)
    assert (window.width(), window.height()) == (911, 470)


def test_a_notice_goes_when_the_clerk_goes_on_and_an_offer_stays(window: MainWindow) -> None:
    window.messages.show_message("已新建。")
    space(window).show_page("overview")
    assert window.messages.text == ""
    window.messages.show_message("已导入。", Level.HINT, (Offer("新增下一年度报告", window.messages.clear),))
    space(window).show_page("problems")
    assert window.messages.text == "已导入。"
