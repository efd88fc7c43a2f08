"""One writer a file: a lock file beside it says who holds it: host, user, process, since when.

A lock left behind by a dead process of the same host is taken over. Should two programs take over the same stale lock
at the same instant, the comparison made before each save still keeps one from overwriting the other.
"""

import contextlib
import ctypes
import getpass
import json
import os
import platform
import secrets
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from model.file.safe_write import beside

_UNFINISHED: Final = 60.0
"""Seconds after which a lock file that says nothing is taken for one whose writer was killed."""
_QUERY: Final = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
_STILL_ACTIVE: Final = 259


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open for writing. `started` tells a process from a later one with the same number."""

    host: str
    user: str
    pid: int
    started: str
    since: str
    token: str

    @property
    def sentence(self) -> str:
        """The holder as the clerk reads it."""
        when = datetime.fromisoformat(self.since)
        return f"{self.user}（计算机 {self.host}）自 {when:%Y-%m-%d %H:%M} 起正在编辑此文件"


class Lock:
    """The lock on one office file, held from `take` to `release`."""

    def __init__(self, path: Path) -> None:
        self._file = beside(path, "lock")
        self._mine: Holder | None = None

    def take(self) -> Holder | None:
        """Take the lock; return None, or the holder when somebody else has it.

        Raises OSError where no lock file can be written.
        """
        mine = _this_process()
        for _ in range(2):
            try:
                handle = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            except FileExistsError:
                holder = live_holder(self._file)
                if holder is not None:
                    return holder
                self._file.unlink(missing_ok=True)
            else:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump(asdict(mine), file, ensure_ascii=False)
                self._mine = mine
                return None
        return live_holder(self._file) or _unknown()

    def release(self) -> None:
        """Give the lock back, where it is still ours."""
        if self._mine is not None and _read(self._file) == self._mine:
            with contextlib.suppress(OSError):  # the folder is gone: so is the lock
                self._file.unlink()
        self._mine = None


def live_holder(lock_file: Path) -> Holder | None:
    """Return who holds a lock file now, None when it is stale or gone."""
    holder = _read(lock_file)
    if holder is None:
        return _unknown() if _age(lock_file) < _UNFINISHED else None
    if holder.host == platform.node() and not _alive(holder):
        return None
    return holder


def _this_process() -> Holder:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    pid = os.getpid()
    return Holder(platform.node(), _user(), pid, _started(pid), since, secrets.token_hex(8))


def _unknown() -> Holder:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return Holder("未知", "其他用户", 0, "", since, "")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "本机用户"


def _read(file: Path) -> Holder | None:
    try:
        data = json.loads(file.read_bytes())
        datetime.fromisoformat(data["since"])
        return Holder(**data)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _age(file: Path) -> float:
    try:
        return time.time() - file.stat().st_mtime
    except FileNotFoundError:
        return _UNFINISHED


def _started(pid: int) -> str:
    """When a process began, in the kernel's count, "" where that cannot be told."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _alive(holder: Holder) -> bool:
    """Whether the process that holds a lock on this host still runs."""
    if os.name == "nt":
        return _alive_on_windows(holder.pid)
    try:
        os.kill(holder.pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return holder.started == _started(holder.pid)


def _alive_on_windows(pid: int) -> bool:
    """Ask the system; os.kill would end the process there."""
    kernel = ctypes.CDLL("kernel32")
    handle = kernel.OpenProcess(_QUERY, False, pid)
    if not handle:
        return False
    status = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(status))
    kernel.CloseHandle(handle)
    return status.value == _STILL_ACTIVE
