"""Things to choose from, numbers to step through and tabs to turn to, which the wheel changes only where the keyboard is.

Qt hands the keyboard to lists and numbers that the wheel turns over; as long as the mouse is over one of these it does not.
"""

from PySide6.QtGui import QEnterEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QTabBar, QTabWidget, QWidget


class Choice(QComboBox):
    """A list to choose from. Turning the wheel over it on the way down a page changes nothing."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse has come."""
        _keep_keyboard_from_wheel(self)
        super().enterEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the wheel only with the keyboard here; else the page below scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Number(QSpinBox):
    """A number to step. Turning the wheel over it on the way down a page changes nothing."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse has come."""
        _keep_keyboard_from_wheel(self)
        super().enterEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the wheel only with the keyboard here; else the page below scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TabBar(QTabBar):
    """Tabs to turn to. Turning the wheel over them on the way down a page changes nothing; a click leaves the keyboard."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn with the wheel only with the keyboard here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Tabs(QTabWidget):
    """Pages behind such tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(TabBar(self))


def _keep_keyboard_from_wheel(widget: QWidget) -> None:
    # Loaded here: see ui.application.
    from PySide6.QtCore import Qt

    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
