"""The disk fails: each call that the program makes to it is refused, once and from then on, in every usual way."""

import errno
import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from model.file import safe_write
from tests.proof.file.line import Line, Tally
from tests.proof.file.worker import desk, faults_after, hear, keep, process, renew, work

_CALLS: Final = (
    "open", "read", "write", "fsync", "replace", "rename", "link", "unlink", "mkdir", "close", "fchmod", "fchown",
    "stat", "lstat", "fstat", "listdir", "scandir", "listxattr",
)  # fmt: skip
_ERRORS: Final = (
    errno.ENOSPC, errno.EIO, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTSUP, errno.ENOENT, errno.ESTALE,
)  # fmt: skip
_ROUNDS: Final = 3


class Disk:
    """Stands before the system's calls and does something at the one with a number."""

    def __init__(self, at: int, deed: Callable[[], None], *, onwards: bool = False) -> None:
        self.count = 0
        self._at = at
        self._deed = deed
        self._onwards = onwards

    def stand(self) -> None:
        """Take the place of the calls."""
        for name in _CALLS:
            setattr(os, name, partial(self._call, getattr(os, name)))

    def _call(self, call: Callable[..., object], *arguments: object, **more: object) -> object:
        if not _is_ours(arguments):
            return call(*arguments, **more)
        self.count += 1
        if self.count == self._at or (self._onwards and self.count > self._at):
            self._deed()
        return call(*arguments, **more)


def _is_ours(arguments: tuple[object, ...]) -> bool:
    """Whether a call is about an open file or one of the proof's, not about the machine or the program itself."""
    place = arguments[0] if arguments else ""
    return isinstance(place, int) or "proof-" in str(place)


def lines() -> Iterator[Line]:
    """Yield what was proved."""
    yield refused()
    yield stopped()


def refused(every: int = 1) -> Line:
    """Refuse each `every`th call with each error, once, and from then on."""
    tally = Tally(
        "a call to the disk refused, once or from then on, at every call of open + 3 × (copy, save)"
    )
    with desk() as path:
        kept = keep(path)
        for onwards in (False, True):
            for number in range(1, _count(path, kept) + 1, every):
                error = _ERRORS[number % len(_ERRORS)]
                for code in dict.fromkeys((errno.ENOSPC, errno.EIO, errno.EACCES, error)):
                    _case(path, kept, tally, number, partial(_refuse, code), onwards=onwards)
    return tally.line


def stopped() -> Line:
    """Kill the program before each call."""
    tally = Tally("killed before every call to the disk of open + 3 × (copy, save)")
    with desk() as path:
        kept = keep(path)
        for number in range(1, _count(path, kept) + 1):
            _case(path, kept, tally, number, _die)
    return tally.line


def _case(
    path: Path, kept: Path, tally: Tally, at: int, deed: Callable[[], None], *, onwards: bool = False
) -> None:
    renew(path, kept)
    told = hear(*process(partial(_work_on, path, Disk(at, deed, onwards=onwards))))
    tally.add("told" if told.refusals else "as if nothing was", *faults_after(path, told))


def _work_on(path: Path, disk: Disk, tell: Callable[[str], None]) -> None:
    # What is refused for good is tried again for seconds; what comes of it is the same after less.
    vars(safe_write)["PATIENCE"] = 0.0
    disk.stand()
    work(path, tell, rounds=_ROUNDS)


def _count(path: Path, kept: Path) -> int:
    """How many calls the work takes when nothing fails."""
    renew(path, kept)
    told = hear(*process(partial(_counted, path)))
    renew(path, kept)
    return told.saved


def _counted(path: Path, tell: Callable[[str], None]) -> None:
    disk = Disk(0, _die)
    disk.stand()
    work(path, lambda _line: None, rounds=_ROUNDS)
    tell(f"saved {disk.count}")


def _refuse(code: int) -> None:
    raise OSError(code, os.strerror(code))


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
