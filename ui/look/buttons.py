"""Buttons that Enter presses as Space does, wherever they stand; Qt's own do so in dialogs alone."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Button(QPushButton):
    """A button with words."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        # The words by themselves: with them the constructor would ask whether they are an icon.
        super().__init__(parent)
        self.setText(words)
        self.setAutoDefault(True)


class SmallTool(QToolButton):
    """A flat button with an icon."""

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Enter presses it."""
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            self.click()
        else:
            super().keyPressEvent(event)
