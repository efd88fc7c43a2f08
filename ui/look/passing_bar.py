"""A bar that comes and goes at the foot of something, and tells what room it takes.

Above what is worked on it would move all of that under the mouse. At the foot, whoever lies above gives the room from
its own lower end.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent


class PassingBar(QFrame):
    """Signals: `room_taken(PassingBar, int)` with its height in device-independent pixels, 0 while it is hidden."""

    room_taken = Signal(object, int)

    @property
    def room(self) -> int:
        """The height that it takes now."""
        return self.height() if self.isVisible() else 0

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Tell what room it takes."""
        super().resizeEvent(event)
        self.room_taken.emit(self, self.room)

    def showEvent(self, event: "QShowEvent") -> None:
        """Tell what room it takes."""
        super().showEvent(event)
        self.room_taken.emit(self, self.room)

    def hideEvent(self, event: "QHideEvent") -> None:
        """Tell that it takes none."""
        super().hideEvent(event)
        self.room_taken.emit(self, 0)
