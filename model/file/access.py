"""Whether an office file may be written: its permissions, its folder, and who holds its lock."""

import errno
import os
import stat
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from model.file.lock import Holder, Lock
from model.file.safe_read import NotOrdinary
from model.file.safe_write import remove_leftovers, why

_LINKED: Final = "此文件还有另一个名称（硬链接），在这里保存后另一个名称下仍是旧内容"
_SPLITS: Final = "仍要编辑，两个名称从此是两份报告。"
_TAKES_OVER: Final = (
    "如确知对方已经关闭（例如那台电脑已停用，或 U 盘从那里直接拔下），可以仍要编辑；"
    "对方若还在编辑，将不能再保存到此文件。"
)
_NO_LOCK: Final = "文件旁边的“{}”占着锁的位置，却不是锁文件，请删除它后重新打开"
_TAKEN_OVER: Final = "此文件已被其他程序接管"
_ANY_WRITE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class Access(NamedTuple):
    """Whether a file may be saved: `reason` says in Chinese why not, `holder` who has it open.

    `can_insist`: it may be edited all the same, when the clerk says so; `warning` says what that means.
    """

    writable: bool
    reason: str = ""
    holder: Holder | None = None
    can_insist: bool = False
    warning: str = ""


def acquire(lock: Lock, path: Path, *, insist: Holder | bool = False) -> Access:
    """Take the file's lock, where file and folder can be written, and return what came of it.

    `insist`: edit it all the same, though this holder has a lock on it, or (True) though it has another name.
    """
    mode = mode_of(path)
    if mode is not None and not (mode & _ANY_WRITE and os.access(path, os.W_OK)):
        return Access(writable=False, reason="文件的属性为只读")
    try:
        if not insist and names_of(path) > 1:
            return Access(writable=False, reason=_LINKED, can_insist=True, warning=_SPLITS)
        holder = lock.take(insist if isinstance(insist, Holder) else None)
        if holder is None:
            remove_leftovers(path)
    except NotOrdinary as error:
        lock.release()
        return Access(writable=False, reason=_NO_LOCK.format(PurePath(str(error.filename)).name))
    except (OSError, ValueError) as error:
        lock.release()
        return Access(writable=False, reason=f"文件所在文件夹不能写入（{why(error)}）")
    if holder is not None:
        can_insist = not (holder.is_here and holder.started)  # else it may be dead, and nothing tells
        return Access(False, holder.sentence, holder, can_insist, _TAKES_OVER if can_insist else "")
    return Access(writable=True)


def taken_over(path: Path) -> Access:
    """Return what there is to say of a file whose lock is ours no longer."""
    holder = Lock(path).holder
    return Access(writable=False, reason=holder.sentence if holder else _TAKEN_OVER, holder=holder)


def true_path(path: Path, known: Path | None = None) -> Path:
    """Return the one absolute path of a file: links followed, and spelt as its folder spells it.

    In a folder that takes 年报.XXGK for 年报.xxgk both are the same file and have one lock. `known` is a file's path
    that is returned where `path` leads to it another way, through a linked folder. Raises OSError, and ValueError for
    a name that cannot be.
    """
    try:
        path = path.resolve() if path.is_symlink() else path.absolute()
    except RuntimeError as error:  # links in a circle, before Python 3.13
        raise OSError(errno.ELOOP, "links in a circle", str(path)) from error
    if not path.exists():
        return path
    if known is not None and known.name == path.name and path.parent.samefile(known.parent):
        return known
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except PermissionError:  # a folder whose files may be used, but not listed
        return path
    if path.name in names:
        return path
    alike = (path.with_name(name) for name in names if name.casefold() == path.name.casefold())
    return next((other for other in alike if other.samefile(path)), path)


def target(path: Path, known: Path | None = None) -> tuple[Path, bool]:
    """Return the true path of what is to be saved under a name, and whether something stands there, if only a link.

    Raises OSError, ValueError.
    """
    leads_nowhere = path.is_symlink() and not path.exists()
    path = true_path(path, known)
    return path, leads_nowhere or mode_of(path) is not None


def names_of(path: Path) -> int:
    """Return how many names a file has: hard links, which a save under one of them leaves as they were.

    0 where no file is there. On Windows, where few know of them, each file counts as having one.
    """
    try:
        found = path.stat()
    except (OSError, ValueError):
        return 0
    return found.st_nlink if os.name != "nt" and stat.S_ISREG(found.st_mode) else 1


def mode_of(path: Path) -> int | None:
    """Return the file's permissions, None where there is no file or no such name can be."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return None
