"""What is said of an unsaved report goes with the save, and takes nothing else along."""

import pytest
from pytestqt.qtbot import QtBot

from model.levels import Level
from ui.desk.unsaved_words import UnsavedWords
from ui.look.message_bar import MessageBar


@pytest.fixture
def messages(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_it_goes_once_the_report_is_saved(messages: MessageBar) -> None:
    unsaved = UnsavedWords(messages)
    unsaved.tell("没有保存", Level.ERROR)
    assert (unsaved.words, messages.text) == ("没有保存", "没有保存")
    unsaved.take_back()
    assert (unsaved.words, messages.text) == ("", "")


def test_what_was_said_since_stays(messages: MessageBar) -> None:
    unsaved = UnsavedWords(messages)
    unsaved.take_back()
    unsaved.tell("没有保存", Level.ERROR)
    messages.show_message("已导出")
    unsaved.take_back()
    assert (unsaved.words, messages.text) == ("", "已导出")
