"""Pages that are higher than a small screen scroll."""

from typing import Final

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_NO_FOCUS: Final = 0
"""Qt.FocusPolicy.NoFocus as a number: by its name it would load all of the namespace (see ui.application)."""


def scrolled(page: QWidget, name: str) -> QVBoxLayout:
    """Fill a page with an area that scrolls where the page is too low, and return the layout of what is in it."""
    content = QWidget(page)
    content.setObjectName("scrolled")
    area = QScrollArea(page)
    area.setObjectName("side")
    area.setAccessibleName(name)
    area.setProperty("focusPolicy", _NO_FOCUS)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return QVBoxLayout(content)
