"""What the menus do without a report: new, open, import, count. What they need is loaded when it is needed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from model.levels import Level
from model.program import what_became
from ui.desk.carried_files import carried_files
from ui.desk.settings import Settings
from ui.look.clipboard import copied
from ui.look.message_bar import MessageBar

if TYPE_CHECKING:
    from model.file.crash_copy import CrashCopy
    from ui.desk.files import Files
    from ui.desk.packing import Packing
    from ui.ledger.ledgers import Ledgers
    from ui.start.start_page import StartPage
    from ui.tools.imports import Imports

SHEETS: Final = frozenset((".xlsx", ".xls", ".xlsb", ".ods", ".et", ".csv"))
"""Endings of files that may be a ledger as well as a published report: they are looked at for a ledger first."""


class WindowDeeds(QObject):
    """The deeds of the window.

    Signals: `opened(Desk)` and `closed()` when a file has come onto the desk or left it; `show_wanted(QWidget)` for a
    page in place of everything else, `back_wanted()` when it is done with; `start_wanted()` for the start page;
    `page_wanted(str)` for a page of the report, `hint(str)` with help for what is under the cursor.
    """

    opened = Signal(object)
    closed = Signal()
    show_wanted = Signal(object)
    back_wanted = Signal()
    start_wanted = Signal()
    page_wanted = Signal(str)
    hint = Signal(str)

    def __init__(self, window: QWidget, messages: MessageBar, settings: Settings, today: date) -> None:
        super().__init__(window)
        self._window = window
        self._start: StartPage | None = None
        self._messages = messages
        self._settings = settings
        self._today = today
        self._files: Files | None = None
        self._imports: Imports | None = None
        self._packing: Packing | None = None
        self._ledgers: Ledgers | None = None
        self._told = ""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._focus_moved)

    def serve(self, start: "StartPage") -> None:
        """Do what is asked for on the start page."""
        self._start = start
        start.wanted.connect(self._deed)
        start.recent_wanted.connect(self._open)
        start.forget_wanted.connect(self._settings.forget)
        start.recover_wanted.connect(self._recover)
        start.dropped.connect(self.take_files)
        start.pasted.connect(self._paste)
        start.new_wanted.connect(self._make_new)

    @property
    def files(self) -> "Files":
        """What opens, saves and closes the window's file."""
        if self._files is None:
            from ui.desk.files import Files

            self._files = Files(self._window, self._messages, self._settings)
            self._files.dialogs.open_chosen.connect(self.take_file)
            self._files.opened.connect(self.opened)
            self._files.at_hand.connect(self.back_wanted)
            self._files.closed.connect(self.closed)
            self._files.refused.connect(self._refused)
            self._files.published_chosen.connect(self._begin_from)
        return self._files

    @property
    def is_idle(self) -> bool:
        """Whether no file was opened yet."""
        return self._files is None

    @property
    def imports(self) -> "Imports":
        """What reads published reports."""
        if self._imports is None:
            from ui.tools.imports import Imports

            self._imports = Imports(self._window, self.files, self._messages, self._today.year - 1)
            self._imports.show_wanted.connect(self.show_wanted)
            self._imports.done.connect(self.back_wanted)
            self._imports.ledger_wanted.connect(self._read_ledger)
        return self._imports

    @property
    def packing(self) -> "Packing":
        """What makes and restores backups."""
        if self._packing is None:
            from ui.desk.packing import Packing

            self._packing = Packing(self.files, self._settings, self._messages)
            self._packing.folder_wanted.connect(_show_folder)
        return self._packing

    @property
    def ledgers(self) -> "Ledgers":
        """What counts ledgers."""
        if self._ledgers is None:
            from ui.ledger.ledgers import Ledgers

            self._ledgers = Ledgers(self._window, self.files, self._messages, self._settings, self._today)
            self._ledgers.show_wanted.connect(self.show_wanted)
            self._ledgers.done.connect(self.back_wanted)
            self._ledgers.no_ledger.connect(self._import)
            self._ledgers.taken.connect(self.page_wanted)
            self._ledgers.hint.connect(self.hint)
        return self._ledgers

    @property
    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return command id → what it does."""
        return {
            "new": self.new,
            "open": self._ask_open,
            "import": self._ask_import,
            "save": self._save,
            "save_as": self._ask_save_as,
            "folder": self._open_folder,
            "pack": self._pack,
            "unpack": self._unpack,
            "close": self.close_report,
            "quit": self._window.close,
            "next_year": self._next_year,
            "ledger": self._show_ledgers,
            "blank_ledger": self._ask_blank_ledger,
        }

    def new(self) -> None:
        """Ask on the start page for what a new report needs."""
        if self.close_report():
            self.start_wanted.emit()
            if self._start is not None:
                self._start.ask_new()

    def take_file(self, path: Path) -> None:
        """Open an office file, count a ledger, import any other."""
        self.take_files([path])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Open an office file, count one or several ledgers, import any other; of others the first is taken."""
        from model.file.office_file import ENDING

        if not paths:
            return
        first, *others = paths
        if first.suffix.lower() == ENDING:
            self.files.open(first)
        elif all(path.suffix.lower() in SHEETS for path in paths):
            self.ledgers.read_files([first, *others], may_be_report=not others)
        else:
            self.imports.read_file(first)

    def _focus_moved(self) -> None:
        """Look at the file and the program on disk whenever the clerk comes back to the window."""
        if self._window.isActiveWindow():
            self.look_at_disk()
            self.look_at_program()

    def look_at_disk(self) -> None:
        """Tell when another program has changed the file on the desk."""
        if self._files is not None:
            self._files.watch.look()

    def look_at_program(self) -> None:
        """Tell once when the program has been replaced or removed under its window."""
        became = what_became()
        if became and became != self._told and self._messages.gives_way:
            self._told = became
            self._messages.show_message(became, Level.WARNING)

    def give_up(self) -> bool:
        """End what is read or counted, whether or not it was told yet; False where nothing is."""
        return any(each is not None and each.give_up() for each in (self._ledgers, self._imports))

    def close_report(self) -> bool:
        """Take the file off the desk; False where it stays, lest edits are lost."""
        return self._files is None or self._files.close()

    def close_down(self) -> bool:
        """Close everything, as the window closes; False where the file stays, lest edits are lost."""
        if not self.close_report():
            return False
        if self._files is not None and self._files.left_unsaved:
            # It is told on the start page; whoever closes the window again has read it.
            self._files.left_unsaved = False
            return False
        if self._imports is not None:
            self._imports.close_down()
        if self._ledgers is not None:
            self._ledgers.close_down()
        return True

    def _deed(self, deed: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "from_last_year": self._ask_last_year,
            "open": self._ask_open,
            "new": self.new,
            "import": self._ask_import,
            "ledger": self._show_ledgers,
            "sample": self._open_sample,
        }
        deeds[deed]()

    def _open(self, path: Path) -> None:
        self.files.open(path)

    def _open_sample(self) -> None:
        self.files.open_sample()

    def _recover(self, copy: "CrashCopy") -> None:
        self.files.recover(copy)

    def _make_new(self, office: str, level: str, year: int, path: Path) -> None:
        self.files.new(office, level, year, path)

    def _refused(self, why: str) -> None:
        if self._start is not None:
            self._start.form.refuse(why)

    def _ask_open(self) -> None:
        self.files.ask_open()

    def _ask_last_year(self) -> None:
        self.files.ask_last_year()

    def _begin_from(self, published: Path) -> None:
        self.imports.read_file(published, begins_next=True)

    def _ask_import(self) -> None:
        self.imports.ask_file()

    def _import(self, path: Path) -> None:
        self.imports.read_file(path)

    def _read_ledger(self, path: Path) -> None:
        self.ledgers.read_files([path])

    def _show_ledgers(self) -> None:
        self.ledgers.show()

    def _ask_blank_ledger(self) -> None:
        self.ledgers.blank.ask()

    def _paste(self) -> None:
        data = copied()
        if files := carried_files(data):
            self.take_files(files)
        elif data.hasText() or data.hasHtml():
            self.imports.read_clipboard()
        else:
            self._messages.show_message("剪贴板里没有文字；请先在网页或文档中全选、复制，再粘贴到这里")

    def _save(self) -> None:
        self.files.save()

    def _ask_save_as(self) -> None:
        self.files.ask_save_as()

    def _open_folder(self) -> None:
        desk = self.files.desk
        if desk is not None and desk.path is not None:
            _show_folder(desk.path.parent)
        else:
            self._messages.show_message("报告还没有存为文件，请先保存。")

    def _pack(self) -> None:
        self.packing.ask_pack()

    def _unpack(self) -> None:
        self.packing.ask_unpack()

    def _next_year(self) -> None:
        self.files.begin_next_year()


def _show_folder(folder: Path) -> None:
    """Open a folder with the program that the system has for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
