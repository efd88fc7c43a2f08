"""An office file (`.xxgk`): one office, any number of years, saved whole and durably, one writer at a time."""

from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final

import resources
from model.errors import CannotWrite, FileReadOnly, FileTaken, OfficeFileError
from model.file.access import Access, acquire, mode_of
from model.file.crash_copy import CrashCopy, CrashCopyWriter, find_crash_copy, new_anchor
from model.file.generations import Generation, Generations
from model.file.lock import Holder, Lock
from model.file.office_content import Content, HistoryEntry, Slots, compare, history_of
from model.file.safe_write import why, write_durably
from model.file.storage import OfficeStorage, read_bytes
from model.file.upgrades import CURRENT
from model.next_year import LASTING, start_year
from model.report import Report

ENDING: Final = ".xxgk"
"""What a report file's name ends in."""

_NAME_KEPT: Final = 60


class OfficeFile:
    """An open office file. What it holds is `content`; it is edited there and reaches the disk with `save`."""

    def __init__(self, path: Path | None, storage: OfficeStorage, access: Access, lock: Lock | None) -> None:
        self.path = path
        self.content = Content.unstage(storage)
        self._storage = storage
        self._access = access
        self._lock = lock
        self._saved = self.content.slots
        self._staged = True
        self._draft = OfficeStorage()
        self._drafted: Slots = {}
        self._anchor = path if path and access.writable else new_anchor()
        self.crash_copy = CrashCopyWriter(self._anchor)
        self.recovery: CrashCopy | None = find_crash_copy(path) if path and access.writable else None

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
        return cls(None, storage, Access(writable=True), None)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "OfficeFile":
        """Open a file, for writing where that is possible; `read_only` and `reason` tell why it is not.

        An older format is brought up to the current one after a copy was put aside. The program's own samples open as
        files without a name, so that they are never saved over. Raises CannotRead, NotOurs, FileTooNew, FileDamaged.
        """
        path = path.resolve() if path.is_symlink() else path.absolute()
        if path.parent == resources.path("samples"):
            return cls.unsaved(Content.read(path))
        storage = OfficeStorage(path)
        storage.load(read_bytes(path), path.name)
        if read_only:
            return cls(path, storage, Access(writable=False, reason="文件以只读方式打开"), None)
        lock = Lock(path)
        access = acquire(lock, path)
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
        return cls(path, storage, access, lock if access.writable else None)

    @classmethod
    def mend(cls, path: Path, generation: Generation) -> "OfficeFile":
        """Put a saved generation in place of a damaged file, which is put aside first, and open it.

        Raises OfficeFileError when that cannot be done; the damaged file is then still there.
        """
        path = path.absolute()
        _put_aside(path, read_bytes(path), "损坏备份")
        opened = cls.unsaved(generation.open())
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
    def history(self) -> tuple[HistoryEntry, ...]:
        """What each save changed, oldest first."""
        return tuple(self.content.history)

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
    def dirty(self) -> bool:
        """Whether something was edited since the last save."""
        return self._saved != self.content.slots

    @property
    def changed_on_disk(self) -> bool:
        """Whether another program has changed the file underneath. Raises CannotRead where that cannot be told."""
        return self._storage.changed_on_disk

    @property
    def generations(self) -> tuple[Generation, ...]:
        """The last saved states, newest first."""
        return Generations(self.path).list() if self.path else ()

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
        report = self.reports[year]
        self.content.reports = {y: r for y, r in self.reports.items() if y != year}
        return report

    def restore(self, content: Content) -> None:
        """Put a saved generation or a crash copy in place of what is edited; the history goes on."""
        self.content = Content(dict(content.profile), dict(content.reports), self.content.history)

    def write_crash_copy(self) -> None:
        """Keep what is edited now in the crash copy. Raises CannotWrite."""
        try:
            self._keep_recovery()
        except OSError as error:
            raise CannotWrite(f"上次未保存的内容没有转存：{why(error)}") from error
        self.crash_copy.write(self.snapshot())
        if self._lock is None:
            # Without a place of its own the copy needs a lock, so that no other window offers it meanwhile.
            self._lock = _held(self._anchor)

    def snapshot(self) -> bytes:
        """Return what is edited now as the bytes of a file. Raises YearTaken."""
        slots = self.content.slots
        changed = {difference.year for difference in compare(self._drafted, slots)} if self._drafted else None
        self.content.stage(self._draft, changed)
        self._drafted = slots
        return self._draft.encode()

    def save(self, label: str = "保存", *, overwrite: bool = False) -> str:
        """Save, and return a notice for the clerk about what went wrong beside it, "" when nothing did.

        Raises FileReadOnly, FileChanged (unless `overwrite`), CannotWrite, YearTaken: nothing is lost then, neither
        what is edited nor what is on disk.
        """
        if self.path is None:
            raise FileReadOnly("文件还没有名称，请用“另存为”")
        if self.read_only:
            raise FileReadOnly(f"{self.reason}；要保留修改，请用“另存为”")
        return self._save_to(self.path, label, overwrite=overwrite)

    def save_as(self, path: Path, *, overwrite: bool = False) -> str:
        """Save under another name, which is the file's from now on; return a notice as `save` does.

        Raises FileTaken when a file stands there (unless `overwrite`), CannotWrite, YearTaken, and FileReadOnly when
        somebody has that file open; the file then keeps its old name.
        """
        path = path.absolute()
        if path == self.path and not self.read_only:
            return self.save(overwrite=overwrite)
        if not overwrite and mode_of(path) is not None:
            raise FileTaken(f"已有名为“{path.name}”的文件，请换一个名称，或确认后覆盖")
        lock = Lock(path)
        access = acquire(lock, path)
        if not access.writable:
            raise FileReadOnly(f"“{path.name}”不能保存：{access.reason}")
        try:
            notice = self._save_to(path, "另存为", overwrite=overwrite)
        except OfficeFileError:
            lock.release()
            raise
        self.close()
        self._lock, self._access, self._anchor, self.path = lock, access, path, path
        self.crash_copy = CrashCopyWriter(path)
        return notice

    def close(self) -> None:
        """Give the file free for others; a crash copy that was not discarded is offered at the next start."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> "OfficeFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _save_to(self, path: Path, label: str, *, overwrite: bool) -> str:
        newest = max(self.content.reports.values(), key=lambda report: report.year, default=None)
        if newest is not None:
            self.content.profile |= {name: newest.field(name) for name in LASTING if newest.field(name)}
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        slots = self.content.slots
        differences = list(compare(self._saved, slots))
        number = self.content.history[-1].number + 1 if self.content.history else 1
        history = [*self.content.history, *history_of(differences, now, label, number)]
        changed = {difference.year for difference in differences} if self._staged else None
        # Until the file is written, what is staged is neither what was saved nor, after an undo, what is edited.
        self._staged = False
        Content(self.content.profile, self.content.reports, history).stage(self._storage, changed)
        data = self._storage.commit(path, overwrite=overwrite)
        self._staged = True
        self.content.history = history
        self._saved = slots
        return self._after_save(path, data)

    def _keep_recovery(self) -> None:
        """Keep a crash copy that was found but not asked for among the generations, before it is written over."""
        if self.recovery is not None and self.path is not None and (found := self.recovery.bytes) is not None:
            Generations(self.path).add(found)
        self.recovery = None

    def _after_save(self, path: Path, data: bytes) -> str:
        """Keep the generation and drop the crash copy; the file itself is safe already."""
        try:
            self._keep_recovery()
            Generations(path).add(data)
            self.crash_copy.discard()
        except OSError as error:
            return f"文件已保存，但历史版本没有保留：{why(error)}"
        return ""


def newest_sound_generation(path: Path) -> Generation | None:
    """Return the newest saved state of a file that no longer opens, None when there is none that does."""
    return Generations(path.absolute()).newest_sound()


def _held(path: Path) -> Lock:
    lock = Lock(path)
    try:
        lock.take()
    except OSError as error:
        raise CannotWrite(f"个人数据文件夹不能使用：{why(error)}") from error
    return lock


def _put_aside(path: Path, content: bytes, words: str) -> None:
    write_durably(path.with_name(f"{path.stem[:_NAME_KEPT]}（{words}）{path.suffix}"), content)
