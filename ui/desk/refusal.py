"""Which keys would change a text: where nothing can be changed they are answered and not swallowed."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_ERASING: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_CHANGING: Final = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut)


def would_change(event: QKeyEvent) -> bool:
    """Whether a key types, erases, pastes or cuts."""
    if event.key() in _ERASING or any(event.matches(key) for key in _CHANGING):
        return True
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bool(event.text()) and event.text().isprintable() and not held
