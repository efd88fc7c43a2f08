"""A clerk's hands: typing Chinese as an input method does, and keys as a keyboard does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def type_words(widget: QWidget, words: str) -> None:
    """Type text into a widget: ASCII by keys, the rest committed as an input method commits it."""
    for character in words:
        if character == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif character.isascii():
            QTest.keyClicks(widget, character)
        else:
            committed = QInputMethodEvent()
            committed.setCommitString(character)
            QApplication.sendEvent(widget, committed)
