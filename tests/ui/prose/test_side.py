"""Beside a text stand the aspects it must cover and what was found in it, each with what can be done."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from model.findings import Finding, Rewording, Spot
from model.levels import Level
from ui.prose.side import AspectCard, FindingCard

ASPECTS = ("主动公开", "依申请公开", "监督保障")
DIFFERS = Finding(
    "N1",
    Level.EXPLAIN,
    "二、“收到申请8件”（8）与三、“收到申请数”总计（5）不一致，相差 3",
    spot=Spot("overview", 4, 12),
    rewording=Rewording(Spot("overview", 6, 7), "{收到申请总数}", "5"),
)


def buttons(card: FindingCard) -> dict[str, QPushButton]:
    return {button.text(): button for button in card.findChildren(QPushButton)}


def test_aspects_are_ticked_as_the_text_speaks_of_them(qtbot: QtBot) -> None:
    card = AspectCard(ASPECTS)
    qtbot.addWidget(card)
    assert card.tick("（一）主动公开\n（五）监督保障") == 2
    told = [label.accessibleName() for label in card.findChildren(QLabel) if label.accessibleName()]
    assert told == ["主动公开：已写", "依申请公开：未写", "监督保障：已写"]
    assert card.tick("") == 0


def test_a_finding_says_level_code_and_message(qtbot: QtBot) -> None:
    card = FindingCard(DIFFERS)
    qtbot.addWidget(card)
    words = [label.text() for label in card.findChildren(QLabel) if label.text()]
    assert words == ["需说明 N1", DIFFERS.message]


@pytest.mark.parametrize(("words", "signal"), [("看原文", "jump"), ("改为 5", "apply"), ("说明…", "explain")])
def test_each_button_tells_which_finding_it_is_about(qtbot: QtBot, words: str, signal: str) -> None:
    card = FindingCard(DIFFERS)
    qtbot.addWidget(card)
    with qtbot.waitSignal(getattr(card, signal)) as told:
        buttons(card)[words].click()
    assert told.args == [DIFFERS]


def test_only_what_can_be_done_is_offered(qtbot: QtBot) -> None:
    card = FindingCard(Finding("S5", Level.WARNING, "没有写“监督保障”"))
    qtbot.addWidget(card)
    assert list(buttons(card)) == ["看原文"]


def test_a_finding_that_was_explained_says_so_and_how(qtbot: QtBot) -> None:
    card = FindingCard(DIFFERS._replace(explanation="口径不同。"))
    qtbot.addWidget(card)
    words = [label.text() for label in card.findChildren(QLabel) if label.text()]
    assert words == ["已说明 N1", DIFFERS.message, "已说明：口径不同。"]
    assert "改说明…" in buttons(card)
    assert not card.says(DIFFERS)


def test_what_was_said_before_a_number_changed_is_asked_for_anew(qtbot: QtBot) -> None:
    card = FindingCard(DIFFERS._replace(lapsed="口径不同。"))
    qtbot.addWidget(card)
    assert "重新说明…" in buttons(card)
