"""What shared libraries ask of others, read by binutils from their own tables (ELF and PE)."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from release.facts import run

_ELF: Final = b"\x7fELF"
_NEEDED: Final = re.compile(r"\(NEEDED\).*\[(.+?)\]")
_IMPORTED: Final = re.compile(r"DLL Name: (\S+)")
_VERSION: Final = re.compile(r"Name: GLIBC_(\d+)\.(\d+)")


def is_elf(path: Path) -> bool:
    """Tell whether a file is a Linux program or library."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == _ELF


def needed(path: Path) -> list[str]:
    """Return the names of the libraries that a program or library asks the loader for."""
    if is_elf(path):
        return _NEEDED.findall(run("readelf", "--dynamic", "--wide", str(path)))
    return _IMPORTED.findall(run("objdump", "--private-headers", str(path)))


def closure(roots: Iterable[Path], among: Iterable[Path]) -> set[Path]:
    """Return those libraries `among` the given ones that the roots need, directly or through one another."""
    named = {path.name.lower(): path for path in among}
    found: set[Path] = set()
    waiting = list(roots)
    while waiting:
        for name in needed(waiting.pop()):
            library = named.get(name.lower())
            if library is not None and library not in found:
                found.add(library)
                waiting.append(library)
    return found


def glibc_needed(path: Path) -> tuple[int, int]:
    """Return the newest version of glibc whose symbols a program or library asks for, (0, 0) where it asks for none."""
    words = run("readelf", "--version-info", "--wide", str(path)).partition("Version needs section")[2]
    return max(((int(major), int(minor)) for major, minor in _VERSION.findall(words)), default=(0, 0))


def too_new(folder: Path, glibc: tuple[int, int]) -> Iterator[str]:
    """Yield a sentence on each program or library in a folder that a system with this glibc cannot load."""
    for path in sorted(folder.rglob("*")):
        if is_elf(path) and (version := glibc_needed(path)) > glibc:
            yield f"{path.relative_to(folder)} needs glibc {version[0]}.{version[1]}"


def from_outside(folder: Path) -> set[str]:
    """Return the names of the libraries that files in a folder ask for and the folder does not bring."""
    files = [path for path in folder.rglob("*") if is_elf(path)]
    brought = {path.name for path in folder.rglob("*.so*")}
    return {name for path in files for name in needed(path)} - brought
