"""What may never answer is looked at without anybody waiting, and what goes wrong is not lost."""

from threading import Event, current_thread, main_thread

from pytestqt.qtbot import QtBot

from ui.desk.glance import Glance


def test_what_is_found_comes_back_with_what_was_asked(qtbot: QtBot) -> None:
    glance = Glance()
    with qtbot.waitSignal(glance.seen) as told:
        glance.look("place", lambda: current_thread() is main_thread())
    assert told.args == ["place", False]


def test_one_that_never_answers_holds_up_no_other(qtbot: QtBot) -> None:
    glance, never = Glance(), Event()
    with qtbot.waitSignal(glance.seen) as told:
        glance.look("gone", lambda: never.wait(60))
        glance.look("there", lambda: 1)
    assert told.args == ["there", 1]
    never.set()


def test_an_error_that_nobody_expected_reaches_the_window(qtbot: QtBot) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    glance = Glance()
    with qtbot.captureExceptions() as caught:
        glance.look("place", broken)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
