"""A label that shortens its words to the room there is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ElidedLabel(QLabel):
    """A label that shortens its words to the room there is; the whole is in its tooltip."""

    def minimumSizeHint(self) -> QSize:
        """A few words' width is enough."""
        return QSize(3 * self.fontMetrics().height(), super().minimumSizeHint().height())

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the words, shortened."""
        if not self.text():
            return
        # Loaded here: see ui.application.
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self.alignment(), words)


class NoteLine(ElidedLabel):
    """A line whose words change with nearly every key, and which asks for the same room whatever they are.

    It keeps them itself: Qt's label would have the whole window laid out anew each time.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAccessibleName(name)

    def text(self) -> str:
        """The words, at full length."""
        return self._words

    def setText(self, words: str) -> None:
        """Say something else."""
        if words != self._words:
            self._words = words
            self.setToolTip(words)
            self.update()

    def sizeHint(self) -> QSize:
        """A few words' width is enough."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few words' width is enough."""
        line = self.fontMetrics().height()
        return QSize(3 * line, line)
