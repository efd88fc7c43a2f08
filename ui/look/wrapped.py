"""A label of several lines that is never cut below."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class WrappedLabel(QLabel):
    """A label that asks for the height its words need in the width it has; splitters leave Qt's own less."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def setText(self, words: str) -> None:
        """Say something else."""
        super().setText(words)
        self._claim()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Ask for the height that goes with the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._claim()

    def _claim(self) -> None:
        # Qt's own answer is never below the least height that was set.
        self.setMinimumHeight(0)
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))
