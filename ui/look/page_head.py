"""The head of a page: its heading, and one quiet line below it with what is worth knowing here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look.buttons import Button
from ui.look.elided import GAP, ElidedLabel, NoteLine
from ui.look.style import SPACE


class PageHead(QWidget):
    """Heading and note of a page; widgets of the page's own can be put at its right end.

    Signals: `back_wanted()` when the way back, where the head offers one, was taken.
    """

    back_wanted = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = ElidedLabel(self)
        self._heading.setText(heading)
        self._heading.setObjectName("pageHeading")
        self._heading.setAccessibleName(heading)
        self._note = NoteLine("本页说明", self)
        self._note.setObjectName("pageNote")
        # All that lies below would be painted with each key that changes it.
        self._note.setAutoFillBackground(True)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(self._heading)
        column.addWidget(self._note)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE)
        self._row.addLayout(column, 1)
        self._back: Button | None = None

    def offer_back(self) -> None:
        """Show a way back before the heading."""
        if self._back is None:
            self._back = Button("‹ 返回", self)
            self._back.setProperty("small", "true")
            self._back.setAccessibleName("返回")
            self._back.setToolTip("Esc")
            self._back.clicked.connect(self.back_wanted)
            self._row.insertWidget(0, self._back)

    @property
    def note(self) -> str:
        """The line below the heading."""
        return self._note.text()

    def set_heading(self, heading: str) -> None:
        """Show another heading."""
        self._heading.setText(heading)
        self._heading.setAccessibleName(heading)

    def set_note(self, *parts: str) -> None:
        """Show the parts that are not empty as one line."""
        self._note.setText(GAP.join(part for part in parts if part))

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget)
