"""Writes lines of text into tiles. A line is shaped once and kept: the same numbers and words are painted over and over."""

from enum import Enum
from math import floor
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QStaticText, QTransform

from ui.grid.words import Faces

_MOST_KEPT: Final = 4096


class Align(Enum):
    """Where a line stands in its room."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Lettering:
    """Writes in the two typefaces of a grid."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._kept: dict[tuple[str, bool], QStaticText] = {}

    def write(
        self, painter: QPainter, room: QRect, text: str, align: Align = Align.LEFT, *, small: bool = False
    ) -> None:
        """Write a line, in the middle of the room's height, in the painter's colour."""
        line = self._line(text, small)
        size = line.size()
        left = room.left() + (room.width() - size.width()) * align.value
        top = room.top() + (room.height() - size.height()) / 2
        painter.setFont(self._faces.small if small else self._faces.normal)
        # floor, not round: half pixels must go the same way wherever the tile has been scrolled to
        painter.drawStaticText(QPoint(floor(left), floor(top)), line)

    def width(self, text: str, *, small: bool = False) -> float:
        """Width of a line."""
        return self._line(text, small).size().width()

    def _line(self, text: str, small: bool) -> QStaticText:
        line = self._kept.get((text, small))
        if line is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            line = self._kept[text, small] = QStaticText(text)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.prepare(QTransform(), self._faces.small if small else self._faces.normal)
        return line
