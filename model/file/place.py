"""Where an open file is: on which disk and under how many names, so that a save tells or refuses what has become of it.

A file can vanish under the program. Renamed or moved away it is saved anew, and that is told. Where its disk has gone with
it, as a stick does that was pulled, the folder in which the stick was may still be there, empty and on the computer's own
disk: nothing is put into that, since nobody would look for the report there.
"""

import os
from pathlib import Path
from typing import Final

from model.file.access import names_of
from model.file.safe_write import PULLED, not_saved

_MISSED: Final = (
    "文件已保存，但原处的文件已不在（可能被改名或移走），所以重新存了一份；改名或移走的那份仍是旧内容"
)
_PARTED: Final = "文件已保存，但它还有另一个名称（硬链接），那个名称下仍是保存前的内容"


class Place:
    """The place of a file as it is now, to be compared with what is there later."""

    def __init__(self, path: Path | None) -> None:
        """A report without a file is nowhere, and never gone."""
        self._path = path
        self._disk = _disk_of(path.parent) if path else None
        self._names = names_of(path) if path else 0

    @property
    def is_gone(self) -> bool:
        """Whether the file is there no more, and its folder is on another disk than it was."""
        if self._path is None or os.path.lexists(self._path):
            return False
        disk = _disk_of(self._path.parent)
        return disk is not None and disk != self._disk

    def check(self) -> None:
        """Raise CannotWrite where the file's disk is gone."""
        if self._path is not None and self.is_gone:
            raise not_saved(self._path, PULLED)

    @property
    def remark(self) -> str:
        """What a save has to tell that replaces what is at the place now, "" where that is the file alone."""
        names = names_of(self._path) if self._path else 1
        if not names:
            return _MISSED
        return _PARTED if names > max(1, self._names) else ""


def _disk_of(folder: Path) -> int | None:
    """Which disk a folder is on, None where there is no such folder: that will be told when it is written to."""
    try:
        return folder.stat().st_dev
    except (OSError, ValueError):
        return None
