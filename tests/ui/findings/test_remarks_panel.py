"""意见 are made where the cursor is, listed beside the findings, gone to, turned and taken away by one key each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.report import Report, Slot, SlotKind
from model.review.remarks import Place, Remark, added, remarks_of
from tests.ui.hands import type_words
from tests.ui.windows import GRANTED, session_of, workspace_of
from ui.desk.session import Session
from ui.findings.remarks_panel import RemarksPanel
from ui.frame.main_window import MainWindow
from ui.prose.page import ProsePage
from ui.report.cover_page import CoverPage
from ui.report.table_page import TablePage
from ui.report.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def workspace(sample_window: MainWindow) -> Workspace:
    sample_window.activateWindow()
    return workspace_of(sample_window)


def in_focus() -> object:
    return QApplication.focusWidget()


def say(workspace: Workspace, words: str, who: str = "") -> None:
    """Open the line by its key where the cursor is, write, Enter."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_M, CTRL | ALT)
    line = workspace.remarks.line
    assert in_focus() is line.edit
    if who:
        line.who.setFocus()
        type_words(line.who, who)
    type_words(line.edit, words)
    QTest.keyClick(line.edit, Qt.Key.Key_Return)


def grid_page(workspace: Workspace) -> TablePage:
    page = workspace.show_page("applications")
    assert isinstance(page, TablePage)
    page.grid.focus_cell(GRANTED)
    return page


def test_the_line_to_write_in_needs_no_more_width_than_a_small_screen_has(
    workspace: Workspace, sample_window: MainWindow
) -> None:
    grid_page(workspace)
    workspace.add_remark()
    QApplication.processEvents()
    assert workspace.remarks.line.isVisible()
    assert sample_window.minimumSizeHint().width() <= 1024


def test_a_row_says_who_wants_what_before_where(workspace: Workspace) -> None:
    grid_page(workspace)
    say(workspace, "请与台账核对", "王科长")
    assert workspace.remarks.list.item(0).text().startswith("待改　王科长：请与台账核对　〔")


def test_there_is_no_list_until_there_is_a_remark(workspace: Workspace) -> None:
    assert workspace.remarks.isHidden()
    grid_page(workspace)
    say(workspace, "请与台账核对", "王科长")
    assert workspace.remarks.isVisible()
    assert workspace.remarks.line.isHidden()


def test_a_remark_about_the_cell_under_the_cursor(workspace: Workspace) -> None:
    page = grid_page(workspace)
    say(workspace, "请与台账核对", "王科长")
    [remark] = remarks_of(workspace.session.report)
    assert remark.place == Place("applications", GRANTED)
    assert (remark.who, remark.text, remark.done) == ("王科长", "请与台账核对", False)
    assert in_focus() is page.grid
    tile = page.grid.sheet.by_key[GRANTED]
    assert page.grid.look(tile).remarked
    assert "意见：请与台账核对（王科长" in page.grid.accessibleDescription()
    assert "意见 1 条待改" in outline_words(workspace, "applications")
    other = page.grid.sheet.by_key["applications.received.natural_person"]
    assert not page.grid.look(other).remarked


def outline_words(workspace: Workspace, page: str) -> str:
    entries = workspace.outline._list
    items = [entries.item(row) for row in range(entries.count())]
    [item] = [item for item in items if item.data(Qt.ItemDataRole.UserRole) == page]
    return str(item.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_remark_about_the_paragraph_under_the_cursor(workspace: Workspace) -> None:
    page = workspace.show_page("overview")
    assert isinstance(page, ProsePage)
    page.enter()
    QTest.keyClick(page.editor, Qt.Key.Key_Down)
    say(workspace, "写具体些")
    [remark] = remarks_of(workspace.session.report)
    assert remark.place.page == "overview"
    assert remark.place.quote
    assert "{" not in remark.place.quote
    name = "format"  # which Qt's own description leaves out
    marks = page.editor.extraSelections()
    styles = [QTextCharFormat(getattr(mark, name)).underlineStyle() for mark in marks]
    assert QTextCharFormat.UnderlineStyle.DashUnderline in styles


def test_a_remark_about_a_page(workspace: Workspace) -> None:
    page = workspace.show_page("cover")
    assert isinstance(page, CoverPage)
    page.enter()
    say(workspace, "传真号码有误")
    assert [remark.place for remark in remarks_of(workspace.session.report)] == [Place("cover")]


def test_who_made_the_last_one_need_not_be_typed_again(workspace: Workspace) -> None:
    grid_page(workspace)
    say(workspace, "第一条", "李主任")
    say(workspace, "第二条")
    assert [remark.who for remark in remarks_of(workspace.session.report)] == ["李主任", "李主任"]


def test_the_list_leads_to_the_place_and_space_settles(workspace: Workspace) -> None:
    grid_page(workspace)
    say(workspace, "请核对")
    workspace.show_page("cover").enter()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    entries = workspace.remarks.list
    assert in_focus() is entries
    QTest.keyClick(entries, Qt.Key.Key_Return)
    page = workspace.page
    assert isinstance(page, TablePage)
    assert page.grid.current_key == GRANTED
    entries.setFocus()
    QTest.keyClick(entries, Qt.Key.Key_Space)
    [remark] = remarks_of(workspace.session.report)
    assert remark.done
    assert not page.grid.look(page.grid.sheet.by_key[GRANTED]).remarked
    assert "意见" not in outline_words(workspace, "applications")
    QTest.keyClick(entries, Qt.Key.Key_Space)
    assert not remarks_of(workspace.session.report)[0].done
    QTest.keyClick(entries, Qt.Key.Key_Delete)
    assert remarks_of(workspace.session.report) == ()
    assert workspace.remarks.isHidden()
    workspace.session.undo()
    assert workspace.remarks.isVisible()


def test_one_key_leads_from_one_open_remark_to_the_next(workspace: Workspace) -> None:
    report = workspace.session.report
    for place in (Place("applications", GRANTED), Place("overview"), Place("problems")):
        workspace.session.edit(added(report, place, f"看{place.page}", who="", when=""), "提意见")
    workspace.session.edit(
        [(Slot(SlotKind.REMARK, "2"), {**kept_entry(report, "2"), "state": "done"})], "已改"
    )
    visited = []
    for _ in range(3):
        workspace.remarks.step()
        assert workspace.page is not None
        visited.append(workspace.page.spec.id)
    assert visited == ["applications", "problems", "applications"]


def kept_entry(report: Report, key: str) -> dict[str, str]:
    entry = report.get(SlotKind.REMARK, key)
    assert isinstance(entry, dict)
    return entry


def test_escape_puts_the_line_away_and_nothing_is_kept(workspace: Workspace) -> None:
    page = grid_page(workspace)
    QTest.keyClick(page.grid, Qt.Key.Key_M, CTRL | ALT)
    type_words(workspace.remarks.line.edit, "写了一半")
    QTest.keyClick(workspace.remarks.line.edit, Qt.Key.Key_Escape)
    assert remarks_of(workspace.session.report) == ()
    assert workspace.remarks.isHidden()
    assert in_focus() is page.grid


def test_what_is_being_written_is_in_the_file_that_is_saved(sample_window: MainWindow) -> None:
    workspace = workspace_of(sample_window)
    sample_window.activateWindow()
    page = grid_page(workspace)
    QTest.keyClick(page.grid, Qt.Key.Key_M, CTRL | ALT)
    type_words(workspace.remarks.line.edit, "还没按回车")
    session_of(sample_window).take_typing()
    assert [remark.text for remark in remarks_of(workspace.session.report)] == ["还没按回车"]


def test_a_place_that_is_gone_leads_to_its_page_or_the_cover(workspace: Workspace) -> None:
    workspace.show_remark(Remark("1", Place("problems", quote="早已删去的一段话，再也没有"), "", "", "改"))
    assert workspace.page is not None
    assert workspace.page.spec.id == "problems"
    workspace.show_remark(Remark("1", Place("gone", "no.such.cell"), "", "", "改"))
    assert workspace.page.spec.id == "cover"


def test_a_report_opened_for_reading_takes_no_remarks(qtbot: QtBot, session: Session) -> None:
    session.edit(added(session.report, Place("cover"), "有一条", who="", when=""), "提意见")
    session.switch(session.report, None, read_only=True)
    panel = RemarksPanel(session)
    qtbot.addWidget(panel)
    said: list[str] = []
    panel.said.connect(said.append)
    panel.ask(Place("cover"))
    assert panel.line.isHidden()
    panel.list.setCurrentRow(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert len(said) == 3
    assert [remark.done for remark in remarks_of(session.report)] == [False]
