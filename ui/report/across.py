"""The width of the desk: the outline left, the page in the middle, the preview at the right, where it is wanted."""

from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.desk.session import Session
from ui.look.fonts import scaled
from ui.report.outline import LEAST_WIDTH, WIDTH, Outline

_MIDDLE: Final = 740
"""Pixels that the widest table needs beside the preview."""
_LEAST_SIDE: Final = 180


class Across(QSplitter):
    """Shares the width: `outline`, then what is put into `rows`, then the side.

    Each part is made where it stays: with a style sheet a widget that gets another parent is styled anew.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.outline = Outline(session, self)
        self.outline.setMinimumWidth(scaled(LEAST_WIDTH))
        self.middle = QWidget(self)
        self.rows = QVBoxLayout(self.middle)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.setStretchFactor(1, 1)
        self.setCollapsible(1, False)
        self.setSizes([scaled(WIDTH), 1100])
        self._remembered = QByteArray()
        self._side: QWidget | None = None
        self._is_blind = False

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        """Share the width as it was remembered, with the side as soon as it is there."""
        self._remembered = QByteArray(state)
        return super().restoreState(self._remembered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window gets narrower, the side gives way to the pages as far as it can."""
        super().resizeEvent(event)
        sizes = self.sizes()
        lacking = scaled(_MIDDLE) - sizes[1]
        spare = sum(sizes[2:]) - scaled(_LEAST_SIDE)
        if event.size().width() < event.oldSize().width() and min(lacking, spare) > 0:
            given = min(lacking, spare)
            self.setSizes([sizes[0], sizes[1] + given, sizes[2] - given])

    @property
    def is_blind(self) -> bool:
        """Whether nothing may be seen beside the page in sight."""
        return self._is_blind

    def cover_side(self, *, is_blind: bool) -> None:
        """Hide what is at the right while the page in sight is one for a blind second look, and no longer."""
        if is_blind != self._is_blind:
            self._is_blind = is_blind
            self.show_side(self._side)

    def show_side(self, widget: QWidget | None) -> None:
        """Show a widget at the right of the pages (the preview), or take it away."""
        self._side = widget
        for number in range(2, self.count()):
            self.widget(number).setVisible(self.widget(number) is widget and not self._is_blind)
        if self._is_blind:
            return
        if widget is not None and self.indexOf(widget) < 0:
            left, middle = self.sizes()[:2]
            self.addWidget(widget)
            self.setCollapsible(self.indexOf(widget), False)
            # What lies between outline and preview has its room first.
            side = max(scaled(_LEAST_SIDE), min((left + middle) * 3 // 10, middle - scaled(_MIDDLE)))
            known = super().restoreState(self._remembered)
            if not known or self.sizes()[2] < scaled(_LEAST_SIDE):
                self.setSizes([left, middle - side, side])
