"""Opening, making, saving and closing office files: what goes wrong becomes a line with what can be done about it."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

import resources
from model.errors import AssistantError, FileChanged, FileDamaged, FileReadOnly, FileTaken
from model.file.crash_copy import CrashCopy
from model.file.generations import Generation
from model.file.office_content import Content
from model.file.office_file import ENDING, OfficeFile, newest_sound_generation
from model.findings import Level
from ui.desk.desk import Desk
from ui.desk.session import ReadOnly
from ui.desk.settings import Settings
from ui.look.message_bar import MessageBar, Offer

SAMPLE: Final = "samples/示例.xxgk"
_FILTER: Final = f"年报文件 (*{ENDING})"
PUBLISHED: Final = (
    "*.docx *.doc *.wps *.docm *.dotx *.rtf *.odt *.xlsx *.xls *.et *.xlsm *.xlsb *.ods *.csv *.pdf *.ofd"
    " *.html *.htm *.mht *.mhtml *.txt *.md *.xml"
)
"""Endings in which reports are kept. Those that are not read are shown as well: who picks one learns the way out."""
_LAST_YEAR: Final = f"上年报告 (*{ENDING} {PUBLISHED})"


class EditsNotKept(AssistantError):
    """The edits of the file on the desk can be neither saved nor kept in a crash copy, so it is not left."""

    def __init__(self) -> None:
        super().__init__("修改没有存成，也不能暂存，所以没有关闭。请另存到别的文件夹或磁盘。")


class Files(QObject):
    """The one open file of a window, or none.

    Signals: `opened(Desk)` when a file has come onto the desk, `closed()` when it has left it; `refused(str)` why a
    new report was not made; `published_chosen(Path)` when last year's report is in a file to be imported.
    """

    opened = Signal(object)
    closed = Signal()
    refused = Signal(str)
    published_chosen = Signal(object)

    def __init__(self, window: QWidget, messages: MessageBar, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._settings = settings
        self.desk: Desk | None = None

    def open(self, path: Path) -> None:
        """Open a file; its state, and what a crash has left of it, are told in a line."""
        if path.resolve() == resources.path(SAMPLE).resolve():
            self.open_sample()
            return
        try:
            office = OfficeFile.open(path)
        except FileDamaged as error:
            self._offer_generation(path, error)
            return
        except AssistantError as error:
            self._complain(error.message)
            return
        if not office.reports:
            office.close()
            self._complain(f"“{path.name}”中还没有年度报告，请新建")
            return
        self._settings.opened(path.absolute())
        desk = self._put(office)
        if office.read_only:
            offers = (Offer("另存为…", self.ask_save_as),)
            self._messages.show_message(f"只读：{office.reason}", Level.WARNING, offers)
        elif office.recovery is not None:
            self._offer_recovery(desk, office.recovery)

    def open_sample(self) -> None:
        """Open a copy of the sample, which is never saved over."""
        content = Content.read(resources.path(SAMPLE)).as_new()
        self._put(OfficeFile.unsaved(content)).is_sample = True
        self._messages.show_message("这是示例，可随意试用；修改不会写回示例，需要保留请“另存为”。")

    def new(self, office: str, level: str, year: int, path: Path) -> None:
        """Make a new file with one begun report."""
        made = OfficeFile.unsaved(Content({"office": office, "level": level}))
        try:
            made.start_year(year)
            made.save_as(path)
        except AssistantError as error:
            made.close()
            self.refused.emit(error.message)
            return
        self._settings.opened(path.absolute())
        self._put(made)

    def recover(self, copy: CrashCopy) -> None:
        """Put on the desk what a crash has left of a report that never had a file."""
        if not copy.content.reports:
            self._complain("这份内容中没有年度报告")
            return
        if self.put_unsaved(OfficeFile.unsaved(copy.content)):
            copy.discard()
        self._messages.show_message(
            "已找回未保存的报告，请保存到文件。", Level.WARNING, (Offer("保存…", self.ask_save_as),)
        )

    def put_unsaved(self, office: OfficeFile) -> bool:
        """Put on the desk what has no file yet, such as an imported report. Returns whether its crash copy is written."""
        desk = self._put(office)
        desk.mark_unsaved()
        return desk.write_crash_copy()

    def save(self) -> None:
        """Save; where the report has no file yet, ask for one."""
        if self.desk is None:
            return
        if self.desk.path is None:
            self.ask_save_as()
            return
        self._try(self.desk.save)

    def save_as(self, path: Path) -> None:
        """Save under another name; what stands there is replaced (the dialog has asked)."""
        if self.desk is None:
            return
        path = path if path.suffix == ENDING else path.with_name(path.name + ENDING)
        desk = self.desk

        def save() -> None:
            desk.save_as(path, overwrite=True)

        if self._try(save):
            self._settings.opened(path.absolute())

    def ask_open(self) -> None:
        """Let the clerk choose a file to open."""
        dialog = self._dialog("打开报告", QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def ask_last_year(self) -> None:
        """Let the clerk choose last year's report, an office file or any other; the next one is begun from it."""
        dialog = self._dialog("选择上年报告", QFileDialog.AcceptMode.AcceptOpen)
        dialog.setNameFilter(_LAST_YEAR)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._last_year_chosen)
        dialog.open()

    def begin_next_year(self) -> None:
        """Begin a report on the year after the newest one in the file."""
        if self.desk is None:
            return
        if self.desk.session.read_only:
            self._complain(ReadOnly().message)
            return
        year = max(self.desk.years) + 1
        try:
            self.desk.add_year(year)
        except AssistantError as error:
            self._complain(error.message)
            return
        self._messages.show_message(
            f"已新建 {year} 年度报告：单位信息和引言已带入，上年结转取自 {year - 1} 年度。"
        )

    def ask_save_as(self) -> None:
        """Let the clerk choose where to save."""
        if self.desk is None:
            return
        dialog = self._dialog("另存为", QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(
            self.desk.path.name
            if self.desk.path
            else f"{self.desk.session.report.office}政务公开年报{ENDING}"
        )
        dialog.fileSelected.connect(self._save_chosen)
        dialog.open()

    def close(self) -> bool:
        """Take the file off the desk; what was not saved stays in the crash copy and is offered next time.

        Where edits can be neither saved nor kept, the file stays on the desk, the clerk is told, and False returned.
        """
        if self.desk is None:
            return True
        self.desk.session.take_typing()
        if not _can_leave(self.desk):
            offers = (Offer("另存为…", self.ask_save_as), Offer("放弃修改并关闭", self._give_up))
            self._messages.show_message(EditsNotKept().message, Level.ERROR, offers)
            return False
        self._take_off(keep_copy=not self.desk.is_sample)
        return True

    def look_at_disk(self) -> None:
        """Tell when another program has changed the file underneath."""
        if self.desk is not None and self.desk.changed_on_disk and not self._messages.text:
            self._offer_reload("文件已被其他程序改动或移走")

    def _take_off(self, *, keep_copy: bool) -> None:
        if self.desk is None:
            return
        desk, self.desk = self.desk, None
        desk.close(keep_copy=keep_copy)
        self.closed.emit()
        desk.deleteLater()

    def _give_up(self) -> None:
        self._take_off(keep_copy=False)

    def _put(self, office: OfficeFile) -> Desk:
        if not self.close():
            office.close()
            raise EditsNotKept
        self._messages.clear()
        self.desk = Desk(office, parent=self)
        self.desk.saved.connect(self._tell_notice)
        self.desk.failed.connect(self._complain)
        self.opened.emit(self.desk)
        return self.desk

    def _try(self, save: Callable[[], None]) -> bool:
        try:
            save()
        except FileChanged as error:
            self._offer_reload(error.message)
        except FileReadOnly as error:
            self._messages.show_message(error.message, Level.WARNING, (Offer("另存为…", self.ask_save_as),))
        except FileTaken as error:
            self._complain(error.message)
        except AssistantError as error:
            offers = (Offer("重试", self.save), Offer("另存为…", self.ask_save_as))
            self._messages.show_message(error.message, Level.ERROR, offers)
        else:
            return True
        return False

    def _offer_generation(self, path: Path, error: FileDamaged) -> None:
        generation = newest_sound_generation(path)
        if generation is None:
            self._complain(error.message)
            return

        def mend() -> None:
            self._mend(path, generation)

        offers = (Offer(f"恢复 {generation.name}", mend),)
        self._messages.show_message(error.message, Level.ERROR, offers)

    def _mend(self, path: Path, generation: Generation) -> None:
        try:
            office = OfficeFile.mend(path, generation)
        except AssistantError as error:
            self._complain(error.message)
            return
        self._put(office)
        self._messages.show_message(f"已恢复 {generation.name}；损坏的文件另存在同一文件夹中。")

    def _offer_recovery(self, desk: Desk, copy: CrashCopy) -> None:
        def restore() -> None:
            desk.restore(copy.content)

        offers = (Offer("恢复", restore), Offer("不要了", copy.discard))
        self._messages.show_message(f"上次退出时有未保存的修改：{copy.name}", Level.WARNING, offers)

    def _offer_reload(self, words: str) -> None:
        offers = (
            Offer("另存为…", self.ask_save_as),
            Offer("重新读入文件", self._reload),
            Offer("仍以本窗口内容覆盖", self._overwrite),
        )
        self._messages.show_message(f"{words}，本窗口的修改还没有写入。", Level.WARNING, offers)

    def _reload(self) -> None:
        if self.desk is None or self.desk.path is None:
            return
        path = self.desk.path
        self.desk.session.take_typing()
        self._take_off(keep_copy=True)
        self.open(path)

    def _overwrite(self) -> None:
        if self.desk is not None:
            desk = self.desk

            def save() -> None:
                desk.save(overwrite=True)

            self._try(save)

    @property
    def folder(self) -> Path:
        """Where dialogs open: beside the file on the desk, else beside the one opened last, else where documents lie."""
        if self.desk is not None and self.desk.path is not None:
            return self.desk.path.parent
        if self._settings.recent:
            return self._settings.recent[0].parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self.folder), _FILTER)
        dialog.setAcceptMode(mode)
        return dialog

    def _open_chosen(self, path: str) -> None:
        self.open(Path(path))

    def _last_year_chosen(self, path: str) -> None:
        if Path(path).suffix.lower() != ENDING:
            self.published_chosen.emit(Path(path))
            return
        self.open(Path(path))
        if self.desk is not None and not self.desk.session.read_only:
            self.begin_next_year()

    def _save_chosen(self, path: str) -> None:
        self.save_as(Path(path))

    def _tell_notice(self, notice: str) -> None:
        if notice:
            self._messages.show_message(notice, Level.WARNING)

    def _complain(self, words: str) -> None:
        self._messages.show_message(words, Level.ERROR)


def _can_leave(desk: Desk) -> bool:
    """Whether nothing is lost with the desk: there is nothing unsaved, or it was saved now, or has a crash copy."""
    if desk.is_sample or desk.office.read_only or not desk.session.dirty:
        return True
    if desk.path is not None and not desk.changed_on_disk:
        try:
            desk.save()
        except AssistantError:
            # The crash copy is next: it may have another folder to go to.
            return desk.write_crash_copy()
        return True
    return desk.write_crash_copy()
