"""What is installed here: version, commit and date, the program's folder, and how a broken installation is mended."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import resources

FOLDER: Final = Path(resources.__file__).resolve().parent.parent
"""Where main.py lies."""
_OWN: Final = (FOLDER / "resources", Path(sys.prefix).resolve())
PORTABLE_MARK: Final = "数据保存在本文件夹"
"""A file of this name beside the program's folder has the program keep its data there, as on a USB stick."""
_UNFILLED: Final = "$Format"


class Release(NamedTuple):
    """A version, and the commit it was made of with its day; both "" in a working tree."""

    version: str
    commit: str
    date: str

    @property
    def sentence(self) -> str:
        """The release as the clerk reads it out to whoever helps."""
        made = f"（{self.date}，{self.commit[:10]}）" if self.commit else "（源代码）"
        return f"版本 {self.version}{made}"


@cache
def release() -> Release:
    """Read what release this is. Raises FileNotFoundError in a broken installation."""
    # Loaded here: the start asks where the program lies, and only later what version it is.
    import tomllib

    version = tomllib.loads((FOLDER / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    made = tomllib.loads(resources.text("release.toml"))
    known = {name: "" if value.startswith(_UNFILLED) else value for name, value in made.items()}
    return Release(version, known["commit"], known["date"])


def installation() -> str:
    """Return what tells this installation from another, and from one laid over it: its place, and the time of its commit.

    "" where it has been removed. Asked at every start, so nothing is read for it.
    """
    try:
        return f"{FOLDER} {(FOLDER / 'resources' / 'release.toml').stat().st_mtime_ns}"
    except OSError:
        return ""


_AT_START: Final = installation()


def is_removed() -> bool:
    """Whether the program has been taken off the disk while it runs."""
    return not installation()


def what_became() -> str:
    """Say what has become of the program on the disk while it runs, and what to do; "" where it is as it was.

    Linux lets a package be replaced and removed under an open window. What that window has not loaded yet it would then
    find to be another version's, or not at all.
    """
    now = installation()
    if now == _AT_START:
        return ""
    if not now:
        return "年报助手的程序文件已不在原处，可能刚被卸载、移动，或存储设备已拔出。请保存报告，然后关闭窗口"
    return "年报助手已换成另一个版本，本窗口还是原来的版本。请保存报告，关闭窗口后重新打开"


def is_source() -> bool:
    """Whether this is the source tree, set up by make, and not an installed release."""
    return (FOLDER / "Makefile").exists()


def portable_folder() -> Path | None:
    """Return where the user's data go when the program is carried on a stick that can be written to, else None."""
    beside = FOLDER.parent
    return beside / "数据" if (beside / PORTABLE_MARK).exists() and os.access(beside, os.W_OK) else None


def belongs_to_program(path: str | Path) -> bool:
    """Whether a file is one of the program's own data, of its Python's or of its packages'."""
    absolute = Path(path).absolute()
    return any(absolute.is_relative_to(folder) for folder in _OWN)


def broken(what: str) -> str:
    """Say that a part of the installation is missing, and what to do."""
    mend = "请在程序文件夹里运行：make run" if is_source() else "请重新安装年报助手，报告文件不受影响"
    return f"程序文件不完整（缺少 {what}），可能被误删或被杀毒软件隔离。{mend}"
