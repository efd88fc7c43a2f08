"""A small button for one command of the grid."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ui.grid.command import Command
from ui.grid.keys import shortcut
from ui.look.buttons import Button


class CommandButton(Button):
    """Its words are the command's, its key stands in the tooltip. Signals: `wanted(Command)` when it is pressed."""

    wanted = Signal(object)

    def __init__(self, command: Command, parent: QWidget | None = None) -> None:
        super().__init__(command.value, parent)
        self._command = command
        self.setAccessibleName(command.value)
        self.setToolTip(shortcut(command).toString(QKeySequence.SequenceFormat.NativeText))
        self.setProperty("small", "true")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._pressed)

    def _pressed(self) -> None:
        self.wanted.emit(self._command)
