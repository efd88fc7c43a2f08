"""Forms, typefaces, icons, samples and the manual: all data that the program ships with.

The one module through which they are read. A name is a path inside this folder with forward slashes, such as
`forms/2021.toml`. A missing resource means a broken installation, so `FileNotFoundError` is left to rise.
"""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent
"""The folder that all names are looked up in."""


def path(name: str) -> Path:
    """Where the resource lies, for libraries that open files themselves. Raises FileNotFoundError."""
    found = ROOT / name
    if not found.exists():
        raise FileNotFoundError(f"resources/{name}")
    return found


def data(name: str) -> bytes:
    """The resource's bytes. Raises FileNotFoundError."""
    return path(name).read_bytes()


def text(name: str) -> str:
    """The resource's text, stored as UTF-8. Raises FileNotFoundError."""
    return path(name).read_text(encoding="utf-8")


def names(folder: str, suffix: str = "") -> tuple[str, ...]:
    """Names of the files directly in a folder that end in `suffix`, sorted. Raises FileNotFoundError."""
    files = (entry for entry in path(folder).iterdir() if entry.is_file() and entry.name.endswith(suffix))
    return tuple(sorted(f"{folder}/{entry.name}" for entry in files))
