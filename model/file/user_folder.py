"""The user's own data folder: saved generations, and what cannot stand beside an office file. Nobody else reads it."""

import errno
import os
from pathlib import Path

from model.program import portable_folder
from model.system_folders import data_folder

CRASH_ENDING = "crash"
"""What the name of a crash copy ends in."""
NOTE_ENDING = "where"
"""What the name of a note ends in that says where a crash copy beside its file stands."""
VARIABLE = "NIANBAO_DATA"
"""Environment variable that names another folder."""
_PRIVATE = 0o700


class FolderTaken(NotADirectoryError):
    """A file stands where a folder of the program's data should; `filename` is that file."""


def user_folder() -> Path:
    """Return the folder, which need not exist yet: the environment's, else the stick's, else the system's for programs."""
    return Path(os.environ.get(VARIABLE) or portable_folder() or data_folder())


def unsaved_folder() -> Path:
    """Return where the crash copies of reports without a file of their own stand."""
    return user_folder() / "unsaved"


def crash_folder() -> Path:
    """Return where the crash copies stand that their file's own folder does not take."""
    return user_folder() / "crash"


def make_private(folder: Path) -> None:
    """Make a folder below the user's own, which only the user may enter. Raises OSError, FolderTaken where a file stands."""
    for each in (*reversed(folder.relative_to(user_folder()).parents), folder.relative_to(user_folder())):
        made = user_folder() / each
        try:
            made.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            taken = next((place for place in (*reversed(made.parents), made) if not place.is_dir()), made)
            raise FolderTaken(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(taken)) from error


def kept_copies() -> tuple[Path, ...]:
    """Return the files in the user's folder that look like crash copies, unread: living windows' are among them."""
    return _kept(CRASH_ENDING)


def kept_notes() -> tuple[Path, ...]:
    """Return the notes that say where crash copies stand beside their files."""
    return _kept(NOTE_ENDING)


def _kept(ending: str) -> tuple[Path, ...]:
    folders = (unsaved_folder(), crash_folder())
    return tuple(file for folder in folders if folder.is_dir() for file in sorted(folder.glob(f"*.{ending}")))
