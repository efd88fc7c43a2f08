"""Counting a ledger: it is read and counted in the background, looked at, and then taken over in one step."""

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

import resources
from intake.apart.ledger_apart import DistantLedger, LedgerApart
from intake.apart.wire import CopiedSource, FileSource, Source
from intake.errors import ReadingCancelled
from intake.ledger.ledger import Count
from intake.ledger.memory import Memory
from intake.ledger.taking_over import Origin, office_in, origins_of, settings_of
from intake.ledger.tally import Unknown
from model.errors import AssistantError, ReportSigned
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.form import Form
from model.form_file import form_for
from model.levels import Level
from model.report import Report, SlotKind
from ui.desk.attention import Attention
from ui.desk.desk import Desk
from ui.desk.file_dialogs import open_roomy
from ui.desk.files import Files
from ui.desk.session import ReadOnly
from ui.desk.settings import Settings
from ui.desk.worker import Worker
from ui.ledger.page import LedgerPage
from ui.look.clipboard import copied
from ui.look.message_bar import MessageBar, Offer, way_out

SAMPLE: Final = "samples/示例台账.xlsx"
ENDINGS: Final = "*.xlsx *.xls *.xlsb *.ods *.et *.csv *.txt *.docx *.html *.htm"
_FILTER: Final = f"申请登记台账 ({ENDINGS})"
_BLANK: Final = "Excel 工作簿 (*.xlsx)"
_READING: Final = "正在读取"
_COUNTING: Final = "正在统计…"
_DOING: Final = (_READING, _COUNTING)
_TOLD_AFTER: Final = 400
"""Milliseconds of counting from which on it is told; most ledgers are counted before."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was read: the ledger, laid out for a year, where it came from, and the cell whose rows are wanted."""

    ledger: DistantLedger
    origins: tuple[Origin, ...]
    cell: str = ""


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
    _told = Signal(str)

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
        self._apart: LedgerApart | None = None
        self._if_none: Path | None = None
        self._desk: Desk | None = None
        self._reader, self._counter = Worker(self), Worker(self)
        self._reader.finished.connect(self._read)
        self._counter.finished.connect(self._counted)
        self._told.connect(self._tell)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_TOLD_AFTER)
        self._patience.timeout.connect(self._tell_counting)
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

    def ask_blank(self) -> None:
        """Let the clerk choose where an empty ledger for the next year is written."""
        report = self._present
        year = report.year + 1 if report is not None else self._today.year
        dialog = QFileDialog(self._window, "导出空白台账", str(self._files.folder), _BLANK)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{year}年政府信息公开申请登记台账.xlsx")
        dialog.fileSelected.connect(self._write_blank)
        open_roomy(dialog)

    def read_files(self, paths: Sequence[Path], *, cell: str = "", may_be_report: bool = False) -> None:
        """Read the files of a ledger, and show the rows behind a cell where one is named.

        `may_be_report`: a file that is not surely a ledger is left to others.
        """
        self._if_none = paths[0] if may_be_report else None
        self._settings.set_text("ledger_folder", str(paths[0].parent))
        self._start(paths[0].name, *map(FileSource, paths), cell=cell)

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
        if self._reader.idle and self._counter.idle:
            return False
        self.cancel()
        self._opened = self._count = None
        self.page.begin()
        self._messages.show_message(ReadingCancelled().message)
        return True

    def cancel(self) -> None:
        """End what is read or counted, at once; nothing is changed, shown or told."""
        if not (self._reader.idle and self._counter.idle) and self._messages.text.startswith(_DOING):
            self._messages.clear()
        self._patience.stop()
        self._reader.drop()
        self._counter.drop()
        if self._apart is not None:
            self._apart.end()

    def close_down(self) -> None:
        """End what is being read."""
        self.cancel()
        self._reader.close()
        self._counter.close()

    @property
    def _present(self) -> Report | None:
        desk = self._files.desk
        return desk.session.report if desk is not None else None

    def _begin(self, what: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "file": self.ask_file,
            "paste": self._paste,
            "sample": self._open_sample,
            "blank": self.ask_blank,
        }
        deeds[what]()

    def _files_chosen(self, paths: list[str]) -> None:
        self.read_files([Path(path) for path in paths])

    def _open_sample(self) -> None:
        self._if_none = None
        sample = resources.path(SAMPLE)
        self._start(sample.name, FileSource(sample))

    def _paste(self) -> None:
        self._if_none = None
        data = copied()
        html, text = (data.html() if data.hasHtml() else ""), data.text()
        source = CopiedSource(html, text)
        self._start(source.name, source)

    def _start(self, name: str, first: Source, *more: FileSource, cell: str = "") -> None:
        """Read a ledger in its process, in place of the one that was read before."""
        self.cancel()
        self._apart = apart = LedgerApart(first, *more, tell=self._told.emit, aside=True)
        self._attention.watch(self._files.desk)
        self._desk = desk = self._files.desk
        self._memory = Memory(desk.office.profile if desk is not None else {})
        report = self._present
        year, form = (report.year, report.form) if report is not None else (None, None)
        self._messages.show_message(f"{_READING}“{name}”…", offers=(way_out(self.give_up),))
        self._reader.start(partial(_opened, apart, self._memory, year, form, self._today.year - 1, cell))

    def _tell(self, words: str) -> None:
        if self._messages.text.startswith(_READING):
            self._messages.reword(f"{_READING}：{words}…")

    def _read(self, future: "Future[Opened]") -> None:
        try:
            opened = future.result()
        except AssistantError as error:
            if self._if_none is not None:
                self.no_ledger.emit(self._if_none)
            else:
                self._messages.show_message(error.message, Level.ERROR)
            return
        if opened.ledger.missing and self._if_none is not None:
            self.no_ledger.emit(self._if_none)
            return
        self._messages.clear()
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
            self._patience.start()
            self._counter.start(partial(self._opened.ledger.count, self._memory, self._today))

    def _tell_counting(self) -> None:
        self._messages.show_message(_COUNTING, offers=(way_out(self.give_up),))

    def _counted(self, future: "Future[Count]") -> None:
        if self._counter.idle:
            self._patience.stop()
            if self._messages.text == _COUNTING:
                self._messages.clear()
        if self._opened is None:
            return
        try:
            self._count = future.result()
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR)
            if self._attention.waits:
                self._show_columns()
            return
        self._attention.show("台账已统计完。", self._show_count)

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
            self._reader.start(partial(_again, self._opened, self._memory, year))

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

    def _write_blank(self, path: str) -> None:
        from export.blank_ledger import write

        report = self._present
        year = report.year + 1 if report is not None else self._today.year
        office = report.office if report is not None else ""
        try:
            target, kept = write(Path(path), form_for(year), office, year)
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR)
            return
        self._messages.show_message(_told_blank(target, kept))


def _told_blank(target: Path, kept: Path | None) -> str:
    """Where an empty ledger was written, and what became of one that had been filled in there."""
    saved = f"那里原来的台账已有登记，没有覆盖，已另存为“{kept.name}”。" if kept is not None else ""
    return f"空白台账已写到 {target}；照此登记，下一年直接统计。{saved}"


def _opened(
    apart: LedgerApart, memory: Memory, year: int | None, form: Form | None, otherwise: int, cell: str
) -> Opened:
    """Read and lay out; without a report the ledger tells its year."""
    origins = tuple(Origin.now(file.name, file.fingerprint) for file in apart.read())
    return Opened(apart.lay_out(memory, year, otherwise, form), origins, cell)


def _again(opened: Opened, memory: Memory, year: int) -> Opened:
    """Lay out what was read for another year."""
    return replace(opened, ledger=opened.ledger.apart.lay_out(memory, year, year))


def _at_hand(origin: Origin, folders: Sequence[Path]) -> Path | None:
    """The file that was counted, where it is in one of the folders and has not changed since."""
    for folder in folders:
        path = folder / origin.name
        if origin.is_of(path):
            return path
    return None
