"""The crash copy: what has been edited since the last save, beside the office file, offered at the next start.

It has the office file's own format under another name, and an origin that names the save it stands on. Where the
folder is not writable, and for a report that has no file yet, it stands in the user's data folder. It is found by the
identity in it, whatever has become of the file's name and place, and no clock decides what it is worth.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from model.errors import CannotWrite, OfficeFileError
from model.file.file_shape import MOST_BYTES
from model.file.generations import Generations
from model.file.lock import Lock, live_holder
from model.file.office_content import Content, Slots
from model.file.origin import Origin
from model.file.place import Place
from model.file.safe_read import read_ordinary
from model.file.safe_write import beside, remove_remains, why, write_durably, write_whole
from model.file.seal import digest
from model.file.storage import identity_in, is_elsewhere, read_bytes, session_in
from model.file.user_folder import (
    CRASH_ENDING,
    NOTE_ENDING,
    FolderTaken,
    crash_folder,
    kept_copies,
    kept_notes,
    make_private,
    unsaved_folder,
    user_folder,
)

_MOST_PATH: Final = 1 << 16
_PATIENCE: Final = 0.1
"""Seconds for which a refused replacement is tried again: there is another place, and the next copy comes soon."""


@dataclass(frozen=True, slots=True)
class CrashCopy:
    """A crash copy that was found: its own path, what it holds, and the digest of its bytes."""

    path: Path
    content: Content
    digest: str

    @property
    def name(self) -> str:
        """The copy as the clerk reads it."""
        when = (
            self.origin.when or f"{datetime.fromtimestamp(self.touched, UTC).astimezone():%Y-%m-%d %H:%M:%S}"
        )
        return f"{when} 自动保留的未保存内容"

    @property
    def origin(self) -> Origin:
        """Which save of which file it stands on."""
        return self.content.origin

    @property
    def file(self) -> Path | None:
        """Where the report's file was, None where it never had one or it was not noted."""
        return Path(self.origin.path) if self.origin.path else None

    @property
    def has_its_file(self) -> bool:
        """Whether the file that it belongs to is where it was."""
        return self.file is not None and identity_in(self.file) == self.origin.identity

    @property
    def is_in_its_file(self) -> bool:
        """Whether its file, where that was, holds a save that goes beyond it: its writer was killed after the save."""
        if self.file is None or not self.has_its_file:
            return False
        try:
            return Content.read(self.file).origin.goes_beyond(self.origin)
        except OfficeFileError:
            return False

    @property
    def is_in_the_history(self) -> bool:
        """Whether such a save is among the states that are kept on this computer, wherever the file may be now."""
        kept = Generations(self.file or self.path, self.origin.identity)
        try:
            return any(saved.goes_beyond(self.origin) for saved in kept.saves_after(self.origin.save))
        except OSError:
            return False

    @property
    def bytes(self) -> bytes | None:
        """The copy as it lies on disk, None when it is gone or another one has taken its place."""
        try:
            there = read_bytes(self.path)
        except OfficeFileError:
            return None
        return there if digest(there) == self.digest else None

    def discard(self) -> None:
        """Remove the copy: it was taken over, or stands in the history. Raises OSError.

        In the user's folder the lock of the dead window that wrote it goes with it.
        """
        if self.bytes is None:
            return
        self.path.unlink(missing_ok=True)
        lock = self.path.with_suffix(".lock")
        if self.path.parent in (unsaved_folder(), crash_folder()) and live_holder(lock) is None:
            lock.unlink(missing_ok=True)

    @property
    def touched(self) -> float:
        """When it was written by the disk's clock, in seconds, 0 when it is gone: for showing and sorting only."""
        try:
            return self.path.stat().st_mtime
        except OSError:
            return 0.0


class CrashCopyWriter:
    """Writes and discards the crash copies of one opening of an office file.

    `path` is the file, None where it has none or is not ours to write beside; `anchor` is a name in the user's folder,
    `session` the opening's own.
    """

    def __init__(self, path: Path | None, anchor: Path, session: str) -> None:
        self._of = path
        self._place = Place(path)
        self._session = session
        self._first = None if path is None else beside(path, CRASH_ENDING)
        self._second = beside(anchor, CRASH_ENDING)
        self._lock = Lock(anchor)
        self._locked = False
        self._note = beside(anchor, NOTE_ENDING)
        self._noted = False
        self._stands = True

    def write(self, content: bytes) -> None:
        """Put the copy in place, whole and durable. Raises CannotWrite when neither folder takes it."""
        if self._first is not None and self._of is not None:
            self._stands = True
            try:
                self._place.check()
                write_durably(self._first, content, of=self._of, patience=_PATIENCE)
            except CannotWrite:
                pass
            else:
                self._note_first(self._first)
                with contextlib.suppress(OSError):  # the newer copy is the one that will be offered
                    self._discard_second()
                return
        self._hold()
        write_durably(self._second, content, private=True, patience=_PATIENCE)

    def stay_away(self) -> None:
        """Write beside the file no more: it has come into other hands."""
        self._first = self._of = None

    def discard(self) -> None:
        """Remove the copy: what it holds has been saved, or was given up. Somebody else's stays. Raises OSError."""
        if self._first is not None and self._stands and session_in(self._first) in ("", self._session):
            self._first.unlink(missing_ok=True)
            self._stands = False
        if self._noted:
            self._note.unlink(missing_ok=True)
            self._noted = False
        self._discard_second()

    def close(self) -> None:
        """Let other windows have what is left in the user's folder."""
        if self._locked:
            self._lock.release()
            self._locked = False

    def _note_first(self, first: Path) -> None:
        """Leave a note in the user's folder, so that the copy is offered even where its file is gone or forgotten."""
        if self._noted:
            return
        with contextlib.suppress(OSError):  # the copy itself is safe
            make_private(self._note.parent)
            remove_remains(self._note.parent)
            write_whole(self._note, str(first).encode(errors="surrogateescape"), private=True)
            self._noted = True

    def _discard_second(self) -> None:
        if self._locked:
            self._second.unlink(missing_ok=True)
            self.close()

    def _hold(self) -> None:
        """Keep other windows from offering a copy in the user's folder while this one writes it."""
        if self._locked:
            return
        try:
            make_private(self._second.parent)
            self._lock.take()
            remove_remains(self._second.parent)
        except OSError as error:
            named = "" if isinstance(error, FolderTaken) else f"“{user_folder()}”"
            raise CannotWrite(f"个人数据文件夹{named}不能使用：{why(error)}") from error
        self._locked = True


def new_anchor(path: Path | None, identity: str, session: str) -> Path:
    """Return a name in the user's data folder for the crash copies and lock of one opening of a report."""
    if path is None:
        return unsaved_folder() / f"{session[:8]}.xxgk"
    return crash_folder() / f"{identity[:8]}-{session}.xxgk"


def find_crash_copy(
    path: Path, content: Content | None = None, *, base: str = "", ours: bool = False
) -> CrashCopy | None:
    """Return the crash copy to be offered with a file, None when there is none that says something else.

    `content` is what the file holds, read where it is not given, and `base` its digest. `ours`: we hold the
    file's lock. A copy of somebody who is at work is not offered, nor one that a later save goes beyond.
    """
    if content is None:
        with contextlib.suppress(OfficeFileError):
            content = Content.read(path)
    found = [copy for file in _candidates(path, ours=ours) if (copy := _read(file)) is not None]
    fitting = [copy for copy in found if _belongs(copy, path, content)]
    if content is not None:
        fitting = [copy for copy in fitting if _is_news(copy, content.origin, content.slots)]
    return max(
        fitting, key=lambda copy: (copy.origin.base == base, copy.origin.save, copy.origin.copy), default=None
    )


def unsaved_copies(*, noted: bool = True) -> tuple[CrashCopy, ...]:
    """Return what was edited and never saved, in the user's folder or (`noted`) beside files, living windows' left out.

    Reports that never had a file come first. What lies on a stick or share that is not there now is left out, too.
    Only with `noted` does it look at other places than the user's folder.
    """
    places = dict.fromkeys((*kept_copies(), *(_noted_copies() if noted else ())))
    found = [copy for file in places if _is_free(file) and (copy := _read(file)) is not None]
    found = [copy for copy in found if not copy.is_in_the_history and not (noted and copy.is_in_its_file)]
    return tuple(sorted(found, key=lambda copy: (copy.file is not None, -copy.touched)))


def make_way(path: Path, saved: Origin, slots: Slots, session: str) -> None:
    """Bring into safety what another session has left in the place of our copy, which is about to be written over.

    A copy of this report that nobody was offered, since it could not be read then, goes into the history; one of
    another report, which stands here since files were renamed, to the user's folder. `saved` and `slots` are what the
    file held when it was opened. Raises OSError or CannotWrite: then the copy has to stay.
    """
    place = beside(path, CRASH_ENDING)
    try:
        there = read_ordinary(place, MOST_BYTES)
        found = CrashCopy(place, Content.decode(there, place.name), digest(there))
    except (FileNotFoundError, NotADirectoryError, OfficeFileError):
        return  # nothing is there, or nothing that could be offered
    if found.origin.session in ("", session):
        return
    if found.origin.identity != saved.identity:
        make_private(crash_folder())
        other = new_anchor(path, found.origin.identity, found.origin.session)
        write_durably(beside(other, CRASH_ENDING), there, private=True)
    elif _is_news(found, saved, slots):
        Generations(path, found.origin.identity).add(there, found.origin, found.digest)
    found.discard()


def _noted_copies() -> Iterator[Path]:
    """The crash copies beside files of which there are notes; a note whose copy is no more goes."""
    for note in kept_notes():
        with contextlib.suppress(OSError, ValueError):
            copy = Path(read_ordinary(note, _MOST_PATH).decode(errors="surrogateescape"))
            if copy.exists():
                yield copy
            elif copy.parent.exists():
                note.unlink(missing_ok=True)


def _candidates(path: Path, *, ours: bool) -> Iterator[Path]:
    """The files that may be crash copies of the file `path`, beside it and in the user's folder."""
    own = beside(path, CRASH_ENDING)
    yield from (own,) if ours or _is_free(own) else ()
    with contextlib.suppress(OSError):
        beside_it = sorted(path.parent.glob(f".~*.{CRASH_ENDING}"))
        yield from filter(_is_free, (copy for copy in beside_it if copy != own))
    with contextlib.suppress(OSError):
        yield from filter(_is_free, kept_copies())


def _is_free(copy: Path) -> bool:
    return live_holder(copy.with_suffix(".lock")) is None


def _belongs(copy: CrashCopy, path: Path, content: Content | None) -> bool:
    """Whether a copy is one of this file: by its identity where no other file has that.

    Where there is none to compare, its name or the noted place tells.
    """
    by_name = copy.path == beside(path, CRASH_ENDING)
    if content is None:
        return by_name or copy.file == path
    if not copy.origin.session:
        return by_name
    if copy.origin.identity != content.origin.identity:
        return False
    if by_name:
        return True
    return copy.file is None or not is_elsewhere(copy.origin.identity, copy.file, path)


def _is_news(copy: CrashCopy, saved: Origin, slots: Slots) -> bool:
    """Whether a copy says something that its file does not, and no later save of that goes beyond it."""
    return not saved.goes_beyond(copy.origin) and copy.content.slots != slots


def _read(file: Path) -> CrashCopy | None:
    """The copy in `file`; None where there is none, or one that is not sound: nothing could be offered."""
    try:
        content = read_ordinary(file, MOST_BYTES)
        return CrashCopy(file, Content.decode(content, file.name), digest(content))
    except (OfficeFileError, OSError, ValueError):
        return None
