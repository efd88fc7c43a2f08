"""What item delegates need of a style option, with the types that Qt's own description leaves out."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


def rect_of(option: QStyleOptionViewItem) -> QRect:
    """Return the place of the item to paint."""
    rect = _attribute(option, "rect")
    return QRect(rect) if isinstance(rect, QRect) else QRect()


def flags_of(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    """Return whether the item is selected, has the focus, lies under the mouse."""
    flags = _attribute(option, "state")
    return flags if isinstance(flags, QStyle.StateFlag) else QStyle.StateFlag.State_None


def _attribute(option: QStyleOptionViewItem, name: str) -> object:
    return getattr(option, name)
