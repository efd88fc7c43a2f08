"""The disk fails: each call that the program makes to it is refused, once and from then on, in every usual way."""

import errno
import fcntl
import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, Self, TypeAlias

from model.file import safe_write
from tests.proof.file.line import Line, Tally
from tests.proof.file.worker import Told, desk, faults_after, hear, keep, process, renew, work

_CALLS: Final = (
    "access", "chmod", "chown", "close", "fchmod", "fchown", "fdatasync", "fstat", "fsync", "ftruncate", "getxattr",
    "lchown", "link", "listdir", "listxattr", "lstat", "mkdir", "open", "read", "readlink", "removexattr", "rename",
    "replace", "rmdir", "scandir", "setxattr", "stat", "statvfs", "symlink", "truncate", "unlink", "utime", "write",
)  # fmt: skip
"""Every call of Python's that asks for something of a file or folder or changes one, whether we make it today or not."""
_ERRORS: Final = (
    errno.ENOSPC, errno.EIO, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTSUP, errno.ENOENT, errno.ESTALE,
)  # fmt: skip
ROUNDS: Final = 3

Job: TypeAlias = Callable[[Callable[[str], None]], None]
"""What a process does; it is given what it tells through."""


class Disk:
    """Stands before the system's calls and does something at the one with a number."""

    def __init__(self, at: int, deed: Callable[[], None], *, onwards: bool = False) -> None:
        self.count = 0
        self._at = at
        self._deed = deed
        self._onwards = onwards

    def stand(self) -> None:
        """Take the place of the calls."""
        stands_in: dict[str, Callable[..., Any]] = {"access": self._ask, "scandir": self._look}
        for name in _CALLS:
            setattr(os, name, partial(stands_in.get(name, self._call), getattr(os, name)))
        vars(fcntl)["flock"] = partial(self._call, fcntl.flock)

    def _call(self, call: Callable[..., Any], *arguments: object, **more: object) -> Any:  # noqa: ANN401 - whatever it returns
        if _is_ours(arguments):
            self._count()
        return call(*arguments, **more)

    def _ask(self, access: Callable[..., bool], *arguments: object, **more: object) -> bool:
        """A question that is answered with no where it fails."""
        try:
            return bool(self._call(access, *arguments, **more))
        except OSError:
            return False

    def _look(self, scandir: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401 - as the system's
        """A folder that is looked through may fail at each of its entries, too."""
        entries = self._call(scandir, *arguments)
        return _Entries(entries, self._count) if _is_ours(arguments) else entries

    def _count(self) -> None:
        self.count += 1
        if self.count == self._at or (self._onwards and self.count > self._at):
            self._deed()


class _Entries:
    """The entries of a folder as the system gives them, each of them by a call that is counted."""

    def __init__(self, entries: Any, count: Callable[[], None]) -> None:  # noqa: ANN401 - the system's own kind
        self._entries = entries
        self._count = count

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> object:
        self._count()
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._entries.close()

    def close(self) -> None:
        """Have done with the folder."""
        self._entries.close()


def _is_ours(arguments: tuple[object, ...]) -> bool:
    """Whether a call is about an open file or one of the proof's, not about the machine or the program itself."""
    return any(isinstance(place, int) or "proof-" in str(place) for place in arguments[:2])


def lines() -> Iterator[Line]:
    """Yield what was proved."""
    yield refused()
    yield stopped()


def refused(every: int = 1) -> Line:
    """Refuse each `every`th call of a day's work with each error, once, and from then on."""
    tally = Tally(
        "a call to the disk refused, once or from then on, at every call of open + 3 × (copy, save)"
    )
    with desk() as path:
        kept = keep(path)
        day = partial(work, path, rounds=ROUNDS)
        for disk in refusing(count_of(day), every):
            renew(path, kept)
            told = tried(day, disk)
            tally.add(outcome_of(told), *faults_after(path, told))
    return tally.line


def stopped() -> Line:
    """Kill the program before each call."""
    tally = Tally("killed before every call to the disk of open + 3 × (copy, save)")
    with desk() as path:
        kept = keep(path)
        day = partial(work, path, rounds=ROUNDS)
        for number in range(1, count_of(day) + 1):
            renew(path, kept)
            tally.add("", *faults_after(path, tried(day, Disk(number, _die))))
    return tally.line


def refusing(calls: int, every: int) -> Iterator[Disk]:
    """Disks that refuse each `every`th of so many calls with each error, once, and from then on."""
    for onwards in (False, True):
        for number in range(1, calls + 1, every):
            error = _ERRORS[number % len(_ERRORS)]
            for code in dict.fromkeys((errno.ENOSPC, errno.EIO, errno.EACCES, error)):
                yield Disk(number, partial(_refuse, code), onwards=onwards)


def tried(job: Job, disk: Disk) -> Told:
    """Let a process do a job on such a disk; return what it has told."""
    return hear(*process(partial(_on, disk, job)))


def outcome_of(told: Told) -> str:
    """What the clerk has seen of it."""
    return "told" if told.refusals else "as if nothing was"


def count_of(job: Job) -> int:
    """How many calls a job takes when nothing fails."""
    return hear(*process(partial(_counted, job))).saved


def _on(disk: Disk, job: Job, tell: Callable[[str], None]) -> None:
    # What is refused for good is tried again for seconds; what comes of it is the same after less.
    vars(safe_write)["PATIENCE"] = 0.0
    disk.stand()
    job(tell)


def _counted(job: Job, tell: Callable[[str], None]) -> None:
    disk = Disk(0, _die)
    disk.stand()
    job(lambda _line: None)
    tell(f"saved {disk.count}")


def _refuse(code: int) -> None:
    raise OSError(code, os.strerror(code))


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
