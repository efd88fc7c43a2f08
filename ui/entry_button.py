"""A button of two lines with an icon: what it does, and below in quieter words what that means."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.icons import picture
from ui.style import SPACE, theme

_ICON = 20


class EntryButton(QPushButton):
    """An entry of the start page. `kind` is "deed" for a framed one, "entry" for one of a list."""

    def __init__(
        self, first: str, second: str, drawing: str, kind: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty(kind, "true")
        self._drawing = drawing
        self._quiet = kind == "entry"
        self.say(first, second)

    @property
    def words(self) -> tuple[str, str]:
        """The two lines."""
        return self._first, self._second

    def say(self, first: str, second: str, drawing: str = "") -> None:
        """Show other words, and another icon where one is named."""
        self._first, self._second = first, second
        self._drawing = drawing or self._drawing
        self.setAccessibleName(first)
        self.setAccessibleDescription(second)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines with room around them."""
        return QSize(300, 2 * self.fontMetrics().height() + (2 * SPACE + 4 if self._quiet else 3 * SPACE + 4))

    def minimumSizeHint(self) -> QSize:
        """The lines may be shortened, the height may not."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon and the two lines on the button, which has no words of its own."""
        super().paintEvent(event)
        colours, painter = theme(), QPainter(self)
        ink = colours.ink_soft if self._quiet else colours.accent
        if self._drawing in ("warning", "recover"):
            ink = colours.explain
        left, line = 2 * SPACE - 2, self.fontMetrics().height()
        painter.drawPixmap(left, (self.height() - _ICON) // 2, picture(self._drawing, ink, _ICON))
        left += _ICON + SPACE + 4
        top = (self.height() - 2 * line - 3) // 2
        for text, colour in ((self._first, colours.ink), (self._second, colours.ink_soft)):
            place = QRect(left, top, self.width() - left - SPACE, line)
            painter.setPen(QColor(colour))
            words = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            top += line + 3
