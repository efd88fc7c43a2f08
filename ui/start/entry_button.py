"""A button of two lines with an icon: what it does, and below in quieter words what that means."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.look.buttons import Button
from ui.look.elided import ElidedLabel
from ui.look.late_picture import LatePicture
from ui.look.style import SPACE, theme

_ICON = 20


class EntryButton(Button):
    """An entry of the start page. `kind` is "deed" for a framed one, "entry" for one of a list.

    `place` is where a file lies, in a third line.
    """

    def __init__(
        self, first: str, second: str, drawing: str, kind: str, parent: QWidget | None = None, place: str = ""
    ) -> None:
        super().__init__(parent=parent)
        self.setProperty(kind, "true")
        self._drawing = drawing
        self._quiet = kind == "entry"
        self._icon = LatePicture(_ICON, self)
        line = ElidedLabel if self._quiet else QLabel
        self._first, self._second = line(self), line(self)
        self._place = place
        labels = [self._first, self._second, *([line(place, self)] if place else [])]
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for label in labels:
            if self._quiet:
                # Loaded here: see ui.application.
                from PySide6.QtWidgets import QSizePolicy

                label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            if label is not self._first:
                label.setObjectName("pageNote")
            lines.addWidget(label)
        self._row = row = QHBoxLayout(self)
        margin = SPACE if self._quiet else SPACE + SPACE // 2
        row.setContentsMargins(2 * SPACE - 2, margin, SPACE, margin)
        row.setSpacing(SPACE + 4)
        row.addWidget(self._icon)
        row.addLayout(lines, 1)
        self.say(first, second, drawing)

    @property
    def words(self) -> tuple[str, str]:
        """The two lines."""
        return self._first.text(), self._second.text()

    def say(self, first: str, second: str, drawing: str) -> None:
        """Show other words and another icon."""
        self._drawing = drawing
        self._draw()
        self._first.setText(first)
        self._second.setText(second)
        self.setAccessibleName(first)
        self.setAccessibleDescription(second)
        self.setToolTip("\n".join(filter(None, (first, second, self._place))))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the colour of another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        colours = theme()
        ink = colours.ink_soft if self._quiet else colours.accent
        ink = colours.explain if self._drawing in ("warning", "recover") else ink
        self._icon.show_picture(self._drawing, ink)

    def sizeHint(self) -> QSize:
        """Two lines with room around them."""
        whole = self._row.sizeHint()
        return QSize(max(300, whole.width()), whole.height())

    def minimumSizeHint(self) -> QSize:
        """The lines of an entry, which may be long names of files, may be cut off; the words of a deed may not."""
        whole = self._row.sizeHint()
        return QSize(160, whole.height()) if self._quiet else whole
