"""The grid of 读数视图: a table that is read out number by number; what was read out is ticked."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from model.form import FormTable
from model.report import Report
from ui.grid.command import Command
from ui.grid.cursor_view import CursorView
from ui.grid.keys import starts_typing, stroke_of
from ui.grid.marks import Mark
from ui.grid.moves import moved
from ui.grid.reading import Look, Reading
from ui.grid.selection import Selection
from ui.grid.sheet import Kind, Tile, sheet_of
from ui.grid.view import ZOOMS

_ON: Final = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down))
_BACK: Final = frozenset((Qt.Key.Key_Backspace, Qt.Key.Key_Up))
_ELSEWHERE: Final = frozenset((Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape))
_CHANGING: Final = frozenset((Command.CLEAR, Command.EDIT))


class ReadOutGrid(CursorView):
    """Shows one table of a report, in type as large as its width allows, `largest` at most.

    Signals: `on_wanted()` when the number under the cursor was typed elsewhere; `back_wanted()` to go one back;
    `typed()` when a key would change a number, which is done elsewhere.
    """

    on_wanted = Signal()
    back_wanted = Signal()
    typed = Signal()

    def __init__(
        self, report: Report, table: FormTable, largest: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(sheet_of(report.form, table), parent)
        self._report = report
        self._sizes = (largest, *(size for size in reversed(ZOOMS) if 1.0 <= size < largest))
        self._fitted = self.zoom
        self.setAccessibleName(f"读数：{report.form.title_of(table)}")
        self.show_selection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the type to the width, unless the clerk has chosen a size: whoever reads out must not scroll sideways."""
        super().resizeEvent(event)
        if self.zoom != self._fitted:
            return
        for size in self._sizes:
            self.zoom = size
            if self.fits_across:
                break
        self._fitted = self.zoom

    def show_ticks(self, ticked: Collection[str]) -> None:
        """Show the numbers as they are, those ticked that were read out."""
        reading = Reading(self.sheet, self._report)
        self.show_looks({tile: _ticked(reading.look(tile), tile, ticked) for tile in self.sheet.tiles})

    def stand_on(self, key: str) -> None:
        """Put the cursor on a cell. Raises KeyError for a cell not here."""
        tile = self.sheet.by_key[key]
        self.select(Selection(tile, tile))

    def order(self, *, with_totals: bool) -> list[str]:
        """Return the cells in the order in which they are read out: row by row."""
        return [tile.key for tile in self.sheet.numbers if with_totals or tile.kind is Kind.ENTERED]

    def event(self, event: QEvent) -> bool:
        """Keep the keys that read on from the window's menus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in _ON | _BACK:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on or back; other keys that move the cursor tick nothing."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        stroke = stroke_of(event)
        selection = None
        if stroke is not None and event.key() not in _ELSEWHERE:
            selection = moved(self.sheet, self.selection, stroke, _any, self.rows_in_sight())
        if plain and event.key() in _ON:
            self.on_wanted.emit()
        elif plain and event.key() in _BACK:
            self.back_wanted.emit()
        elif selection is not None and selection.cursor is selection.anchor:
            self.select(selection)
        elif starts_typing(event) or (stroke is not None and stroke.command in _CHANGING):
            self.typed.emit()
        else:
            event.ignore()


def _any(_tile: Tile) -> bool:
    return True


def _ticked(look: Look, tile: Tile, ticked: Collection[str]) -> Look:
    if not tile.is_number:
        return replace(look, mark=Mark.NONE)
    return replace(look, mark=Mark.TICKED if tile.key in ticked else look.mark)
