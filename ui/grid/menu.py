"""The menu of the grid's cells: what can be done there, each entry with its key."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from model.findings import Suggestion
from model.values import to_text
from ui.grid.keys import Command, shortcut

_Argument = TypeVar("_Argument")
_GROUPS: Final = (
    (Command.CUT, Command.COPY, Command.PASTE, Command.CLEAR),
    (Command.FILL_DOWN, Command.FILL_RIGHT, Command.ZEROS),
    (Command.SETTLE, Command.CONFIRM),
    (Command.CONTROLS,),
    (Command.ZOOM_IN, Command.ZOOM_OUT, Command.ZOOM_RESET),
)


def cell_menu(
    parent: QWidget,
    run: Callable[[Command], None],
    adopt: Callable[[Suggestion], None],
    suggestions: Sequence[Suggestion],
    ticks: dict[Command, bool],
) -> QMenu:
    """Return the menu: suggestions for the cell first, then the commands; `ticks` says which switches are on."""
    menu = QMenu(parent)
    for suggestion in suggestions:
        action = menu.addAction(f"改为 {to_text(suggestion.new)}（{suggestion.why}）")
        action.triggered.connect(partial(_call, adopt, suggestion))
    for group in _GROUPS:
        menu.addSeparator()
        for command in group:
            action = menu.addAction(command.value)
            _set_up(action, command, ticks)
            action.triggered.connect(partial(_call, run, command))
    return menu


def _call(function: Callable[[_Argument], None], argument: _Argument, *_checked: bool) -> None:
    """Call a function from an action, leaving out whether the action is ticked."""
    function(argument)


def _set_up(action: QAction, command: Command, ticks: dict[Command, bool]) -> None:
    action.setShortcut(shortcut(command))
    action.setShortcutVisibleInContextMenu(True)
    if command in ticks:
        action.setCheckable(True)
        action.setChecked(ticks[command])
