"""What the menus do where the keyboard is: clipboard, filling and sums in the grid, its size.

The grid is loaded when a command first asks for it: a report opens on its cover.
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from ui.grid.command import Command
from ui.report.workspace import Workspace

_CLIPBOARD: Final = {"cut": Command.CUT, "copy": Command.COPY, "paste": Command.PASTE}


class EditDeeds(QObject):
    """The deeds of one workspace; they end with it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    @property
    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return command id → what it does: a method for each, since a slot that is bound dies with its object."""
        return {
            "fill_down": self.fill_down,
            "fill_right": self.fill_right,
            "zeros": self.zeros,
            "settle": self.settle,
            "confirm": self.confirm,
            "controls": self.controls,
            "zoom_in": self.zoom_in,
            "zoom_out": self.zoom_out,
            "zoom_reset": self.zoom_reset,
            "cut": self.cut,
            "copy": self.copy,
            "paste": self.paste,
            "copy_table": self.copy_table,
            "paste_turned": self.paste_turned,
        }

    def fill_down(self) -> None:
        """Fill the selected cells with the first row's numbers."""
        self._in_grid(Command.FILL_DOWN)

    def fill_right(self) -> None:
        """Fill the selected cells with the first column's numbers."""
        self._in_grid(Command.FILL_RIGHT)

    def zeros(self) -> None:
        """Fill what is still blank with 0."""
        self._in_grid(Command.ZEROS)

    def settle(self) -> None:
        """Put computed totals in the place of those that differ."""
        self._in_grid(Command.SETTLE)

    def confirm(self) -> None:
        """Confirm the selected imported numbers."""
        self._in_grid(Command.CONFIRM)

    def controls(self) -> None:
        """Show or hide the places for 核对合计."""
        self._in_grid(Command.CONTROLS)

    def zoom_in(self) -> None:
        """Show the table larger."""
        self._in_grid(Command.ZOOM_IN)

    def zoom_out(self) -> None:
        """Show the table smaller."""
        self._in_grid(Command.ZOOM_OUT)

    def zoom_reset(self) -> None:
        """Show the table in its own size."""
        self._in_grid(Command.ZOOM_RESET)

    def cut(self) -> None:
        """Cut where the keyboard is."""
        self._with_clipboard("cut")

    def copy(self) -> None:
        """Copy where the keyboard is."""
        self._with_clipboard("copy")

    def paste(self) -> None:
        """Paste where the keyboard is."""
        self._with_clipboard("paste")

    def paste_turned(self) -> None:
        """Paste into the table with rows and columns exchanged."""
        self._in_grid(Command.PASTE_TURNED)

    def copy_table(self) -> None:
        """Copy the table in sight with its heads."""
        self._in_grid(Command.COPY_TABLE)

    def _refuse(self) -> None:
        """Say why a text stays as it is: the whole report does, or it is not one of the report's."""
        if self._workspace.session.read_only:
            self._workspace.session.refuse()
        else:
            self._workspace.message.emit("这里的文字只供阅读，不能修改")

    def _in_grid(self, command: Command) -> None:
        """Run a command of the grid in the table in sight."""
        from ui.report.table_page import TablePage

        page = self._workspace.page
        if not isinstance(page, TablePage):
            self._workspace.message.emit(f"“{command.value}”用于表格，请先到表格部分")
            return
        grid = next((grid for grid in page.grids.values() if grid.hasFocus()), page.grid)
        grid.run(command)

    def _with_clipboard(self, name: str) -> None:
        """Cut, copy or paste in the text or table that has the keyboard."""
        from ui.grid.table_grid import TableGrid

        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit | QTextEdit) and widget.isReadOnly() and name != "copy":
            # Keys leave such a field alone, but cut() and paste() do not.
            self._refuse()
        elif isinstance(widget, QLineEdit | QTextEdit):
            {"cut": widget.cut, "copy": widget.copy, "paste": widget.paste}[name]()
        elif isinstance(widget, TableGrid):
            widget.run(_CLIPBOARD[name])
