"""A module as it runs on Windows: what it sees of the system is named so, and has not what Windows has not."""

import os
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Final

import pytest

_LACKING: Final = frozenset(
    ("fchmod", "fchown", "getxattr", "listxattr", "setxattr", "link", "geteuid", "O_NOFOLLOW", "O_NONBLOCK")
)


def as_on_windows(monkeypatch: pytest.MonkeyPatch, *modules: ModuleType) -> None:
    """Let these modules see Windows: `os` by its name there and without what it lacks, no `fcntl`, and strict names."""
    seen = {name: value for name, value in vars(os).items() if name not in _LACKING}
    for module in modules:
        monkeypatch.setattr(module, "os", SimpleNamespace(**(seen | {"name": "nt"})))
    monkeypatch.setitem(sys.modules, "fcntl", None)
    rename = Path.rename

    def strictly(path: Path, target: Path) -> Path:
        """Windows gives no file a name that another has."""
        if os.path.lexists(target):
            raise FileExistsError(target)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", strictly)
