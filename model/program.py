"""What is installed here: version, commit and date, the program's folder, and how a broken installation is mended."""

import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import resources

FOLDER: Final = Path(resources.__file__).resolve().parent.parent
"""Where main.py lies."""
_OWN: Final = (FOLDER / "resources", Path(sys.prefix).resolve())
PORTABLE_MARK: Final = "数据保存在本文件夹"
"""A file of this name beside the program's folder has the program keep its data there, as on a USB stick."""
_UNFILLED: Final = "$Format"


@dataclass(frozen=True, slots=True)
class Release:
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
