"""The window: header, start page or workspace, message line, status line. It arranges; others do the work.

Whatever is needed only for a report is loaded when one is opened, so that the window is there at once.
"""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk.carried_files import carried_files
from ui.desk.settings import Settings
from ui.desk.tidying import Tidying
from ui.desk.undo_keys import undo_command
from ui.frame.actions import Actions, Command, Sight
from ui.frame.body import Body
from ui.frame.first_size import fit_screen
from ui.frame.header import Header
from ui.frame.help_deeds import HelpDeeds
from ui.frame.look_deeds import LookDeeds
from ui.frame.recent_menu import RecentMenu
from ui.frame.status_bar import StatusBar
from ui.frame.window_deeds import WindowDeeds
from ui.look.message_bar import MessageBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QShowEvent

    from model.report import Change, Report
    from ui.desk.desk import Desk
    from ui.desk.files import Files
    from ui.frame.report_deeds import ReportDeeds
    from ui.look.passing_bar import PassingBar
    from ui.report.workspace import Workspace
    from ui.start.start_page import StartPage
    from ui.tools.tool_deeds import ToolDeeds


_TITLE: Final = "年报助手"
_LIST_AFTER: Final = 30
"""Milliseconds after which the files are listed: the window is painted first."""
_STANDS_AFTER: Final = 30
"""Milliseconds from the first painting to what may follow it."""


class MainWindow(QWidget):
    """The program's window. Signals: `stands()` once, soon after it was first painted."""

    stands = Signal()

    def __init__(self, settings: Settings, today: date | None = None) -> None:
        super().__init__()
        Tidying.begin()
        self.setWindowTitle(_TITLE)
        self.setAcceptDrops(True)
        self.settings = settings
        self.actions_of = Actions(self)
        self.header = Header(self.actions_of, self)
        self.messages = MessageBar(self)
        self.status = StatusBar(self)
        self.recent = RecentMenu(settings, self.header.menus)
        self._today = today or datetime.now().astimezone().date()
        self._start: StartPage | None = None
        self.deeds = WindowDeeds(self, self.messages, settings, self._today)
        self.help_deeds = HelpDeeds(self)
        self.workspace: Workspace | None = None
        self._report_deeds: ReportDeeds | None = None
        self._body = Body(self)
        self._painted = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._body, 1)
        for widget in (self.messages, self.status):
            column.addWidget(widget)
        self._connect()
        self._fills_screen = not self.restoreGeometry(settings.geometry("window")) and fit_screen(self)

    @property
    def start(self) -> "StartPage":
        """The start page; it is made when it is first asked for, which a start with a file does not."""
        if self._start is None:
            from ui.start.start_page import StartPage

            self._start = StartPage(Path.home(), self._today, self._body)
            self._body.addWidget(self._start)
            self.deeds.serve(self._start)
        return self._start

    @property
    def files(self) -> "Files":
        """What opens, saves and closes the window's file."""
        return self.deeds.files

    @property
    def desk(self) -> "Desk | None":
        """The open file; None on the start page."""
        return None if self.deeds.is_idle else self.deeds.files.desk

    @property
    def tool_deeds(self) -> "ToolDeeds | None":
        """What is done with the open report as a whole; made when it is first asked for, None on the start page."""
        return self._report_deeds.tool_deeds if self._report_deeds is not None else None

    file_actions = tool_deeds
    """By the name that scripts know which drive the window from outside."""

    @property
    def in_sight(self) -> QWidget:
        """The start page, the workspace, or a page in place of both."""
        return self._body.currentWidget()

    def show_start(self) -> None:
        """Show the start page."""
        self.actions_of.report_is_open(is_open=False)
        self.header.show_nothing()
        self.status.clear()
        self._body.show_work(self.start)
        QTimer.singleShot(_LIST_AFTER, self, self._list_files)

    def show_over(self, widget: QWidget) -> None:
        """Show a page in place of everything else; Esc leads back to what was in sight."""
        if self.workspace is not None and self.in_sight is self.workspace:
            self.workspace.centre.before_cover.keep()
        self._body.cover(widget, (self._start, self.workspace))
        self._say_what_covers(widget)

    def go_back(self) -> None:
        """Show what the page in sight has covered: another such page, or the work."""
        page = self._body.uncover()
        if page is None:
            self.show_work()
        else:
            self._say_what_covers(page)

    def _say_what_covers(self, page: QWidget) -> None:
        self.actions_of.offer_finding(on=self.workspace is not None or self.help_deeds.is_manual(page))
        self.status.show_hint("Esc 返回")

    def show_work(self) -> None:
        """Show the workspace, or the start page while no report is open."""
        self._body.show_work(self.workspace or self.start)
        self.actions_of.offer_finding(on=self.workspace is not None)
        self.status.show_hint("")
        if self.workspace is not None:
            self.workspace.centre.before_cover.give_back(self.workspace.centre.take_keyboard)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files."""
        if carried_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Open or import what was dropped."""
        self.deeds.take_files(carried_files(event.mimeData()))

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Esc ends what runs, leads back from help and tools, closes a message; undo and redo fields leave to the window."""
        command, deeds = undo_command(event), self._report_deeds
        if command is not None:
            self.actions_of.do(command)
        elif not event.matches(QKeySequence.StandardKey.Cancel):
            super().keyPressEvent(event)
        elif self.deeds.give_up() or (deeds is not None and deeds.give_up()):
            return  # what was running is ended, as its button in sight does
        elif self.in_sight not in (self._start, self.workspace):
            self.go_back()
        elif self.workspace is None or not self.workspace.step_back():
            self.messages.clear()

    def showEvent(self, event: "QShowEvent") -> None:
        """Show the start page where no file has come onto the desk before."""
        super().showEvent(event)
        if not self._body.count():
            self.show_start()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """The first time, tell soon after."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(_STANDS_AFTER, self, self.stands.emit)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Remember the window, save or keep what was edited; stay open where neither can be done."""
        self.settings.set_geometry("window", self.saveGeometry())
        if self.deeds.close_down():
            super().closeEvent(event)
        else:
            event.ignore()

    def appear(self) -> None:
        """Show the window; the first time it fills a screen that has hardly more room than it needs."""
        if self._fills_screen:
            self.showMaximized()
        else:
            self.show()

    def _connect(self) -> None:
        self._body.back_wanted.connect(self.go_back)
        self.header.year_chosen.connect(self._switch_year)
        self.messages.left.connect(self._take_keyboard_back)
        self.messages.room_taken.connect(self._make_room)
        self.deeds.opened.connect(self._opened)
        self.deeds.closed.connect(self._closed)
        self.deeds.show_wanted.connect(self.show_over)
        self.help_deeds.show_wanted.connect(self.show_over)
        self.deeds.back_wanted.connect(self.show_work)
        self.deeds.start_wanted.connect(self.show_start)
        self.deeds.page_wanted.connect(self._show_page)
        self.deeds.hint.connect(self.status.show_hint)
        self.actions_of.ask_first(self._make_way)
        self.actions_of.bind(self.deeds.slots)
        self.actions_of.bind(self.help_deeds.slots)
        self.actions_of["recent"].setMenu(self.recent)
        self.recent.chosen.connect(self.deeds.take_file)
        self.actions_of.bind(
            {
                "last_year": self._compare_last_year,
                "switch_year": self.header.year.showMenu,
                "recent": self.recent.pop_up,
                "manual": self._show_manual,
                "ledger_rows": self._show_ledger_rows,
            }
        )
        looks = LookDeeds(self.actions_of, self.settings, self)
        self.actions_of.bind(looks.slots)
        looks.changed.connect(self._recheck)

    def _make_room(self, bar: "PassingBar", height: int) -> None:
        if self.workspace is not None:
            self.workspace.centre.make_room(bar, height)

    def _take_keyboard_back(self) -> None:
        """What the keyboard was on may have gone with a message: work goes on where it was."""
        if self.workspace is not None and self.in_sight is self.workspace:
            self.workspace.centre.take_keyboard()

    def _make_way(self, command: Command) -> bool:
        """Bring into sight what a command is done to; False where it was refused, or done by the manual in sight."""
        if self.help_deeds.is_manual(self.in_sight) and self.help_deeds.search_manual(command.id):
            return False
        if self.workspace is None or command.sight is Sight.ANYTHING:
            return True
        from ui.frame.way import is_brought_into_sight

        return is_brought_into_sight(command.sight, self.workspace, self.in_sight, self.show_work)

    def _list_files(self) -> None:
        self.start.list_files(self.settings.recent)

    def _opened(self, desk: "Desk") -> None:
        from ui.frame.report_deeds import ReportDeeds
        from ui.frame.saved_state import SavedState
        from ui.frame.steps import Steps
        from ui.report.workspace import Workspace
        from ui.tools.protection import Protection

        self.workspace = Workspace(desk.session, self._body)
        self._body.addWidget(self.workspace)
        for name, splitter in self.workspace.splitters.items():
            splitter.restoreState(self.settings.geometry(name))
        self.workspace.centre.findings_height = self.settings.number("findings_height")
        self._body.show_work(self.workspace)
        self._make_room(self.messages, self.messages.room)
        self.workspace.hint.connect(self.status.show_hint)
        self.workspace.message.connect(self.status.show_message)
        Protection(desk, self.messages).leads.connect(self.actions_of["submission"].trigger)
        self.workspace.page_shown.connect(self._page_shown)
        desk.session.report_switched.connect(self._show_report)
        desk.session.changed.connect(self._changed)
        desk.saved.connect(self._show_report)
        desk.years_changed.connect(self._show_report)
        self.actions_of.report_is_open(is_open=True)
        self.actions_of["last_year"].setChecked(False)
        self.actions_of["preview"].setChecked(self.settings.flag("preview"))
        self._report_deeds = ReportDeeds(desk, self.workspace, self.actions_of, self.settings, self.messages)
        self._show_report()
        SavedState(desk, self.header)
        Steps(desk.session, self.actions_of)
        if (page := self.workspace.page) is not None:
            page.enter()

    def _closed(self) -> None:
        if self.workspace is None or self._report_deeds is None:
            return
        for name, splitter in self.workspace.splitters.items():
            self.settings.set_geometry(name, splitter.saveState())
        self.settings.set_text("findings_height", str(self.workspace.centre.findings_height))
        self._report_deeds.close_down()
        self._body.removeWidget(self.workspace)
        self.workspace.close_down()
        self.workspace = self._report_deeds = None
        self.setWindowTitle(_TITLE)
        self.show_start()

    def _show_report(self) -> None:
        if self.desk is None:
            return
        report = self.desk.session.report
        self.header.show_report(report, self.desk.years, _stage_shown(report))
        self.setWindowTitle(_title_of(report, self.desk.path))

    def _changed(self, change: "Change") -> None:
        if any(slot.key in ("office", "now") for slot in change.slots):
            self._show_report()

    def _page_shown(self, _page_id: str) -> None:
        self.status.clear()
        self.messages.settle()

    def _compare_last_year(self) -> None:
        if self.workspace is not None:
            self.workspace.compare_last_year(on=self.actions_of["last_year"].isChecked())

    def _recheck(self) -> None:
        if self.desk is not None:
            self.desk.session.recheck()

    def _switch_year(self, year: int) -> None:
        if self.desk is not None:
            self.show_work()
            self.desk.switch_year(year)

    def _show_ledger_rows(self) -> None:
        """Show the rows of the ledger behind the number under the cursor; without one, behind all that were received."""
        page = self.workspace.page if self.workspace is not None else None
        self.deeds.ledgers.show_rows(page.current_cell if page is not None else "")

    def _show_page(self, page_id: str) -> None:
        if self.workspace is not None:
            self.workspace.show_page(page_id).enter()

    def _show_manual(self) -> None:
        page = self.workspace.page if self.workspace is not None else None
        tool = self.workspace.stack.currentWidget().objectName() if self.workspace is not None else ""
        place = self.in_sight.objectName() or (page.spec.id if page is not None else tool or "start")
        self.help_deeds.show_manual(place)


def _stage_shown(report: "Report") -> str:
    """How far a report is, in the words of the header; nothing is said of one that is being drafted."""
    # Loaded here: the start page needs neither.
    from model.stages import Stage

    return "" if report.stage is Stage.DRAFT else report.stage_words


def _title_of(report: "Report", path: Path | None) -> str:
    """The window's title: whose report on which year, and where its file is."""
    place = f" — {path.name}（{path.parent}）" if path is not None else ""
    return f"{report.name_and_year}{place} — {_TITLE}"
