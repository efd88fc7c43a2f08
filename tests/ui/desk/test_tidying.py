"""What is no longer needed is looked for in the window's thread alone."""

import gc
from collections.abc import Iterator
from threading import Thread, current_thread, main_thread
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from pytestqt.qtbot import QtBot

from ui.desk.tidying import Tidying
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


def due(monkeypatch: pytest.MonkeyPatch, *counts: int) -> list[int]:
    """Let so much have come of each age at each look; return the list of the ages that are looked at."""
    looked: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc, "collect", looked.append)
    return looked


def oldest_due(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    return due(monkeypatch, 0, 0, 11)


@pytest.fixture
def keeper(start_window: MainWindow) -> Iterator[Tidying]:
    """The one that tidies up, while only the test lets it look: its own timer rests."""
    app = QCoreApplication.instance()
    assert app is not None
    found = app.findChild(Tidying)
    assert isinstance(found, Tidying)
    timer = found.findChild(QTimer)
    assert isinstance(timer, QTimer)
    timer.stop()
    found.look()
    yield found
    timer.start()


def type_on() -> None:
    for _ in range(5):
        QCoreApplication.processEvents()


def test_the_oldest_age_waits_until_the_window_rests(
    keeper: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = oldest_due(monkeypatch)
    type_on()
    keeper.look()
    assert looked == []
    keeper.look()
    assert looked == [2]


def test_a_window_that_never_rests_is_tidied_up_at_last(
    keeper: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = oldest_due(monkeypatch)
    for _ in range(200):
        type_on()
        keeper.look()
    assert looked == [2]


def test_what_is_young_is_looked_at_when_all_that_came_is_done(
    keeper: Tidying, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = due(monkeypatch, 2_001, 0, 0)
    type_on()
    assert looked == []
    qtbot.waitUntil(lambda: 0 in looked)
    assert not {1, 2} & {*looked}


def test_while_one_event_follows_the_other_only_the_youngest_is_looked_at(
    keeper: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = due(monkeypatch, 2_001, 11, 0)
    for _ in range(2):
        type_on()
        keeper.look()
    assert looked == [0, 0]
    keeper.look()
    assert looked == [0, 0, 1]
