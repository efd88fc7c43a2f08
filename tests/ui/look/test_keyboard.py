"""The keyboard goes to what is in sight, and stays where it is when something hidden asks for it."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.keyboard import give_keyboard


def window_of(qtbot: QtBot) -> tuple[QWidget, QLineEdit, QLineEdit]:
    """A window with one line in sight and one that is hidden."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    seen, hidden = QLineEdit(window), QLineEdit(window)
    for line in (seen, hidden):
        column.addWidget(line)
    hidden.hide()
    return window, seen, hidden


def test_what_is_hidden_takes_no_keys_from_what_is_in_sight(qtbot: QtBot) -> None:
    window, seen, hidden = window_of(qtbot)
    window.show()
    give_keyboard(seen)
    give_keyboard(hidden)
    assert window.focusWidget() is seen
    hidden.show()
    give_keyboard(hidden)
    assert window.focusWidget() is hidden


def test_a_window_that_is_not_shown_yet_remembers_where_the_keyboard_will_be(qtbot: QtBot) -> None:
    window, seen, _ = window_of(qtbot)
    give_keyboard(seen)
    assert window.focusWidget() is seen
