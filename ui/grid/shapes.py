"""The shapes painted in tiles: ticks, the marks of findings and of imported numbers, frames. Each differs in shape."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.grid.marks import Mark

SIGNS: Final = {
    Mark.PLACED: "≈", Mark.DOUBTFUL: "?", Mark.MISSING: "缺", Mark.DECLARED: "≠",
    Mark.DIFFERS: "≠", Mark.AGAIN: "改",
}  # fmt: skip
"""Marks that have a sign beside their shape."""

AT_THE_SIDE: Final = frozenset({*SIGNS, Mark.TICKED})
"""Marks that take room at the left of a cell."""

INKS: Final = {
    Mark.READ: "accent", Mark.PLACED: "explain", Mark.DOUBTFUL: "explain", Mark.MISSING: "explain",
    Mark.WARNING: "hint", Mark.EXPLAIN: "explain", Mark.ERROR: "error", Mark.DECLARED: "error",
    Mark.SUSPECT: "error", Mark.TICKED: "good", Mark.DIFFERS: "error", Mark.AGAIN: "explain",
}  # fmt: skip
"""The theme's colour of each mark."""

_CORNERS: Final = frozenset({Mark.ERROR, Mark.DECLARED, Mark.SUSPECT, Mark.DIFFERS})


def tick(painter: QPainter, room: QRect, size: float, *, good: bool) -> None:
    """Paint ✓ or ✗ of this size at the right edge of `room`, in the painter's colour."""
    box = QRectF(room.right() + 0.5 - size, room.center().y() + 0.5 - size / 2, size, size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(painter.pen().color(), max(1.3, size / 5)))
    if good:
        foot = QPointF(box.left() + size * 0.38, box.bottom() - size * 0.05)
        start, end = (
            QPointF(box.left(), box.top() + size * 0.55),
            QPointF(box.right(), box.top() + size * 0.1),
        )
        painter.drawPolyline(QPolygonF((start, foot, end)))
    else:
        painter.drawLine(QLineF(box.topLeft(), box.bottomRight()))
        painter.drawLine(QLineF(box.topRight(), box.bottomLeft()))
    painter.restore()


def mark(painter: QPainter, rect: QRect, kind: Mark, ink: QColor, size: int) -> None:
    """Paint the shape of a mark: a corner, a square or a ring for findings, a bar for imported numbers, ✓."""
    if kind is Mark.TICKED:
        painter.setPen(ink)
        tick(painter, QRect(rect.left() + 3, rect.top(), size + 3, rect.height()), size + 2, good=True)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    corner = QPointF(rect.left(), rect.top())
    if kind in _CORNERS:
        painter.drawPolygon(QPolygonF((corner, corner + QPointF(size, 0), corner + QPointF(0, size))))
    elif kind is Mark.EXPLAIN:
        painter.drawRect(QRectF(corner.x() + 2, corner.y() + 2, size - 2, size - 2))
    elif kind is Mark.WARNING:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.2))
        painter.drawEllipse(QRectF(corner.x() + 2.5, corner.y() + 2.5, size - 3, size - 3))
    else:
        painter.drawRect(QRectF(corner.x(), corner.y() + 2, 3, rect.height() - 5))
    painter.restore()
    if kind is Mark.SUSPECT:
        frame(painter, rect.adjusted(1, 1, -1, -1), ink, 2)


def flag(painter: QPainter, rect: QRect, ink: QColor, size: int) -> None:
    """Paint a corner at the upper right, where spreadsheets show that somebody has left a note."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    corner = QPointF(rect.right(), rect.top())
    painter.drawPolygon(QPolygonF((corner, corner - QPointF(size, 0), corner + QPointF(0, size))))
    painter.restore()


def frame(painter: QPainter, rect: QRect, ink: QColor, width: int) -> None:
    """Paint a frame along the inner edge of a tile, over the lines that it shares with its neighbours."""
    painter.save()
    painter.setPen(QPen(ink, width, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    over = (1 if rect.left() > 0 else 0, 1 if rect.top() > 0 else 0)
    painter.drawRect(QRectF(rect).adjusted(half - over[0], half - over[1], -half, -half))
    painter.restore()
