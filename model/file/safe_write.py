"""Atomic, durable writing of whole files, the names of what stands beside a file, and words for what fails.

The bytes are written beside the target, flushed and synced, then put in its place, and the folder is synced.
Killed at any instant, the target is the old file or the new one, whole.
"""

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import Final

from model.errors import CannotWrite

_NAME_KEPT: Final = 8
"""Characters of a file's name kept in the names beside it, which stay short for the sake of long paths."""

_FULL: Final = "磁盘空间不足，请清理后再保存"
_FORBIDDEN: Final = "没有写入权限，请另存到其他文件夹"
_GONE: Final = "文件夹已不存在，或存储设备已拔出，请另存到其他文件夹"
_TOO_LONG: Final = "名称或路径太长，请缩短名称或另存到上一级文件夹"
_NO_NAME: Final = "名称中有不能使用的字符，请换一个名称"
_NO_FILE: Final = "那里是一个文件夹，请换一个名称"
_TAKEN: Final = "已有同名的文件，请换一个名称"
_WORDS: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENODEV: _GONE,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.EISDIR: _NO_FILE,
    errno.EEXIST: _TAKEN,
    errno.ENOTEMPTY: _NO_FILE,
}


def beside(path: Path, ending: str) -> Path:
    """Return the name of a file of ours beside `path`: short, hidden, and different for each name."""
    digest = hashlib.sha256(path.name.encode(errors="surrogatepass")).hexdigest()[:6]
    return path.with_name(f".~{path.stem[:_NAME_KEPT].strip('. ')}-{digest}.{ending}")


def why(error: OSError | ValueError) -> str:
    """Return in words for the clerk what stood in the way and what to do; a ValueError is a name that cannot be."""
    if not isinstance(error, OSError):
        return _NO_NAME
    return _WORDS.get(error.errno or 0, f"系统报告“{error.strerror or error}”，请另存到其他位置")


def write_durably(path: Path, data: bytes) -> None:
    """Put `data` in place of the file `path`, which keeps its permissions.

    Raises CannotWrite; the file is then what it was before, and nothing is left beside it.
    """
    try:
        _write(path, data, sync=True)
    except (OSError, ValueError) as error:
        raise CannotWrite(f"“{path.name}”未能保存：{why(error)}。填写的内容仍在窗口中，没有丢失。") from error


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in place of the file without waiting for the disk. Raises OSError; the file is never half-written."""
    _write(path, data, sync=False)


def remove_leftovers(path: Path) -> None:
    """Remove what writers killed in the middle of a save left beside `path`. Only its sole writer may call this."""
    start = beside(path, "").name
    for entry in path.parent.iterdir():
        if entry.name.startswith(start) and entry.suffix == ".tmp":
            entry.unlink(missing_ok=True)


def _write(path: Path, data: bytes, *, sync: bool) -> None:
    beside_it = beside(path, f"{os.getpid()}.tmp")
    handle = os.open(beside_it, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        try:
            _write_all(handle, data)
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)
        _keep_permissions(path, beside_it)
        beside_it.replace(path)
    except BaseException:
        beside_it.unlink(missing_ok=True)
        raise
    if sync:
        _sync_folder(path.parent)


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _keep_permissions(path: Path, written: Path) -> None:
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return
    written.chmod(mode)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable. Windows and some network folders have no such call and do without."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)
