"""The card of 复核录入 says what is to be settled, and only then lets it be settled."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from model.form_file import form_for
from model.report import Report
from model.review.recheck import Recheck, Standing, Tally
from ui.tools.settle_card import SettleCard

REPORT = Report(form_for(2024), "云溪县林业局", 2024)
KEYS = list(REPORT.form.entered)[:4]
LEFT, AGREED, DIFFERING = Standing.LEFT, Standing.AGREED, Standing.DIFFERING


def tally(*standings: Standing) -> Tally:
    found: Mapping[str, Standing] = dict(zip(KEYS, standings, strict=False))
    agreed = tuple(Recheck(1, 1, "王芳", "2025-01-12") for standing in standings if standing is AGREED)
    return Tally(found, agreed)


@pytest.fixture
def card(qtbot: QtBot) -> SettleCard:
    made = SettleCard()
    qtbot.addWidget(made)
    return made


def told(card: SettleCard, table: Tally, whole: Tally, key: str = "") -> tuple[str, object]:
    card.show_tally(REPORT, table, whole, key, can_type=True)
    return card.words.text(), card.words.property("state")


def test_a_differing_cell_is_told_with_both_numbers_and_can_be_settled_either_way(
    card: SettleCard, qtbot: QtBot
) -> None:
    words, state = told(card, tally(DIFFERING), tally(DIFFERING), KEYS[0])
    assert (words.startswith("不一致　"), state) == (True, "error")
    for button, wanted in (
        (card.correct_button, card.correct_wanted),
        (card.uphold_button, card.uphold_wanted),
    ):
        with qtbot.waitSignal(wanted) as heard:
            button.click()
        assert heard.args == [KEYS[0]]


def test_without_one_there_is_nothing_to_settle(card: SettleCard) -> None:
    told(card, tally(LEFT), tally(LEFT))
    assert not card.correct_button.isEnabled()
    assert not card.uphold_button.isEnabled()
    assert card.blank_button.isEnabled()
    assert card.next_button.isEnabled()


def test_who_may_not_type_may_still_go_on_to_the_next(card: SettleCard) -> None:
    card.show_tally(REPORT, tally(DIFFERING), tally(DIFFERING), KEYS[0], can_type=False)
    buttons = (card.correct_button, card.uphold_button, card.blank_button, card.next_button)
    assert [button.isEnabled() for button in buttons] == [False, False, False, True]


def test_how_far_it_has_come_is_told_in_words_and_colour(card: SettleCard) -> None:
    words, state = told(card, tally(LEFT, LEFT), tally(LEFT, LEFT, LEFT))
    assert (words.startswith("本表还有 2 格未复核"), state) == (True, "")
    assert told(card, tally(AGREED), tally(AGREED, LEFT, LEFT)) == ("本表已复核；其他表还有 2 格", "good")
    assert told(card, tally(AGREED), tally(AGREED, DIFFERING, LEFT)) == (
        "还有 1 处不一致，1 格未复核",
        "explain",
    )
    assert told(card, tally(AGREED), tally(AGREED, AGREED)) == ("已复核（王芳，2025年1月12日）", "good")
    assert not card.next_button.isEnabled()


def test_a_click_leaves_the_keyboard_in_the_table_and_a_screen_reader_hears_the_result(
    card: SettleCard,
) -> None:
    words, _ = told(card, tally(DIFFERING), tally(DIFFERING), KEYS[0])
    assert card.words.accessibleDescription() == words
    for button in (card.correct_button, card.uphold_button, card.next_button, card.blank_button):
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
