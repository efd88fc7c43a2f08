"""Labels of several lines: plain ones, and one that is never cut below."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


def wrapping(accessible_name: str, parent: QWidget, look: str = "", words: str = "") -> QLabel:
    """Return a label whose words go on over several lines; `look` is the name by which the style knows it."""
    label = QLabel(words, parent)
    label.setWordWrap(True)
    label.setAccessibleName(accessible_name)
    label.setObjectName(look)
    return label


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
