"""The menu of the grid's cells: what can be done there, each entry with its key."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from model.findings import Suggestion
from model.values import to_text
from ui.grid.command import Command
from ui.grid.keys import shortcut

_GROUPS: Final = (
    (Command.CUT, Command.COPY, Command.COPY_TABLE, Command.PASTE, Command.PASTE_TURNED, Command.CLEAR),
    (Command.FILL_DOWN, Command.FILL_RIGHT, Command.ZEROS),
    (Command.SETTLE, Command.CONFIRM),
    (Command.CONTROLS,),
    (Command.REMARK,),
    (Command.ZOOM_IN, Command.ZOOM_OUT, Command.ZOOM_RESET),
)


class CellMenu(QMenu):
    """Suggestions for the cell first, then the commands but for those `left_out`; `ticks` says which switches are on.

    Signals: `adopted(Suggestion)` and `commanded(Command)` when an entry is chosen.
    """

    adopted = Signal(object)
    commanded = Signal(object)

    def __init__(
        self,
        suggestions: Sequence[Suggestion],
        ticks: dict[Command, bool],
        left_out: Collection[Command] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._suggestions: dict[QAction, Suggestion] = {}
        self._commands: dict[QAction, Command] = {}
        for suggestion in suggestions:
            action = self.addAction(f"改为 {to_text(suggestion.new)}（{suggestion.why}）")
            self._suggestions[action] = suggestion
        for group in _GROUPS:
            self.addSeparator()
            for command in (offered for offered in group if offered not in left_out):
                action = self.addAction(command.value)
                _set_up(action, command, ticks)
                self._commands[action] = command
        self.triggered.connect(self._chosen)

    def _chosen(self, action: QAction) -> None:
        if action in self._suggestions:
            self.adopted.emit(self._suggestions[action])
        else:
            self.commanded.emit(self._commands[action])


def _set_up(action: QAction, command: Command, ticks: dict[Command, bool]) -> None:
    action.setShortcut(shortcut(command))
    action.setShortcutVisibleInContextMenu(True)
    if command in ticks:
        action.setCheckable(True)
        action.setChecked(ticks[command])
