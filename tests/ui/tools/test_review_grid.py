"""An import is looked at in the form's own tables: Enter goes from doubt to doubt, beside the words of the source."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from export.html import render
from intake.recognise import Recognition, recognise
from intake.taking_in import take_in_clipboard
from model.compose import compose
from model.document import Document, Table
from model.import_state import ImportState
from model.report import Report, Slot, SlotKind
from tests.intake.figures import report
from ui.tools.import_page import ImportPage
from ui.tools.review_texts import TextsReview

DOUBTED = (
    "disclosure.licences.decisions",
    "applications.received.natural_person",
    "applications.granted.enterprise",
)


@pytest.fixture
def found() -> Recognition:
    """A report as it was read, with two doubtful cells and one that was placed."""
    read = take_in_clipboard(render(compose(report("2021", 5, zeros=0.0))), "")
    states = zip(DOUBTED, (ImportState.DOUBTFUL, ImportState.PLACED, ImportState.DOUBTFUL), strict=True)
    read.report.set((Slot(SlotKind.STATE, key), state.value) for key, state in states)
    return read


@pytest.fixture
def page(qtbot: QtBot, found: Recognition) -> ImportPage:
    made = ImportPage()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show_recognition(found, None)
    made.show()
    qtbot.waitExposed(made)
    return made


def result(page: ImportPage) -> Report:
    assert page.result is not None
    return page.result


def press(
    page: ImportPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    widget = page.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def test_the_tabs_tell_where_there_is_something_to_check(page: ImportPage) -> None:
    titles = [page.tabs.tabText(index) for index in range(page.tabs.count())]
    assert [title for title in titles if "待核对" in title] == [
        "二、主动公开（1 格待核对）",
        "三、依申请公开（2 格待核对）",
    ]


def test_the_first_number_to_check_is_in_sight_with_the_sources_words(page: ImportPage) -> None:
    review = page.tables[0]
    assert page.tabs.currentWidget() is review
    assert review.grid.current_key == DOUBTED[0]
    assert "可能读错" in review.source.text()
    assert f"原文：行政许可　{result(page).value(DOUBTED[0])}" in review.source.text()
    assert review.count.text() == "待核对：存疑（?）1 格；按 Enter 确认并到下一处"


def test_all_that_a_number_may_come_from_can_be_read(page: ImportPage, found: Recognition) -> None:
    lines = [
        f"第 {number} 行：行标题缺失，可能是规章、行政规范性文件等若干行中的一行" for number in range(12)
    ]
    page.show_recognition(replace(found, sources=dict.fromkeys(DOUBTED, "\n".join(lines))), None)
    words = page.tables[0].source
    assert all(line in words.text() for line in lines)
    assert words.height() >= words.heightForWidth(words.width())
    [area] = page.tables[0].findChildren(QScrollArea)
    assert area.height() < words.height()
    assert area.verticalScrollBar().maximum() > 0
    assert page.tables[0].grid.height() > area.height()


def test_the_sources_words_take_no_more_room_than_they_need(page: ImportPage) -> None:
    review = page.tables[0]
    page.tabs.setCurrentWidget(review)
    QTest.qWait(0)
    lines = review.source.text().count("\n") + 1
    area = review.findChild(QScrollArea)
    assert area is not None
    assert area.height() < (lines + 1) * review.source.fontMetrics().lineSpacing()


def test_a_row_with_a_cell_a_line_stands_on_one_line(page: ImportPage, found: Recognition) -> None:
    page.show_recognition(replace(found, sources=dict.fromkeys(DOUBTED, "规章 |\n12户 |\n|\n3 |\n||")), None)
    assert page.tables[0].source.text().endswith("原文：规章　12户　□　3")
    page.show_recognition(replace(found, sources=dict.fromkeys(DOUBTED, "规章 1 2\n文件 3 4\n许可 5")), None)
    assert page.tables[0].source.text().endswith("\n　　　许可 5")


def test_enter_confirms_and_goes_on_from_table_to_table_to_the_button(page: ImportPage) -> None:
    for key in DOUBTED:
        here = page.tabs.currentWidget()
        assert here in page.tables
        assert page.tables[page.tables.index(here)].grid.current_key == key
        press(page, Qt.Key.Key_Return)
        assert result(page).get(SlotKind.STATE, key) is None
    assert page.focusWidget() is page.take_button


def test_a_table_that_the_source_lacks_is_said_to_be_lacking(page: ImportPage, found: Recognition) -> None:
    alone = Document(tuple(block for block in compose(found.report).blocks if isinstance(block, Table))[1:2])
    page.show_recognition(recognise(alone, year=2025), None)
    first, second, _ = page.tables
    assert "来源中没有这张表" in first.count.text()
    assert "来源中没有" not in second.count.text()


def test_a_whole_table_is_confirmed_at_once_and_that_is_undone_here(page: ImportPage) -> None:
    review = page.tables[1]
    page.tabs.setCurrentWidget(review)
    review.confirm_all.click()
    assert not review.to_check
    assert review.count.text() == "没有需要核对的格"
    assert not review.confirm_all.isEnabled()
    review.grid.setFocus()
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert list(review.to_check) == list(DOUBTED[1:])


def test_a_number_is_corrected_in_place(page: ImportPage) -> None:
    press(page, Qt.Key.Key_7)
    press(page, Qt.Key.Key_Return)
    assert result(page).value(DOUBTED[0]) == 7
    assert DOUBTED[0] not in page.tables[0].to_check


def test_after_a_correction_enter_goes_on_as_after_a_confirmation(page: ImportPage) -> None:
    for key in DOUBTED:
        here = page.tabs.currentWidget()
        assert here in page.tables
        assert page.tables[page.tables.index(here)].grid.current_key == key
        press(page, Qt.Key.Key_7)
        press(page, Qt.Key.Key_Return)
        assert result(page).value(key) == 7
    assert page.focusWidget() is page.take_button


def test_what_is_typed_is_taken_over_with_the_rest(page: ImportPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_7)
    with qtbot.waitSignal(page.taken) as told:
        page.take_button.click()
    assert told.args == [result(page)]
    assert result(page).value(DOUBTED[0]) == 7


def test_a_number_typed_where_something_would_be_lost_is_taken_over(
    page: ImportPage, found: Recognition
) -> None:
    mine = report("2021", 5, zeros=0.0)
    found.report.set([(Slot(SlotKind.CELL, DOUBTED[0]), None)])
    page.show_recognition(found, mine)
    page.tabs.setCurrentWidget(page.tables[0])
    page.tables[0].grid.focus_cell(DOUBTED[0])
    press(page, Qt.Key.Key_7)
    page.take_button.click()
    assert result(page).value(DOUBTED[0]) == 7


def test_texts_stand_beside_their_source(page: ImportPage, found: Recognition) -> None:
    texts = page.findChild(TextsReview)
    assert texts is not None
    page.tabs.setCurrentWidget(texts)
    sections = texts.sections
    sections.setCurrentRow(1)
    assert texts.result.toPlainText() == found.report.text("overview")
    assert texts.source.toPlainText().startswith("一、总体情况\n")


def test_the_import_before_leaves_nothing_behind(page: ImportPage, found: Recognition) -> None:
    count = page.tabs.count()
    page.show_recognition(replace(found, unread=()), None)
    assert page.tabs.count() == count
    assert len(page.tables) == 3


def test_numbers_that_only_wait_to_be_confirmed_are_counted(page: ImportPage, found: Recognition) -> None:
    found.report.set([(Slot(SlotKind.STATE, DOUBTED[0]), ImportState.READ.value)])
    page.show_recognition(found, None)
    review = page.tables[0]
    assert review.count.text() == "没有存疑的格，10 格待确认"
    assert review.confirm_all.isEnabled()
