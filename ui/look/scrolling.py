"""Pages that are higher than a small screen scroll."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.look.style import SPACE

NO_FOCUS: Final = 0
"""Qt.FocusPolicy.NoFocus as a number: by its name it would load all of the namespace (see ui.application)."""


def scrolled(page: QWidget, name: str, widest: int | None = None) -> QVBoxLayout:
    """Fill a page with an area that scrolls where the page is too low, and return the layout of what is in it.

    `widest`: pixels that its parts use at most, between margins that are set here. Were the single parts kept narrow, Qt
    would count fewer lines of their words than there are, and squeeze all of them.
    """
    area = _FollowingArea(page)
    content = QWidget(area)
    content.setObjectName("scrolled")
    column = QVBoxLayout(content)
    if widest is not None:
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        content.setMaximumWidth(widest + 4 * SPACE)
    area.setObjectName("side")
    area.setAccessibleName(name)
    area.setProperty("focusPolicy", NO_FOCUS)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return column


def bring_into_sight(part: QWidget) -> None:
    """Scroll the page that `scrolled` has filled to a part that was just put in."""
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    content = area.widget().layout() if area is not None else None
    if area is not None and content is not None:
        # At once; else the area learns only later, from the inside to the outside, how high its content has become.
        content.activate()
        QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))
        area.ensureWidgetVisible(part)


class SteadyArea(QScrollArea):
    """Keeps the room of its bar free while there is none: what is in it has one width.

    So nothing of it moves or breaks into other lines under the mouse when a message takes of its height.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verticalScrollBar().rangeChanged.connect(self._spare_room)
        self._spare_room()

    def _spare_room(self) -> None:
        bar = self.verticalScrollBar()
        self.setViewportMargins(0, 0, 0 if bar.maximum() else bar.sizeHint().width(), 0)


class _FollowingArea(SteadyArea):
    """Scrolls to what has the keyboard also where the program put it there; Qt scrolls for Tab alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._settled = QTimer(self)  # until what has just been shown has its place
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._settled.start(0)

    def _follow(self) -> None:
        held = QApplication.focusWidget()
        if held is None or not self.isAncestorOf(held) or held.visibleRegion().boundingRect() == held.rect():
            return
        # Under a pressed mouse nothing moves: what was clicked would slip away before the button is let go. Asked last,
        # since the answer loads all of the namespace.
        if not QApplication.mouseButtons().value:
            card = held.parentWidget()
            if card is not None and card.objectName() == "card" and card.height() <= self.viewport().height():
                # What belongs together is seen together.
                self.ensureWidgetVisible(card)
            self.ensureWidgetVisible(held)
