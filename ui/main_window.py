"""The window: header, message line, start page or workspace, status line. It arranges; others do the work.

Whatever is needed only for a report is loaded when one is opened, so that the window is there at once.
"""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

import resources
from model.findings import Level
from ui.actions import Actions
from ui.header import Header
from ui.message_bar import MessageBar
from ui.settings import Settings
from ui.start_page import StartPage
from ui.status_bar import StatusBar
from ui.style import DARK, apply_style, theme

if TYPE_CHECKING:
    from model.crash_copy import CrashCopy
    from model.report import Change
    from ui.desk import Desk
    from ui.files import Files
    from ui.workspace import Workspace


class MainWindow(QWidget):
    """The program's window."""

    def __init__(self, settings: Settings, today: date | None = None) -> None:
        super().__init__()
        self.setWindowTitle("年报助手")
        self.setWindowIcon(QIcon(str(resources.path("icons/program.svg"))))
        self.setAcceptDrops(True)
        self.settings = settings
        self._today = today or datetime.now().astimezone().date()
        self.actions_of = Actions(self)
        self.header = Header(self.actions_of, self)
        self.messages = MessageBar(self)
        self.status = StatusBar(self)
        self._files: Files | None = None
        self.start = StartPage(Path.home(), self._today, self)
        self.workspace: Workspace | None = None
        self._body = QStackedWidget(self)
        self._body.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.messages):
            column.addWidget(widget)
        column.addWidget(self._body, 1)
        column.addWidget(self.status)
        self._connect()
        self._bind()
        self.resize(1366, 768)
        self.restoreGeometry(settings.geometry("window"))
        self.show_start()

    @property
    def files(self) -> "Files":
        """What opens, saves and closes the window's file."""
        if self._files is None:
            from ui.files import Files

            self._files = Files(self, self.messages, self.settings)
            self._files.opened.connect(self._opened)
            self._files.closed.connect(self._closed)
            self._files.refused.connect(self._refused)
        return self._files

    @property
    def desk(self) -> "Desk | None":
        """The open file; None on the start page."""
        return self._files.desk if self._files is not None else None

    def show_start(self) -> None:
        """Show the start page."""
        self.actions_of.report_is_open(is_open=False)
        self.header.show_nothing()
        self.status.show_hint("")
        self.status.show_message("")
        self._body.setCurrentWidget(self.start)
        QTimer.singleShot(0, self, self._list_files)

    def _connect(self) -> None:
        self.header.year_chosen.connect(self._switch_year)
        self.start.wanted.connect(self._deed)
        self.start.recent_wanted.connect(self._open)
        self.start.recover_wanted.connect(self._recover)
        self.start.dropped.connect(self.take_file)
        self.start.new_wanted.connect(self._make_new)

    def _bind(self) -> None:
        self.actions_of.bind(
            {
                "new": self._new,
                "open": self._ask_open,
                "save": self._save,
                "save_as": self._ask_save_as,
                "close": self._close_report,
                "quit": self.close,
                "last_year": self._compare_last_year,
                "dark": self._choose_dark,
                "next_year": self._next_year,
                "switch_year": self.header.year.showMenu,
            }
        )
        self.actions_of["dark"].setChecked(theme() is DARK)

    def take_file(self, path: Path) -> None:
        """Open an office file."""
        from model.office_file import ENDING

        if path.suffix == ENDING:
            self.files.open(path)
        else:
            self.messages.show_message(f"“{path.name}”不是年报文件（{ENDING}）", Level.ERROR)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import what was dropped."""
        urls: list[QUrl] = event.mimeData().urls()
        if urls:
            self.take_file(Path(urls[0].toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window, save or keep what was edited."""
        self.settings.set_geometry("window", self.saveGeometry())
        self._remember_splitters()
        self._close_report()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Look at the file on disk whenever the clerk comes back to the window."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._look_at_disk()
        super().changeEvent(event)

    def _list_files(self) -> None:
        from model.crash_copy import unsaved_copies

        self.start.show_files(self.settings.recent, unsaved_copies())

    def _open(self, path: Path) -> None:
        self.files.open(path)

    def _recover(self, copy: "CrashCopy") -> None:
        self.files.recover(copy)

    def _make_new(self, office: str, level: str, year: int, path: Path) -> None:
        self.files.new(office, level, year, path)

    def _refused(self, why: str) -> None:
        self.start.form.refuse(why)

    def _ask_open(self) -> None:
        self.files.ask_open()

    def _save(self) -> None:
        self.files.save()

    def _ask_save_as(self) -> None:
        self.files.ask_save_as()

    def _next_year(self) -> None:
        self.files.begin_next_year()

    def _close_report(self) -> None:
        if self._files is not None:
            self._files.close()

    def _look_at_disk(self) -> None:
        if self._files is not None:
            self._files.look_at_disk()

    def _opened(self, desk: "Desk") -> None:
        from ui.report_actions import ReportActions
        from ui.workspace import Workspace

        self.workspace = Workspace(desk.session, self)
        self._body.addWidget(self.workspace)
        self._body.setCurrentWidget(self.workspace)
        for name, splitter in self.workspace.splitters.items():
            splitter.restoreState(self.settings.geometry(name))
        self.workspace.hint.connect(self.status.show_hint)
        self.workspace.message.connect(self.status.show_message)
        self.workspace.page_shown.connect(self._page_shown)
        desk.session.report_switched.connect(self._show_report)
        desk.session.file_changed.connect(self._show_saved)
        desk.session.changed.connect(self._changed)
        desk.copied.connect(self._show_copied)
        desk.years_changed.connect(self._show_report)
        self.actions_of.bind(ReportActions(self.workspace).slots)
        self.actions_of.report_is_open(is_open=True)
        self.actions_of["last_year"].setChecked(False)
        self._show_report()
        page = self.workspace.page
        if page is not None:
            page.enter()

    def _closed(self) -> None:
        self._remember_splitters()
        if self.workspace is not None:
            self._body.removeWidget(self.workspace)
            self.workspace.hide()
            self.workspace.deleteLater()
            self.workspace = None
        self.show_start()

    def _remember_splitters(self) -> None:
        if self.workspace is not None:
            for name, splitter in self.workspace.splitters.items():
                self.settings.set_geometry(name, splitter.saveState())

    def _show_report(self) -> None:
        if self.desk is None:
            return
        report = self.desk.session.report
        self.header.show_report(report.office, report.year, report.form.name, self.desk.years)
        self.setWindowTitle(f"{report.office} {report.year} 年度 — 年报助手")
        self._show_saved()
        self._show_steps()

    def _show_saved(self) -> None:
        if self.desk is None:
            return
        if self.desk.session.read_only:
            self.header.show_saved("只读")
        elif not self.desk.session.dirty and self.desk.path is not None:
            self.header.show_saved(f"已保存 {_now()}")
        else:
            self.header.show_saved("未保存")

    def _show_copied(self) -> None:
        self.header.show_saved(f"已自动保存 {_now()}")

    def _changed(self, change: "Change") -> None:
        if any(slot.key == "office" for slot in change.slots):
            self._show_report()
        self._show_steps()

    def _show_steps(self) -> None:
        if self.desk is None:
            return
        journal = self.desk.session.journal
        undo, redo = journal.undo_label, journal.redo_label
        self.actions_of["undo"].setText(f"撤销“{undo}”" if undo else "撤销")
        self.actions_of["redo"].setText(f"重做“{redo}”" if redo else "重做")

    def _page_shown(self, page_id: str) -> None:
        self.status.show_hint("")

    def _deed(self, deed: str) -> None:
        if deed == "sample":
            self.files.open_sample()
        elif deed == "from_last_year":
            self.files.ask_last_year()
        else:
            self.actions_of[deed].trigger()

    def _new(self) -> None:
        self._close_report()
        self.show_start()
        self.start.ask_new()

    def _compare_last_year(self) -> None:
        if self.workspace is not None:
            self.workspace.compare_last_year(on=self.actions_of["last_year"].isChecked())

    def _choose_dark(self) -> None:
        dark = self.actions_of["dark"].isChecked()
        self.settings.dark = dark
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_style(app, dark=dark)

    def _switch_year(self, year: int) -> None:
        if self.desk is not None:
            self.desk.switch_year(year)


def _now() -> str:
    return f"{datetime.now().astimezone():%H:%M}"
