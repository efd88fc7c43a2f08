"""Reads ordinary files only, and no more of them than is asked for: no pipe, device or endless file holds anybody up."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_PORTION: Final = 1 << 20


class NotOrdinary(OSError):
    """What stands there is a pipe, a device, a socket or (where none is followed) a link."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "not an ordinary file", str(path))


class TooLarge(OSError):
    """The file holds more than is read."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EFBIG, "too large", str(path))


def read_ordinary(path: Path, most: int, *, follow: bool = False) -> bytes:
    """Return what the file holds. `follow`: a link is followed.

    Raises NotOrdinary, TooLarge where it holds more than `most` bytes, IsADirectoryError, and OSError or ValueError
    as `open` does.
    """
    if not follow and path.is_symlink():
        raise NotOrdinary(path)
    handle = os.open(path, _FLAGS | (0 if follow else _NO_FOLLOW))
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
        if not stat.S_ISREG(mode):
            raise NotOrdinary(path)
        return _read(handle, path, most)
    finally:
        os.close(handle)


def read_start(path: Path, count: int) -> bytes:
    """Return the first bytes of an ordinary file, no link followed. Raises OSError or ValueError."""
    handle = os.open(path, _FLAGS | _NO_FOLLOW)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotOrdinary(path)
        return os.read(handle, count)
    finally:
        os.close(handle)


def _read(handle: int, path: Path, most: int) -> bytes:
    parts: list[bytes] = []
    left = most
    while part := os.read(handle, _PORTION):
        parts.append(part)
        left -= len(part)
        if left < 0:
            raise TooLarge(path)
    return b"".join(parts)
