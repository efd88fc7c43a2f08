"""What the window tells when the clerk comes back to it."""

import pytest

from model.levels import Level
from ui.frame import window_actions
from ui.frame.main_window import MainWindow
from ui.look.message_bar import Offer

REPLACED = "年报助手已换成另一个版本"


def test_a_program_replaced_under_its_window_is_told_once(
    start_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_window.deeds.look_at_program()
    assert start_window.messages.text == ""
    monkeypatch.setattr(window_actions, "what_became", lambda: REPLACED)
    start_window.deeds.look_at_program()
    assert start_window.messages.text == REPLACED
    start_window.messages.clear()
    start_window.deeds.look_at_program()
    assert start_window.messages.text == ""


def test_it_waits_until_the_clerk_has_answered_what_stands_there(
    start_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_actions, "what_became", lambda: REPLACED)
    start_window.messages.show_message("还没有保存", Level.WARNING, (Offer("重试", start_window.show_start),))
    start_window.deeds.look_at_program()
    assert start_window.messages.text == "还没有保存"
    start_window.messages.clear()
    start_window.deeds.look_at_program()
    assert start_window.messages.text == REPLACED
