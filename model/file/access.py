"""Whether an office file may be written: its permissions, its folder, and who holds its lock."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from model.file.lock import Holder, Lock
from model.file.safe_write import remove_leftovers, why

_ANY_WRITE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class Access:
    """Whether a file may be saved: `reason` says in Chinese why not, `holder` who has it open."""

    writable: bool
    reason: str = ""
    holder: Holder | None = None


def acquire(lock: Lock, path: Path) -> Access:
    """Take the file's lock, where file and folder can be written, and return what came of it."""
    mode = mode_of(path)
    if mode is not None and not (mode & _ANY_WRITE and os.access(path, os.W_OK)):
        return Access(writable=False, reason="文件的属性为只读")
    try:
        holder = lock.take()
        if holder is None:
            remove_leftovers(path)
    except (OSError, ValueError) as error:
        lock.release()
        return Access(writable=False, reason=f"文件所在文件夹不能写入（{why(error)}）")
    if holder is not None:
        return Access(writable=False, reason=holder.sentence, holder=holder)
    return Access(writable=True)


def mode_of(path: Path) -> int | None:
    """Return the file's permissions, None where there is no file or no such name can be."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return None
