"""Cuts a folder of packages down to what the program uses."""

import ast
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from release import libraries
from release.facts import PACKAGING, CannotBuild
from release.targets import Target

_IMPORTS: Final = re.compile(rb"\0PySide6\.(Qt\w+)(?=\0)")


def contents() -> dict[str, Any]:
    """Return contents.toml."""
    return tomllib.loads((PACKAGING / "contents.toml").read_text(encoding="utf-8"))


def qt_modules(program: Path) -> set[str]:
    """Return the names of the Qt modules that the program's sources import, such as QtWidgets."""
    found = set()
    for path in program.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name.split(".")[1] for name in names if name.startswith("PySide6.Qt")}
    return found


def cut_packages(packages: Path, program: Path, target: Target) -> None:
    """Remove from installed packages what contents.toml names, and of Qt all that the program does not reach."""
    table = contents()
    for pattern in table["packages"]["left_out"]:
        for path in packages.glob(pattern):
            remove(path)
    for path in [*packages.rglob("*")]:
        if path.name.endswith(tuple(table["packages"]["endings"])):
            path.unlink()
    pyside = packages / "PySide6"
    stays = set(_of_qt(pyside, qt_modules(program), table["qt"], target))
    for path in sorted(pyside.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in stays:
            path.unlink()


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _bindings(pyside: Path, modules: set[str], ending: str) -> set[Path]:
    """Return the Python modules of Qt with these names, and those that they import: their names stand in them.

    Raises CannotBuild.
    """
    found: set[Path] = set()
    waiting = [*modules]
    while waiting:
        path = pyside / f"{waiting.pop()}{ending}"
        if not path.exists():
            raise CannotBuild(f"the program imports {path.name}, which PySide6 does not have")
        if path not in found:
            found.add(path)
            waiting += [name.decode() for name in _IMPORTS.findall(path.read_bytes())]
    return found


def _of_qt(pyside: Path, modules: set[str], table: dict[str, Any], target: Target) -> Iterator[Path]:
    """Yield the files of PySide6 that stay: modules, plugins, translations, and the libraries that those need."""
    qt = pyside if target.windows else pyside / "Qt"
    own = pyside if target.windows else qt / "lib"
    roots = sorted(_bindings(pyside, modules, ".pyd" if target.windows else ".abi3.so"))
    for pattern in table["plugins"]["windows" if target.windows else "linux"]:
        roots += sorted((qt / "plugins").glob(pattern))
    yield from roots
    yield from libraries.closure(
        roots, [path for folder in {pyside, own} for path in folder.iterdir() if path.is_file()]
    )
    # The C++ runtime of the compiler that built it: loaded by name, not only through tables.
    yield from (path for path in own.iterdir() if path.name.lower().startswith(("msvcp140", "vcruntime140")))
    yield from (pyside / name for name in ("__init__.py", "_config.py", "_git_pyside_version.py"))
    yield from (qt / "translations" / name for name in table["translations"])
