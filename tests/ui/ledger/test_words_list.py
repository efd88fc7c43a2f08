"""A word of a ledger that nobody knows is given its place with two keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.ledger.tally import Purpose, Unknown
from intake.ledger.words import OPEN
from model.form_file import form_for
from ui.ledger.words_list import WordsList

FORM = form_for(2024)
OPEN_WORD = Unknown(Purpose.OUTCOME, "酌情处置", frozenset(), (3, 4))
NARROW = Unknown(Purpose.OUTCOME, "不予公开", frozenset(("refused_by_law", "refused_third_party")), (5,))


@pytest.fixture
def words(qtbot: QtBot) -> WordsList:
    made = WordsList()
    qtbot.addWidget(made)
    made.show_words([OPEN_WORD, NARROW], FORM)
    made.show()
    return made


def offered(words: WordsList, row: int) -> list[object]:
    """The places that are offered for the word of a row."""
    words.setCurrentIndex(words.model().index(row, 0))
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert words.menu is not None
    places = [action.data()[1] for action in words.menu.actions()]
    words.menu.close()
    return places


def test_each_word_has_its_number_of_rows_and_what_it_is_asked_for(words: WordsList) -> None:
    first = words.topLevelItem(0)
    assert first is not None
    assert [first.text(column) for column in range(3)] == ["酌情处置", "2", "指明办理结果…"]


def test_a_word_that_may_mean_anything_is_offered_every_place(words: WordsList) -> None:
    assert {"granted", "other_remaining", OPEN} <= set(offered(words, 0))


def test_a_word_that_may_mean_a_few_is_offered_these_alone(words: WordsList) -> None:
    assert offered(words, 1) == ["refused_by_law", "refused_third_party"]


def test_what_is_chosen_is_told_with_its_word(words: WordsList, qtbot: QtBot) -> None:
    QTest.keyClick(words, Qt.Key.Key_Space)
    assert words.menu is not None
    with qtbot.waitSignal(words.placed) as told:
        words.menu.actions()[0].trigger()
    words.menu.close()
    assert told.args == [OPEN_WORD, "granted"]


def test_without_words_there_is_nothing_to_ask(words: WordsList) -> None:
    words.show_words([], FORM)
    words.menu = None
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert words.menu is None
