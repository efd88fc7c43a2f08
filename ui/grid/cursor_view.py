"""A sheet with a cursor and a selected block, moved by keys and mouse."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.grid.painter import Emphasis
from ui.grid.selection import Selection, line_of
from ui.grid.sheet import Kind, Sheet, Tile
from ui.grid.view import SheetView


class CursorView(SheetView):
    """A view in which numbers are selected.

    Signals: `current_changed(str)` with the key of the cell under the cursor; `selected()` after each change of the
    selection.
    """

    current_changed = Signal(str)
    selected = Signal()

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(sheet, parent)
        self._selection = Selection(sheet.numbers[0], sheet.numbers[0])
        self._found: tuple[frozenset[str], str] = (frozenset(), "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def selection(self) -> Selection:
        """The cursor and the selected block."""
        return self._selection

    @property
    def current_key(self) -> str:
        """The key of the cell under the cursor."""
        return self._selection.cursor.key

    def select(self, selection: Selection) -> None:
        """Move the cursor and the selection, and bring the cursor into sight."""
        before, self._selection = self._selection, selection
        self.bring_into_sight(selection.cursor)
        self.show_selection()
        if selection.cursor is not before.cursor:
            self.current_changed.emit(selection.cursor.key)
        if selection != before:
            self.selected.emit()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet; the cursor stays on its cell where the sheet has it."""
        key = self.current_key
        super().show_sheet(sheet)
        tile = sheet.by_key.get(key, sheet.numbers[0])
        self.select(Selection(tile, tile))

    def show_selection(self) -> None:
        """Paint the cursor, the selected block, and the heads and labels of the cursor's line."""
        self.show_cursor(self._selection.cursor, self._standing_out())

    def show_found(self, cells: frozenset[str], words: str = "") -> None:
        """Mark what is looked for: cells by their keys, or the heads and labels with these words (without blanks)."""
        if self._found != (cells, words):
            self._found = (cells, words)
            self.show_selection()

    def end_typing(self) -> bool:
        """Called before the mouse takes the cursor elsewhere; False keeps it where it is."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a cell, with Shift a block; a head its columns, a label its rows."""
        if event.button() != Qt.MouseButton.LeftButton or not self.end_typing():
            return
        tile = self.tile_at(event.position().toPoint())
        if tile.is_number:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.select(Selection(tile, self._selection.anchor if shift else tile))
        elif line := line_of(self.sheet, tile):
            self.select(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selected block while the button is held."""
        tile = self.tile_at(event.position().toPoint())
        if (
            event.buttons() & Qt.MouseButton.LeftButton
            and tile.is_number
            and tile is not self._selection.cursor
        ):
            self.select(Selection(tile, self._selection.anchor))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The block is selected as it stands."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl change the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.end_typing():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Show the cursor as the one that the keyboard goes to; Qt itself would paint the whole table anew."""
        self.show_selection()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        self.show_selection()

    def _standing_out(self) -> Mapping[Tile, Emphasis]:
        cursor = self._selection.cursor
        chosen = self._selection.tiles(self.sheet)
        emphasis = dict.fromkeys(self._tiles_found(), Emphasis(found=True))
        if len(chosen) > 1:
            emphasis |= dict.fromkeys(chosen, Emphasis(selected=True))
        for tile in self.sheet.heads:
            if tile.kind is Kind.LABEL:
                in_line = tile.row == cursor.row
            else:
                in_line = tile.column == cursor.column and _over(self.sheet, tile, cursor)
            if in_line:
                emphasis[tile] = Emphasis(in_line=True, found=tile in emphasis)
        return emphasis

    def _tiles_found(self) -> Sequence[Tile]:
        cells, words = self._found
        if not cells and not words:
            return ()
        return [
            tile
            for tile in self.sheet.tiles
            if (tile.key in cells if tile.is_number else words and words in "".join(tile.text.split()))
        ]


def _over(sheet: Sheet, head: Tile, cursor: Tile) -> bool:
    """Whether a head is the one over the cursor's cell: in a table of several bands, the last one above it."""
    heads = (
        tile
        for tile in sheet.tiles
        if tile.kind is Kind.HEAD and tile.column == cursor.column and tile.row < cursor.row
    )
    return head is max(heads, key=lambda tile: tile.row, default=None)
