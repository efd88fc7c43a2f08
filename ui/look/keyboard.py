"""Where the keyboard goes: only to what is in sight, and back to where it was when what came in between has gone."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget


def give_keyboard(widget: QWidget) -> None:
    """Put the keyboard on a widget, unless it is hidden in a window that is shown.

    Qt gives it to hidden widgets too: what is typed then is lost, and Enter does what nobody sees. A window that is not
    shown yet only remembers where the keyboard will be.
    """
    if widget.isVisible() or not widget.window().isVisible():
        widget.setFocus()


class KeyboardPlace:
    """Where the keyboard was in a part of the window when something came in between: a covering page, a line to write in.

    `otherwise` is done where that place was closed meanwhile or is out of sight.
    """

    def __init__(self, within: QWidget, otherwise: Callable[[], object]) -> None:
        self._within = within
        self._otherwise = otherwise
        self._widget: QWidget | None = None

    def keep(self) -> None:
        """Note where the keyboard is; elsewhere in the window there is no work to come back to."""
        held = self._within.window().focusWidget()
        self._widget = held if held is not None and self._within.isAncestorOf(held) else None

    def give_back(self) -> None:
        """Put the keyboard back."""
        kept, self._widget = self._widget, None
        # Looked for by itself: one that was closed meanwhile can be asked nothing.
        place = next((each for each in self._within.findChildren(QWidget) if each is kept), None)
        if place is not None and place.isVisible():
            give_keyboard(place)
        else:
            self._otherwise()
