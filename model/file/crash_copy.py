"""The crash copy: what has been edited since the last save, beside the office file, offered at the next start.

It has the office file's own format under another name. Where the folder is not writable, and for a report that has
no file yet, it stands in the user's data folder.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from model.errors import CannotWrite, OfficeFileError
from model.file.lock import live_holder
from model.file.office_content import Content
from model.file.safe_write import beside, why, write_durably
from model.file.storage import read_bytes
from model.file.user_folder import CRASH_ENDING, unsaved_files, unsaved_folder, user_folder


@dataclass(frozen=True, slots=True)
class CrashCopy:
    """A crash copy that was found: its own path, when it was written, and what it holds."""

    path: Path
    written: datetime
    content: Content

    @property
    def name(self) -> str:
        """The copy as the clerk reads it."""
        return f"{self.written.astimezone():%Y-%m-%d %H:%M:%S} 自动保留的未保存内容"

    @property
    def bytes(self) -> bytes | None:
        """The copy as it lies on disk, None when it is gone or another one has taken its place."""
        try:
            there = datetime.fromtimestamp(self.path.stat().st_mtime, UTC) == self.written
            return self.path.read_bytes() if there else None
        except FileNotFoundError:
            return None

    def discard(self) -> None:
        """Remove the copy: it was taken over, or is not wanted."""
        if self.bytes is not None:
            self.path.unlink(missing_ok=True)


class CrashCopyWriter:
    """Writes and discards the crash copy of one open office file."""

    def __init__(self, path: Path) -> None:
        self._places = _places(path)

    def write(self, content: bytes) -> None:
        """Put the copy in place, whole and durable. Raises CannotWrite when neither folder takes it."""
        first, second = self._places
        try:
            if first.is_relative_to(user_folder()):
                _make(first.parent)
            write_durably(first, content)
        except CannotWrite:
            _make(second.parent)
            write_durably(second, content)

    def discard(self) -> None:
        """Remove the copy: what it holds has been saved, or was given up. Raises OSError."""
        for place in self._places:
            if place.parent.is_dir():
                place.unlink(missing_ok=True)


def new_anchor() -> Path:
    """Return a name in the user's data folder for a report that has no file yet: its copy and lock stand beside it."""
    return unsaved_folder() / f"{secrets.token_hex(4)}.xxgk"


def find_crash_copy(path: Path) -> CrashCopy | None:
    """Return the newest sound crash copy of the file `path` that is newer than the file and says something else."""
    found = [copy for place in _places(path) if (copy := _read(place)) is not None]
    newest = max(found, key=lambda copy: copy.path.stat().st_mtime_ns, default=None)
    if newest is None or not path.exists():
        return newest
    newer = newest.path.stat().st_mtime_ns >= path.stat().st_mtime_ns
    return newest if newer and newest.path.read_bytes() != path.read_bytes() else None


def unsaved_copies() -> tuple[CrashCopy, ...]:
    """Return the crash copies of reports that never had a file, newest first, those of living windows left out."""
    left = (file for file in unsaved_files() if live_holder(file.with_suffix(".lock")) is None)
    found = [copy for file in left if (copy := _read(file)) is not None]
    return tuple(sorted(found, key=lambda copy: copy.written, reverse=True))


def _places(path: Path) -> tuple[Path, Path]:
    """Beside the file, and where that folder is not writable in the user's own."""
    digest = hashlib.sha256(str(path.absolute()).encode(errors="surrogatepass")).hexdigest()[:16]
    return beside(path, CRASH_ENDING), user_folder() / "crash" / f"{digest}.{CRASH_ENDING}"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"个人数据文件夹“{folder}”不能使用：{why(error)}") from error


def _read(file: Path) -> CrashCopy | None:
    """The copy in `file`; None where there is none, or one that is not sound: nothing could be offered."""
    try:
        content = Content.decode(read_bytes(file), file.name)
        return CrashCopy(file, datetime.fromtimestamp(file.stat().st_mtime, UTC), content)
    except (OfficeFileError, OSError):
        return None
