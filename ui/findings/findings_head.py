"""The head of the list of findings: its title, the levels, a note, and what copies everything."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.findings.level_filters import LevelFilters
from ui.look.buttons import Button
from ui.look.elided import KeysLine
from ui.look.giving_way import Spare, room_spared, show_as_room_is
from ui.look.style import SPACE


class FindingsHead(QWidget):
    """Stands above the list.

    Title and copying, which is in the menu, too, are left out where there is no room beside the 意见.
    """

    def __init__(self, filters: LevelFilters, copy: Button, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel("检查结果", self)
        self._title.setObjectName("partHeading")
        self._copy = copy
        self.note = note = KeysLine("按键提示", self)
        note.setObjectName("pageNote")
        note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        note.setMinimumWidth(1)
        note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        row.setSpacing(SPACE // 2)
        row.addWidget(self._title)
        row.addSpacing(SPACE)
        row.addWidget(filters)
        row.addWidget(note, 1)
        row.addSpacing(SPACE)
        row.addWidget(copy)

    def minimumSizeHint(self) -> QSize:
        """What is left out where there is no room asks for none."""
        least = super().minimumSizeHint()
        spared = room_spared(self, (self._title, self._copy), SPACE // 2)
        return QSize(least.width() - spared, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        room = self.width() - self.minimumSizeHint().width()
        show_as_room_is((Spare(self._title), Spare(self._copy)), room, SPACE // 2)
