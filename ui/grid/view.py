"""Shows a sheet: scrolls it under its frozen heads and labels, paints what is in sight, tells what lies at a point."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from ui.grid.geometry import Geometry
from ui.grid.painter import Emphasis, TilePainter
from ui.grid.reading import Look
from ui.grid.shapes import AT_THE_SIDE
from ui.grid.sheet import Kind, Sheet, Tile
from ui.grid.words import Faces
from ui.look.style import theme

ZOOMS: Final = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5)
MOST_FROZEN: Final = 0.75
"""Heads or labels that would take more of the view than this scroll with the rest."""

_PLAIN: Final = Emphasis()
_NOTHING: Final = Look()


@dataclass(frozen=True, slots=True)
class _Pane:
    """A part of the view that scrolls in its own way, with the tiles that lie in it, if only with a part."""

    across: bool
    down: bool
    tiles: tuple[Tile, ...]


class SheetView(QAbstractScrollArea):
    """A scrolled view of a sheet. Signals: `zoomed(int)` with the size in percent."""

    zoomed = Signal(int)

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._sheet = sheet
        self._zoom = 1.0
        self._looks: dict[Tile, Look] = {}
        self._emphasis: Mapping[Tile, Emphasis] = {}
        self._cursor: Tile | None = None
        self._outdated = True
        self._digits = 0
        self._panes: tuple[_Pane, ...] = ()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._lay_out()

    @property
    def sheet(self) -> Sheet:
        """The sheet that is shown."""
        return self._sheet

    @property
    def tile_geometry(self) -> Geometry:
        """Where the tiles lie in the unscrolled table."""
        return self._geometry

    @property
    def zoom(self) -> float:
        """The size, 1.0 for the usual one."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if zoom != self._zoom:
            self._zoom = zoom
            self._lay_out()
            if self._cursor is not None:
                self.bring_into_sight(self._cursor)
            self.zoomed.emit(round(zoom * 100))

    @property
    def fits_across(self) -> bool:
        """Whether the whole width is in sight, with figures of the full size."""
        return self._geometry.width <= self._room.width() and not self._geometry.is_dense

    def zoom_by(self, steps: int) -> None:
        """Go some steps larger (or smaller, below 0)."""
        nearest = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - self._zoom))
        self.zoom = ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)]

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet in the place of this one."""
        self._sheet = sheet
        self._looks = {}
        self._emphasis = {}
        self._cursor = None
        self._digits = 0
        self._lay_out()

    def look(self, tile: Tile) -> Look:
        """What a tile shows."""
        return self._looks.get(tile, _NOTHING)

    def told(self, tile: Tile) -> str:
        """What is told of a tile where the mouse rests on it: a balance whole, whatever its column has room for."""
        return self.look(tile).text if tile.kind is Kind.BALANCE else ""

    def show_looks(self, looks: Mapping[Tile, Look]) -> None:
        """Show what these tiles look like; only those that changed are painted anew."""
        changed = [tile for tile, look in looks.items() if self._looks.get(tile) != look]
        self._looks |= looks
        digits = max((_digits(looks[tile]) for tile in changed if tile.is_number), default=0)
        if digits > self._digits:
            self._digits = digits
            self._lay_out()
        self._repaint(changed)

    def show_cursor(self, cursor: Tile, emphasis: Mapping[Tile, Emphasis]) -> None:
        """Show the cursor, and which tiles stand out because of it."""
        old, self._emphasis = self._emphasis, emphasis
        before, self._cursor = self._cursor, cursor
        changed = {tile for tile in {*old, *emphasis} if old.get(tile) != emphasis.get(tile)}
        self._repaint(changed | {cursor} | ({before} if before else set()))

    def place(self, tile: Tile) -> QRect:
        """Where a tile is in the view as it is scrolled now; part of it may be out of sight."""
        rect = self._geometry.rect(tile)
        rows, columns = self._frozen()
        right = 0 if tile.column < columns else self.horizontalScrollBar().value()
        down = 0 if tile.row < rows else self.verticalScrollBar().value()
        return rect.translated(-right, -down)

    def tile_at(self, point: QPoint) -> Tile:
        """The tile at a point of the view, or the one nearest to it."""
        frozen = self._frozen_size()
        x = point.x() if point.x() < frozen.x() else point.x() + self.horizontalScrollBar().value()
        y = point.y() if point.y() < frozen.y() else point.y() + self.verticalScrollBar().value()
        return self._sheet.by_place[self._geometry.row_at(y), self._geometry.column_at(x)]

    def bring_into_sight(self, tile: Tile) -> None:
        """Scroll as little as needed to have the whole tile in sight."""
        rect = self.place(tile)
        frozen = self._frozen_size()
        rows, columns = self._frozen()
        room = self._room
        if tile.column >= columns:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + _needed(rect.left(), rect.right(), frozen.x(), room.width() - 1))
        if tile.row >= rows:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + _needed(rect.top(), rect.bottom(), frozen.y(), room.height() - 1))

    def rows_in_sight(self) -> int:
        """How many rows a page has, for PageUp and PageDown."""
        room = self._room.height() - self._frozen_size().y()
        first = self._geometry.row_at(self._frozen_size().y() + self.verticalScrollBar().value())
        last = self._geometry.row_at(self._geometry.y[first] + room)
        return max(1, last - first - 1)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is known of the tile under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tile = self.tile_at(event.pos())
            if words := self.told(tile):
                QToolTip.showText(event.globalPos(), words, self.viewport(), self.place(tile))
                return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew; a cursor from which nobody has scrolled away stays in sight."""
        cursor = self._cursor
        keeps_it = cursor is not None and not self._is_scrolled_away(cursor)
        super().resizeEvent(event)
        self._lay_out()
        if cursor is not None and keeps_it:
            self.bring_into_sight(cursor)

    def _is_scrolled_away(self, tile: Tile) -> bool:
        """Whether a tile is out of sight though there is room for it; before it is first shown a grid has none."""
        frozen, room = self._frozen_size(), self._room
        sight = QRect(frozen, QPoint(room.width() - 1, room.height() - 1))
        return sight.isValid() and not sight.intersects(self.place(tile))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's font and colours: at once where that is seen, else when it is shown again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._outdated = True
            if self.isVisible():
                self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what changed while nobody saw it."""
        super().showEvent(event)
        if self._outdated:
            self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what scrolls; labels of several rows are painted anew, their words stay in the part in sight."""
        frozen = self._frozen_size()
        self.viewport().update(0, frozen.y() - 1, self.viewport().width(), 1)
        self.viewport().update(frozen.x() - 1, 0, 1, self.viewport().height())
        for pane in self._panes:
            moved = QPoint(dx if pane.across else 0, dy if pane.down else 0)
            if not moved.isNull():
                clip, _ = self._clip(pane)
                self.viewport().scroll(moved.x(), moved.y(), clip)
                for tile in pane.tiles:
                    if tile.rowspan > 1:
                        self.viewport().update(self.place(tile) & clip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles that lie in what needs painting."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme().ground))
        for pane in self._panes:
            clip, shift = self._clip(pane)
            region = event.region() & clip
            if not region.isEmpty():
                painter.setClipRegion(region)
                self._paint_pane(painter, pane, clip, shift, region)
        painter.setClipping(False)
        self._paint_edges(painter)
        painter.end()

    def _paint_pane(
        self, painter: QPainter, pane: _Pane, clip: QRect, shift: QPoint, region: QRegion
    ) -> None:
        unscrolled = region.translated(-shift)
        for tile in pane.tiles:
            if unscrolled.intersects(self._geometry.rect(tile)):
                rect = self._geometry.rect(tile).translated(shift)
                in_sight = rect & clip if tile.rowspan > 1 else rect
                emphasis = self._emphasis.get(tile, _PLAIN)
                self._painter.paint(painter, tile, self.look(tile), rect, in_sight, emphasis)
        if self._cursor in pane.tiles:
            rect = self._geometry.rect(self._cursor).translated(shift)
            self._painter.frame(painter, rect, strong=self.hasFocus())

    def _paint_edges(self, painter: QPainter) -> None:
        """The table's own left and top edge, and a stronger line where the frozen parts end."""
        line = QColor(theme().line_strong)
        width = min(self._geometry.width, self.viewport().width())
        height = min(self._geometry.height, self.viewport().height())
        frozen = self._frozen_size()
        painter.fillRect(0, 0, width, 1, line)
        painter.fillRect(0, 0, 1, height, line)
        if self.verticalScrollBar().value():
            painter.fillRect(0, frozen.y() - 1, width, 1, line)
        if self.horizontalScrollBar().value():
            painter.fillRect(frozen.x() - 1, 0, 1, height, line)

    def _lay_out(self) -> None:
        """Compute all places for the present font, size and width."""
        self._outdated = False
        room = self.maximumViewportSize()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        faces = Faces(self.font(), self._zoom)
        self._geometry = Geometry(self._sheet, faces, room.width(), room.height(), self._digits)
        if self._geometry.height > room.height():
            room.setWidth(room.width() - down.sizeHint().width())
            self._geometry = Geometry(self._sheet, faces, room.width(), room.height(), self._digits)
        if self._geometry.width > room.width():
            room.setHeight(room.height() - across.sizeHint().height())
        self._room = room
        self._painter = TilePainter(self._geometry, theme())
        # Before the bars: a range that leaves out where one stands scrolls at once.
        self._panes = self._split()
        for bar, size, page in (
            (across, self._geometry.width, room.width()),
            (down, self._geometry.height, room.height()),
        ):
            bar.setRange(0, max(size - page, 0))
            bar.setPageStep(page)
            bar.setSingleStep(round(faces.line * 1.5))
        self.viewport().update()

    def _frozen(self) -> tuple[int, int]:
        """How many rows and columns stay in sight."""
        view = self.maximumViewportSize()
        rows = self._sheet.head_rows if self._geometry.frozen_height < MOST_FROZEN * view.height() else 0
        columns = self._sheet.label_columns if self._geometry.frozen_width < MOST_FROZEN * view.width() else 0
        return rows, columns

    def _frozen_size(self) -> QPoint:
        rows, columns = self._frozen()
        return QPoint(self._geometry.x[columns], self._geometry.y[rows])

    def _split(self) -> tuple[_Pane, ...]:
        """The corner, the heads, the labels and the numbers."""
        rows, columns = self._frozen()
        everything = (self._sheet.rows, self._sheet.columns)
        panes = []
        for down, (top, bottom) in ((False, (0, rows)), (True, (rows, everything[0]))):
            for across, (left, right) in ((False, (0, columns)), (True, (columns, everything[1]))):
                tiles = (t for t in self._sheet.tiles if t.overlaps(top, left, bottom - 1, right - 1))
                panes.append(_Pane(across, down, tuple(tiles)))
        return tuple(panes)

    def _clip(self, pane: _Pane) -> tuple[QRect, QPoint]:
        """Where a pane is in the view, and how far its tiles are moved."""
        frozen = self._frozen_size()
        view = self.viewport().size()
        left, width = (frozen.x(), view.width() - frozen.x()) if pane.across else (0, frozen.x())
        top, height = (frozen.y(), view.height() - frozen.y()) if pane.down else (0, frozen.y())
        shift = QPoint(
            -self.horizontalScrollBar().value() if pane.across else 0,
            -self.verticalScrollBar().value() if pane.down else 0,
        )
        return QRect(left, top, width, height), shift

    def _repaint(self, tiles: Iterable[Tile]) -> None:
        for tile in tiles:
            self.viewport().update(self.place(tile).adjusted(-1, -1, 1, 1))


def _digits(look: Look) -> int:
    """How many digits stand in a cell: the number beside its own, the gap and the sign before it counted with it."""
    before = 3 if look.mark in AT_THE_SIDE else 1
    return len(look.text) + (len(look.ghost) + before if look.ghost else 0)


def _needed(start: int, end: int, first: int, last: int) -> int:
    """How far to scroll so that `start` to `end` lies between `first` and `last`."""
    if start < first:
        return start - first
    return max(0, min(end - last, start - first))
