"""Importing: a file or the clipboard is read in the background, shown for approval, and then taken over."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from intake.recognise import Recognition
from intake.taking_in import take_in, take_in_clipboard
from model.errors import AssistantError
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.findings import Level
from model.preamble import draft_preamble, level_of
from model.report import Report, Slot, SlotKind
from ui.desk.files import PUBLISHED, Files
from ui.desk.worker import Worker
from ui.look.message_bar import MessageBar, Offer
from ui.prose.section_editor import PREAMBLE
from ui.tools.import_page import ImportPage

_FILTER: Final = f"年度报告 ({PUBLISHED})"
_YEARS_OFFERED: Final = 3


class Imports(QObject):
    """Signals: `show_wanted(QWidget)` when there is something to approve; `done()` when it was taken over or not."""

    show_wanted = Signal(object)
    done = Signal()

    def __init__(self, window: QWidget, files: Files, messages: MessageBar, newest_year: int) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._messages = messages
        self._newest_year = newest_year
        self._again: Callable[[int], None] | None = None
        self._begins_next = False
        self._worker = Worker(self)
        self._worker.finished.connect(self._read)
        self.page = ImportPage(window)
        self.page.hide()
        self.page.taken.connect(self._take)
        self.page.left.connect(self.done)

    def ask_file(self) -> None:
        """Let the clerk choose a file."""
        dialog = QFileDialog(self._window, "导入已有报告", str(Path.home()), _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def read_file(self, path: Path, year: int | None = None, *, begins_next: bool = False) -> None:
        """Read a file; `year` where the file does not tell it. `begins_next`: the next year's report is begun from it."""
        self._begins_next = begins_next
        self._again = partial(self.read_file, path, begins_next=begins_next)
        self._messages.show_message(f"正在读取“{path.name}”…")
        self._worker.start(partial(take_in, path, year=year))

    def read_clipboard(self, year: int | None = None) -> None:
        """Read what was copied from a web page or a document."""
        data = QGuiApplication.clipboard().mimeData()
        html, text = (data.html() if data.hasHtml() else ""), data.text()
        self._begins_next = False
        self._again = self.read_clipboard
        self._messages.show_message("正在读取粘贴的内容…")
        self._worker.start(partial(take_in_clipboard, html, text, year=year))

    def close_down(self) -> None:
        """Wait for what is being read."""
        self._worker.close()

    def _read(self, future: "Future[Recognition]") -> None:
        try:
            found = future.result()
        except AssistantError as error:
            self._messages.show_message(error.message, Level.ERROR, self._year_offers(error))
            return
        self._messages.clear()
        desk = self._files.desk
        existing = desk.office.reports.get(found.report.year) if desk is not None else None
        if existing is None and found.report.office and not found.report.field("level"):
            found.report.set([(Slot(SlotKind.FIELD, "level"), level_of(found.report.office))])
        if found.report.text(PREAMBLE) == draft_preamble(found.report):
            # The program's own words: they go on following what they are drafted from.
            found.report.set([(Slot(SlotKind.TEXT, PREAMBLE), None)])
        office = desk.session.report.office if desk is not None else ""
        self.page.show_recognition(found, existing, office=office, begins_next=self._begins_next)
        self.show_wanted.emit(self.page)

    def _year_offers(self, error: AssistantError) -> tuple[Offer, ...]:
        """Where nothing tells the year, the clerk does."""
        if "年度" not in error.message or self._again is None:
            return ()
        years = range(self._newest_year, self._newest_year - _YEARS_OFFERED, -1)
        return tuple(Offer(f"这是 {year} 年度报告", partial(self._again, year)) for year in years)

    def _take(self, report: Report) -> None:
        desk = self._files.desk
        if desk is not None and not desk.session.read_only:
            desk.take_report(report)
        else:
            self._files.put_unsaved(
                OfficeFile.unsaved(Content({"office": report.office}, {report.year: report}))
            )
        self.done.emit()
        if self._begins_next:
            self._files.begin_next_year()
            return
        words = f"已导入 {report.year} 年度报告，请核对标出的数字"
        offers = (Offer("新增下一年度报告", self._files.begin_next_year),)
        self._messages.show_message(f"{words}；要写新一年的报告，请新增下一年度。", Level.HINT, offers)

    def _file_chosen(self, path: str) -> None:
        self.read_file(Path(path))
