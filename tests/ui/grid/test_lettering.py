"""A line stands where it is told to in its room, and one that was written before is not shaped again."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from ui.grid import lettering
from ui.grid.lettering import Align, Lettering
from ui.grid.words import Faces
from ui.look.fonts import window_font


@pytest.fixture
def letters(qapp: object) -> Lettering:
    return Lettering(Faces(window_font(), 1.0))


def inked(letters: Lettering, align: Align) -> tuple[int, int]:
    """The first and the last column in which a line leaves ink."""
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    letters.write(painter, QRect(0, 0, 200, 40), "88", align)
    painter.end()
    white = image.pixel(100, 0)
    columns = [x for x in range(200) if any(image.pixel(x, y) != white for y in range(40))]
    return columns[0], columns[-1]


def test_a_line_stands_left_right_or_in_the_middle(letters: Lettering) -> None:
    width = letters.width("88")
    assert inked(letters, Align.LEFT)[1] <= width
    assert inked(letters, Align.RIGHT)[0] >= 200 - width - 1
    first, last = inked(letters, Align.CENTRE)
    assert abs((first + last) / 2 - 100) <= 2


def test_small_words_are_narrower_and_marks_are_no_markup(letters: Lettering) -> None:
    assert letters.width("总体情况", small=True) < letters.width("总体情况")
    assert letters.width("<b>1</b>") > letters.width("1")


def test_what_is_kept_is_bounded(letters: Lettering, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lettering, "_MOST_KEPT", 3)
    for number in range(20):
        letters.width(str(number))
    assert len(letters._kept) <= 3
    assert letters._line("19", False) is letters._line("19", False)
