"""The desk of a report: the way back from tools, the height that findings are given, and what stays where it is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from model.explanations import explain
from model.levels import Level
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from tests.ui.windows import GRANTED, desk_of, workspace_of
from ui.desk.pages import pages_of
from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow
from ui.look.message_bar import Offer
from ui.look.style import LIGHT
from ui.prose.page import ProsePage
from ui.report.cover_page import CoverPage
from ui.report.table_page import TablePage
from ui.report.workspace import Workspace


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


def under_the_mouse(window: MainWindow) -> dict[QWidget, QRect]:
    """Where everything begins that belongs to no bar that comes and goes, and how large the page is."""
    workspace = space(window)
    bars = (window.messages, workspace.find_bar, workspace.findings.explanation)
    found = {}
    for widget in workspace.findChildren(QWidget) + window.header.findChildren(QWidget):
        if widget.isVisible() and not any(bar is widget or bar.isAncestorOf(widget) for bar in bars):
            found[widget] = QRect(widget.mapTo(window, QPoint()), QSize(1, 1))
    found[workspace.stack] = QRect(workspace.stack.mapTo(window, QPoint()), workspace.stack.size())
    return found


def moved(before: dict[QWidget, QRect], now: dict[QWidget, QRect]) -> list[QWidget]:
    return [widget for widget, place in before.items() if widget in now and now[widget] != place]


def notice(window: MainWindow) -> None:
    window.messages.show_message("没有保存", Level.ERROR, (Offer("重试", window.messages.clear),))


def find(window: MainWindow) -> None:
    space(window).open_find()


def first_finding(window: MainWindow) -> None:
    space(window).session.edit([(Slot(SlotKind.CELL, GRANTED), 9)], "填写")
    space(window).session.check()
    assert space(window).findings.list.rows


@pytest.mark.parametrize("page", ["applications", "overview", "cover", "problems"])
@pytest.mark.parametrize("comes", [notice, find, first_finding])
def test_a_bar_that_comes_or_goes_moves_nothing_under_the_mouse(
    window: MainWindow, page: str, comes: Callable[[MainWindow], None], qtbot: QtBot
) -> None:
    window.resize(1366, 768)
    window.messages.clear()
    space(window).show_page(page).enter()
    QApplication.processEvents()
    before = under_the_mouse(window)
    comes(window)
    QApplication.processEvents()
    assert moved(before, under_the_mouse(window)) == []
    window.messages.clear()
    space(window).find_bar.close_bar()
    space(window).session.undo()
    space(window).session.check()
    space(window).show_page(page).enter()
    QApplication.processEvents()
    assert moved(before, under_the_mouse(window)) == []


def test_writing_a_reason_takes_the_place_of_the_head_and_moves_no_finding(window: MainWindow) -> None:
    findings = space(window).findings
    slip = [(Slot(SlotKind.CELL, "disclosure.normative_documents.in_force"), 70)]
    space(window).session.edit(slip, "填写")
    space(window).session.check()
    QApplication.processEvents()
    before = findings.list.geometry()
    finding = next(f for f in space(window).session.outcome.findings if f.level is Level.EXPLAIN)
    findings.explain_finding(finding)
    QApplication.processEvents()
    assert findings.explanation.isVisible()
    assert findings.list.geometry() == before
    QTest.keyClick(findings.explanation.edit, Qt.Key.Key_Escape)
    assert not findings.explanation.isVisible()
    assert findings.list.geometry() == before


def test_findings_folded_to_their_head_open_when_they_are_gone_to(window: MainWindow) -> None:
    findings = space(window).findings
    first_finding(window)
    window.messages.clear()
    findings.open_height = findings.minimumSizeHint().height()
    space(window).hide()
    space(window).show()
    assert findings.list.height() < 27
    findings.step(1)
    assert findings.list.height() >= 2 * 27


def test_the_height_given_to_the_findings_is_remembered(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "other.ini")
    heights = []
    for given in (222, 0):
        made = MainWindow(settings, date(2025, 1, 10))
        qtbot.addWidget(made)
        made.show()
        made.files.open_sample()
        made.messages.clear()
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
    page.complete()
    picture = page.grab().toImage()
    corner = page.editor.mapTo(page, page.editor.rect().bottomRight()) - QPoint(30, 12)
    assert picture.pixelColor(corner * picture.devicePixelRatio()).name() == LIGHT.panel


def test_the_window_goes_onto_a_small_screen_at_150_percent(window: MainWindow) -> None:
    for page in pages_of(space(window).session.report):
        space(window).show_page(page.id)
    window.actions_of["export"].trigger()
    window.resize(911, 470)
    assert (window.width(), window.height()) == (911, 470)


def test_a_notice_goes_when_the_clerk_goes_on_but_not_under_a_second_click(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.messages.show_message("已新建。")
    space(window).show_page("overview")
    assert window.messages.text == "已新建。"
    qtbot.waitUntil(lambda: window.messages.text == "")
    window.messages.show_message("已导入。", Level.HINT, (Offer("新增下一年度报告", window.messages.clear),))
    space(window).show_page("problems")
    window.messages.settle_now()
    assert window.messages.text == "已导入。"


def test_pages_follow_each_other_in_the_order_of_the_form_and_round(window: MainWindow) -> None:
    seen = []
    for _ in pages_of(space(window).session.report):
        page = space(window).page
        assert page is not None
        seen.append(page.spec.id)
        window.actions_of["next_page"].trigger()
    assert seen == [spec.id for spec in pages_of(space(window).session.report)]
    window.actions_of["previous_page"].trigger()
    page = space(window).page
    assert page is not None
    assert page.spec.id == seen[-1]


def test_f7_goes_to_the_next_blank_cell_on_this_page_or_a_later_one(window: MainWindow) -> None:
    workspace, session = space(window), space(window).session
    keys = ("applications.granted.enterprise", "disclosure.licences.decisions")
    session.edit([(Slot(SlotKind.CELL, key), None) for key in keys], "清除")
    for page_id, key in (("applications", keys[0]), ("disclosure", keys[1])):
        if page_id == "applications":
            workspace.show_page("applications").enter()
        else:
            session.edit([(Slot(SlotKind.CELL, keys[0]), 0)], "填写")
        window.actions_of["next_blank"].trigger()
        page = workspace.page
        assert isinstance(page, TablePage)
        assert page.spec.id == page_id
        assert page.grid.current_key == key
    session.edit([(Slot(SlotKind.CELL, keys[1]), 0)], "填写")
    window.actions_of["next_blank"].trigger()
    assert window.status.message == "所有格都已填写"


def test_a_finding_leads_to_its_words(window: MainWindow) -> None:
    session = space(window).session
    told = "全年收到政府信息公开申请3218件。"
    text = f"{session.report.text('problems')}\n{told}"
    session.edit([(Slot(SlotKind.TEXT, "problems"), text)], "修改文字")
    finding = next(f for f in session.outcome.findings if f.code == "N1")
    space(window).show_finding(finding)
    page = space(window).page
    assert isinstance(page, ProsePage)
    assert page.spec.id == "problems"
    assert page.editor.textCursor().selectedText() == finding.quote


def test_undo_shows_where_it_changed_something(window: MainWindow) -> None:
    workspace, session = space(window), space(window).session
    edits = (
        ("applications", Slot(SlotKind.CELL, "applications.granted.natural_person"), 9),
        ("problems", Slot(SlotKind.TEXT, "problems"), "别的"),
        ("cover", Slot(SlotKind.TEXT, "preamble"), "引言"),
        ("cover", Slot(SlotKind.FIELD, "fax"), "1"),
        ("applications", Slot(SlotKind.CONTROL, "applications.granted.total"), 9),
    )
    for page_id, slot, value in edits:
        session.edit([(slot, value)], "修改")
        workspace.show_page("overview")
        window.actions_of["undo"].trigger()
        page = workspace.page
        assert page is not None
        assert page.spec.id == page_id, slot


def test_an_explanation_taken_back_stays_where_the_clerk_is(window: MainWindow) -> None:
    workspace, session = space(window), space(window).session
    text = session.report.text("overview") + "收到政府信息公开申请3218件。"
    session.edit([(Slot(SlotKind.TEXT, "overview"), text)], "修改文字")
    finding = next(f for f in session.outcome.findings if f.code == "N1")
    session.edit(explain(session.report, finding, "口径不同"), "填写说明")
    workspace.show_page("problems")
    window.actions_of["undo"].trigger()
    page = workspace.page
    assert page is not None
    assert page.spec.id == "problems"
    assert finding in session.outcome.findings


def test_last_year_stands_beside_on_pages_made_before_and_after(window: MainWindow) -> None:
    workspace = space(window)
    grid_page = workspace.show_page("applications")
    window.actions_of["last_year"].trigger()
    assert isinstance(grid_page, TablePage)
    assert grid_page.grid.show_last_year
    later = workspace.show_page("disputes")
    assert isinstance(later, TablePage)
    assert later.grid.show_last_year


def test_another_year_stays_on_the_same_page(window: MainWindow) -> None:
    space(window).show_page("disputes")
    window.header.year_chosen.emit(2024)
    page = space(window).page
    assert page is not None
    assert page.spec.id == "disputes"
    assert page.session.report.year == 2024


def test_the_preview_comes_and_goes_at_the_right(window: MainWindow) -> None:
    across = space(window).across
    window.actions_of["preview"].trigger()
    assert across.count() == 3
    assert across.widget(2).isVisible()
    window.actions_of["preview"].trigger()
    assert not across.widget(2).isVisible()
    window.actions_of["preview"].trigger()
    assert across.count() == 3


@pytest.mark.parametrize("year", [2016, 2019])
def test_a_year_on_another_form_takes_the_place_of_all_pages_without_a_word(
    window: MainWindow, qtbot: QtBot, year: int
) -> None:
    assert window.desk is not None
    for spec in pages_of(space(window).session.report):
        space(window).show_page(spec.id)
    with qtbot.captureExceptions() as unexpected:
        window.desk.add_year(year)
        window.desk.switch_year(2025)
    assert unexpected == []
    assert space(window).session.report.year == 2025


def test_another_year_takes_the_keyboard_to_its_page(sample_window: MainWindow) -> None:
    sample_window.activateWindow()
    workspace = space(sample_window)
    workspace.show_page("applications").enter()
    workspace.findings.list.setFocus()
    sample_window.header.year_chosen.emit(2024)
    page = workspace.page
    assert page is not None
    held = QApplication.focusWidget()
    assert held is not None
    assert page.isAncestorOf(held)


def test_a_page_put_away_with_its_year_tells_nothing_more(sample_window: MainWindow) -> None:
    workspace_of(sample_window).show_page("applications").enter()
    workspace_of(sample_window).show_page("cover").enter()
    desk_of(sample_window).switch_year(min(desk_of(sample_window).years))
    assert sample_window.status.hint == ""


def test_a_page_out_of_sight_says_nothing_of_its_cursor(sample_window: MainWindow) -> None:
    workspace = workspace_of(sample_window)
    workspace.show_page("overview").enter()
    sample_window.actions_of["submission"].trigger()
    told: list[str] = []
    workspace.hint.connect(told.append)
    text = workspace.session.report.text("overview")
    workspace.session.edit([(Slot(SlotKind.TEXT, "overview"), "新写的一句。" + text)], "修改文字")
    assert told == []


def test_a_remark_from_a_page_of_the_file_is_about_the_page_before(window: MainWindow) -> None:
    table = space(window).show_page("applications")
    table.enter()
    window.actions_of["years"].trigger()
    assert space(window).page is None
    space(window).add_remark()
    assert space(window).page is table
    assert space(window).remarks.line.isVisible()
    space(window).show_page("overview").enter()
    space(window).add_remark()
    assert space(window).page is not table, "from a page of the report nothing is gone to"
