"""In a form with free sections the clerk adds, renames, moves and removes them, and everything can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.form_file import form_for
from model.report import Report
from tests.ui.hands import type_words
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.prose.page import ProsePage
from ui.prose.section_bar import SectionBar
from ui.report.workspace import Workspace


@pytest.fixture
def workspace(qtbot: QtBot) -> Workspace:
    workspace = Workspace(Session(Report(form_for(2016), "云溪县林业局", 2016)))
    qtbot.addWidget(workspace)
    workspace.resize(1366, 768)
    with qtbot.waitExposed(workspace):
        workspace.show()
    return workspace


def bar(workspace: Workspace, section: str) -> SectionBar:
    page = workspace.show_page(section)
    assert isinstance(page, ProsePage)
    assert page.section_bar is not None
    return page.section_bar


def words(workspace: Workspace) -> list[str]:
    return [spec.heading for spec in pages_of(workspace.session.report)][1:-1]


def test_a_new_section_is_named_at_once_and_stands_in_the_outline(workspace: Workspace) -> None:
    QTest.mouseClick(bar(workspace, "summary").add_button, Qt.MouseButton.LeftButton)
    page = workspace.page
    assert isinstance(page, ProsePage)
    assert page.section_bar is not None
    type_words(page.section_bar.heading, "二、重点领域公开情况")
    QTest.keyClick(page.section_bar.heading, Qt.Key.Key_Return)
    assert words(workspace)[1] == "二、重点领域公开情况"
    assert page.spec.id in workspace.outline.states()


def test_a_section_is_moved_and_removed_and_undone(workspace: Workspace) -> None:
    before = words(workspace)
    QTest.mouseClick(bar(workspace, "summary").down_button, Qt.MouseButton.LeftButton)
    assert words(workspace)[1] == f"二、{before[0].partition('、')[2]}"
    QTest.mouseClick(bar(workspace, "summary").remove_button, Qt.MouseButton.LeftButton)
    assert len(words(workspace)) == len(before) - 1
    assert workspace.page is not None
    assert workspace.page.spec.id != "summary"
    for _ in range(2):
        change = workspace.session.undo()
        assert change is not None
        workspace.show_change(change)
    assert words(workspace) == before


def test_the_first_section_cannot_move_up_nor_the_last_one_down(workspace: Workspace) -> None:
    assert not bar(workspace, "summary").up_button.isEnabled()
    assert not bar(workspace, "other_matters").down_button.isEnabled()


def test_a_form_with_fixed_sections_has_no_such_bar(session: Session, qtbot: QtBot) -> None:
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    page = workspace.show_page("overview")
    assert isinstance(page, ProsePage)
    assert page.section_bar is None
