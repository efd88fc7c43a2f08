"""Find and replace go over all texts of the report; replacing everywhere is one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.findings import Spot
from model.form_file import form_for
from model.number_fields import mask
from model.report import Report, Slot, SlotKind
from model.sections import added
from tests.ui.hands import type_words
from tests.ui.windows import session_of, workspace_of
from ui.desk.session import Session
from ui.frame.main_window import MainWindow
from ui.prose.page import ProsePage
from ui.report.find_bar import FindBar, matches_of


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
    """The bar over a report with 公开 twice in one text and once in another."""
    session.edit([(Slot(SlotKind.TEXT, "overview"), "公开，再公开")], "修改文字")
    session.edit([(Slot(SlotKind.TEXT, "problems"), "不够公开")], "修改文字")
    session.edit([(Slot(SlotKind.TEXT, "preamble"), "引言")], "修改文字")
    made = FindBar(session)
    qtbot.addWidget(made)
    made.open_with("公开")
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
    bar.instead.setText("公布")
    bar.find_next()
    bar.replace()
    assert texts(session) == ["公布，再公开", "不够公开"]
    bar.replace()
    assert texts(session) == ["公布，再公布", "不够公开"]


def test_nothing_is_replaced_before_it_was_shown(bar: FindBar, session: Session) -> None:
    bar.instead.setText("公布")
    bar.replace()
    assert texts(session) == ["公开，再公开", "不够公开"]
    assert bar.result == "第 1 处，共 3 处"


def test_what_holds_the_words_itself_is_replaced_once(bar: FindBar, session: Session) -> None:
    bar.instead.setText("主动公开")
    bar.replace_all()
    assert texts(session) == ["主动公开，再主动公开", "不够主动公开"]
    assert bar.result == "已替换 3 处，可用 Ctrl+Z 撤销"


def test_words_that_are_nowhere_are_told(bar: FindBar, session: Session) -> None:
    bar.words.setText("没有的话")
    bar.replace_all()
    assert bar.result == "没有找到"
    bar.find_next()
    assert bar.result == "没有找到"
    assert texts(session) == ["公开，再公开", "不够公开"]


def test_no_words_are_nowhere(session: Session) -> None:
    assert matches_of(session.report, "") == ()


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


def test_sections_of_the_offices_own_are_searched(qapp: QApplication) -> None:
    report = Report(form_for(2016), "云溪县林业局", 2016)
    section, settings = added(report, "summary")
    report.set([*settings, (Slot(SlotKind.TEXT, section), "政务公开专栏")])
    assert section in {match.section for match in matches_of(report, "专栏")}


def test_in_a_report_open_for_reading_there_is_nothing_to_replace_with(
    qtbot: QtBot, session: Session
) -> None:
    bar = FindBar(Session(session.report, read_only=True))
    qtbot.addWidget(bar)
    bar.open_with("公开")
    assert bar.words.isEnabled()
    assert not bar.instead.isEnabled()
