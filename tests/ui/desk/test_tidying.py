"""What is no longer needed is looked for in the window's thread alone."""

import gc
from threading import Thread, current_thread, main_thread
from weakref import ref

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from ui.frame.main_window import MainWindow

MANY = 100_000


class Forgotten(QObject):
    """Holds itself, so that only tidying up ends it; it ends in the thread that does."""

    def __init__(self, ended_in: list[bool]) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self)
        self.timer.start(1_000_000)
        self.ended_in = ended_in

    def __del__(self) -> None:
        self.ended_in.append(current_thread() is main_thread())


def need_room() -> None:
    assert len([[number] for number in range(MANY)]) == MANY


def test_another_thread_that_needs_room_ends_no_widget(start_window: MainWindow) -> None:
    ended_in: list[bool] = []
    Forgotten(ended_in)
    thread = Thread(target=need_room)
    thread.start()
    thread.join()
    assert ended_in == []


def test_the_window_ends_what_nobody_holds_any_more(start_window: MainWindow, qtbot: QtBot) -> None:
    ended_in: list[bool] = []
    forgotten = ref(Forgotten(ended_in))
    kept = [[number] for number in range(MANY)]
    qtbot.waitUntil(lambda: forgotten() is None)
    assert ended_in == [True]
    assert len(kept) == MANY
    assert not gc.isenabled()
