"""The order in which Tab leads through the window, where it is not the order in which the parts were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow_one_another(*widgets: QWidget) -> None:
    """Let Tab lead from each widget to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def put_before(later: QWidget, part: QWidget) -> None:
    """Let Tab lead through a part that was made afterwards before it comes to `later`."""
    before = later.previousInFocusChain()
    while before is not None and not _is_stop(before):
        before = before.previousInFocusChain()
    if before is not None:
        follow_one_another(before, *_stops_in(part))


def _stops_in(part: QWidget) -> Iterator[QWidget]:
    """Where Tab stops in a part, in the order that it has now."""
    widget: QWidget | None = part
    while widget is not None and (widget is part or part.isAncestorOf(widget)):
        if _is_stop(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab stops there, if not always: it passes by what is hidden or cannot be chosen now."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
