"""The user's own data folder: saved generations, and what cannot stand beside an office file."""

import os
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "NIANBAO_DATA"
"""Environment variable that names another folder."""


def user_folder() -> Path:
    """Return the folder, which need not exist yet: the environment's, else the one the system gives programs."""
    return Path(os.environ.get(VARIABLE) or user_data_path("nianbao", appauthor=False))
