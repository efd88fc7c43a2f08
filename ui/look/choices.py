"""Things to choose from, numbers to step through and tabs to turn to, which the wheel changes only where the keyboard is.

Qt hands the keyboard to lists and numbers that the wheel turns over; as long as the mouse is over one of these it does not.
"""

from PySide6.QtGui import QEnterEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QTabBar, QTabWidget, QWidget


def _leaves_wheel(widget: QWidget, event: QWheelEvent) -> bool:
    """Leave the wheel to the page below where the keyboard is not here; return whether it was."""
    if not widget.hasFocus():
        event.ignore()
    return not widget.hasFocus()


class Choice(QComboBox):
    """A list to choose from. Turning the wheel over it on the way down a page changes nothing."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse has come."""
        _keep_keyboard_from_wheel(self)
        super().enterEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the wheel only with the keyboard here; else the page below scrolls."""
        if not _leaves_wheel(self, event):
            super().wheelEvent(event)


class Number(QSpinBox):
    """A number to step. Turning the wheel over it on the way down a page changes nothing."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse has come."""
        _keep_keyboard_from_wheel(self)
        super().enterEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the wheel only with the keyboard here; else the page below scrolls."""
        if not _leaves_wheel(self, event):
            super().wheelEvent(event)


class TabBar(QTabBar):
    """Tabs to turn to. Turning the wheel over them on the way down a page changes nothing; a click leaves the keyboard."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn with the wheel only with the keyboard here."""
        if not _leaves_wheel(self, event):
            super().wheelEvent(event)


class Tabs(QTabWidget):
    """Pages behind such tabs.

    Those that tell how far their pages are leave out what the pages are called, all but its number, where not all have
    room: 三（余 144）. The tab in sight keeps its name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(TabBar(self))
        self.currentChanged.connect(self._fit)

    def name(self, at: int, title: str, told: str) -> None:
        """Give a tab the name of its page, 三、依申请公开, and what it tells about it."""
        whole = f"{title}（{told}）"
        if self.tabToolTip(at) == whole:
            return
        self.tabBar().setTabData(at, (title, told))
        self.setTabToolTip(at, whole)
        self.tabBar().setAccessibleTabName(at, whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self.tabBar()
        named = {at: data for at in range(bar.count()) if (data := bar.tabData(at))}
        for at, (title, told) in named.items():
            bar.setTabText(at, f"{title}（{told}）")
        if sum(bar.tabSizeHint(at).width() for at in range(bar.count())) <= self.width():
            return
        for at, (title, told) in named.items():
            if at != self.currentIndex():
                bar.setTabText(at, f"{title.partition('、')[0]}（{told}）")


def _keep_keyboard_from_wheel(widget: QWidget) -> None:
    # Loaded here: see ui.application.
    from PySide6.QtCore import Qt

    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
