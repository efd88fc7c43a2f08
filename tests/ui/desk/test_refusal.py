"""Keys that would change a text are known from those that only move or copy."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.desk.refusal import would_change

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "held", "text", "changes"),
    [
        (Key.Key_A, NONE, "a", True),
        (Key.Key_unknown, NONE, "字", True),
        (Key.Key_Backspace, NONE, "\x08", True),
        (Key.Key_Delete, NONE, "", True),
        (Key.Key_Delete, CTRL, "", True),
        (Key.Key_V, CTRL, "\x16", True),
        (Key.Key_X, CTRL, "\x18", True),
        (Key.Key_C, CTRL, "\x03", False),
        (Key.Key_A, CTRL, "a", False),
        (Key.Key_A, Qt.KeyboardModifier.AltModifier, "a", False),
        (Key.Key_Left, NONE, "", False),
        (Key.Key_Escape, NONE, "\x1b", False),
    ],
)
def test_what_types_erases_pastes_or_cuts_changes(
    key: Key, held: Qt.KeyboardModifier, text: str, *, changes: bool
) -> None:
    assert would_change(QKeyEvent(QEvent.Type.KeyPress, key, held, text)) is changes
