"""What the menus do with the report as a whole: preview, print, and the pages of TOOLS, such as export and history.

Their pages are loaded when they are first asked for, so that a report opens at once.
"""

import importlib
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from model.days import today
from model.errors import AssistantError
from model.file.logbook import LOG
from model.findings import Finding
from model.levels import Level
from model.preamble import title_of
from model.report import Report, Slot
from ui.desk.desk import Desk
from ui.desk.settings import Settings
from ui.desk.tool_page import TOOLS, Tool, ToolPage
from ui.desk.worker import Worker
from ui.look.message_bar import MessageBar, way_out
from ui.look.own_words import OwnWords
from ui.report.workspace import Workspace
from ui.tools.paper import pdf_of, printing_of

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from model.review.submission import Destination
    from ui.tools.export_page import ExportPage
    from ui.tools.preview import Preview
    from ui.tools.printing import PrintJob

_PRINTING: Final = "正在打印"


class _Way(QObject):
    """The way from the menus to a page of the file. Signals: `taken(str)` with the page, when its command was given."""

    taken = Signal(str)

    def __init__(self, page: str, parent: QObject) -> None:
        super().__init__(parent)
        self.page = page

    def take(self) -> None:
        """What the command of the same id does."""
        self.taken.emit(self.page)


class ToolDeeds(QObject):
    """Shows, prints and leads to what is made of one desk's report; it ends with its workspace.

    Signals: `command_wanted(str)` with the command of the window that is to be done.
    """

    command_wanted = Signal(str)

    def __init__(
        self, desk: Desk, workspace: Workspace, settings: Settings, messages: MessageBar, preview: QAction
    ) -> None:
        super().__init__(workspace)
        self._desk = desk
        self._workspace = workspace
        self._settings = settings
        self._messages = messages
        self._progress = OwnWords(messages)
        self._preview_action = preview
        self._worker = Worker(self)
        self._worker.finished.connect(self._pdf_made)
        self._queue = Worker(self)
        self._queue.finished.connect(self._printed)
        self._printer: QPrinter | None = None
        self._paper_note = ""
        self._job: PrintJob | None = None
        self._pdf = b""
        self._on_paper: Report | None = None
        self.preview: Preview | None = None
        self.pages: dict[str, ToolPage] = {}
        self._ways = [_Way(tool.id, self) for tool in TOOLS]
        for way in self._ways:
            way.taken.connect(self._go_to_page)

    @property
    def export_page(self) -> "ExportPage | None":
        """The page that exports, once it was gone to."""
        return cast("ExportPage | None", self.pages.get("export"))

    @property
    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return command id → what it does."""
        return {
            "preview": self.show_preview,
            "print": self._print_report,
            **{way.page: way.take for way in self._ways},
        }

    def show_preview(self) -> None:
        """Show or hide the pages at the right."""
        on = self._preview_action.isChecked()
        self._settings.set_flag("preview", on=on)
        if on and self.preview is None:
            from ui.tools.preview import Preview

            self.preview = Preview(self._desk.session, self._settings, self._workspace)
            self.preview.place_clicked.connect(self._workspace.show_line)
        self._workspace.across.show_side(self.preview if on else None)
        if on and self._workspace.across.is_blind:
            self._workspace.message.emit("复核录入时不显示原数，离开本页后显示预览")

    def show_export(self) -> None:
        """Show the page that exports."""
        self.show_tool("export")

    def _go_to_page(self, name: str) -> None:
        """Show a page with the keyboard where work on it begins."""
        self.show_tool(name).enter()

    def show_tool(self, name: str) -> ToolPage:
        """Bring a page of TOOLS into sight and return it. Raises KeyError for a name that is none."""
        tool = {tool.id: tool for tool in TOOLS}[name]
        if name not in self.pages:
            self.pages[name] = self._made(tool)
        page = self.pages[name]
        LOG.info("page of the file: %s", name)
        self._workspace.show_widget(page, name if tool.listed else "")
        page.load()
        return page

    def _made(self, tool: Tool) -> ToolPage:
        """Make a page; it is made, and its module loaded, when it is first gone to."""
        kind: type[ToolPage] = getattr(importlib.import_module(tool.module), tool.page)
        page = kind(self._desk, self._settings, self._workspace)
        # The manual has a part of the same name.
        page.setObjectName(tool.id)
        page.said.connect(self._workspace.message)
        page.export_wanted.connect(self._export_only)
        page.print_wanted.connect(self.ask_print)
        page.printing_changed.connect(self._renew_preview)
        page.place_wanted.connect(self._go_to)
        return page

    def _go_to(self, place: "Destination") -> None:
        """Lead to what was found, to what is edited, or do a command."""
        if isinstance(place, Finding):
            self._workspace.show_finding(place)
        elif isinstance(place, Slot):
            self._workspace.show_slot(place)
        else:
            if place == "findings":
                self._workspace.leave_tool()
            self.command_wanted.emit(place)

    def _renew_preview(self) -> None:
        if self.preview is not None:
            self.preview.refresh()

    def ask_print(self, pdf: bytes = b"", with_report: Report | None = None) -> None:
        """Let the clerk choose a printer for the report, or for the pages given, `with_report` among them."""
        from PySide6.QtPrintSupport import QPrintDialog

        from ui.tools.printing import new_printer

        self._pdf = pdf or b""
        self._on_paper = with_report
        self._printer = new_printer(self._draft + title_of(self._desk.session.report))
        dialog = QPrintDialog(self._printer, self._workspace)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(self._print)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    @property
    def _draft(self) -> str:
        """What is said of a report that cannot be filed yet, before its title."""
        return "" if self._desk.session.outcome.ready else "（草稿）"

    def give_up(self) -> bool:
        """End what is printed, or what runs on the page in sight, as its button does; False where nothing does."""
        if not self._worker.idle:
            self._worker.drop()
            self._workspace.message.emit("已取消打印")
            return True
        if self._job is not None:
            self._cancel_print()
            return True
        page = self._workspace.stack.currentWidget()
        return isinstance(page, ToolPage) and page.isVisible() and page.give_up()

    def close_down(self) -> None:
        """Wait for work in other threads; pages that were not sent yet stay here."""
        self._worker.close()
        self._cancel_print()
        self._queue.close()
        self._progress.take_back()
        if self.preview is not None:
            self.preview.close_down()
        for page in self.pages.values():
            page.close_down()

    def _print_report(self) -> None:
        self.ask_print()

    def _print(self) -> None:
        self._workspace.message.emit(f"{_PRINTING}…")
        if self._pdf:
            self._print_pages(self._pdf)
            return
        self._desk.session.take_typing()
        report = self._desk.session.report.copy()
        self._on_paper = None if self._draft else report
        printing = printing_of(self._settings, draft=not self._desk.session.outcome.ready)
        self._worker.start(partial(pdf_of, report, printing))

    def _pdf_made(self, future: "Future[bytes]") -> None:
        try:
            pdf = future.result()
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR)
        else:
            self._print_pages(pdf)

    def _print_pages(self, pdf: bytes) -> None:
        from ui.tools.printing import PrintJob, paper_note

        if self._printer is None:
            return
        self._paper_note = paper_note(self._printer)
        self._job = PrintJob(pdf, self._printer, self)
        self._job.page_sent.connect(self._page_sent)
        # A window of its own would take the keyboard from whoever types on. What waits for an answer stays.
        if self._messages.gives_way:
            self._progress.tell(f"{_PRINTING}…", Level.HINT, way_out(self._cancel_print))
        self._queue.start(self._job.run)

    def _page_sent(self, sent: int, of: int) -> None:
        self._progress.reword(f"{_PRINTING}：第 {sent} 页，共 {of} 页")

    def _cancel_print(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _printed(self, future: "Future[int]") -> None:
        ended = self._job is not None and self._job.is_cut_short
        if self._queue.idle and self._job is not None:
            self._job.deleteLater()
            self._job = None
            self._progress.take_back()
        try:
            pages = future.result()
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR)
        else:
            words = (
                f"已取消打印，已送打印机 {pages} 页" if ended else f"已送打印机 {pages} 页",
                "尚不能上报，印出的是草稿" if self._draft else "",
                self._paper_note,
            )
            self._workspace.message.emit("；".join(word for word in words if word))
            if (
                not ended
                and self._on_paper is not None
                and self._on_paper.year == self._desk.session.report.year
            ):
                # Loaded here: a report opens without it.
                from model.review.submission import noted

                self._desk.session.note(noted("printed", self._on_paper, today()))

    def _export_only(self, product: str) -> None:
        self.show_export()
        if self.export_page is not None:
            self.export_page.choose(product)
