"""What a part of the window has said it can take back, and nothing else."""

import pytest

from model.levels import Level
from ui.look.message_bar import MessageBar, Offer
from ui.look.own_words import OwnWords


@pytest.fixture
def own(messages: MessageBar) -> OwnWords:
    return OwnWords(messages)


def test_before_anything_is_said_nothing_is_taken_back(messages: MessageBar, own: OwnWords) -> None:
    assert not own.stands
    own.take_back()
    messages.show_message("已导出")
    own.take_back()
    assert messages.text == "已导出"


def test_what_was_said_goes_when_it_is_taken_back(messages: MessageBar, own: OwnWords) -> None:
    own.tell("没有保存", Level.ERROR)
    assert messages.text == "没有保存"
    own.take_back()
    assert messages.text == ""


def test_what_others_say_since_stays_though_it_be_the_same_words(messages: MessageBar, own: OwnWords) -> None:
    own.tell("正在读取“台账.xlsx”…")
    OwnWords(messages).tell("正在读取“台账.xlsx”…")
    assert not own.stands
    own.reword("已读 3 行")
    own.take_back()
    assert messages.text == "正在读取“台账.xlsx”…"


def test_said_in_other_words_it_is_still_its_own(messages: MessageBar, own: OwnWords) -> None:
    own.tell("正在读取", Level.HINT, Offer("取消", messages.clear))
    own.reword("正在读取：已读 3 行")
    assert messages.text == "正在读取：已读 3 行"
    assert messages.offers == ("取消",)
    own.take_back()
    assert messages.text == ""


def test_a_message_that_the_clerk_has_closed_stands_no_more(messages: MessageBar, own: OwnWords) -> None:
    own.tell("没有保存", Level.ERROR)
    messages.clear()
    assert not own.stands
    own.reword("还没有保存")
    assert messages.text == ""
