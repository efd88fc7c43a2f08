"""Atomic, durable writing of whole files, the names of what stands beside a file, and words for what fails.

The bytes are written beside the target, flushed and synced, then put in its place, and the folder is synced.
Killed at any instant, the target is the old file or the new one, whole. The file beside has a name that nobody can
foresee and is always made anew, so that no link that somebody has put there is ever followed.
"""

import contextlib
import errno
import hashlib
import os
import stat
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from model.errors import CannotWrite
from model.file.machine import machine
from model.file.processes import is_running
from model.file.user_folder import FolderTaken
from model.pattern import Pattern
from model.program import belongs_to_program, broken

_NAME_KEPT: Final = 8
"""Characters of a file's name kept in the names beside it, which stay short for the sake of long paths."""

_MAKING_ENDS: Final = ".tmp"
_IN_THE_MAKING: Final = Pattern(r"\.~.*\.(\d{1,9})-([0-9a-f]{6})[0-9a-f]{16}\.tmp")
"""What files are called while they are written, with the writer's number and the mark of its computer."""
_MARK: Final = 6
PATIENCE: Final = 2.0
"""Seconds for which a refused replacement is tried again: virus scanners and sync clients hold files for moments."""
_FIRST_PAUSE: Final = 0.02
_PRIVATE: Final = 0o600
_NEW: Final = 0o666
_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)

_FULL: Final = "磁盘空间不足，请清理后再保存"
_FORBIDDEN: Final = "没有写入权限，请另存到其他文件夹"
_GONE: Final = "文件夹已不存在，或存储设备已拔出，请插回后重试，或另存到其他文件夹"
PULLED: Final = "文件所在的 U 盘或磁盘已不在，请插回后重试，或另存到其他文件夹"
"""Why a file was not saved whose disk is gone."""
_TOO_LONG: Final = "名称或路径太长，请缩短名称或另存到上一级文件夹"
_NO_NAME: Final = "名称中有不能使用的字符，请换一个名称"
_NO_FILE: Final = "那里是一个文件夹，请换一个名称"
_TAKEN: Final = "已有同名的文件，请换一个名称"
_HELD: Final = "文件正被其他程序使用或不允许替换，请关闭占用它的程序后重试，或另存到其他位置"
_BROKEN: Final = "磁盘或存储设备读写出错，请另存到其他位置"
_NO_ANSWER: Final = "网络位置没有响应，请稍后重试，或另存到本机"
_UNSUITED: Final = "这个位置不支持此项操作，请另存到其他位置"
_WORDS: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENODEV: PULLED,
    errno.ENXIO: PULLED,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.EISDIR: _NO_FILE,
    errno.EEXIST: _TAKEN,
    errno.ENOTEMPTY: _NO_FILE,
    errno.EBUSY: _HELD,
    errno.ETXTBSY: _HELD,
    errno.EIO: _BROKEN,
    errno.EINVAL: _UNSUITED,
    errno.ENOSYS: _UNSUITED,
    errno.ENOTSUP: _UNSUITED,
    errno.EOPNOTSUPP: _UNSUITED,
    errno.ELOOP: "那里的链接不能使用，请换一个名称",
    errno.ETIMEDOUT: _NO_ANSWER,
    errno.ESTALE: _NO_ANSWER,
    errno.ENOTCONN: _NO_ANSWER,
    errno.EHOSTDOWN: _NO_ANSWER,
    errno.EHOSTUNREACH: _NO_ANSWER,
}


def beside(path: Path, ending: str) -> Path:
    """Return the name of a file of ours beside `path`: short, hidden, and different for each name."""
    digest = hashlib.sha256(path.name.encode(errors="surrogatepass")).hexdigest()[:6]
    return path.with_name(f".~{path.stem[:_NAME_KEPT].strip('. ')}-{digest}.{ending}")


def why(error: OSError | ValueError) -> str:
    """Return in words for the clerk what stood in the way and what to do; a ValueError is a name that cannot be."""
    if not isinstance(error, OSError):
        return _NO_NAME
    if isinstance(error, FolderTaken):
        return f"“{error.filename}”是一个文件，不是文件夹，请把它改名或移走"
    if (
        isinstance(error, FileNotFoundError)
        and error.filename
        and belongs_to_program(os.fsdecode(error.filename))
    ):
        return broken(Path(os.fsdecode(error.filename)).name)
    return _WORDS.get(error.errno or 0, f"系统报告错误 {error.errno}，请另存到其他位置")


def not_saved(path: Path, words: str) -> CannotWrite:
    """Return the error about a file that was not saved; `words` are why, and what to do."""
    return CannotWrite(f"“{path.name}”未能保存：{words}。填写的内容仍在窗口中，没有丢失。")


def write_durably(
    path: Path, data: bytes, *, of: Path | None = None, private: bool = False, patience: float | None = None
) -> None:
    """Put `data` in place of the file `path`, which keeps its permissions.

    `of` is the file that `path` is a copy of: it has that one's permissions from the first byte on. `private`: only
    the user may read it. `patience` is how many seconds a refused replacement is tried again, PATIENCE where it is not given.
    Raises CannotWrite; the file is then what it was before, and nothing is left beside it.
    """
    try:
        _write(path, data, of or path, sync=True, private=private, patience=patience)
    except (OSError, ValueError) as error:
        raise not_saved(path, why(error)) from error


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Put `data` in place of the file without waiting for the disk. Raises OSError; the file is never half-written."""
    _write(path, data, path, sync=False, private=private, patience=None)


def free_name(path: Path) -> Path:
    """Return `path`, or with a number behind its name where that is taken. Raises OSError."""
    free, number = path, 2
    while os.path.lexists(free):
        free = path.with_name(f"{path.stem}{number}{path.suffix}")
        number += 1
    return free


def ending_in_the_making() -> str:
    """Return what the name of a file of ours ends in while it is written: whose it is, and what nobody can foresee."""
    return f"{os.getpid()}-{_mark()}{os.urandom(8).hex()}{_MAKING_ENDS}"


def remove_leftovers(path: Path, *, sole: bool = True) -> None:
    """Remove what writers killed in the middle of their work left in the folder of `path`.

    `sole`: nobody else writes this file, so nothing of it or of a copy of it is in the making. Of the others only what
    processes of this computer have left that run no longer goes. What cannot be removed, since it is another user's,
    stays.
    """
    start = beside(path, "").name
    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.suffix == _MAKING_ENDS]
    except OSError:
        return
    for name in names:
        if (sole and name.startswith(start)) or _is_left(name):
            with contextlib.suppress(OSError):
                path.with_name(name).unlink(missing_ok=True)


def remove_remains(folder: Path, names: Iterable[str] | None = None) -> None:
    """Remove, of what stands in a folder of the user's own, what writers of any file there left when they were killed.

    `names` is what stands there, looked up where it is not given. Raises OSError where the folder cannot be read.
    """
    for name in (entry.name for entry in folder.iterdir()) if names is None else names:
        if _is_left(name):
            with contextlib.suppress(OSError):
                (folder / name).unlink(missing_ok=True)


def _is_left(name: str) -> bool:
    """Whether a file was being made by a process of this computer that runs no longer."""
    made = _IN_THE_MAKING.fullmatch(name) if name.endswith(_MAKING_ENDS) else None
    return made is not None and made[2] == _mark() and not is_running(int(made[1]))


@cache
def _mark() -> str:
    return machine()[:_MARK]


def _write(path: Path, data: bytes, of: Path, *, sync: bool, private: bool, patience: float | None) -> None:
    like = None if private else _state_of(of)
    written = path.with_name(beside(of, ending_in_the_making()).name)
    mode = _PRIVATE if private else _NEW if like is None else stat.S_IMODE(like.st_mode) & _NEW
    handle = os.open(
        written, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY, mode | stat.S_IWUSR
    )
    try:
        try:
            if like is not None:
                _liken(handle, like, of)
            _write_all(handle, data)
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)
        _put_in_place(written, path, PATIENCE if patience is None else patience)
    except BaseException:
        with contextlib.suppress(OSError):  # the folder is gone: so is the file
            written.unlink(missing_ok=True)
        raise
    if sync:
        _sync_folder(path.parent)


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _state_of(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _liken(handle: int, like: os.stat_result, of: Path) -> None:
    """Give a new, still empty file owner, permissions and attributes (access lists among them) of another.

    A user may give a file to a group, the system's administrator also to an owner; what may not be kept, or a drive
    does not know, is done without. Where the group is not the same, it may do what everybody may: else the file would
    be open to a group that was never meant.
    """
    if os.name == "nt":
        return
    made = os.fstat(handle)
    if (made.st_uid, made.st_gid) != (like.st_uid, like.st_gid):
        for owner in (like.st_uid, -1):
            with contextlib.suppress(OSError):
                os.fchown(handle, owner, like.st_gid)
                break
        made = os.fstat(handle)
    mode = stat.S_IMODE(like.st_mode)
    if made.st_gid != like.st_gid:
        mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    if stat.S_IMODE(made.st_mode) != mode:
        with contextlib.suppress(OSError):
            os.fchmod(handle, mode)
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(of):
                with contextlib.suppress(OSError):
                    os.setxattr(handle, name, os.getxattr(of, name))


def _put_in_place(written: Path, path: Path, patience: float) -> None:
    """Give what was written the file's name; while another program holds that, try again."""
    end = time.monotonic() + patience
    pause = _FIRST_PAUSE
    while True:
        try:
            written.replace(path)
        except PermissionError as error:
            if time.monotonic() >= end:
                raise OSError(errno.EBUSY, "held by another program") from error
            time.sleep(pause)
            pause *= 2
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable. The file is in its place already; places that cannot do it do without."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
