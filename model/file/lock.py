"""One writer a file: a lock file beside it says who holds it: host, user, process, since when.

A lock file appears whole, by a link or a new name, never half-written. One left behind by a dead process of this
machine is taken over; where several want it at once, one gets it: whoever replaces a lock holds the system's own lock
on the file that is replaced, and looks again under it. Somebody else's lock is taken over when the clerk says so; who
held it finds that out before the next save (`held`).
"""

import contextlib
import getpass
import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Final

from model.file.machine import boot, host, machine
from model.file.processes import is_running, started
from model.file.safe_read import NotOrdinary, TooLarge, read_ordinary
from model.file.safe_write import beside, ending_in_the_making

_MOST_BYTES: Final = 4096
_MOST_PROCESSES: Final = 2**31
_MOST_SHOWN: Final = 40
_TRIES: Final = 20
_PAUSE: Final = 0.02
"""Seconds between two looks at a lock that is just being taken."""

_HELD: Final[set[str]] = set()
"""Tokens of the locks that this process holds: what it has given up is not its own, though its number is in it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open for writing. `started` tells a process from a later one with the same number.

    `machine` and `boot` tell computers of the same name apart, and one run of a computer from the next.
    """

    host: str
    user: str
    pid: int
    started: str
    since: str
    token: str
    machine: str = ""
    boot: str = ""

    @property
    def sentence(self) -> str:
        """The holder as the clerk reads it."""
        when = datetime.fromisoformat(self.since)
        return f"{_shown(self.user)}（计算机 {_shown(self.host)}）自 {when:%Y-%m-%d %H:%M} 起正在编辑此文件"

    @property
    def is_here(self) -> bool:
        """Whether the lock was made on this computer."""
        if self.boot and self.boot == boot():
            return True
        if self.machine:
            return self.machine == machine()
        return self.host == host()

    @property
    def is_ours(self) -> bool:
        """Whether the same user has made it on this computer, in this process or another one."""
        return self.is_here and self.user == _user()

    @property
    def lives(self) -> bool:
        """Whether the holder may still be at work: it runs, or is elsewhere, where that cannot be told."""
        if not self.is_here:
            return True
        if self.boot and boot() and self.boot != boot():
            return False
        if self.pid == os.getpid() and self.started == started(self.pid):
            return self.token in _HELD
        return is_running(self.pid, self.started)


class Lock:
    """The lock on one office file, held from `take` to `release`."""

    def __init__(self, path: Path) -> None:
        self._file = beside(path, "lock")
        self._mine: Holder | None = None
        self._words = b""

    def take(self, over: Holder | None = None) -> Holder | None:
        """Take the lock; return None, or the holder when somebody else has it.

        `over`: whose lock is taken over all the same, where it is still that one's. Raises OSError where no lock file
        can be written.
        """
        mine = _this_process()
        for _ in range(_TRIES):
            if self._make(mine):
                self._keep(mine)
                return None
            holder = live_holder(self._file)
            if holder is not None and (over is None or holder.token != over.token):
                return holder
            if self._replace(mine, holder):
                self._keep(mine)
                return None
            time.sleep(_PAUSE)
        return live_holder(self._file) or _unknown()

    @property
    def held(self) -> bool:
        """Whether the lock is still ours; one that somebody has removed is taken again.

        Where the folder is gone it counts as ours: that will be told when the file is written.
        """
        if self._mine is None:
            return False
        if _says(self._file, self._words):
            return True
        if os.path.lexists(self._file):
            return False
        with contextlib.suppress(OSError):
            return self._make(self._mine)
        return True

    @property
    def holder(self) -> Holder | None:
        """Who holds the file now, None where nobody does."""
        return live_holder(self._file)

    def release(self) -> None:
        """Give the lock back, where it is still ours."""
        if self._mine is None:
            return
        _HELD.discard(self._mine.token)
        if _says(self._file, self._words):
            with contextlib.suppress(OSError):  # the folder is gone or closed: what is left there is nobody's
                self._file.unlink()
        self._mine = None

    def _keep(self, mine: Holder) -> None:
        self._mine, self._words = mine, _encoded(mine)
        _HELD.add(mine.token)

    def _make(self, mine: Holder) -> bool:
        """Put the lock file there, where there is none. Raises OSError."""
        with _written(self._file, mine) as whole:
            try:
                if os.name == "nt":
                    whole.rename(self._file)
                else:
                    os.link(whole, self._file, follow_symlinks=False)
            except FileExistsError:
                return False
            except OSError:
                return self._make_plainly(mine)
            return True

    def _make_plainly(self, mine: Holder) -> bool:
        """The same where the drive knows no links."""
        try:
            handle = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:
            return False
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_encoded(mine))
        except OSError:
            self._file.unlink(missing_ok=True)
            raise
        return True

    def _replace(self, mine: Holder, over: Holder | None) -> bool:
        """Put our lock in the place of a stale one (or of `over`). False where somebody else was quicker."""
        if self._file.is_dir():
            raise NotOrdinary(self._file)
        with _alone_with(self._file) as alone:
            if not alone:
                return False
            there = _read(self._file)
            if there is not None and there.lives and there != over:
                return False
            with _written(self._file, mine) as whole:
                whole.replace(self._file)
        return _says(self._file, _encoded(mine))


def live_holder(lock_file: Path) -> Holder | None:
    """Return who holds a lock file now, None when it is stale, says nothing, or is gone."""
    holder = _read(lock_file)
    if holder is None and os.path.lexists(lock_file):
        # Its maker may be at it just now, where a lock file cannot appear whole.
        time.sleep(_PAUSE)
        holder = _read(lock_file)
    return holder if holder is not None and holder.lives else None


@contextlib.contextmanager
def _written(file: Path, holder: Holder) -> Iterator[Path]:
    """The lock's words in a file beside it, which goes again where it has not become the lock."""
    whole = file.with_suffix(f".{ending_in_the_making()}")
    handle = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as made:
            made.write(_encoded(holder))
        yield whole
    finally:
        with contextlib.suppress(OSError):  # the folder is gone: so is the file
            whole.unlink(missing_ok=True)


@contextlib.contextmanager
def _alone_with(file: Path) -> Iterator[bool]:
    """Hold the system's lock on a lock file that is to be replaced; False where somebody else is at it or was.

    Windows replaces no file that is open, and what has no such lock is trusted to the look afterwards.
    """
    if os.name == "nt" or file.is_symlink():
        yield True
        return
    import fcntl

    try:
        handle = os.open(file, os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW)
    except FileNotFoundError:
        yield False
        return
    except OSError:
        yield True
        return
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        except OSError:
            yield True
        else:
            yield _is_same(handle, file)
    finally:
        os.close(handle)


def _is_same(handle: int, file: Path) -> bool:
    """Whether what was opened still stands under the name."""
    try:
        return os.path.samestat(os.fstat(handle), file.lstat())
    except OSError:
        return False


def _shown(name: str) -> str:
    """A name out of a lock file in a line of words: nothing that breaks or turns the line, and not the whole of it."""
    return "".join(filter(str.isprintable, name))[:_MOST_SHOWN]


def _encoded(holder: Holder) -> bytes:
    return json.dumps(asdict(holder), ensure_ascii=False).encode(errors="replace")


def _says(file: Path, words: bytes) -> bool:
    """Whether a lock file is just as it was written."""
    try:
        return read_ordinary(file, _MOST_BYTES) == words
    except OSError:
        return False


def _this_process() -> Holder:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    pid = os.getpid()
    token = os.urandom(8).hex()
    return Holder(host(), _user(), pid, started(pid), since, token, machine(), boot())


def _unknown() -> Holder:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return Holder("未知", "其他用户", 0, "", since, "")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "本机用户"


def _read(file: Path) -> Holder | None:
    """Who stands in a lock file, None where it says nothing of the kind."""
    try:
        data = json.loads(read_ordinary(file, _MOST_BYTES))
        holder = Holder(**data)
        datetime.fromisoformat(holder.since)
    except (NotOrdinary, TooLarge):
        return None
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    kinds = all(type(getattr(holder, each.name)) is each.type for each in fields(holder))
    return holder if kinds and 0 < holder.pid < _MOST_PROCESSES else None
