"""Long work runs beside the window, one piece after the other, and can be left out while it has not begun."""

from collections.abc import Iterator
from concurrent.futures import Future
from functools import partial
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from model.errors import AssistantError
from ui.desk.worker import Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def test_results_come_back_in_order_and_in_the_windows_thread(worker: Worker, qtbot: QtBot) -> None:
    results: list[object] = []
    threads = set()

    def take(future: Future[object]) -> None:
        results.append(future.result())
        threads.add(current_thread())

    worker.finished.connect(take)
    for number in range(5):
        worker.start(partial(int, number))
    qtbot.waitUntil(lambda: len(results) == 5)
    assert results == list(range(5))
    assert threads == {main_thread()}


def test_what_goes_wrong_comes_back_as_the_error(worker: Worker, qtbot: QtBot) -> None:
    def fail() -> None:
        raise AssistantError("请换一个文件夹")

    with qtbot.waitSignal(worker.finished) as told:
        worker.start(fail)
    assert told.args is not None
    with pytest.raises(AssistantError, match="请换一个文件夹"):
        told.args[0].result()


def test_all_that_has_not_begun_is_left_out(worker: Worker, qtbot: QtBot) -> None:
    begun, go_on = Event(), Event()
    done: list[object] = []
    worker.finished.connect(lambda future: done.append(future.result()))

    def first() -> str:
        begun.set()
        go_on.wait()
        return "first"

    worker.start(first)
    for number in range(4):
        worker.start(partial(int, number))
    assert begun.wait(60)
    assert worker.cancel() == 4
    go_on.set()
    qtbot.waitUntil(lambda: done == ["first"])
    with qtbot.waitSignal(worker.finished):
        worker.start(lambda: "last")
    assert done == ["first", "last"]


def test_what_is_dropped_is_not_told_even_if_it_was_done_already(worker: Worker, qtbot: QtBot) -> None:
    told: list[object] = []
    worker.finished.connect(lambda future: told.append(future.result()))
    done = Event()
    worker.start(done.set)
    assert done.wait(60)
    assert not worker.idle, "nothing of it was told yet"
    worker.drop()
    with qtbot.waitSignal(worker.finished):
        worker.start(lambda: "next")
    assert told == ["next"]


def test_after_closing_nothing_is_told(qtbot: QtBot) -> None:
    worker = Worker()
    worker.start(partial(int, 1))
    worker.close()
    with qtbot.assertNotEmitted(worker.finished):
        QCoreApplication.processEvents()


def test_after_closing_nothing_is_begun() -> None:
    worker, done = Worker(), Event()
    worker.close()
    worker.start(done.set)
    assert worker.idle
    assert not done.is_set()


def test_nothing_waiting_is_nothing_left_out(worker: Worker) -> None:
    assert worker.cancel() == 0
