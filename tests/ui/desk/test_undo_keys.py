"""The keys of 撤销 and 重做 are the system's."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.desk.undo_keys import undo_command

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "held", "command"),
    [
        (Qt.Key.Key_Z, CTRL, "undo"),
        (Qt.Key.Key_Z, CTRL | SHIFT, "redo"),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier, None),
        (Qt.Key.Key_C, CTRL, None),
    ],
)
def test_a_key_is_a_step_back_or_again_or_neither(
    key: Qt.Key, held: Qt.KeyboardModifier, command: str | None
) -> None:
    assert undo_command(QKeyEvent(QEvent.Type.KeyPress, key, held, "")) == command
