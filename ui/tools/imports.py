"""Importing: a file or the clipboard is read in the background, shown for approval, and then taken over."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from intake.apart.office_suite import office_suite
from intake.apart.reading_apart import ReadingApart
from intake.apart.wire import CopiedSource, FileSource, Request, Source
from intake.errors import NotUnderstood, OldFormat, ReadingCancelled, YearNotTold
from intake.recognise import Recognition
from model.errors import AssistantError, ReportSigned
from model.file.office_content import Content
from model.file.office_file import ENDING, OfficeFile
from model.levels import Level
from model.report import Report, Slot, SlotValue
from ui.desk.attention import Attention
from ui.desk.desk import Desk
from ui.desk.file_dialogs import open_roomy
from ui.desk.files import PUBLISHED, Files
from ui.desk.worker import Worker
from ui.look.clipboard import copied
from ui.look.message_bar import MessageBar, Offer, way_out
from ui.look.own_words import OwnWords
from ui.tools.import_page import ImportPage

_FILTERS: Final = (f"年度报告 ({PUBLISHED} *{ENDING})", "所有文件 (*)")
_YEARS_OFFERED: Final = 3
_NOTHING_TAKEN: Final = "没有勾选要采用的内容，报告没有变化"
_HALF_CHECKED: Final = "导入的报告还没有采用，核对过的仍保留着"
_COMPARED_ANEW: Final = "报告有改动，已重新比较；核对过的数字仍保留着，请再看一遍勾选的各处"


class Imports(QObject):
    """Reads, shows and takes over.

    Signals: `show_wanted(QWidget)` when there is something to approve; `done()` when it was taken over or not;
    `ledger_wanted(Path)` when the file is a ledger of applications and is to be counted.
    """

    show_wanted = Signal(object)
    done = Signal()
    ledger_wanted = Signal(object)
    _told = Signal(str)

    def __init__(self, window: QWidget, files: Files, messages: MessageBar, newest_year: int) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._messages = messages
        self._newest_year = newest_year  # of those that are over: a report is on no other
        self._again: Callable[..., None] | None = None
        self._begins_next = False
        self._found: Recognition | None = None
        self._worker = Worker(self)
        self._worker.finished.connect(self._read)
        self._reading: ReadingApart | None = None
        self._told.connect(self._tell)
        self._doing = ""
        self._progress, self._half_checked = OwnWords(messages), OwnWords(messages)
        self._path: Path | None = None
        self.page = ImportPage(window)
        self.page.hide()
        self._attention = Attention(self.page, messages)
        self.page.taken.connect(self._take)
        self.page.left.connect(self.done)
        self.page.put_aside.connect(self._offer_to_go_on)
        self._compared: tuple[Desk | None, Mapping[Slot, SlotValue] | None] = (None, None)

    def ask_file(self) -> None:
        """Let the clerk choose a file, or go on with what was checked before."""
        if self.page.is_worked_on:
            self._offer_to_go_on(put_aside=True)
        dialog = QFileDialog(self._window, "导入已有报告", str(self._files.folder))
        dialog.setNameFilters(_FILTERS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._file_chosen)
        open_roomy(dialog)

    def read_file(
        self, path: Path, year: int | None = None, *, begins_next: bool = False, convert: bool = False
    ) -> None:
        """Read a file; `year` where the file does not tell it.

        `begins_next`: the next year's report is begun from it. `convert`: an office suite turns it into a kind that is read.
        """
        self._begins_next = begins_next
        self._again = partial(self.read_file, path, begins_next=begins_next)
        if convert:
            self._again = partial(self._again, convert=True)
        if path.suffix.lower() == ENDING and year is None and self._files.desk is not None:
            # Of a colleague's file the year that is on the desk is wanted, where it has it.
            year = self._files.desk.session.report.year
        self._path = path
        self._start(FileSource(path), year, convert=convert)

    def read_clipboard(self, year: int | None = None) -> None:
        """Read what was copied from a web page or a document."""
        data = copied()
        html, text = (data.html() if data.hasHtml() else ""), data.text()
        self._begins_next = False
        self._again = self.read_clipboard
        self._path = None
        self._start(CopiedSource(html, text), year)

    def give_up(self) -> bool:
        """End what is being read; False where nothing is."""
        if self._worker.idle:
            return False
        self.cancel()
        self._messages.show_message(ReadingCancelled().message)
        return True

    def cancel(self) -> None:
        """End what is being read, at once; nothing is changed, shown or told."""
        self._worker.drop()
        if self._reading is not None:
            self._reading.cancel()

    def close_down(self) -> None:
        """End what is being read."""
        self.cancel()
        self._worker.close()

    def _start(self, source: Source, year: int | None, *, convert: bool = False) -> None:
        """Read a source apart, in place of what is being read."""
        self.cancel()
        self._attention.watch(self._files.desk)
        self._doing = f"正在读取“{source.name}”"
        self._progress.tell(f"{self._doing}…", Level.HINT, way_out(self.give_up))
        self._reading = ReadingApart(Request(source, year=year), self._told.emit, convert=convert)
        self._worker.start(self._reading.result)

    def _tell(self, words: str) -> None:
        if not self._worker.idle:
            self._progress.reword(f"{self._doing}：{words}")

    def _read(self, future: "Future[Recognition]") -> None:
        try:
            self._found = future.result()
        except AssistantError as error:
            offers = self._offers(error) or self._ledger_offers(error)
            self._messages.show_message(error.message, Level.ERROR, offers)
            if isinstance(error, OldFormat):
                self._messages.take_keyboard()
            return
        self._attention.show("报告已读完，请核对。", self._show_found)

    def _show_found(self) -> None:
        self._show(())

    def _show(self, edits: Sequence[tuple[Slot, SlotValue]]) -> bool:
        """Show what was read, with what was checked in it before; False, with the reason told, where it is refused."""
        found = self._found
        if found is None:
            return False
        desk, existing = self._files.desk, self._existing
        if desk is not None and existing is not None and existing.stage.signed:
            if not desk.session.file_read_only:
                refusal = ReportSigned(existing.year, existing.stage.words)
                self._messages.show_message(refusal.message, Level.ERROR)
                return False
            existing = None  # it goes into a file of its own
        self._progress.take_back()
        self._half_checked.take_back()
        office = desk.session.report.office if desk is not None else ""
        self.page.show_recognition(found, existing, office=office, begins_next=self._begins_next)
        # Before the page is in sight: there the cursor goes to what is still open.
        self.page.redo(edits)
        self._compared = self._present
        self.show_wanted.emit(self.page)
        return True

    @property
    def _existing(self) -> Report | None:
        """The report on the desk of the year that was read."""
        desk, found = self._files.desk, self._found
        return desk.office.reports.get(found.report.year) if desk is not None and found is not None else None

    def _offer_to_go_on(self, put_aside: bool) -> None:
        """Who leaves an import half checked may come back to it; nothing of it is lost by Esc."""
        if put_aside:
            self._half_checked.tell(_HALF_CHECKED, Level.HINT, Offer("继续核对", self._go_on))
        else:
            self._half_checked.take_back()

    def _go_on(self) -> None:
        """Show the import again with all that was checked in it, against the report as it now is."""
        if self._is_up_to_date:
            self._half_checked.take_back()
            self.show_wanted.emit(self.page)
        elif self._show(self.page.edits):
            self._messages.show_message(_COMPARED_ANEW)

    @property
    def _is_up_to_date(self) -> bool:
        """Whether the page shows what is on the desk: slots that did not change are the same object."""
        return all(now is then for now, then in zip(self._present, self._compared, strict=True))

    @property
    def _present(self) -> tuple[Desk | None, Mapping[Slot, SlotValue] | None]:
        """The desk, and what it has of the year that was read."""
        return self._files.desk, self._existing.slots if self._existing is not None else None

    def _offers(self, error: AssistantError) -> tuple[Offer, ...]:
        """Where nothing tells the year, the clerk does; an old kind of file an installed office suite can convert."""
        if self._again is None:
            return ()
        if isinstance(error, YearNotTold):
            years = range(self._newest_year, self._newest_year - _YEARS_OFFERED, -1)
            return tuple(Offer(f"这是 {year} 年度报告", partial(self._again, year)) for year in years)
        if isinstance(error, OldFormat) and office_suite() is not None:
            return (Offer("用本机的办公软件转换后导入", partial(self._again, convert=True)),)
        return ()

    def _ledger_offers(self, error: AssistantError) -> tuple[Offer, ...]:
        """A file without a report in it may be what the report is made from."""
        if not isinstance(error, NotUnderstood) or self._path is None or self._path.suffix.lower() == ENDING:
            return ()
        return (Offer("作为申请登记台账统计", partial(self.ledger_wanted.emit, self._path)),)

    def _take(self, report: Report) -> None:
        if not self._is_up_to_date:
            self._go_on()
            return
        desk, existing = self._files.desk, self._existing
        changes_nothing = existing is not None and existing.slots == report.slots
        if desk is not None and not desk.session.file_read_only:
            desk.take_report(report)
        else:
            self._files.put_unsaved(
                OfficeFile.unsaved(Content({"office": report.office}, {report.year: report}))
            )
        self.page.finish()
        self.done.emit()
        if self._begins_next:
            self._files.begin_next_year()
            return
        if changes_nothing:
            self._messages.show_message(_NOTHING_TAKEN, Level.HINT)
            return
        words = f"已导入 {report.year} 年度报告，请核对标出的数字"
        offers = (Offer("新增下一年度报告", self._files.begin_next_year),)
        self._messages.show_message(f"{words}；要写新一年的报告，请新增下一年度。", Level.HINT, offers)

    def _file_chosen(self, path: str) -> None:
        self.read_file(Path(path))
