"""The keys of 撤销 and 重做. Fields leave them to the window: what they take back is a step of the report, wherever made."""

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_COMMANDS: Final = {QKeySequence.StandardKey.Undo: "undo", QKeySequence.StandardKey.Redo: "redo"}


def undo_command(event: "QKeyEvent") -> str | None:
    """Return the command of a key that takes a step back or makes it again, None for any other key."""
    return next((command for key, command in _COMMANDS.items() if event.matches(key)), None)
