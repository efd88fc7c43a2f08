"""Where the keyboard goes: only to what is in sight."""

from PySide6.QtWidgets import QWidget


def give_keyboard(widget: QWidget) -> None:
    """Put the keyboard on a widget, unless it is hidden in a window that is shown.

    Qt gives it to hidden widgets too: what is typed then is lost, and Enter does what nobody sees. A window that is not
    shown yet only remembers where the keyboard will be.
    """
    if widget.isVisible() or not widget.window().isVisible():
        widget.setFocus()
