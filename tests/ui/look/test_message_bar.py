"""One line says what happened and offers what can be done about it."""

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from model.levels import Level
from ui.look.message_bar import MessageBar, Offer


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_a_message_offers_what_can_be_done(bar: MessageBar) -> None:
    done: list[str] = []
    bar.show_message("没有保存", Level.ERROR, (Offer("重试", lambda: done.append("重试")),))
    assert bar.text == "没有保存"
    bar.take("重试")
    assert done == ["重试"]
    assert bar.text == ""


def test_without_a_message_the_line_takes_no_room(bar: MessageBar) -> None:
    assert bar.isHidden()
    bar.show_message("已导入")
    assert bar.isVisible()
    bar.clear()
    assert bar.isHidden()
    assert bar.text == ""


def test_a_newer_message_takes_the_place_and_the_offers_of_the_one_before(bar: MessageBar) -> None:
    bar.show_message("没有保存", Level.ERROR, (Offer("重试", lambda: None), Offer("另存为…", lambda: None)))
    bar.show_message("已保存")
    assert not bar.offers
    assert [b.text() for b in bar.findChildren(QPushButton) if b.isVisible()] == []


def test_the_message_is_gone_before_its_offer_is_done(bar: MessageBar) -> None:
    seen: list[str] = []
    bar.show_message("没有保存", Level.ERROR, (Offer("重试", lambda: seen.append(bar.text)),))
    bar.take("重试")
    assert seen == [""]


def test_what_an_offer_says_stays(bar: MessageBar) -> None:
    bar.show_message("没有保存", Level.ERROR, (Offer("重试", lambda: bar.show_message("还是没有保存")),))
    bar.take("重试")
    assert bar.text == "还是没有保存"


@pytest.mark.parametrize("level", list(Level))
def test_the_level_is_told_by_more_than_colour(bar: MessageBar, level: Level) -> None:
    bar.show_message("消息", level)
    assert bar.property("level") == level.value
    assert any(child.accessibleName() == level.word for child in bar.findChildren(QWidget))


def test_it_is_closed_by_its_button(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message("消息")
    with qtbot.waitSignal(bar.closed):
        next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == "关闭消息").click()
    assert bar.isHidden()


def test_the_keyboard_goes_to_an_offer_at_once_though_a_message_stood_there_before(bar: MessageBar) -> None:
    bar.show_message("正在读取…", offers=(Offer("取消", bar.clear),))
    bar.show_message("需要先转换。", offers=(Offer("转换", bar.clear),))
    bar.take_keyboard()
    held = bar.window().focusWidget()
    assert isinstance(held, QPushButton)
    assert held.text() == "转换"
