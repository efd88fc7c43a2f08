"""Paints one tile: ground, lines, words or number, and its mark."""

from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.grid import shapes
from ui.grid.geometry import Geometry
from ui.grid.lettering import Align, Lettering
from ui.grid.marks import Mark
from ui.grid.reading import Look, Tone
from ui.grid.sheet import Kind, Tile
from ui.grid.words import Words
from ui.look.style import Theme

_SMALLER: Final = range(95, 69, -5)
"""Per cent of its size that a balance is written in to have it whole; where none is enough, its tooltip alone tells it."""
_BETWEEN: Final = 0.3
"""Of the em, between a number and the one beside it."""

_HEADS: Final = frozenset({Kind.HEAD, Kind.CORNER, Kind.BAND})
_WRONG: Final = frozenset({Mark.ERROR, Mark.DECLARED, Mark.SUSPECT, Mark.DIFFERS})
"""Marks that stand beside their number, where a second number must make room."""
_GROUNDS: Final = {
    Kind.ENTERED: "panel", Kind.CONTROL: "panel", Kind.COMPUTED: "computed", Kind.VOID: "ground",
}  # fmt: skip
_INKS: Final = {
    Tone.SUM: "ink_soft", Tone.ZERO: "ink_faint", Tone.OPEN: "ink_soft", Tone.GOOD: "good", Tone.BAD: "error",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Emphasis:
    """How a tile stands out: selected, head or label of the cursor's line, or what is looked for."""

    selected: bool = False
    in_line: bool = False
    found: bool = False


class TilePainter:
    """Paints tiles of one geometry in the colours of one theme."""

    def __init__(self, geometry: Geometry, theme: Theme) -> None:
        self._geometry = geometry
        self._lettering = Lettering(geometry.faces)
        self._colours = {
            name: QColor(value) for name, value in theme._asdict().items() if isinstance(value, str)
        }
        self._focus = theme.focus

    def paint(
        self, painter: QPainter, tile: Tile, look: Look, rect: QRect, visible: QRect, emphasis: Emphasis
    ) -> None:
        """Paint a tile into `rect`; words are centred in `visible`, the part of it that is in sight."""
        painter.fillRect(rect, self._colours["line_strong" if tile.kind in _HEADS else "line"])
        painter.fillRect(rect.adjusted(0, 0, -1, -1), self._colours[_ground(tile, look, emphasis)])
        if tile.is_number:
            self._number(painter, tile, look, rect)
        elif tile.kind is Kind.BALANCE:
            self._balance(painter, look, rect)
        elif tile.text:
            self._words(painter, tile, look, visible, emphasis)
        if look.remarked:
            size = max(6, round(self._geometry.faces.em * 0.55))
            shapes.flag(painter, rect, self._colours["accent"], size)
        if look.mark is not Mark.NONE:
            self._mark(painter, tile, look.mark, rect)

    def frame(self, painter: QPainter, rect: QRect, *, strong: bool = True) -> None:
        """Paint the frame of the cell under the cursor; a thin one when the keyboard is elsewhere."""
        shapes.frame(painter, rect, self._colours["accent"], self._focus if strong else 1)

    def _number(self, painter: QPainter, tile: Tile, look: Look, rect: QRect) -> None:
        room = rect.adjusted(self._geometry.pad, 0, -self._geometry.pad, 0)
        ghost = self._ghost(painter, look, room) if look.ghost else 0
        if look.tone is Tone.BLANK:
            self._blank(painter, room)
            return
        painter.setPen(self._colours[_INKS.get(look.tone, "ink")])
        if tile.kind is Kind.CONTROL and look.tone is not Tone.OPEN:
            room = self._ticked(painter, room, look.tone)
        small = self._lettering.width(look.text) > room.width() - ghost
        self._lettering.write(painter, room, look.text, Align.RIGHT, small=small)

    def _ghost(self, painter: QPainter, look: Look, room: QRect) -> float:
        """Write the number beside a cell's own, and return what it takes of the room.

        Where both have no room, be the cell's own written small, its tooltip alone tells it.
        """
        em = self._geometry.faces.em
        left = round(em * (1.4 if look.mark in shapes.AT_THE_SIDE else 0.4))
        taken = left + self._lettering.width(look.ghost, small=True) + em * _BETWEEN
        if taken + self._lettering.width(look.text, small=True) > room.width():
            return 0
        painter.setPen(self._colours["ghost"])
        self._lettering.write(painter, room.adjusted(left, 0, 0, 0), look.ghost, small=True)
        return taken

    def _blank(self, painter: QPainter, room: QRect) -> None:
        """A blank cell has a faint dotted line where the number will stand."""
        painter.setPen(QPen(self._colours["ink_faint"], 1, Qt.PenStyle.DotLine))
        y = room.center().y() + round(self._geometry.faces.line * 0.3)
        painter.drawLine(room.right() - round(self._geometry.faces.em), y, room.right(), y)

    def _balance(self, painter: QPainter, look: Look, rect: QRect) -> None:
        if not look.text:
            return
        painter.setPen(self._colours[_INKS.get(look.tone, "ink")])
        room = rect.adjusted(3, 0, -max(3, self._geometry.pad - 2), 0)
        if look.tone is not Tone.OPEN:
            room = self._ticked(painter, room, look.tone)
        ways = (look.text, *look.shorter)
        fitting = (way for way in ways if self._lettering.width(way, small=True) <= room.width())
        text = next(fitting, "")
        if text:
            self._lettering.write(painter, room, text, Align.RIGHT, small=True)
        else:
            self._squeezed(painter, room, ways[-1])

    def _squeezed(self, painter: QPainter, room: QRect, text: str) -> None:
        """Write a line that is too long smaller, or not at all. It is never cut: what is left of a number is another number."""
        font = QFont(self._geometry.faces.small)
        usual = font.pointSizeF()
        for percent in _SMALLER:
            font.setPointSizeF(usual * percent / 100)
            # Measured: letters come in whole steps of the screen, and a smaller size may not be narrower.
            if QFontMetricsF(font).horizontalAdvance(text) <= room.width():
                painter.setFont(font)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
                return

    def _ticked(self, painter: QPainter, room: QRect, tone: Tone) -> QRect:
        """Paint ✓ or ✗ at the right edge; return the room that is left."""
        em = self._geometry.faces.em
        shapes.tick(painter, room, em * 0.55, good=tone is Tone.GOOD)
        return room.adjusted(0, 0, -round(em), 0)

    def _words(self, painter: QPainter, tile: Tile, look: Look, rect: QRect, emphasis: Emphasis) -> None:
        if look.mark in _WRONG:
            painter.setPen(self._colours["error"])
        else:
            painter.setPen(self._colours["accent" if emphasis.in_line else "ink"])
        words = self._geometry.words[tile]
        if self._is_centred(tile):
            self._lines(painter, words, rect, Align.CENTRE)
        else:
            pad = self._geometry.pad
            room = rect.adjusted(pad + self._geometry.indent(tile), 0, -pad, 0)
            self._lines(painter, words, room, Align.LEFT)

    def _is_centred(self, tile: Tile) -> bool:
        """Heads and labels of groups are, labels of rows are not; nor is the long sentence in the corner."""
        beside = tile.column >= max(self._geometry.sheet.label_columns, 1)
        return tile.kind is not Kind.CORNER and (tile.kind in _HEADS or tile.rowspan > 1 or beside)

    def _lines(self, painter: QPainter, words: Words, room: QRect, align: Align) -> None:
        height = self._geometry.faces.height(words) / len(words.lines)
        top = room.top() + max(0.0, (room.height() - height * len(words.lines)) / 2)
        for number, line in enumerate(words.lines):
            place = QRect(room.left(), floor(top + number * height), room.width(), ceil(height))
            self._lettering.write(painter, place, line, align, small=words.small)

    def _mark(self, painter: QPainter, tile: Tile, mark: Mark, rect: QRect) -> None:
        ink = self._colours[shapes.INKS[mark]]
        shapes.mark(painter, rect, mark, ink, max(5, round(self._geometry.faces.em * 0.5)))
        if tile.is_number and mark in shapes.SIGNS:
            painter.setPen(ink)
            room = rect.adjusted(self._geometry.pad + 2, 0, 0, 0)
            self._lettering.write(painter, room, shapes.SIGNS[mark], small=True)


def _ground(tile: Tile, look: Look, emphasis: Emphasis) -> str:
    """The name of the colour behind a tile: the selection first, then what is wrong, then what it holds."""
    if emphasis.selected:
        return "selection"
    if emphasis.found:
        return "found"
    if look.mark in _WRONG or look.tone is Tone.BAD:
        return "error_soft"
    if look.mark in (Mark.EXPLAIN, Mark.AGAIN):
        return "explain_soft"
    if look.tone is Tone.GOOD:
        return "good_soft"
    if emphasis.in_line:
        return "accent_soft"
    return _GROUNDS.get(tile.kind, "head")
