"""The words of an import stand beside those of the source, section by section."""

import pytest
from pytestqt.qtbot import QtBot

from model.preamble import draft_preamble
from model.report import Report, Slot, SlotKind
from model.sections import sections_of
from tests.intake.figures import report
from ui.tools.review_texts import TextsReview


@pytest.fixture
def imported() -> Report:
    made = report("2021", 5)
    made.set([(Slot(SlotKind.TEXT, "overview"), "全年收到申请{收到申请总数}件。")])
    made.set([(Slot(SlotKind.TEXT, "problems"), None)])
    return made


@pytest.fixture
def review(qtbot: QtBot, imported: Report) -> TextsReview:
    made = TextsReview(imported, {"overview": "一、总体情况\n全年收到申请五件。"})
    qtbot.addWidget(made)
    return made


def test_it_begins_with_the_preamble_and_lists_every_section(review: TextsReview, imported: Report) -> None:
    assert review.sections.currentRow() == 0
    assert review.sections.count() == 1 + len(sections_of(imported))


def test_a_section_is_shown_as_it_stood_and_as_it_will_be_printed(review: TextsReview) -> None:
    review.sections.setCurrentRow(1)
    assert review.source.toPlainText() == "一、总体情况\n全年收到申请五件。"
    assert "收到申请总数" not in review.result.toPlainText()
    assert review.result.toPlainText().startswith("全年收到申请")


def test_how_much_came_out_of_each_is_told(review: TextsReview, imported: Report) -> None:
    words = [review.sections.item(row).text() for row in range(review.sections.count())]
    at = [section.id for section in sections_of(imported)].index("problems") + 1
    assert words[at].endswith("（没有文字）")
    review.sections.setCurrentRow(1)
    assert words[1] == f"一、总体情况（{len(review.result.toPlainText())} 字）"


def test_nothing_can_be_typed_into_either(review: TextsReview) -> None:
    assert review.source.isReadOnly()
    assert review.result.isReadOnly()


def preamble_shown(qtbot: QtBot, imported: Report, source: str) -> str:
    imported.set([(Slot(SlotKind.TEXT, "preamble"), None)])
    made = TextsReview(imported, {"preamble": source})
    qtbot.addWidget(made)
    return made.result.toPlainText()


def test_a_preamble_that_the_source_lacks_is_not_drafted_here(qtbot: QtBot, imported: Report) -> None:
    assert preamble_shown(qtbot, imported, "首页 政务公开") == ""


def test_a_preamble_in_the_words_that_are_drafted_is_shown(qtbot: QtBot, imported: Report) -> None:
    words = draft_preamble(imported)
    assert preamble_shown(qtbot, imported, f"标题\n{words}") == words
