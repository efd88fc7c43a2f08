"""The head of the list of findings: its title, the levels, what is told of it, keys, and what copies everything."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.findings.level_filters import LevelFilters
from ui.look.buttons import Button
from ui.look.elided import ElidedLabel, KeysLine
from ui.look.giving_way import Spare, room_spared, show_as_room_is
from ui.look.style import SPACE


class FindingsHead(QWidget):
    """Stands above the list.

    Where there is no room beside the 意见, the keys are left out, then the words of the levels, copying, which is in the
    menu, too, and the title; only then what is told of the list is shortened.
    """

    def __init__(self, filters: LevelFilters, copy: Button, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel("检查结果", self)
        self._title.setObjectName("partHeading")
        self._copy = copy
        self._told = ElidedLabel(self)
        self._told.setContentsMargins(SPACE, 0, 0, 0)
        self._keys = KeysLine("按键提示", self)
        self._keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._keys.setMinimumWidth(1)
        for line in (self._told, self._keys):
            line.setObjectName("pageNote")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        row.setSpacing(SPACE // 2)
        row.addWidget(self._title)
        row.addSpacing(SPACE)
        row.addWidget(filters)
        row.addWidget(self._told)
        row.addWidget(self._keys, 1)
        row.addSpacing(SPACE)
        row.addWidget(copy)

    def say(self, told: str, keys: str) -> None:
        """Say what is told of the list, and which keys there are for it."""
        self._told.setText(told)
        self._keys.setText(keys)
        self._share_out()

    def minimumSizeHint(self) -> QSize:
        """What is left out where there is no room asks for none."""
        least = super().minimumSizeHint()
        spared = room_spared(self, (self._title, self._copy), SPACE // 2) + self._told.minimumWidth()
        return QSize(least.width() - spared, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Give what is told its room before title and copying; Qt's own hint for a label is no less than it had."""
        room = self.width() - self.minimumSizeHint().width()
        words = self._told.text()
        wanted = self._told.fontMetrics().horizontalAdvance(words) + SPACE + 1 if words else 0
        told = max(0, min(wanted, room))
        self._told.setFixedWidth(told)
        room -= told
        show_as_room_is((Spare(self._title), Spare(self._copy)), room, SPACE // 2)
