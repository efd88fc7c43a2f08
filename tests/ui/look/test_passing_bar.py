"""A bar that comes and goes tells what room it takes, so that what lies above can give it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.passing_bar import PassingBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[PassingBar]:
    window = QWidget()
    qtbot.addWidget(window)
    made = PassingBar(window)
    made.setFixedHeight(30)
    made.hide()
    column = QVBoxLayout(window)
    column.addWidget(QWidget(window), 1)
    column.addWidget(made)
    window.resize(300, 200)
    window.show()
    yield made
    window.close()


def test_it_takes_no_room_while_it_is_hidden(bar: PassingBar) -> None:
    assert bar.room == 0


def test_it_tells_when_it_comes_when_it_grows_and_when_it_goes(bar: PassingBar, qtbot: QtBot) -> None:
    told: list[tuple[object, int]] = []

    def note(which: object, room: int) -> None:
        told.append((which, room))

    bar.room_taken.connect(note)
    bar.show()
    qtbot.waitUntil(lambda: told[-1:] == [(bar, 30)])
    assert bar.room == 30
    bar.setFixedHeight(50)
    qtbot.waitUntil(lambda: told[-1:] == [(bar, 50)])
    bar.hide()
    assert told[-1] == (bar, 0)
    assert bar.room == 0
