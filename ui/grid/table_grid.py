"""The grid of one table of the report: the widget of the table pages."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from model.findings import Suggestion
from model.form import FormTable
from model.outcome import Outcome
from model.report import Change
from model.values import Value
from ui.desk.session import Session
from ui.grid import texts
from ui.grid.command import Command
from ui.grid.commands import EDITING, Commands
from ui.grid.cursor_view import CursorView
from ui.grid.edits import value_of
from ui.grid.entry import Entry
from ui.grid.keys import Stroke, starts_typing, stroke_of
from ui.grid.menu import CellMenu
from ui.grid.moves import moved
from ui.grid.reading import Reading
from ui.grid.selection import Selection
from ui.grid.sheet import Sheet, Tile, sheet_of
from ui.look.keyboard import give_keyboard


class TableGrid(CursorView):
    """Fills in one table of the session's report.

    Signals: `current_changed(str)` with the key of the cell under the cursor; `message(str)` with a line for the
    status bar ("" clears it); `controls_shown(bool)` when places for 核对合计 come or go; `zoomed(int)` with the size
    in percent; `remark_wanted()` when the clerk has something to say of the cell under the cursor.
    """

    message = Signal(str)
    controls_shown = Signal(bool)
    remark_wanted = Signal()
    follows_changes = True
    """Whether the cursor goes to a number that was changed elsewhere or by undo."""
    left_out: frozenset[Command] = frozenset()
    """Commands that make no sense in a grid of this kind."""

    def __init__(self, session: Session, table: FormTable, parent: QWidget | None = None) -> None:
        super().__init__(sheet_of(session.report.form, table), parent)
        self._session = session
        self._commands = Commands(session)
        self._controls = False
        self._ghosts = False
        self._own_edit = False
        self._changed: set[str] = set()
        self._is_behind = False
        self._reading = self.read()
        self._entry = Entry(self.viewport(), self, session, self._commands)
        self._entry.drafting.connect(self._on_drafting)
        self._entry.left.connect(self._stroke)
        self._entry.refused.connect(self.message)
        self.selected.connect(self._on_selected)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(session.report.form.title_of(table))
        self.show_selection()
        self._refresh()
        session.changed.connect(self._on_changed)
        session.checked.connect(self._on_checked)
        session.report_switched.connect(self._on_switched)
        session.typing_due.connect(self.end_typing)

    @property
    def show_last_year(self) -> bool:
        """Whether last year's numbers are shown beside this year's."""
        return self._ghosts

    @show_last_year.setter
    def show_last_year(self, shown: bool) -> None:
        self._ghosts = shown
        self._refresh()

    @property
    def show_controls(self) -> bool:
        """Whether there are places for 核对合计 beside the totals."""
        return self._controls

    @show_controls.setter
    def show_controls(self, shown: bool) -> None:
        if shown != self._controls:
            self._controls = shown
            self._rebuild(self.sheet.table)
            self.controls_shown.emit(shown)

    @property
    def is_typing(self) -> bool:
        """Whether a number is being typed."""
        return self._entry.tile is not None

    def focus_cell(self, key: str) -> None:
        """Put the cursor on a cell, bring it into sight and take the keyboard. Raises KeyError for a cell not here."""
        tile = self.sheet.by_key[key]
        self.end_typing()
        self.select(Selection(tile, tile))
        give_keyboard(self)

    def run(self, command: Command) -> None:
        """Do what a command says, as its key would."""
        if self.end_typing():
            self._stroke(Stroke(command))

    def end_typing(self) -> bool:
        """Take what is being typed; False where it is refused."""
        self._entry.hide_note()
        return self._entry.commit()

    def words_at_end(self) -> str:
        """What is said where Enter and Tab lead no further: the cells they have passed by come before the next page."""
        return texts.at_end(self._reading)

    def _stroke(self, stroke: Stroke) -> None:
        command = stroke.command
        if command in self.left_out:
            return
        selection = moved(self.sheet, self.selection, stroke, self._is_filled, self.rows_in_sight())
        if selection is not None:
            stayed = selection.cursor == self.selection.cursor
            self.select(selection)
            if stayed and command in (Command.NEXT, Command.BELOW):
                self.message.emit(self.words_at_end())
        elif command in EDITING:
            self._own_edit = True
            done = self._commands.run(command, self.sheet, self.selection)
            self._own_edit = False
            if done.where is not None:
                self.select(done.where)
            self.message.emit(done.words)
        elif command is Command.COPY:
            self.message.emit(self._commands.copy(self.sheet, self.selection))
        elif command is Command.COPY_TABLE:
            self.message.emit(self._commands.copy_table(self.sheet))
        elif command is Command.EDIT:
            self._type(None)
        else:
            self._switch(command)

    def _switch(self, command: Command) -> None:
        match command:
            case Command.CONTROLS:
                self.show_controls = not self._controls
            case Command.ZOOM_IN | Command.ZOOM_OUT:
                self.zoom_by(1 if command is Command.ZOOM_IN else -1)
            case Command.REMARK:
                self.remark_wanted.emit()
            case Command.ZOOM_RESET:
                self.zoom = 1.0
            case Command.UNDO:
                self._session.undo()
            case Command.REDO:
                self._session.redo()

    def _adopt(self, suggestion: Suggestion) -> None:
        self.message.emit(self._commands.adopt(suggestion))

    def _type(self, text: str | None, *, take_keyboard: bool = True) -> None:
        """Begin typing into the cell under the cursor, with `text` or with what stands there."""
        tile = self.selection.cursor
        self.select(Selection(tile, tile))
        name = texts.name_of(self._reading, tile)
        font = self.tile_geometry.faces.normal
        if self._entry.open(tile, name, self.place(tile), font, text) and take_keyboard:
            self._entry.take_keyboard()

    def _is_filled(self, tile: Tile) -> bool:
        return value_of(self._session.report, tile) is not None

    def event(self, event: QEvent) -> bool:
        """Take Tab for moving in the table, and keys of the grid before the window's menus see them."""
        if isinstance(event, QKeyEvent):
            stroke = stroke_of(event)
            if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event, stroke):
                event.accept()
                return True
            tabs = (Command.NEXT, Command.PREVIOUS)
            if event.type() == QEvent.Type.KeyPress and stroke is not None and stroke.command in tabs:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def _is_ours(self, event: QKeyEvent, stroke: Stroke | None) -> bool:
        """Whether the grid wants a key that a menu of the window may have, too; undo and redo are the window's."""
        if stroke is None:
            return starts_typing(event)
        return stroke.command not in (Command.UNDO, Command.REDO) and not self._is_windows(stroke)

    def _is_windows(self, stroke: Stroke) -> bool:
        """Whether Esc has nothing to give up here."""
        return stroke.command is Command.CANCEL and self.selection.cursor is self.selection.anchor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, run a command, or begin typing."""
        if self._entry.tile is not None:
            self._entry.forward(event)
            return
        self._entry.hide_note()
        stroke = stroke_of(event)
        if stroke is not None and not self._is_windows(stroke):
            self._stroke(stroke)
        elif starts_typing(event):
            self._type(event.text())
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin typing with what an input method brings; it keeps the keyboard until it is done composing."""
        if self._entry.tile is None and (event.commitString() or event.preeditString()):
            self._entry.hide_note()
            self._type("", take_keyboard=False)
        if self._entry.tile is not None:
            self._entry.forward(event)
            if event.commitString():
                self._entry.take_keyboard()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Tell input methods that text is welcome, and where."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return True
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return self.place(self.selection.cursor)
        return super().inputMethodQuery(query)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change the number in the cell."""
        tile = self.tile_at(event.position().toPoint())
        if tile.is_number:
            self.select(Selection(tile, tile))
            self._type(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the selection."""
        if not self.end_typing():
            return
        tile = self.tile_at(event.pos())
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and tile.is_number and tile not in self.selection.tiles(self.sheet):
            self.select(Selection(tile, tile))
        suggestions = list(self._reading.suggestions_on(self.current_key))
        menu = CellMenu(suggestions, {Command.CONTROLS: self._controls}, self.left_out, self)
        menu.adopted.connect(self._adopt)
        menu.commanded.connect(self.run)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cursor = self.place(self.selection.cursor).bottomLeft()
        menu.popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(cursor))

    def told(self, tile: Tile) -> str:
        """All that is known of the cell under the mouse."""
        return texts.tooltip(self._reading, tile) if tile.is_number else super().told(tile)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the table into its new room; the number that is being typed stays at its cell."""
        super().resizeEvent(event)
        if self._entry.tile is not None:
            self._entry.follow(self.place(self._entry.tile))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scrolling ends typing: the field does not float over other cells."""
        super().scrollContentsBy(dx, dy)
        self.end_typing()

    def _on_selected(self) -> None:
        self.message.emit(texts.sum_of(self._reading, self.selection.tiles(self.sheet)))
        self._tell_screen_reader()

    def _on_drafting(self, draft: dict[str, Value]) -> None:
        keys = {*self._reading.draft, *draft}
        self._reading.draft = draft
        self.show_looks(self._reading.looks_of(keys))

    def _on_changed(self, change: Change) -> None:
        """Go where a step was undone, or made elsewhere, when the cursor is not there."""
        self._changed |= {slot.key for slot in change.slots}
        tiles = [self.sheet.by_slot[slot] for slot in change.slots if slot in self.sheet.by_slot]
        wanted = self.follows_changes and not self._own_edit
        if tiles and wanted and self.selection.cursor not in tiles:
            self.select(Selection(tiles[0], tiles[0]))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was changed and found while the table was out of sight."""
        super().showEvent(event)
        if self._is_behind:
            self._on_checked(self._session.outcome)

    def _on_checked(self, _outcome: Outcome) -> None:
        self._is_behind = not self.isVisibleTo(self.window())
        if not self._is_behind:
            before, self._reading = self._reading, self.read()
            self.show_looks(self._reading.looks_since(before, self._changed))
            self._changed.clear()
            self._tell_screen_reader()

    def _on_switched(self) -> None:
        tables = {table.id: table for table in self._session.report.form.tables}
        if self.sheet.table.id in tables:
            self._entry.cancel()
            self._rebuild(tables[self.sheet.table.id])
        else:
            # The report of another form has taken its place: this grid only waits to be put away.
            self._session.changed.disconnect(self._on_changed)
            self._session.checked.disconnect(self._on_checked)
            self._session.report_switched.disconnect(self._on_switched)

    def read(self, sheet: Sheet | None = None) -> Reading:
        """Return what the tiles show, of another sheet where one is given."""
        session, sheet = self._session, sheet or self.sheet
        return Reading(sheet, session.report, session.last_year, session.outcome, {}, self._ghosts)

    def _refresh(self) -> None:
        self._reading = self.read()
        self.show_looks(self._reading.looks())

    def _rebuild(self, table: FormTable) -> None:
        sheet = sheet_of(self._session.report.form, table, controls=self._controls)
        # Read first: the cursor, which moves with the sheet, is told in the words of the new report.
        self._reading = self.read(sheet)
        self.show_sheet(sheet)
        self.setAccessibleName(self._session.report.form.title_of(table))
        self._refresh()

    def _tell_screen_reader(self) -> None:
        self.setAccessibleDescription(texts.spoken(self._reading, self.selection.cursor))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
