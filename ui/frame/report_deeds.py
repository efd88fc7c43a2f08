"""What the menus do with the open report and its file: made when the first of it is wanted, after the page is in sight."""

from collections.abc import Callable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ui.desk.desk import Desk
from ui.desk.later import Later, loading
from ui.desk.settings import Settings
from ui.frame.actions import Actions
from ui.look.message_bar import MessageBar
from ui.report.workspace import Workspace

if TYPE_CHECKING:
    from ui.tools.tool_deeds import ToolDeeds


_SOON: Final = (
    "model.compose",
    "export.products",
    "ui.tools.paper",
    "ui.tools.tool_deeds",
    "ui.report.page_deeds",
)
"""What the commands need, loaded before they are made."""


class ReportDeeds(QObject):
    """The deeds of one desk and its workspace, with which they end."""

    def __init__(
        self, desk: Desk, workspace: Workspace, actions: Actions, settings: Settings, messages: MessageBar
    ) -> None:
        super().__init__(workspace)
        self._desk = desk
        self._workspace = workspace
        self._actions = actions
        self._settings = settings
        self._messages = messages
        self._tool_deeds: ToolDeeds | None = None
        self._bound: Mapping[str, Callable[[], object]] = {}
        workspace.tool_chosen.connect(self._show_tool)
        self._later = Later(self)
        workspace.later.done.connect(self._complete)
        actions.bind_later(self._bind)
        if actions["preview"].isChecked():
            self.tool_deeds.show_preview()

    @property
    def tool_deeds(self) -> "ToolDeeds":
        """What is done with the report as a whole."""
        return self._tool_deeds or self._made()

    def give_up(self) -> bool:
        """End what is printed, or what runs on the page of the file in sight; False where nothing does."""
        return self._tool_deeds is not None and self._tool_deeds.give_up()

    def close_down(self) -> None:
        """Leave the commands without a deed, and wait for work in other threads."""
        # Loaded here: nothing is logged before the first window stands.
        from model.file.logbook import LOG

        LOG.info("report closed")
        self._later.stop()
        self._actions.release(self._bound)
        if self._tool_deeds is not None:
            self._tool_deeds.close_down()

    def _bind(self) -> None:
        """Give the commands on a report something to do, unless something has asked for it already."""
        if self._tool_deeds is None:
            self._made()

    def _made(self) -> "ToolDeeds":
        from ui.report.edit_deeds import EditDeeds
        from ui.report.page_deeds import PageDeeds
        from ui.tools.tool_deeds import ToolDeeds

        preview = self._actions["preview"]
        made = ToolDeeds(self._desk, self._workspace, self._settings, self._messages, preview)
        made.command_wanted.connect(self._actions.do)
        edits, deeds = EditDeeds(self._workspace), PageDeeds(self._workspace)
        self._bound = {**deeds.slots, **edits.slots, **made.slots}
        self._actions.bind(self._bound)
        self._tool_deeds = made
        return made

    def _complete(self) -> None:
        """The report is in sight and checked: what only commands need follows."""
        self._later.begin(chain(loading(_SOON), (self._bind, self._tell)))

    def _tell(self) -> None:
        from model.file.logbook import LOG

        session = self._desk.session
        told = (session.report.form.id, len(self._desk.years), session.file_read_only)
        LOG.info("report open: form %s, %d years, read only: %s", *told)

    def _show_tool(self, name: str) -> None:
        self.tool_deeds.show_tool(name)
