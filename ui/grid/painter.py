"""Paints one tile: ground, lines, words or number, and the marks, which differ in shape as well as in colour."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.grid.geometry import Geometry
from ui.grid.lettering import Align, Lettering
from ui.grid.marks import Mark
from ui.grid.reading import Look, Tone
from ui.grid.sheet import Kind, Tile
from ui.grid.words import Words
from ui.style import Theme

_SMALLEST: Final = 0.7
"""How much smaller a balance may be written to have it whole."""

_SIGNED_MARKS: Final = frozenset({Mark.PLACED, Mark.DOUBTFUL, Mark.MISSING, Mark.DECLARED})
_STATE_MARKS: Final = frozenset({Mark.READ, Mark.PLACED, Mark.DOUBTFUL, Mark.MISSING})


@dataclass(frozen=True, slots=True)
class Emphasis:
    """How a tile stands out because of the cursor: selected, or head or label of the cursor's line."""

    selected: bool = False
    in_line: bool = False


class TilePainter:
    """Paints tiles of one geometry in the colours of one theme."""

    def __init__(self, geometry: Geometry, theme: Theme) -> None:
        self._geometry = geometry
        self._lettering = Lettering(geometry.faces)
        self._colours = {name: QColor(getattr(theme, name)) for name in Theme.__slots__}

    def paint(
        self, painter: QPainter, tile: Tile, look: Look, rect: QRect, visible: QRect, emphasis: Emphasis
    ) -> None:
        """Paint a tile into `rect`; words are centred in `visible`, the part of it that is in sight."""
        painter.fillRect(rect, self._colours["line_strong" if self._is_head(tile) else "line"])
        painter.fillRect(rect.adjusted(0, 0, -1, -1), self._colours[self._ground(tile, look, emphasis)])
        if tile.is_number:
            self._number(painter, tile, look, rect)
        elif tile.kind is Kind.BALANCE:
            self._balance(painter, look, rect)
        elif tile.text:
            self._words(painter, tile, look, visible, emphasis)
        self._mark(painter, tile, look, rect)

    def frame(self, painter: QPainter, rect: QRect, *, strong: bool = True) -> None:
        """Paint the frame of the cell under the cursor; a thin one when the keyboard is elsewhere."""
        self._frame(painter, rect, "accent", 2 if strong else 1)

    def _ground(self, tile: Tile, look: Look, emphasis: Emphasis) -> str:
        if emphasis.selected:
            return "selection"
        if look.mark in (Mark.ERROR, Mark.DECLARED, Mark.SUSPECT) or look.tone is Tone.BAD:
            return "error_soft"
        if look.mark is Mark.EXPLAIN:
            return "explain_soft"
        if look.tone is Tone.GOOD:
            return "good_soft"
        if emphasis.in_line:
            return "accent_soft"
        grounds = {
            Kind.ENTERED: "panel",
            Kind.CONTROL: "panel",
            Kind.COMPUTED: "computed",
            Kind.VOID: "ground",
        }
        return grounds.get(tile.kind, "head")

    @staticmethod
    def _is_head(tile: Tile) -> bool:
        return tile.kind in (Kind.HEAD, Kind.CORNER, Kind.BAND)

    def _ink(self, tile: Tile, look: Look) -> str:
        if look.mark in (Mark.ERROR, Mark.SUSPECT, Mark.DECLARED) and not tile.is_number:
            return "error"
        inks = {
            Tone.SUM: "ink_soft", Tone.ZERO: "ink_faint", Tone.OPEN: "ink_soft", Tone.GOOD: "good",
            Tone.BAD: "error",
        }  # fmt: skip
        return inks.get(look.tone, "ink")

    def _number(self, painter: QPainter, tile: Tile, look: Look, rect: QRect) -> None:
        room = rect.adjusted(self._geometry.pad, 0, -self._geometry.pad, 0)
        if look.ghost:
            painter.setPen(self._colours["ghost"])
            left = round(self._geometry.faces.em * (1.4 if look.mark in _SIGNED_MARKS else 0.4))
            self._lettering.write(painter, room.adjusted(left, 0, 0, 0), look.ghost, small=True)
        if look.tone is Tone.BLANK:
            self._blank(painter, room)
            return
        painter.setPen(self._colours[self._ink(tile, look)])
        if tile.kind is Kind.CONTROL and look.tone is not Tone.OPEN:
            room = room.adjusted(0, 0, -self._tick(painter, room, good=look.tone is Tone.GOOD), 0)
        small = self._lettering.width(look.text) > room.width()
        self._lettering.write(painter, room, look.text, Align.RIGHT, small=small)

    def _blank(self, painter: QPainter, room: QRect) -> None:
        """A blank cell has a faint dotted line where the number will stand."""
        painter.setPen(QPen(self._colours["ink_faint"], 1, Qt.PenStyle.DotLine))
        y = room.center().y() + round(self._geometry.faces.line * 0.3)
        painter.drawLine(room.right() - round(self._geometry.faces.em), y, room.right(), y)

    def _balance(self, painter: QPainter, look: Look, rect: QRect) -> None:
        if not look.text:
            return
        painter.setPen(self._colours[self._ink_of(look.tone)])
        room = rect.adjusted(3, 0, -max(3, self._geometry.pad - 2), 0)
        if look.tone is not Tone.OPEN:
            room = room.adjusted(0, 0, -self._tick(painter, room, good=look.tone is Tone.GOOD), 0)
        text = look.text
        if self._lettering.width(text, small=True) > room.width():
            text = text.replace(" ", "").replace("＝", "=")
        if self._lettering.width(text, small=True) <= room.width():
            self._lettering.write(painter, room, text, Align.RIGHT, small=True)
        else:
            self._squeezed(painter, room, text)

    def _squeezed(self, painter: QPainter, room: QRect, text: str) -> None:
        """Write a line that is too long smaller, and leave out its middle where that is not enough."""
        font = QFont(self._geometry.faces.small)
        needed = room.width() / self._lettering.width(text, small=True)
        font.setPointSizeF(font.pointSizeF() * max(needed, _SMALLEST))
        painter.setFont(font)
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)

    @staticmethod
    def _ink_of(tone: Tone) -> str:
        return {Tone.GOOD: "good", Tone.BAD: "error"}.get(tone, "ink_soft")

    def _tick(self, painter: QPainter, room: QRect, *, good: bool) -> int:
        """Paint ✓ or ✗ at the right edge of `room`; return the width it takes."""
        size = self._geometry.faces.em * 0.55
        right, middle = room.right() + 0.5, room.center().y() + 0.5
        box = QRectF(right - size, middle - size / 2, size, size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(painter.pen().color(), max(1.3, size / 5)))
        if good:
            points = (
                QPointF(box.left(), box.top() + size * 0.55),
                QPointF(box.left() + size * 0.38, box.bottom() - size * 0.05),
                QPointF(box.right(), box.top() + size * 0.1),
            )
            painter.drawPolyline(QPolygonF(points))
        else:
            painter.drawLines([
                QLineF(box.topLeft(), box.bottomRight()), QLineF(box.topRight(), box.bottomLeft()),
            ])  # fmt: skip
        painter.restore()
        return round(size + self._geometry.faces.em * 0.45)

    def _words(self, painter: QPainter, tile: Tile, look: Look, rect: QRect, emphasis: Emphasis) -> None:
        words = self._geometry.words[tile]
        pad = self._geometry.pad
        painter.setPen(
            self._colours["accent" if emphasis.in_line and not look.mark else self._ink(tile, look)]
        )
        beside = tile.column >= max(self._geometry.sheet.label_columns, 1)
        centred = tile.kind in (Kind.HEAD, Kind.BAND) or tile.rowspan > 1 or beside
        centred = centred and tile.kind is not Kind.CORNER
        room = rect if centred else rect.adjusted(pad + self._geometry.indent(tile), 0, -pad, 0)
        self._lines(painter, words, room, Align.CENTRE if centred else Align.LEFT)

    def _lines(self, painter: QPainter, words: Words, room: QRect, align: Align) -> None:
        height = self._geometry.faces.height(words) / len(words.lines)
        top = room.top() + max(0.0, (room.height() - height * len(words.lines)) / 2)
        for number, line in enumerate(words.lines):
            place = QRect(room.left(), round(top + number * height), room.width(), round(height))
            self._lettering.write(painter, place, line, align, small=words.small)

    def _mark(self, painter: QPainter, tile: Tile, look: Look, rect: QRect) -> None:
        if look.mark is Mark.NONE:
            return
        size = max(5, round(self._geometry.faces.em * 0.5))
        corner = QPointF(rect.left(), rect.top())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if look.mark in (Mark.ERROR, Mark.DECLARED, Mark.SUSPECT):
            painter.setBrush(self._colours["error"])
            painter.drawPolygon(QPolygonF([corner, corner + QPointF(size, 0), corner + QPointF(0, size)]))
        elif look.mark is Mark.EXPLAIN:
            painter.setBrush(self._colours["explain"])
            painter.drawRect(QRectF(corner.x() + 2, corner.y() + 2, size - 2, size - 2))
        elif look.mark is Mark.WARNING:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colours["hint"], 1.2))
            painter.drawEllipse(QRectF(corner.x() + 2.5, corner.y() + 2.5, size - 3, size - 3))
        painter.restore()
        if look.mark in _STATE_MARKS:
            self._state(painter, look.mark, rect)
        if look.mark is Mark.SUSPECT:
            self._frame(painter, rect.adjusted(1, 1, -1, -1), "error", 2)
        if look.mark is Mark.DECLARED and tile.is_number:
            self._sign(painter, "≠", rect, "error")

    def _state(self, painter: QPainter, mark: Mark, rect: QRect) -> None:
        """Imported and not yet confirmed: a bar for all, and a sign for what asks to be looked at."""
        bar = QRect(rect.left(), rect.top() + 2, 3, rect.height() - 5)
        if mark is Mark.READ:
            painter.fillRect(bar, self._colours["accent"])
            return
        painter.fillRect(bar, self._colours["explain"])
        signs = {Mark.PLACED: "≈", Mark.DOUBTFUL: "?", Mark.MISSING: "缺"}
        self._sign(painter, signs[mark], rect, "explain")

    def _sign(self, painter: QPainter, sign: str, rect: QRect, ink: str) -> None:
        painter.setPen(self._colours[ink])
        self._lettering.write(painter, rect.adjusted(self._geometry.pad + 2, 0, 0, 0), sign, small=True)

    def _frame(self, painter: QPainter, rect: QRect, ink: str, width: int) -> None:
        painter.save()
        painter.setPen(QPen(self._colours[ink], width, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        painter.drawRect(QRectF(rect).adjusted(half - 1, half - 1, -half, -half))
        painter.restore()
