"""Fields with their words before them: two on a line, or each on its own where two have no room."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from ui.look.style import SPACE


@dataclass(frozen=True, slots=True)
class _Line:
    """A field and its words; a wide one has a line to itself however wide the card is."""

    label: QLabel
    field: QWidget
    is_wide: bool

    @property
    def wanted(self) -> int:
        """The width at which neither the field nor what it suggests is cut, in device-independent pixels."""
        width = self.field.sizeHint().width()
        if isinstance(self.field, QLineEdit):
            hint = self.field.fontMetrics().horizontalAdvance(self.field.placeholderText())
            width = max(width, hint + self.field.minimumSizeHint().width())
        return width


class PairedFields(QFrame):
    """A card of fields. Fields are told in the order in which they are read, line by line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._lines: list[_Line] = []
        self._is_paired = True
        self._next = (0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, SPACE + 4)
        self._grid.setHorizontalSpacing(SPACE + 2)
        self._grid.setVerticalSpacing(SPACE - 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)

    def add(self, words: str, field: QWidget, *, is_wide: bool = False) -> None:
        """Put in the next field; a wide one has a line to itself."""
        label = QLabel(words, self)
        label.setObjectName("fieldLabel")
        label.setBuddy(field)
        line = _Line(label, field, is_wide)
        self._lines.append(line)
        self._place(line)

    def minimumSizeHint(self) -> QSize:
        """The width of the widest field alone, and the height of what there is now."""
        width = max((line.field.minimumSizeHint().width() for line in self._lines), default=0)
        return QSize(width + self._beside(1), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        is_paired = self._room_of_pairs <= self.width()
        if is_paired == self._is_paired:
            return
        self._is_paired = is_paired
        self._next = (0, 0)
        self._grid.setColumnStretch(3, 1 if is_paired else 0)
        for line in self._lines:
            self._grid.removeWidget(line.label)
            self._grid.removeWidget(line.field)
            self._place(line)

    def _place(self, line: _Line) -> None:
        row, column = self._next
        if column and line.is_wide:
            row, column = row + 1, 0
        across = 3 if line.is_wide and self._is_paired else 1
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(line.label, row, column, side)
        self._grid.addWidget(line.field, row, column + 1, 1, across)
        is_first = self._is_paired and not line.is_wide and not column
        self._next = (row, 2) if is_first else (row + 1, 0)

    @property
    def _room_of_pairs(self) -> int:
        paired = max((line.wanted for line in self._lines if not line.is_wide), default=0)
        return 2 * paired + self._beside(2)

    def _beside(self, pairs: int) -> int:
        """What the words, the gaps and the edges take of a line of so many fields."""
        words = max((line.label.sizeHint().width() for line in self._lines), default=0)
        gap, edges = self._grid.horizontalSpacing(), self._grid.contentsMargins()
        return pairs * words + (2 * pairs - 1) * gap + edges.left() + edges.right()
