"""Counting a ledger: it is read and counted in the background, looked at, and then taken over in one step."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

import resources
from intake.apart.wire import CopiedSource, FileSource, Source
from intake.errors import ReadingCancelled
from intake.ledger.ledger import Count
from intake.ledger.memory import Memory
from intake.ledger.taking_over import Origin, office_in, origins_of, settings_of
from intake.ledger.tally import Unknown
from model.errors import AssistantError, ReportSigned
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.levels import Level
from model.report import Report, SlotKind
from ui.desk.attention import Attention
from ui.desk.desk import Desk
from ui.desk.file_dialogs import open_roomy
from ui.desk.files import Files
from ui.desk.session import ReadOnly
from ui.desk.settings import Settings
from ui.ledger.blank_ledger import BlankLedger
from ui.ledger.counting import Counting, Opened
from ui.ledger.page import LedgerPage
from ui.look.clipboard import copied
from ui.look.message_bar import MessageBar, Offer

SAMPLE: Final = "samples/示例台账.xlsx"
ENDINGS: Final = "*.xlsx *.xls *.xlsb *.ods *.et *.csv *.txt *.docx *.html *.htm"
_FILTER: Final = f"申请登记台账 ({ENDINGS})"


class Ledgers(QObject):
    """Reads, counts and takes over.

    Signals: `show_wanted(QWidget)` when there is something to look at; `done()` when it was taken over or left;
    `no_ledger(Path)` for a file that may be a published report; `taken(str)` with the page of what was taken over;
    `hint(str)` with help for what is under the cursor.
    """

    show_wanted = Signal(object)
    no_ledger = Signal(object)
    taken = Signal(str)
    hint = Signal(str)
    done = Signal()

    def __init__(
        self, window: QWidget, files: Files, messages: MessageBar, settings: Settings, today: date
    ) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._messages = messages
        self._settings = settings
        self._today = today
        self._memory = Memory({})
        self._opened: Opened | None = None
        self._count: Count | None = None
        self._if_none: Path | None = None
        self._desk: Desk | None = None
        self.blank = BlankLedger(window, files, messages, today)
        self._counting = Counting(messages, self.give_up, self)
        self._counting.opened.connect(self._read)
        self._counting.not_opened.connect(self._not_read)
        self._counting.counted.connect(self._counted)
        self._counting.not_counted.connect(self._not_counted)
        self.page = LedgerPage(window)
        self.page.hide()
        self._attention = Attention(self.page, messages)
        self.page.chosen.connect(self._begin)
        self.page.confirmed.connect(self._confirm)
        self.page.taken.connect(self._take)
        self.page.placed.connect(self._place)
        self.page.year_changed.connect(self._change_year)
        self.page.hint.connect(self.hint)

    def show(self) -> None:
        """Show the page, as it begins; what was read before is let go."""
        self.cancel()
        self.show_wanted.emit(self.page)
        self.page.begin()

    def ask_file(self) -> None:
        """Let the clerk choose one ledger or several."""
        folder = self._settings.text("ledger_folder") or str(self._files.folder)
        dialog = QFileDialog(self._window, "选择申请登记台账", folder, _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._files_chosen)
        open_roomy(dialog)

    def read_files(self, paths: Sequence[Path], *, cell: str = "", may_be_report: bool = False) -> None:
        """Read the files of a ledger, and show the rows behind a cell where one is named.

        `may_be_report`: a file that is not surely a ledger is left to others.
        """
        self._if_none = paths[0] if may_be_report else None
        self._settings.set_text("ledger_folder", str(paths[0].parent))
        first, *more = map(FileSource, paths)
        self._start(first, *more, cell=cell)

    def show_rows(self, key: str) -> None:
        """Show the rows behind a cell, read again from the ledger where it is at hand and unchanged."""
        report = self._present
        origins = origins_of(report) if report is not None else ()
        if not origins:
            offers = (Offer("由台账统计…", self.show),)
            self._messages.show_message("这份报告还没有由台账统计过。", Level.HINT, offers)
            return
        folder = Path(self._settings.text("ledger_folder") or self._files.folder)
        desk = self._files.desk
        beside = [desk.path.parent] if desk is not None and desk.path is not None else []
        paths = [_at_hand(origin, (folder, *beside)) for origin in origins]
        if None in paths:
            names = "、".join(origin.name for origin in origins)
            offers = (Offer("选择台账…", self.ask_file),)
            words = f"没有找到统计时的台账（{names}），或台账已经改动；报告中只有统计出的数，不存台账的行。"
            self._messages.show_message(words, Level.WARNING, offers)
            return
        self.read_files([path for path in paths if path is not None], cell=key)

    def give_up(self) -> bool:
        """End what is read or counted, so that a ledger is asked for again; False where nothing is."""
        if self._counting.idle:
            return False
        self.cancel()
        self._opened = self._count = None
        self.page.begin()
        self._messages.show_message(ReadingCancelled().message)
        return True

    def cancel(self) -> None:
        """End what is read or counted, at once; nothing is changed, shown or told."""
        self._counting.cancel()

    def close_down(self) -> None:
        """End what is being read."""
        self._counting.close_down()

    @property
    def _present(self) -> Report | None:
        desk = self._files.desk
        return desk.session.report if desk is not None else None

    def _begin(self, what: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "file": self.ask_file,
            "paste": self._paste,
            "sample": self._open_sample,
            "blank": self.blank.ask,
        }
        deeds[what]()

    def _files_chosen(self, paths: list[str]) -> None:
        self.read_files([Path(path) for path in paths])

    def _open_sample(self) -> None:
        self._if_none = None
        self._start(FileSource(resources.path(SAMPLE)))

    def _paste(self) -> None:
        self._if_none = None
        data = copied()
        html, text = (data.html() if data.hasHtml() else ""), data.text()
        self._start(CopiedSource(html, text))

    def _start(self, first: Source, *more: FileSource, cell: str = "") -> None:
        """Read a ledger in place of the one that was read before."""
        self._attention.watch(self._files.desk)
        self._desk = desk = self._files.desk
        self._memory = Memory(desk.office.profile if desk is not None else {})
        report = self._present
        year, form = (report.year, report.form) if report is not None else (None, None)
        self._counting.read((first, *more), self._memory, year, form, self._today.year - 1, cell)

    def _not_read(self, error: AssistantError) -> None:
        if self._if_none is not None:
            self.no_ledger.emit(self._if_none)
        else:
            self._messages.show_message(error.message, Level.ERROR)

    def _read(self, opened: Opened) -> None:
        if opened.ledger.missing and self._if_none is not None:
            self.no_ledger.emit(self._if_none)
            return
        self._opened = opened
        if opened.ledger.known and not opened.ledger.missing:
            self._count_now()
        else:
            self._attention.show("台账已读完，请核对各列。", self._show_columns)

    def _is_of_desk(self) -> bool:
        """Whether the report is still open for which the ledger was read; where it is not, that is said."""
        if self._files.desk is not self._desk:
            self._messages.show_message("打开的报告已经换了，请重新选择台账统计。", Level.WARNING)
        return self._files.desk is self._desk

    def _show_columns(self) -> None:
        if self._opened is not None and self._is_of_desk():
            ledger = self._opened.ledger
            self.show_wanted.emit(self.page)
            self.page.show_columns(ledger, ledger.year, fixed=self._present is not None)

    def _confirm(self) -> None:
        if self._opened is not None:
            self._attention.watch(self._files.desk)
            self._opened.ledger.confirm(self._memory)
            self._count_now()

    def _count_now(self) -> None:
        if self._opened is not None:
            self._counting.count(self._opened, self._memory, self._today)

    def _counted(self, count: Count) -> None:
        if self._opened is not None:
            self._count = count
            self._attention.show("台账已统计完。", self._show_count)

    def _not_counted(self, error: AssistantError) -> None:
        if self._opened is not None:
            self._messages.show_message(error.message, Level.ERROR)
            if self._attention.waits:
                self._show_columns()

    def _show_count(self) -> None:
        if self._opened is None or self._count is None or not self._is_of_desk():
            return
        desk = self._files.desk
        present = (
            self._present if self._present is not None and self._present.year == self._count.year else None
        )
        last_year = desk.session.last_year if desk is not None else None
        self.show_wanted.emit(self.page)
        self.page.show_count(
            self._opened.ledger, self._count, present, last_year, fixed=self._present is not None
        )
        if self._opened.cell:
            self.page.show_cell(self._opened.cell)

    def _place(self, question: Unknown, place: str) -> None:
        self._attention.watch(self._files.desk)
        self._memory.give(question.purpose, question.value, place)
        self._count_now()

    def _change_year(self, year: int) -> None:
        """Count for another year: only while no report says which."""
        if self._opened is not None and self._present is None:
            self._if_none = None
            self._counting.lay_out_anew(self._opened, self._memory, year)

    def _take(self, wanted: Collection[str] | None) -> None:
        if self._opened is None or self._count is None:
            return
        if self._files.desk is None:
            office = office_in(self._opened.ledger.title)
            made = OfficeFile.unsaved(Content({"office": office} if office else {}))
            made.start_year(self._count.year)
            self._files.put_unsaved(made)
        desk = self._files.desk
        if desk is None:
            return
        settings = tuple(settings_of(self._count, desk.session.report, self._opened.origins, wanted))
        cells = sum(slot.kind is SlotKind.CELL for slot, _ in settings)
        try:
            desk.session.edit(settings, "采用台账统计")
        except (ReadOnly, ReportSigned) as error:
            self._messages.show_message(error.message, Level.WARNING)
            return
        desk.office.profile.update(self._memory.entries)
        self.cancel()
        self.done.emit()
        self.taken.emit(next(iter(self._count.tallies)))
        unplaced = sum(len(tally.unplaced) for tally in self._count.tallies.values())
        left = f"；另有 {unplaced} 行未能归类，没有计入" if unplaced else ""
        self._messages.show_message(
            f"已采用台账统计的 {cells} 格{left}。可用“撤销”取消。", Level.WARNING if left else Level.HINT
        )


def _at_hand(origin: Origin, folders: Sequence[Path]) -> Path | None:
    """The file that was counted, where it is in one of the folders and has not changed since."""
    for folder in folders:
        path = folder / origin.name
        if origin.is_of(path):
            return path
    return None
