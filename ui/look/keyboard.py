"""Where the keyboard goes: only to what is in sight, and back to where it was when what came in between has gone."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget


def keys_named(name: str) -> QKeySequence:
    """Return the keys of a shortcut as the program's tables write it: Alt+Enter is the Enter among the digits.

    Read as a name in the user's language it would be the other one, as both are called Enter there.
    """
    return QKeySequence.fromString(name, QKeySequence.SequenceFormat.PortableText)


def give_keyboard(widget: QWidget) -> None:
    """Put the keyboard on a widget, unless it is hidden in a window that is shown.

    Qt gives it to hidden widgets too: what is typed then is lost, and Enter does what nobody sees. A window that is not
    shown yet only remembers where the keyboard will be.
    """
    if widget.isVisible() or not widget.window().isVisible():
        widget.setFocus()


def has_keyboard(part: QWidget) -> bool:
    """Whether the keyboard is in a part of its window."""
    held = part.window().focusWidget()
    return held is not None and part.isAncestorOf(held)


class KeyboardPlace:
    """Where the keyboard was in a part of the window when something came in between: a covering page, a line to write in."""

    def __init__(self, within: QWidget) -> None:
        self._within = within
        self._widget: QWidget | None = None

    def keep(self) -> None:
        """Note where the keyboard is; elsewhere in the window there is no work to come back to."""
        self._widget = self._within.window().focusWidget() if has_keyboard(self._within) else None

    def give_back(self, otherwise: Callable[[], object]) -> None:
        """Put the keyboard back; `otherwise` is done where that place was closed meanwhile or is out of sight."""
        kept, self._widget = self._widget, None
        # Looked for by itself: one that was closed meanwhile can be asked nothing.
        place = next((each for each in self._within.findChildren(QWidget) if each is kept), None)
        if place is not None and place.isVisible():
            give_keyboard(place)
        else:
            otherwise()
