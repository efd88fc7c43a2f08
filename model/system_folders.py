"""Where the system wants a program's settings and its user's data.

Asked at every start, before there is anything to see, so two variables are read and no library is loaded for it: of
what the start page adds to an empty window, loading one took a twentieth.
"""

import os
from pathlib import Path
from typing import Final

_PROGRAM: Final = "nianbao"


def settings_folder() -> Path:
    """Return the folder for the program's settings, which need not exist yet."""
    return _named("XDG_CONFIG_HOME", ".config") / _PROGRAM


def data_folder() -> Path:
    """Return the folder for the user's data, which need not exist yet."""
    return data_of_programs() / _PROGRAM


def data_of_programs() -> Path:
    """Return the folder in which the system keeps the user's data of all programs."""
    return _named("XDG_DATA_HOME", ".local/share")


def _named(variable: str, usual: str) -> Path:
    """Return the folder that `variable` names, `usual` below the user's home where it names none.

    The variables and their usual places are the XDG Base Directory Specification's, which has relative ones passed
    over. Windows keeps both in one place that does not follow the user to other machines.
    """
    if os.name == "nt":
        variable, usual = "LOCALAPPDATA", "AppData/Local"
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path.home() / usual
