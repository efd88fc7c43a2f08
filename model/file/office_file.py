"""An office file (`.xxgk`): one office, any number of years, saved whole and durably, one writer at a time."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

import resources
from model.errors import CannotRead, CannotWrite, FileReadOnly, FileTaken, OfficeFileError
from model.file.access import Access, acquire, taken_over, target, true_path
from model.file.crash_copy import CrashCopy, CrashCopyWriter
from model.file.generations import Generation, Generations, newest_sound_generation, states_of
from model.file.history import History, keep_overwritten, keep_replaced
from model.file.lock import Holder, Lock
from model.file.names import ENDING
from model.file.office_content import Content, Slots, changed_years
from model.file.origin import Origin
from model.file.place import Place
from model.file.remains import Remains
from model.file.safe_write import free_name, not_saved, why, write_durably
from model.file.storage import OfficeStorage, read_bytes
from model.file.unsaved_edits import UnsavedEdits
from model.file.upgrades import CURRENT
from model.next_year import start_year
from model.office_fields import LASTING
from model.report import Report, Slot, SlotKind

__all__ = ["ENDING", "OfficeFile", "newest_sound_generation"]

_NAME_KEPT: Final = 60
_LASTING: Final = tuple(Slot(SlotKind.FIELD, name) for name in LASTING)


class OfficeFile:
    """An open office file. What it holds is `content`; it is edited there and reaches the disk with `save`."""

    def __init__(
        self, path: Path | None, storage: OfficeStorage, content: Content, access: Access, lock: Lock | None
    ) -> None:
        self.path = path
        self.content = content
        self._storage = storage
        self._access = access
        self._lock = lock
        self._place = Place(path)
        self._saved = self.content.slots
        self._staged = bool(storage.content)
        self._history = History()
        self.edits = self._since()
        self.remains: Remains | None = None

    @classmethod
    def create(cls, path: Path, office: str) -> "OfficeFile":
        """Make a new file for an office and open it. Raises FileTaken, CannotWrite."""
        opened = cls.unsaved(Content({"office": office}))
        opened.save_as(path)
        return opened

    @classmethod
    def unsaved(cls, content: Content) -> "OfficeFile":
        """Return an office file that has no place on disk until `save_as`: a new one, or a copy of the sample."""
        storage = OfficeStorage()
        content.stage(storage)
        return cls(None, storage, content.copy(), Access(writable=True), None)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, insist: Holder | bool = False) -> "OfficeFile":
        """Open a file, for writing where that is possible; `read_only` and `reason` tell why it is not.

        `insist`: for writing though this holder has a lock on it, or (True) though the file has a second name. An
        older format is brought up to the current one after a copy was put aside. The program's own samples open as
        files without a name, so that they are never saved over. Raises CannotRead, NotOurs, FileTooNew, FileDamaged.
        """
        path = _found(path)
        if path.parent == resources.path("samples"):
            return cls.unsaved(Content.read(path).as_new())
        storage = OfficeStorage(path)
        storage.load(read_bytes(path), path.name)
        if read_only:
            access = Access(writable=False, reason="文件以只读方式打开")
            return cls(path, storage, Content.unstage(storage), access, None)
        lock = Lock(path)
        access = acquire(lock, path, insist=insist)
        try:
            # Read again under the lock: another window may have saved in between.
            content = read_bytes(path)
            if content != storage.content:
                storage.load(content, path.name)
            if access.writable and storage.version < CURRENT:
                _put_aside(path, storage.content, f"格式{storage.version}备份")
        except CannotWrite as error:
            lock.release()
            access = Access(
                writable=False, reason=f"旧格式文件的备份没有写成，现以只读方式打开：{error.message}"
            )
        except OfficeFileError:
            lock.release()
            raise
        return cls(path, storage, Content.unstage(storage), access, lock if access.writable else None)

    @classmethod
    def mend(cls, path: Path, generation: Generation) -> "OfficeFile":
        """Put a saved generation in place of a damaged file, which is put aside first, and open it.

        Raises OfficeFileError when that cannot be done; the damaged file is then still there.
        """
        path = _found(path)
        aside = _put_aside(path, read_bytes(path), "损坏备份")
        opened = cls.unsaved(generation.open())
        opened.remains = Remains(aside)
        opened.save_as(path, overwrite=True)
        return opened

    @property
    def profile(self) -> dict[str, str]:
        """The office's data, for reports on new years."""
        return self.content.profile

    @property
    def reports(self) -> dict[int, Report]:
        """The reports by year, in order."""
        return {report.year: report for report in sorted(self.content.reports.values(), key=lambda r: r.year)}

    @property
    def read_only(self) -> bool:
        """Whether the file cannot be saved under its name."""
        return not self._access.writable

    @property
    def reason(self) -> str:
        """Why the file is read-only, as the clerk reads it; "" when it is not."""
        return self._access.reason

    @property
    def holder(self) -> Holder | None:
        """Who has the file open for writing, where that is not us."""
        return self._access.holder

    @property
    def access(self) -> Access:
        """Whether the file may be written, and what there is to say of it."""
        return self._access

    @property
    def recovery(self) -> CrashCopy | None:
        """What an earlier session has left unsaved."""
        return self.edits.recovery

    @property
    def crash_copy(self) -> CrashCopyWriter:
        """What writes the crash copies."""
        return self.edits.crash_copy

    @property
    def is_free_again(self) -> bool:
        """Whether who had the file open has given it free since, so that it could be opened for writing."""
        return self.path is not None and self.holder is not None and Lock(self.path).holder is None

    @property
    def dirty(self) -> bool:
        """Whether something was edited since the last save."""
        return self._saved != self.content.slots

    @property
    def is_gone(self) -> bool:
        """Whether the file is gone with its disk, such as a stick that was pulled."""
        return self._place.is_gone

    @property
    def changed_on_disk(self) -> bool:
        """Whether another program has changed the file underneath. Raises CannotRead where that cannot be told."""
        return self._storage.changed_on_disk

    @property
    def generations(self) -> tuple[Generation, ...]:
        """The last saved states, newest first. Raises CannotRead."""
        return states_of(self.path, self.content.origin.identity) if self.path else ()

    def add(self, report: Report) -> None:
        """Add a report. Raises YearTaken."""
        self.content.add(report)

    def start_year(self, year: int) -> Report:
        """Add a report on `year`, begun from the latest earlier report or from the office's data. Raises YearTaken."""
        earlier = [report for report in self.reports.values() if report.year < year]
        report = start_year(earlier[-1] if earlier else None, self.profile, year)
        self.add(report)
        return report

    def remove(self, year: int) -> Report:
        """Take a year out and return its report, for undoing. Raises KeyError."""
        return self.content.reports.pop(year)

    def restore(self, content: Content) -> None:
        """Put a saved generation or a crash copy in place of what is edited; the file stays the one it is.

        What is edited goes into the history. Raises CannotWrite, YearTaken; everything is then as it was.
        """
        if self.dirty:
            self.edits.put_by(self.content, self._storage.digest)
        self.content = Content(dict(content.profile), dict(content.reports), self.content.origin)
        self.edits.note_restored(self.content)

    def decline_recovery(self) -> None:
        """Put what was left unsaved into the history, since it is not wanted now. Raises CannotWrite."""
        self.edits.decline()

    def write_crash_copy(self) -> None:
        """Keep what is edited now in the crash copy. Raises CannotWrite, YearTaken."""
        self.crash_copying()()

    def crash_copying(self) -> Callable[[], None]:
        """Return the writing of a crash copy of what is edited now: see `UnsavedEdits.keeping`."""
        self._mind_the_lock()
        return self.edits.keeping(self.content, self._storage.digest)

    def snapshot(self) -> bytes:
        """Return what is edited now as the bytes of a file. Raises YearTaken."""
        return self.edits.snapshot(self.content, self._storage.digest)

    def save(self, *, overwrite: bool = False) -> str:
        """Save, and return a notice for the clerk about what went wrong beside it, "" when nothing did.

        Raises FileReadOnly, FileChanged (unless `overwrite`), CannotWrite, YearTaken: nothing is lost then, neither
        what is edited nor what is on disk.
        """
        if self.path is None:
            raise FileReadOnly("文件还没有名称，请用“另存为”")
        if self.read_only:
            raise FileReadOnly(f"{self.reason}；要保留修改，请用“另存为”")
        self._place.check()
        if self._lock is None or not self._lock.held:
            self._access = taken_over(self.path)
            self.edits.stay_away()
            raise FileReadOnly(f"{self.reason}，所以没有覆盖；要保留修改，请用“另存为”")
        return self._save_to(self.path, overwrite=overwrite)

    def save_as(self, path: Path, *, overwrite: bool = False) -> str:
        """Save under another name, which is the file's from now on; return a notice as `save` does.

        Raises FileTaken when a file stands there (unless `overwrite`), CannotWrite, YearTaken, and FileReadOnly when
        somebody has that file open; the file then keeps its old name.
        """
        try:
            path, is_taken = target(path, self.path)
        except (OSError, ValueError) as error:
            raise CannotWrite(f"“{path.name}”未能保存：{why(error)}") from error
        if path == self.path and not self.read_only:
            return self.save(overwrite=overwrite)
        if is_taken and not overwrite:
            raise FileTaken(f"已有名为“{path.name}”的文件，没有覆盖，请换一个名称")
        lock = Lock(path)
        access = acquire(lock, path)
        if not access.writable:
            raise FileReadOnly(f"“{path.name}”不能保存：{access.reason}")
        try:
            notice = self._save_to(path, overwrite=overwrite)
        except OfficeFileError:
            lock.release()
            raise
        self.close()
        self._lock, self._access, self.path = lock, access, path
        self.edits = self._since()
        return notice

    def clear_up(self) -> None:
        """Remove what the last save has left over: the crash copies that it went beyond, the oldest saved state.

        It says nothing to anybody any more, and what cannot be removed now goes later.
        """
        with contextlib.suppress(OSError):
            self._history.clear_up()
        self._mind_the_lock()
        with contextlib.suppress(OSError):
            self.edits.clear_up()

    def discard_edits(self) -> None:
        """Remove the crash copies of this opening: what they hold is not wanted. Raises OSError."""
        self._mind_the_lock()
        self.edits.discard()

    def close(self) -> None:
        """Give the file free for others; a crash copy that no save went beyond is offered at the next start."""
        self.clear_up()
        self.crash_copy.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> "OfficeFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _save_to(self, path: Path, *, overwrite: bool) -> str:
        slots = self.content.slots
        profile = self.content.profile | _lasting(slots)
        years = changed_years(self._saved, slots)
        origin = self.content.origin
        generations = self._history.at(path, origin.identity, self.path)
        if overwrite and path == self.path:
            keep_overwritten(generations, self._storage)
        is_news = bool(years) or profile != self.content.profile or path != self._storage.path
        if is_news or not (self._staged and self._storage.is_current):
            origin = self.edits.next_save(origin, generations, self._storage.digest)
        changed = years if self._staged else None
        # Until the file is written, what is staged is neither what was saved nor, after an undo, what is edited.
        self._staged = False
        Content(profile, self.content.reports, origin).stage(self._storage, changed)
        if self._storage.fault:
            raise not_saved(path, f"{self._storage.fault}超出限度，请改正")
        keep_replaced(generations, self._storage, self.content.origin)
        remark = self._place.remark if path == self.path else ""
        data = self._storage.commit(path, overwrite=overwrite)
        self._staged = True
        self.content.profile, self.content.origin = profile, origin
        self._saved = slots
        notice = _kept(generations, self.edits, data, origin, self._storage.digest)
        self.edits.leave_to(origin, at_once=bool(notice) or path != self.path)
        self._place = Place(path)
        return "。".join(filter(None, (notice, remark)))

    def _mind_the_lock(self) -> None:
        """Keep away from what stands beside the file, where that has come into other hands."""
        if self._lock is not None and not self.is_gone and not self._lock.held:
            self.edits.stay_away()

    def _since(self) -> UnsavedEdits:
        """What is edited from now on."""
        return UnsavedEdits(self.path, self.content, self._storage, beside=self._lock is not None)


def _kept(generations: Generations, edits: UnsavedEdits, data: bytes, origin: Origin, digest: str) -> str:
    """Keep what was just saved as a generation; return a notice, "" when that was done. The file is safe already."""
    try:
        edits.decline()
        generations.add(data, origin, digest)
    except OSError as error:
        return f"文件已保存，但历史版本没有保留：{why(error)}"
    except CannotWrite as error:
        return f"文件已保存，但{error.message}"
    return ""


def _found(path: Path) -> Path:
    """The one path of a file that is there or not. Raises CannotRead."""
    try:
        return true_path(path)
    except (OSError, ValueError) as error:
        raise CannotRead(f"“{path.name}”读不出来：{why(error)}") from error


def _lasting(slots: Slots) -> dict[str, str]:
    """The office's data of the newest report, for reports on new years."""
    newest = slots[max(slots)] if slots else {}
    return {slot.key: str(value) for slot in _LASTING if (value := newest.get(slot))}


def _put_aside(path: Path, content: bytes, words: str) -> Path:
    """Keep a copy beside the file under a name that is free, unless one says the same already; return where."""
    aside = path.with_name(f"{path.stem[:_NAME_KEPT]}（{words}）{path.suffix}")
    with contextlib.suppress(OfficeFileError):
        if read_bytes(aside) == content:
            return aside
    aside = free_name(aside)
    write_durably(aside, content, of=path)
    return aside
