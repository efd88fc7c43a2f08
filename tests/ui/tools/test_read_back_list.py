"""The list of what an edited file would change: a row a place, the next one at hand when one is settled."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.review.proposals import Proposal, ProposalKind
from model.review.remarks import Place
from ui.tools.read_back_list import ReadBackList

STATE, _, _, CHANGE, _ = range(5)


def proposal(old: str, new: str, kind: ProposalKind = ProposalKind.NUMBER, moved: str = "") -> Proposal:
    return Proposal(kind, Place("overview"), "一、总体情况", old, new, (), who="王主任", moved=moved)


FIRST, SECOND, THIRD = proposal("1", "2"), proposal("3", "4"), proposal("5", "6")


@pytest.fixture
def shown(qtbot: QtBot) -> ReadBackList:
    made = ReadBackList()
    qtbot.addWidget(made)
    made.show_proposals([FIRST, SECOND, THIRD], frozenset())
    return made


def column(shown: ReadBackList, number: int) -> list[str]:
    items = (shown.topLevelItem(row) for row in range(shown.topLevelItemCount()))
    return [item.text(number) for item in items if item is not None]


def test_the_first_is_selected_and_what_was_left_stands_at_the_end(shown: ReadBackList) -> None:
    assert shown.current == FIRST
    shown.show_proposals([FIRST, SECOND, THIRD], frozenset((FIRST.identity,)))
    assert column(shown, CHANGE) == ["3 → 4", "5 → 6", "1 → 2"]
    assert column(shown, STATE) == ["待定", "待定", "不采用"]
    assert shown.current == SECOND, "the next one takes the place of the one that was left"


def test_what_is_selected_stays_so_when_another_is_taken(shown: ReadBackList) -> None:
    shown.setCurrentIndex(shown.model().index(1, 0))
    shown.show_proposals([SECOND, THIRD], frozenset())
    assert shown.current == SECOND


def test_after_the_last_one_the_one_above_is_selected_and_without_any_none(shown: ReadBackList) -> None:
    shown.setCurrentIndex(shown.model().index(2, 0))
    shown.show_proposals([FIRST, SECOND], frozenset())
    assert shown.current == SECOND
    shown.show_proposals([], frozenset())
    assert shown.current is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_one_key_takes_and_another_leaves(shown: ReadBackList, key: Qt.Key, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.take) as taken, qtbot.assertNotEmitted(shown.leave):
        QTest.keyClick(shown, key)
    assert taken.args == [FIRST]
    with qtbot.waitSignal(shown.leave) as left, qtbot.assertNotEmitted(shown.take):
        QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert left.args == [FIRST]


def test_with_ctrl_the_keys_do_neither(shown: ReadBackList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(shown.take), qtbot.assertNotEmitted(shown.leave):
        QTest.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(shown, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)


WORDS = ProposalKind.WORDS


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (proposal("12", "21"), "12 → 21"),
        (proposal("", "新的一段", WORDS), "新增：新的一段"),
        (proposal("旧的一段", "", WORDS), "删去：旧的一段"),
        (proposal("", "写具体\n些", ProposalKind.COMMENT), "写具体 些"),
        (proposal("均按时答复。", "均已按时答复。", WORDS), "＋ → 已"),
        (proposal("均已按时答复。", "均按时答复。", WORDS), "已 → 删去"),
        (proposal("一段话", "一段话", WORDS, moved="移到第二段之后"), "移到第二段之后：一段话"),
    ],
)
def test_a_change_is_told_in_a_few_words(shown: ReadBackList, change: Proposal, told: str) -> None:
    shown.show_proposals([change], frozenset())
    assert column(shown, CHANGE) == [told]


def test_of_many_changed_words_two_are_told_and_how_many_there_are(shown: ReadBackList) -> None:
    rest = ("条法规均已公开；", "份解读同步发布；", "件申请按时答复；", "次培训覆盖全局。")
    old, new = ("".join(map(str.__add__, numbers, rest)) for numbers in ("三四五六", "1234"))
    shown.show_proposals([proposal(old, new, WORDS)], frozenset())
    (told,) = column(shown, CHANGE)
    assert told.endswith(" 等 4 处")
    assert told.count("→") == 2


def test_arrows_go_from_row_to_row_and_the_head_names_the_columns(shown: ReadBackList) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown.current == SECOND
    head = shown.headerItem()
    assert [head.text(number) for number in range(shown.columnCount())] == [
        "",
        "种类",
        "位置",
        "改动",
        "修改人",
    ]
