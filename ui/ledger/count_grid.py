"""The official table with what a ledger counts, and beside each number what stands in the report now."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from intake.ledger.ledger import Count
from model.form import FormTable
from model.report import Report
from ui.grid.balance import balance_of
from ui.grid.cursor_view import CursorView
from ui.grid.keys import stroke_of
from ui.grid.marks import Mark
from ui.grid.moves import moved
from ui.grid.reading import Look, Tone, look_of_balance, reading_text
from ui.grid.selection import Selection
from ui.grid.sheet import Kind, Tile, sheet_of
from ui.look.keyboard import give_keyboard


class CountGrid(CursorView):
    """Shows one table of a count. What differs from the report is marked; its present number stands small beside it."""

    def __init__(
        self, table: FormTable, count: Count, present: Report | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(sheet_of(count.form, table), parent)
        self._form = count.form
        self._present = present
        self._cells: Mapping[str, int] = {}
        self._guessed: frozenset[str] = frozenset()
        self.show_selection()
        self.show_count(count)

    def show_count(self, count: Count) -> None:
        """Show another count of the same table."""
        tally = count.tallies[self.sheet.table.id]
        self._cells = tally.cells(self._form)
        self._guessed = frozenset(tally.guessed)
        self.show_looks({tile: self._look(tile) for tile in self.sheet.tiles})
        self._tell_screen_reader()

    @property
    def differing(self) -> tuple[str, ...]:
        """The entered cells whose count differs from what stands in the report, blanks too."""
        return tuple(
            key for key in self._cells if key not in self._form.sums and self._now(key) != self._cells[key]
        )

    @property
    def chosen(self) -> tuple[str, ...]:
        """The entered cells that are selected; of a total its own parts."""
        keys = dict.fromkeys(tile.key for tile in self.selection.tiles(self.sheet))
        return tuple(key for key in keys if key not in self._form.sums)

    def focus_on(self, key: str) -> None:
        """Put the cursor on a cell. Raises KeyError for a cell not here."""
        tile = self.sheet.by_key[key]
        self.select(Selection(tile, tile))
        give_keyboard(self)

    def told(self, tile: Tile) -> str:
        """The count of a cell and what stands in the report now, which a narrow column has no room for."""
        return self._told(tile.key) if tile.is_number else super().told(tile)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor; what types is not for this table."""
        stroke = stroke_of(event)
        page = self.rows_in_sight()
        selection = moved(self.sheet, self.selection, stroke, self._is_filled, page) if stroke else None
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if selection is None or event.key() in tabs:
            event.ignore()
            return
        self.select(selection)
        self._tell_screen_reader()

    def _is_filled(self, tile: Tile) -> bool:
        return bool(self._cells.get(tile.key))

    def _now(self, key: str) -> object:
        return self._present.value(key) if self._present is not None else None

    def _look(self, tile: Tile) -> Look:
        if tile.kind is Kind.BALANCE:
            return look_of_balance(
                balance_of(self._form, self.sheet.balances[tile.column], self._cells.__getitem__)
            )
        if tile.kind not in (Kind.ENTERED, Kind.COMPUTED):
            return Look(tile.text)
        number = self._cells[tile.key]
        tone = Tone.ZERO if not number else Tone.SUM if tile.kind is Kind.COMPUTED else Tone.USUAL
        present = self._present.value(tile.key) if self._present is not None else None
        differs = present is not None and present != number
        mark = Mark.EXPLAIN if differs else Mark.PLACED if tile.key in self._guessed else Mark.NONE
        return Look(reading_text(number), tone, mark, reading_text(present) if differs else "")

    def _tell_screen_reader(self) -> None:
        self.setAccessibleDescription(self._told(self.current_key))

    def _told(self, key: str) -> str:
        name, number = self._form.cells[key].name, self._cells[key]
        present = self._present.value(key) if self._present is not None else None
        beside = f"，报告中现为 {present}" if present is not None and present != number else ""
        return f"{name}：台账统计 {number}{beside}"
