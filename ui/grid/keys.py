"""Which key means which command in the grid: a spreadsheet's habits."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.grid.command import Command


@dataclass(frozen=True, slots=True)
class Stroke:
    """A command as a key asked for it; `extend`: with Shift, so that the selection grows."""

    command: Command
    extend: bool = False


_NONE: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier

_MOVES: Final = {
    (Qt.Key.Key_Up, _NONE): Command.UP,
    (Qt.Key.Key_Down, _NONE): Command.DOWN,
    (Qt.Key.Key_Left, _NONE): Command.LEFT,
    (Qt.Key.Key_Right, _NONE): Command.RIGHT,
    (Qt.Key.Key_Up, _CTRL): Command.JUMP_UP,
    (Qt.Key.Key_Down, _CTRL): Command.JUMP_DOWN,
    (Qt.Key.Key_Left, _CTRL): Command.JUMP_LEFT,
    (Qt.Key.Key_Right, _CTRL): Command.JUMP_RIGHT,
    (Qt.Key.Key_Home, _NONE): Command.ROW_START,
    (Qt.Key.Key_End, _NONE): Command.ROW_END,
    (Qt.Key.Key_Home, _CTRL): Command.START,
    (Qt.Key.Key_End, _CTRL): Command.END,
    (Qt.Key.Key_PageUp, _NONE): Command.PAGE_UP,
    (Qt.Key.Key_PageDown, _NONE): Command.PAGE_DOWN,
}
_STROKES: Final = {
    (Qt.Key.Key_Return, _NONE): Command.BELOW,
    (Qt.Key.Key_Return, _SHIFT): Command.ABOVE,
    (Qt.Key.Key_Tab, _NONE): Command.NEXT,
    (Qt.Key.Key_Backtab, _SHIFT): Command.PREVIOUS,
    (Qt.Key.Key_Tab, _SHIFT): Command.PREVIOUS,
    (Qt.Key.Key_Backtab, _NONE): Command.PREVIOUS,
    (Qt.Key.Key_A, _CTRL): Command.SELECT_ALL,
    (Qt.Key.Key_F2, _NONE): Command.EDIT,
    (Qt.Key.Key_Escape, _NONE): Command.CANCEL,
    (Qt.Key.Key_X, _CTRL): Command.CUT,
    (Qt.Key.Key_C, _CTRL): Command.COPY,
    (Qt.Key.Key_Insert, _CTRL): Command.COPY,
    (Qt.Key.Key_C, _CTRL | _ALT): Command.COPY_TABLE,
    (Qt.Key.Key_V, _CTRL): Command.PASTE,
    (Qt.Key.Key_Insert, _SHIFT): Command.PASTE,
    (Qt.Key.Key_V, _CTRL | _ALT): Command.PASTE_TURNED,
    (Qt.Key.Key_Delete, _NONE): Command.CLEAR,
    (Qt.Key.Key_Backspace, _NONE): Command.CLEAR,
    (Qt.Key.Key_D, _CTRL): Command.FILL_DOWN,
    (Qt.Key.Key_R, _CTRL): Command.FILL_RIGHT,
    (Qt.Key.Key_0, _ALT): Command.ZEROS,
    (Qt.Key.Key_Equal, _ALT): Command.SETTLE,
    (Qt.Key.Key_Return, _CTRL): Command.CONFIRM,
    (Qt.Key.Key_K, _CTRL): Command.CONTROLS,
    (Qt.Key.Key_M, _CTRL | _ALT): Command.REMARK,
    (Qt.Key.Key_Plus, _CTRL): Command.ZOOM_IN,
    (Qt.Key.Key_Equal, _CTRL): Command.ZOOM_IN,
    (Qt.Key.Key_Plus, _CTRL | _SHIFT): Command.ZOOM_IN,
    (Qt.Key.Key_Minus, _CTRL): Command.ZOOM_OUT,
    (Qt.Key.Key_0, _CTRL): Command.ZOOM_RESET,
    (Qt.Key.Key_Z, _CTRL): Command.UNDO,
    (Qt.Key.Key_Y, _CTRL): Command.REDO,
    (Qt.Key.Key_Z, _CTRL | _SHIFT): Command.REDO,
}
_WHILE_TYPING: Final = frozenset({
    Command.BELOW, Command.ABOVE, Command.NEXT, Command.PREVIOUS, Command.UP, Command.DOWN, Command.CANCEL,
    Command.PAGE_UP, Command.PAGE_DOWN, Command.ZEROS, Command.FILL_DOWN, Command.FILL_RIGHT, Command.SETTLE,
    Command.CONFIRM, Command.CONTROLS, Command.ZOOM_IN, Command.ZOOM_OUT, Command.ZOOM_RESET,
})  # fmt: skip
_WHILE_REPLACING: Final = _WHILE_TYPING | {
    Command.LEFT,
    Command.RIGHT,
    Command.ROW_START,
    Command.ROW_END,
}


def stroke_of(event: QKeyEvent) -> Stroke | None:
    """Return the command a key asks for, None where it has none (it may be a character to type)."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    if command := _STROKES.get((key, modifiers)):
        return Stroke(command)
    if command := _MOVES.get((key, modifiers & ~_SHIFT)):
        return Stroke(command, extend=bool(modifiers & _SHIFT))
    return None


def leaves_editor(stroke: Stroke, *, replacing: bool) -> bool:
    """Whether a stroke ends typing; while a number is being replaced, the arrows to the sides do as well."""
    return not stroke.extend and stroke.command in (_WHILE_REPLACING if replacing else _WHILE_TYPING)


def starts_typing(event: QKeyEvent) -> bool:
    """Whether a key brings a character."""
    held = event.modifiers() & (_CTRL | _ALT | Qt.KeyboardModifier.MetaModifier)
    return not held and event.text() != "" and event.text().isprintable()


def shortcut(command: Command) -> QKeySequence:
    """Return the first key of a command, for menus."""
    for (key, modifiers), found in _STROKES.items():
        if found is command:
            return QKeySequence(QKeyCombination(modifiers, key))
    return QKeySequence()
