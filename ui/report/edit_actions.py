"""What the menus do where the keyboard is: clipboard, filling and sums in the grid, its size."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from ui.desk.session import ReadOnly
from ui.grid.keys import Command
from ui.grid.table_grid import TableGrid
from ui.report.table_page import TablePage
from ui.report.workspace import Workspace

GRID_COMMANDS: Final = {
    "fill_down": Command.FILL_DOWN,
    "fill_right": Command.FILL_RIGHT,
    "zeros": Command.ZEROS,
    "settle": Command.SETTLE,
    "confirm": Command.CONFIRM,
    "controls": Command.CONTROLS,
    "zoom_in": Command.ZOOM_IN,
    "zoom_out": Command.ZOOM_OUT,
    "zoom_reset": Command.ZOOM_RESET,
}
"""Command of the menus → command of the grid."""
_CLIPBOARD: Final = {"cut": Command.CUT, "copy": Command.COPY, "paste": Command.PASTE}


class EditActions(QObject):
    """The deeds of one workspace; they end with it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    @property
    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return command id → what it does."""
        grid = {name: partial(self._in_grid, command) for name, command in GRID_COMMANDS.items()}
        return grid | {name: partial(self._with_clipboard, name) for name in _CLIPBOARD}

    def _in_grid(self, command: Command, *_checked: bool) -> None:
        """Run a command of the grid in the table in sight."""
        page = self._workspace.page
        if not isinstance(page, TablePage):
            self._workspace.message.emit(f"“{command.value}”用于表格，请先到表格部分")
            return
        grid = next((grid for grid in page.grids.values() if grid.hasFocus()), page.grid)
        grid.run(command)

    def _with_clipboard(self, name: str, *_checked: bool) -> None:
        """Cut, copy or paste in the text or table that has the keyboard."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit) and widget.isReadOnly() and name != "copy":
            # Keys leave such a field alone, but cut() and paste() do not.
            self._workspace.message.emit(ReadOnly().message)
        elif isinstance(widget, QLineEdit | QTextEdit):
            {"cut": widget.cut, "copy": widget.copy, "paste": widget.paste}[name]()
        elif isinstance(widget, TableGrid):
            widget.run(_CLIPBOARD[name])
