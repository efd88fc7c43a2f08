"""What delegates and editors need of Qt's plain structures, with the types that their own description leaves out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QTextCharFormat, QTextCursor
    from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTextEdit


def rect_of(option: "QStyleOptionViewItem") -> QRect:
    """Return the place of the item to paint."""
    rect = _attribute(option, "rect")
    return QRect(rect) if isinstance(rect, QRect) else QRect()


def fill(painter: "QPainter", rect: QRect, colour: str) -> None:
    """Fill a place with a colour (#rrggbb).

    QPainter's own `fillRect` would have PySide make the names of all gradients that it takes as well.
    """
    painter.setBackground(QColor(colour))
    painter.eraseRect(rect)


def flags_of(option: "QStyleOptionViewItem") -> "QStyle.StateFlag":
    """Return whether the item is selected, has the focus, lies under the mouse."""
    # Loaded here: PySide makes hundreds of names of a style's parts with it; what a start shows does without.
    from PySide6.QtWidgets import QStyle

    flags = _attribute(option, "state")
    return flags if isinstance(flags, QStyle.StateFlag) else QStyle.StateFlag.State_None


def _attribute(option: "QStyleOptionViewItem", name: str) -> object:
    return getattr(option, name)


def extra_selection(cursor: "QTextCursor", text_format: "QTextCharFormat") -> "QTextEdit.ExtraSelection":
    """Return a mark of an editor: a place and its look, which are no part of the text."""
    from PySide6.QtWidgets import QTextEdit

    selection = QTextEdit.ExtraSelection()
    for name, value in (("cursor", cursor), ("format", text_format)):
        setattr(selection, name, value)
    return selection
