"""The size of the very first window, which nobody has chosen yet."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_SIZE: Final = QSize(1366, 768)
_ROOMY: Final = QSize(1440, 800)
"""From this size of the screen on the window need not fill it at first."""


def fit_screen(window: QWidget) -> bool:
    """Give a window the size that it is drawn for, or what room there is; tell whether it had better fill the screen."""
    room = window.screen().availableGeometry().size()
    window.resize(_SIZE.boundedTo(room))
    return room.width() < _ROOMY.width() or room.height() < _ROOMY.height()
