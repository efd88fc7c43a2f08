"""Reads ordinary files only, and no more of them than is asked for: no pipe, device or endless file holds anybody up."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_LINK: Final = (errno.ELOOP, errno.EMLINK)
"""What systems say of a link that was not to be followed."""
_PORTION: Final = 1 << 16


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
    if not follow and not _NO_FOLLOW and path.is_symlink():
        raise NotOrdinary(path)
    try:
        handle = os.open(path, _FLAGS | (0 if follow else _NO_FOLLOW))
    except OSError as error:
        if not follow and error.errno in _LINK:
            raise NotOrdinary(path) from error
        raise
    try:
        state = os.fstat(handle)
        if stat.S_ISDIR(state.st_mode):
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
        if not stat.S_ISREG(state.st_mode):
            raise NotOrdinary(path)
        return _read(handle, path, state.st_size, most)
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


def _read(handle: int, path: Path, size: int, most: int) -> bytes:
    """All that an open file holds: as a rule its size in one piece, and nothing after that."""
    parts: list[bytes] = []
    left = most
    portion = max(min(size, most) + 1, _PORTION)
    while part := os.read(handle, portion):
        parts.append(part)
        left -= len(part)
        if left < 0:
            raise TooLarge(path)
        portion = _PORTION
    return b"".join(parts)
