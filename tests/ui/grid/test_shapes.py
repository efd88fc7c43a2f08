"""Marks differ in shape or sign, so that nobody needs to tell colours apart."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from ui.grid.marks import Mark
from ui.grid.shapes import INKS, SIGNS, flag, frame, mark, tick

ROOM = QRect(0, 0, 60, 24)
BLACK = QColor("black")


def painted(kind: Mark | None) -> QImage:
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    if kind is not None:
        mark(painter, ROOM, kind, BLACK, 7)
    painter.end()
    return image


def ink(image: QImage) -> int:
    """How many points are not white."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y) != QColor("white") for x, y in points)


@pytest.mark.parametrize("kind", list(INKS))
def test_every_mark_is_seen(kind: Mark) -> None:
    assert ink(painted(kind)) > 0


def test_two_marks_in_black_differ_by_shape_or_sign() -> None:
    """But for two that mean the same, on pages of their own: a number differs from another."""
    for one, other in combinations(set(INKS) - {Mark.DIFFERS}, 2):
        if SIGNS.get(one) == SIGNS.get(other):
            assert painted(one) != painted(other), (one, other)


@pytest.mark.parametrize("good", [True, False])
def test_a_tick_stands_at_the_right_edge(good: bool) -> None:
    image = painted(None)
    painter = QPainter(image)
    tick(painter, ROOM, 10, good=good)
    painter.end()
    assert ink(image.copy(0, 0, 48, 24)) == 0
    assert ink(image.copy(48, 0, 12, 24)) > 0


def test_a_note_is_a_corner_at_the_upper_right() -> None:
    image = painted(None)
    painter = QPainter(image)
    flag(painter, ROOM, BLACK, 7)
    painter.end()
    assert ink(image.copy(52, 0, 8, 8)) == ink(image) > 0


def test_a_frame_leaves_the_number_free() -> None:
    image = painted(None)
    painter = QPainter(image)
    frame(painter, ROOM, BLACK, 2)
    painter.end()
    assert ink(image) > 0
    assert ink(image.copy(3, 3, 54, 18)) == 0
