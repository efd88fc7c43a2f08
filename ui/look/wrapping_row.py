"""A row of buttons that goes on in a second line where the first has no room: no row widens the window."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class WrappingRow(QLayout):
    """Lays widgets side by side from the left, each as wide as its hint, and goes on below when the width is used up."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item of a widget; Qt calls it from `addWidget`."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Give an item away, None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        return self._lay_out(QRect(0, 0, width, 0), is_trial=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest alone in its line."""
        least = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in least), default=0), max((s.height() for s in least), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Lay everything out."""
        super().setGeometry(rect)
        self._lay_out(rect, is_trial=False)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay_out(self, rect: QRect, *, is_trial: bool) -> int:
        """Lay out in a rectangle, unless it is a trial, and return the height that it takes."""
        place, line = rect.topLeft(), 0
        for item in self._shown():
            hint = item.sizeHint()
            if line and place.x() + hint.width() > rect.right() + 1:
                place, line = QPoint(rect.left(), place.y() + line + self.spacing()), 0
            if not is_trial:
                item.setGeometry(QRect(place, hint.boundedTo(QSize(rect.width(), hint.height()))))
            place.setX(place.x() + hint.width() + self.spacing())
            line = max(line, hint.height())
        return place.y() + line - rect.top()
