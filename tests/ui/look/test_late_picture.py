"""A picture's room is there from the beginning, and the picture once the window has been painted."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from ui.look.late_picture import LatePicture


@pytest.fixture
def label(qtbot: QtBot) -> LatePicture:
    shown = LatePicture(20)
    qtbot.addWidget(shown)
    shown.show_picture("folder", "#1f5fb0")
    return shown


def test_nothing_is_drawn_before_the_first_painting_and_the_room_is_kept(label: LatePicture) -> None:
    assert label.pixmap().isNull()
    assert label.size() == QSize(20, 20)


def test_the_picture_follows_the_first_painting_by_itself(label: LatePicture, qtbot: QtBot) -> None:
    label.show()
    qtbot.waitUntil(lambda: not label.pixmap().isNull())
    assert label.pixmap().deviceIndependentSize().toSize() == QSize(20, 20)


def test_from_then_on_another_picture_is_there_at_once(label: LatePicture, qtbot: QtBot) -> None:
    label.show()
    qtbot.waitUntil(lambda: not label.pixmap().isNull())
    before = label.pixmap().toImage()
    label.show_picture("new", "#b3202c")
    assert label.pixmap().toImage() != before
