"""A picture whose room is there at once and whose drawing follows when the window has been painted."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_AFTER: Final = 30
"""Milliseconds from the first painting: the words are on the screen before."""


class LatePicture(QLabel):
    """One of the program's icons in `side` device-independent pixels each way.

    What draws icons is loaded with the first of them, which takes longer than a page needs to be laid out: a start
    shows the words first, and the pictures a moment later in the room that is kept for them.
    """

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._wanted: tuple[str, str] | None = None
        self._was_painted = False
        self.setFixedSize(side, side)

    def show_picture(self, name: str, colour: str) -> None:
        """Show an icon in a colour (#rrggbb), now or after the first painting."""
        self._wanted = name, colour
        if self._was_painted:
            self._draw()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """The first time, have the picture drawn soon after."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(_AFTER, self, self._draw)

    def _draw(self) -> None:
        if self._wanted is not None:
            # Loaded here: see above.
            from ui.look.icons import picture

            self.setPixmap(picture(*self._wanted, self._side))
