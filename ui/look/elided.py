"""A label that shortens its words to the room there is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

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
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), words)
