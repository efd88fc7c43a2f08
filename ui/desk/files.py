"""Opening, making, saving and closing office files: what goes wrong becomes a line with what can be done about it."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

import resources
from model.errors import AssistantError, FileChanged, FileDamaged, FileReadOnly, FileTaken, NameRefused
from model.file.crash_copy import CrashCopy, unsaved_copies
from model.file.lock import Holder
from model.file.names import ENDING, report_path
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.levels import Level
from ui.desk.desk import Desk, State
from ui.desk.disk_watch import DiskWatch
from ui.desk.file_dialogs import PUBLISHED, FileDialogs
from ui.desk.mending import Mending
from ui.desk.recovery import Recovery
from ui.desk.session import ReadOnly
from ui.desk.settings import Settings
from ui.look.message_bar import MessageBar, Offer
from ui.look.own_words import OwnWords
from ui.one_window import raise_window_of

__all__ = ["PUBLISHED", "EditsNotKept", "Files"]

SAMPLE: Final = "samples/示例.xxgk"


class EditsNotKept(AssistantError):
    """The edits of the file on the desk can be neither saved nor kept in a crash copy, so it is not left."""

    def __init__(self) -> None:
        super().__init__("修改没有存成，也不能暂存，所以没有关闭。请另存到别的文件夹或磁盘。")


class DiskGone(AssistantError):
    """The disk of the file on the desk is no longer there: seen before anything was to be saved."""

    def __init__(self) -> None:
        super().__init__("文件所在的 U 盘或磁盘已不在。修改先备份在本机；请插回后保存，或另存到其他文件夹。")


class Files(QObject):
    """The one open file of a window, or none.

    Signals: `opened(Desk)` when a file has come onto the desk, `at_hand()` when it was there, `closed()` when it has left;
    `refused(str)` why a new report was not made; `published_chosen(Path)` when last year's is in a file to be imported.
    """

    opened = Signal(object)
    at_hand = Signal()
    closed = Signal()
    refused = Signal(str)
    published_chosen = Signal(object)

    def __init__(self, window: QWidget, messages: MessageBar, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._settings = settings
        self.desk: Desk | None = None
        self.left_unsaved = False
        self._read_only = OwnWords(messages)
        self._unsaved = OwnWords(messages)
        self.watch = DiskWatch(self)
        self.watch.freed.connect(self._offer_free)
        self.watch.changed.connect(self._offer_changed)
        self.watch.gone.connect(self._tell_gone)
        self._recovery = Recovery(messages, self)
        self._mending = Mending(messages, self)
        self._mending.mended.connect(self._put_mended)
        self.dialogs = FileDialogs(window, settings)
        self.dialogs.last_year_chosen.connect(self._begin_from)
        self.dialogs.save_chosen.connect(self.save_as)

    def open(self, path: Path, *, insist: Holder | bool = False) -> None:
        """Open a file; its state, and what a crash has left of it, are told in a line.

        `insist`: for writing all the same, though this holder has it or it has a second name.
        """
        if resources.path(SAMPLE) in (path, path.absolute()):
            self.open_sample()
            return
        if self.desk is not None and _is_same(path, self.desk.path):
            self.at_hand.emit()
            self._messages.show_message(f"“{path.name}”已在本窗口中打开。")
            return
        try:
            office = OfficeFile.open(path, insist=insist)
        except FileDamaged as error:
            self._mending.offer(path, error)
            return
        except AssistantError as error:
            self._complain(error.message)
            return
        if not office.reports:
            office.close()
            self._complain(f"“{path.name}”中还没有年度报告，请新建")
            return
        if office.holder is not None and office.holder.is_ours and raise_window_of(path):
            office.close()
            self._messages.show_message(f"“{path.name}”已在另一个窗口中打开，已转到那个窗口。")
            return
        self._settings.opened(path.absolute())
        desk = self._put(office)
        if office.read_only:
            self._tell_read_only(desk)
        elif office.recovery is not None:
            self._recovery.offer(desk, office.recovery)

    def open_sample(self) -> None:
        """Open a copy of the sample, which is never saved over."""
        self._put(OfficeFile.unsaved(Content.read(resources.path(SAMPLE)).as_new())).is_sample = True
        self._unsaved.tell("这是示例，可随意试用；修改不会写回示例，需要保留请“另存为”。", Level.HINT)

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
        """Put on the desk what was edited and never saved: into its file where that is, or as a report without one."""
        if not copy.content.reports:
            self._complain("这份内容中没有年度报告")
            return
        if copy.file is not None and copy.has_its_file:
            self.open(copy.file)
            if self.desk is not None and self.desk.path == copy.file:
                self._recovery.take(self.desk, copy)
            return
        if self.put_unsaved(OfficeFile.unsaved(copy.content)):
            copy.discard()
        self._unsaved.tell(
            "已找回未保存的报告，请保存到文件。", Level.WARNING, Offer("保存…", self.ask_save_as)
        )

    def put_unsaved(self, office: OfficeFile) -> bool:
        """Put on the desk what has no file yet, such as an imported report. Returns whether its crash copy is written."""
        desk = self._put(office)
        desk.mark_unsaved()
        return desk.write_crash_copy()

    def save(self, *, overwrite: bool = False) -> None:
        """Save; where the report has no file yet, ask for one. `overwrite`: though somebody has changed the file."""
        if self.desk is None or self.desk.path is None:
            self.ask_save_as()
            return
        try:
            self.desk.save(overwrite=overwrite)
        except AssistantError as error:
            self._tell_not_saved(error)

    def save_as(self, path: Path, *, overwrite: bool = False) -> None:
        """Save under another name; where a file stands there, ask first (unless `overwrite`)."""
        if self.desk is None:
            return
        again = Offer("另存为…", self.ask_save_as)
        try:
            path = report_path(path)
        except NameRefused as error:
            self._messages.show_message(error.message, Level.ERROR, (again,))
            return
        self._read_only.take_back()
        try:
            self.desk.save_as(path, overwrite=overwrite)
        except FileTaken as error:
            offers = (Offer("覆盖", partial(self.save_as, path, overwrite=True)), again)
            self._messages.show_message(error.message, Level.WARNING, offers)
        except AssistantError as error:
            self._tell_not_saved(error)
        else:
            self._settings.opened(path.absolute())

    def ask_open(self) -> None:
        """Let the clerk choose a file to open."""
        self.dialogs.ask_open(self.folder)

    def ask_last_year(self) -> None:
        """Let the clerk choose last year's report, an office file or any other; the next one is begun from it."""
        self.dialogs.ask_last_year(self.folder)

    def ask_save_as(self) -> None:
        """Let the clerk choose where to save."""
        if self.desk is not None:
            path = self.desk.path
            folder, own = (path.parent, path.name) if path else (self.dialogs.own_folder, "")
            self.dialogs.ask_save(folder, own or f"{self.desk.session.report.office}政务公开年报{ENDING}")

    def begin_next_year(self) -> None:
        """Begin a report on the year after the newest one in the file."""
        if self.desk is None:
            return
        if self.desk.session.file_read_only:
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

    def close(self) -> bool:
        """Take the file off the desk; what was not saved stays in the crash copy and is offered next time.

        Where edits can be neither saved nor kept, the file stays on the desk, the clerk is told, and False returned.
        Where they are kept but could not be saved, that is told, too, and `left_unsaved` is set.
        """
        if self.desk is None:
            return True
        self.desk.session.take_typing()
        if not self._messages.runs:
            self._messages.clear()  # it was on what is on the desk, and so is what it offers
        state = self.desk.settle()
        if state is State.LOST:
            offers = (Offer("另存为…", self.ask_save_as), Offer("放弃修改并关闭", self._give_up))
            self._messages.show_message(EditsNotKept().message, Level.ERROR, offers)
            return False
        name = self.desk.path.name if self.desk.path else ""
        session = self.desk.office.edits.session
        self._take_off(keep_copy=not self.desk.is_sample)
        self.left_unsaved = bool(name) and state is State.KEPT
        if self.left_unsaved:
            words = f"“{name}”未能保存；修改已备份，列在“未保存的报告”中。"
            again = Offer("另存为…", partial(self._save_left, session))
            self._messages.show_message(words, Level.WARNING, (again,))
        return True

    def _offer_free(self) -> None:
        if self._messages.gives_way or self._read_only.stands or self._unsaved.stands:
            self.watch.rest()
            again = Offer("重新打开", self._reopen)
            self._messages.show_message("对方已关闭此文件，重新打开后就可以编辑。", Level.WARNING, (again,))

    def _offer_changed(self) -> None:
        if not self._messages.text:
            self._offer_reload("文件已被其他程序改动或移走")

    def _tell_gone(self) -> None:
        if not self._messages.text:
            self._tell_not_saved(DiskGone())

    @property
    def folder(self) -> Path:
        """Where dialogs open: beside the file on the desk, else where the clerk was last."""
        return self.desk.path.parent if self.desk and self.desk.path else self.dialogs.last_folder

    def _save_left(self, session: str) -> None:
        """Bring back what could not be saved when it was closed, and ask where it goes."""
        if left := [copy for copy in unsaved_copies() if copy.origin.session == session]:
            self.recover(left[0])
            self.ask_save_as()

    def _take_off(self, *, keep_copy: bool) -> None:
        if self.desk is None:
            return
        desk, self.desk = self.desk, None
        self.watch.end()
        desk.close(keep_copy=keep_copy)
        self.closed.emit()
        desk.deleteLater()

    def _give_up(self) -> None:
        self._take_off(keep_copy=False)

    def _put(self, office: OfficeFile) -> Desk:
        if not self.close():
            office.close()
            raise EditsNotKept
        if not self.left_unsaved:
            self._messages.clear()
        self.left_unsaved = False
        self.desk = Desk(office, parent=self)
        self.watch.begin(self.desk)
        self.desk.saved.connect(self._tell_saved)
        self.desk.failed.connect(self._complain)
        self.opened.emit(self.desk)
        return self.desk

    def _tell_not_saved(self, error: AssistantError) -> None:
        again = Offer("另存为…", self.ask_save_as)
        if isinstance(error, FileChanged):
            self._offer_reload(error.message)
        elif isinstance(error, FileReadOnly):
            self._unsaved.tell(error.message, Level.WARNING, again)
        else:
            self._unsaved.tell(error.message, Level.ERROR, Offer("重试", self.save), again)

    def _tell_read_only(self, desk: Desk) -> None:
        access = desk.office.access
        offers = [Offer("另存为…", self.ask_save_as)]
        if access.can_insist:
            offers.insert(0, Offer("仍要编辑", partial(self._reopen, insist=access.holder or True)))
        if desk.recovery is not None:
            offers.insert(0, self._recovery.taking(desk, desk.recovery))
        self._read_only.tell(_why_read_only(desk), Level.WARNING, *offers)

    def _put_mended(self, office: OfficeFile, words: str) -> None:
        self._put(office)
        self._messages.show_message(words)

    def _offer_reload(self, words: str) -> None:
        offers = (
            Offer("另存为…", self.ask_save_as),
            Offer("重新读入文件", self._reopen),
            Offer("仍以本窗口内容覆盖", partial(self.save, overwrite=True)),
        )
        self._unsaved.tell(f"{words}，本窗口的修改还没有写入。", Level.WARNING, *offers)

    def _reopen(self, *, insist: Holder | bool = False) -> None:
        if self.desk is not None and (path := self.desk.path) is not None:
            self.desk.session.take_typing()
            self._take_off(keep_copy=True)
            self.open(path, insist=insist)

    def _begin_from(self, path: Path) -> None:
        if path.suffix.lower() != ENDING:
            self.published_chosen.emit(path)
            return
        self.open(path)
        if self.desk is not None and not self.desk.session.file_read_only:
            self.begin_next_year()

    def _tell_saved(self, notice: str) -> None:
        self._unsaved.take_back()
        if notice:
            self._messages.show_message(notice, Level.WARNING)

    def _complain(self, words: str) -> None:
        self._messages.show_message(words, Level.ERROR)


def _is_same(path: Path, on_desk: Path | None) -> bool:
    """Whether a file is the one on the desk, under whatever name: opened again, it would find itself locked by us."""
    try:
        return on_desk is not None and path.samefile(on_desk)
    except OSError:
        return False


def _why_read_only(desk: Desk) -> str:
    access = desk.office.access
    words = (
        f"只读：{access.reason}",
        access.warning if access.can_insist else "",
        f"另有{desk.recovery.name}" if desk.recovery is not None else "",
    )
    return "。".join(filter(None, words))
