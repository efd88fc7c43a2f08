"""Items of a list that take several lines where they are too long for one."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

_ASIDE: Final = 10
_ABOVE: Final = 5
"""Room around the words, as much as the style sheet gives at most: Qt counts it when it paints, not when it measures."""


class WrappingItems(QStyledItemDelegate):
    """Gives each item of a list, or of a tree's columns, the height that its words need in the width it has."""

    def __init__(self, view: QListView | QTreeView) -> None:
        super().__init__(view)
        self._view = view
        view.setWordWrap(True)
        if isinstance(view, QListView):
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setResizeMode(QListView.ResizeMode.Adjust)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the words are in one line, in a list at most as wide as it; as high as they are in several."""
        words, metrics = str(index.data()), self._view.fontMetrics()
        width = metrics.horizontalAdvance(words) + 2 * _ASIDE + 1
        if isinstance(self._view, QTreeView):
            room = self._view.columnWidth(index.column())
        else:
            room = self._view.viewport().width()
            width = min(width, room)
        lines = QRect(0, 0, max(room - 2 * _ASIDE, 1), 0)
        box = metrics.boundingRect(lines, Qt.TextFlag.TextWordWrap, words)
        return QSize(width, box.height() + 2 * _ABOVE)
