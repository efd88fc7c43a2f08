"""Typing a number into a cell: from the first key to the value in the report, or the reason why it is not taken."""

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from model.errors import AssistantError
from model.values import to_text
from ui.desk.session import Session
from ui.grid.command import Command
from ui.grid.commands import Commands
from ui.grid.editor import CellEditor, Note
from ui.grid.edits import parsed, sum_of, value_of
from ui.grid.keys import Stroke
from ui.grid.reading import drafted
from ui.grid.sheet import Kind, Tile
from ui.look.keyboard import give_keyboard


class Entry(QObject):
    """The number that is being typed.

    Signals: `drafting(dict)` with what the cell and its sums would say, at each keystroke, empty at the end;
    `left(Stroke)` when a key ended typing and the value was taken; `refused(str)` with the reason when it was not.
    """

    drafting = Signal(object)
    left = Signal(object)
    refused = Signal(str)

    def __init__(self, viewport: QWidget, owner: QWidget, session: Session, commands: Commands) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self._commands = commands
        self._tile: Tile | None = None
        self._rect = QRect()
        self._begun = False
        self._editor = CellEditor(viewport)
        self._editor.left.connect(self._leave)
        self._editor.given_up.connect(self.commit)
        self._editor.textChanged.connect(self._typing)
        self._note = Note(viewport)

    @property
    def tile(self) -> Tile | None:
        """The cell that is being typed into, None when none is."""
        return self._tile

    @property
    def editor(self) -> CellEditor:
        """The field over the cell."""
        return self._editor

    def open(self, tile: Tile, name: str, rect: QRect, font: QFont, text: str | None) -> bool:
        """Begin with `text` in the place of what stands there, or with what stands there for None.

        Returns False, and says why, where nothing can be typed.
        """
        self._rect = rect
        if not tile.is_entry:
            self.refuse("此格由程序合计，不必填写；账上另有合计数的，可打开“核对合计”填在旁边", rect)
            return False
        if self._session.read_only:
            self.refuse(self._session.refusal.message, rect)
            return False
        report = self._session.report
        stands = sum_of(report, tile) or to_text(value_of(report, tile))
        self._editor.open(rect, font, name, stands if text is None else text, replacing=text is not None)
        self._hold(tile)
        self._begun = text is None
        self._typing(self._editor.text())
        return True

    def follow(self, rect: QRect) -> None:
        """Stay over the cell, which has moved to `rect`: the window was made larger, or its parts have come or gone."""
        self._rect = rect
        self._editor.setGeometry(rect)

    def take_keyboard(self) -> None:
        """Give the keyboard to the field."""
        give_keyboard(self._editor)

    def forward(self, event: QEvent) -> None:
        """Hand the field an event that reached the grid."""
        self._editor.event(event)

    def commit(self) -> bool:
        """End typing and take the value; where it is none, what stood there stays, the reason is told: False."""
        taken = self._take()
        self._editor.put_away(self._owner)
        return taken

    def cancel(self) -> None:
        """End typing; what stood there stays."""
        if self._tile is not None:
            self._hold(None)
            self._editor.put_away(self._owner)
            self.drafting.emit({})

    def refuse(self, reason: str, rect: QRect) -> None:
        """Say at a place why something was not taken."""
        self._note.show_at(rect, reason)
        self.refused.emit(reason)

    def hide_note(self) -> None:
        """Take the reason away again."""
        self._note.hide()

    def _leave(self, stroke: Stroke) -> None:
        """Take the value and move on. The field goes last: hiding it first would have a scrolled table painted anew."""
        if stroke.command is Command.CANCEL:
            self.cancel()
            return
        if self._take():
            self.left.emit(stroke)
        self._editor.put_away(self._owner)

    def _hold(self, tile: Tile | None) -> None:
        self._tile = tile
        self._session.note_typing(begun=tile is not None)

    def _take(self) -> bool:
        tile, text = self._tile, self._editor.text()
        if tile is None:
            return True
        self._hold(None)
        self.drafting.emit({})
        if not self._begun:
            return True
        try:
            self._commands.type(tile, text)
        except AssistantError as reason:
            self.refuse(reason.message, self._rect)
            return False
        return True

    def _typing(self, text: str) -> None:
        """Show what comes of the text; as long as an input method only composes, what stood there stands."""
        self._begun = self._begun or bool(text)
        if self._tile is None or not self._begun:
            return
        report = self._session.report
        try:
            value = parsed(report, self._tile, text).value
        except AssistantError:
            self._editor.show_refused(refused=True)
            self.drafting.emit({})
            return
        self._editor.show_refused(refused=False)
        self.drafting.emit(drafted(report, self._tile.key, value) if self._tile.kind is Kind.ENTERED else {})
