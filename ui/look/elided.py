"""A label that shortens its words to the room there is."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from model.pattern import Pattern

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

GAP: Final = "　·　"
"""What stands between the parts of a note."""
_GAPS: Final = Pattern(rf"{GAP}|　　|[，；。]")
_MORE: Final = "　…"


class ElidedLabel(QLabel):
    """A label that shortens its words to the room there is; the whole is in its tooltip."""

    def setText(self, words: str) -> None:
        """Say something else."""
        super().setText(words)
        self.setToolTip(words)

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
        words, metrics = self.said_in(room.width()), self.fontMetrics()
        # Qt shortens by parts of a pixel also what has room in whole ones.
        if metrics.horizontalAdvance(words) > room.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self.alignment(), words)

    def said_in(self, room: int) -> str:
        """What is to be said in a room of this width, in device-independent pixels."""
        return self.text()


class NoteLine(ElidedLabel):
    """A line whose words change with nearly every key, and which asks for the same room whatever they are.

    It keeps them itself: Qt's label would have the whole window laid out anew each time. Of words in parts it says as
    many as there is room for, each of them whole.
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

    def said_in(self, room: int) -> str:
        """As many parts as there is room for."""
        width = self.fontMetrics().horizontalAdvance
        if width(self._words) <= room:
            return self._words
        ends = [gap.start() for gap in _GAPS.finditer(self._words)]
        shown = (self._words[:end] + more for end in reversed(ends) for more in (_MORE, _MORE.strip()))
        return next((words for words in shown if width(words) <= room), self._without_room)

    @property
    def _without_room(self) -> str:
        """What is said where not one part has room."""
        return self._words

    def sizeHint(self) -> QSize:
        """A few words' width is enough."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few words' width is enough."""
        line = self.fontMetrics().height()
        return QSize(3 * line, line)


class KeysLine(NoteLine):
    """Reminds of keys, as many as there is room for; where there is none for one, it says nothing."""

    @property
    def _without_room(self) -> str:
        return ""
