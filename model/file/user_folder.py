"""The user's own data folder: saved generations, and what cannot stand beside an office file."""

import os
from pathlib import Path

from platformdirs import user_data_path

CRASH_ENDING = "crash"
"""What the name of a crash copy ends in."""
VARIABLE = "NIANBAO_DATA"
"""Environment variable that names another folder."""


def user_folder() -> Path:
    """Return the folder, which need not exist yet: the environment's, else the one the system gives programs."""
    return Path(os.environ.get(VARIABLE) or user_data_path("nianbao", appauthor=False))


def unsaved_folder() -> Path:
    """Return where the crash copies of reports without a file of their own stand."""
    return user_folder() / "unsaved"


def unsaved_files() -> tuple[Path, ...]:
    """Return the files there that look like crash copies, unread: those of living windows are among them."""
    folder = unsaved_folder()
    return tuple(folder.glob(f".~*.{CRASH_ENDING}")) if folder.is_dir() else ()
