"""Keys of the grid are those of a spreadsheet, and what a key means depends on whether a number is being typed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.grid.command import Command
from ui.grid.keys import Stroke, leaves_editor, shortcut, starts_typing, stroke_of

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
Key = Qt.Key


def pressed(key: Key, held: Qt.KeyboardModifier = NONE, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize(
    ("key", "held", "command"),
    [
        (Key.Key_Return, NONE, Command.BELOW),
        (Key.Key_Enter, KEYPAD, Command.BELOW),
        (Key.Key_Enter, KEYPAD | CTRL, Command.CONFIRM),
        (Key.Key_Return, SHIFT, Command.ABOVE),
        (Key.Key_Tab, NONE, Command.NEXT),
        (Key.Key_Backtab, SHIFT, Command.PREVIOUS),
        (Key.Key_Delete, NONE, Command.CLEAR),
        (Key.Key_Z, CTRL, Command.UNDO),
        (Key.Key_Z, CTRL | SHIFT, Command.REDO),
        (Key.Key_0, CTRL, Command.ZOOM_RESET),
        (Key.Key_0, ALT, Command.ZEROS),
    ],
)
def test_a_key_means_its_command_on_either_part_of_the_keyboard(
    key: Key, held: Qt.KeyboardModifier, command: Command
) -> None:
    assert stroke_of(pressed(key, held)) == Stroke(command)


@pytest.mark.parametrize(
    ("key", "held", "command"),
    [
        (Key.Key_Down, NONE, Command.DOWN),
        (Key.Key_Down, CTRL, Command.JUMP_DOWN),
        (Key.Key_Home, NONE, Command.ROW_START),
        (Key.Key_Home, CTRL, Command.START),
        (Key.Key_PageUp, NONE, Command.PAGE_UP),
        (Key.Key_Left, KEYPAD, Command.LEFT),
    ],
)
def test_a_move_extends_the_selection_with_shift(
    key: Key, held: Qt.KeyboardModifier, command: Command
) -> None:
    assert stroke_of(pressed(key, held)) == Stroke(command)
    assert stroke_of(pressed(key, held | SHIFT)) == Stroke(command, extend=True)


@pytest.mark.parametrize(
    ("key", "held"), [(Key.Key_7, NONE), (Key.Key_Down, ALT), (Key.Key_C, NONE), (Key.Key_F2, CTRL)]
)
def test_other_keys_mean_no_command(key: Key, held: Qt.KeyboardModifier) -> None:
    assert stroke_of(pressed(key, held)) is None


@pytest.mark.parametrize(
    ("command", "typing", "replacing"),
    [
        (Command.BELOW, True, True),
        (Command.CANCEL, True, True),
        (Command.LEFT, False, True),
        (Command.ROW_END, False, True),
        (Command.CLEAR, False, False),
        (Command.COPY, False, False),
        (Command.UNDO, False, False),
    ],
)
def test_a_number_that_replaces_another_is_left_by_the_arrows_too(
    command: Command, *, typing: bool, replacing: bool
) -> None:
    assert leaves_editor(Stroke(command), replacing=False) is typing
    assert leaves_editor(Stroke(command), replacing=True) is replacing
    assert not leaves_editor(Stroke(command, extend=True), replacing=True)


@pytest.mark.parametrize(
    ("held", "text", "types"),
    [
        (NONE, "7", True),
        (SHIFT, "（", True),
        (KEYPAD, "7", True),
        (CTRL, "7", False),
        (ALT, "7", False),
        (Qt.KeyboardModifier.MetaModifier, "7", False),
        (NONE, "", False),
        (NONE, "\x08", False),
    ],
)
def test_what_brings_a_character_begins_typing(held: Qt.KeyboardModifier, text: str, *, types: bool) -> None:
    assert starts_typing(pressed(Key.Key_unknown, held, text)) is types


def test_menus_show_the_first_key_of_a_command_and_none_for_a_move() -> None:
    assert shortcut(Command.COPY) == QKeySequence("Ctrl+C")
    assert shortcut(Command.PASTE) == QKeySequence("Ctrl+V")
    assert shortcut(Command.ZOOM_IN) == QKeySequence("Ctrl++")
    assert shortcut(Command.DOWN).isEmpty()
