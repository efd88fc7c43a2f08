"""Lays the folder that a clerk gets: a Python of its own, the packages, the program, and the licences of all of it."""

import os
import platform
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from release import inputs
from release.archive import unpack_commit
from release.cut import contents, cut_packages
from release.facts import PACKAGING, CannotBuild, Release, run
from release.libraries import too_new
from release.signed import WindowsPython
from release.starter import build_starter
from release.targets import LINUX, Target

STARTER: Final = {False: "nianbao", True: "年报助手.exe"}
"""What is double-clicked, by whether the target is Windows."""


def lay_folder(release: Release, target: Target, folder: Path) -> None:
    """Lay the whole folder anew. Raises CannotBuild."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as work:
        foundation = WindowsPython(inputs.windows_python(), Path(work))
        if target.windows:
            packages = _lay_windows_python(foundation, folder / "runtime")
            _copy(PACKAGING / "windows" / "start.py", folder / "runtime" / "start.py")
            build_starter(release, folder / STARTER[True], Path(work))
        else:
            packages = _lay_linux_python(foundation, target, folder / "runtime")
            _write(folder / STARTER[False], linux_starter(target).encode(), runs=True)
        unpack_commit(release.commit, folder / "app", *contents()["program"]["parts"])
        inputs.install_packages(target, packages)
        cut_packages(packages, folder / "app", target)
        if target.windows:
            # Microsoft's C runtime: Qt's package, pinned like all packages, brings it for itself.
            for library in (packages / "shiboken6").glob("vcruntime140*.dll"):
                _copy(library, folder / "runtime" / library.name)
        _lay_licences(foundation, target, folder / "licences")
        if not target.windows:
            _lay_x_libraries(target, packages / "PySide6" / "Qt" / "lib", folder / "licences")
            if faults := [*too_new(folder, target.glibc)]:
                raise CannotBuild("\n".join(faults))
        _compile(foundation, folder)
    settle(folder, release.epoch)


def settle(folder: Path, epoch: int) -> None:
    """Give all files of a folder the same owner's rights and the same time, whoever builds them and when."""
    for path in [*folder.rglob("*"), folder]:
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def linux_starter(target: Target) -> str:
    """Return the text of the starter for a Linux target."""
    text = (PACKAGING / "linux" / "nianbao.sh").read_text(encoding="utf-8")
    return text.replace("{machine}", target.machine).replace("{loader}", target.loader)


def _lay_linux_python(foundation: WindowsPython, target: Target, runtime: Path) -> Path:
    """Lay freeze-core's static Python with the standard library; return where packages go.

    It looks for modules in lib beside itself; its extension modules look for libraries in freeze_core.libs, two up.
    """
    library = runtime / "cpython" / "lib"
    _lay_library(foundation, library)
    _copy(PACKAGING / "linux" / "__init__python.py", library / "__init__python.py")
    table = contents()["python"]
    with zipfile.ZipFile(inputs.linux_python(target)) as wheel:
        for name in wheel.namelist():
            folder, _, file = name.rpartition("/")
            if folder == "freeze_core/bases" and file.startswith("console-cpython-311-"):
                _write(runtime / "cpython" / "python", wheel.read(name), runs=True)
            elif (
                folder == "freeze_core/lib"
                and file
                and not file.startswith(tuple(table["left_out_on_linux"]))
            ):
                _write(library / file, wheel.read(name))
            elif folder == "freeze_core.libs" and file.startswith(tuple(table["linux_libraries"])):
                _write(runtime / "freeze_core.libs" / file, wheel.read(name))
    return library


def _lay_windows_python(foundation: WindowsPython, runtime: Path) -> Path:
    """Lay the signed Python with the standard library; return where packages go."""
    _lay_library(foundation, runtime / "Lib")
    names = ["python.exe", "pythonw.exe", "python311.dll", "python3.dll"]
    names += [f"DLLs/{name}.pyd" for name in contents()["python"]["kept_on_windows"]]
    for name in [*names, "DLLs/libffi-8.dll"]:
        _write(runtime / name, foundation.binary(name))
    return runtime / "Lib" / "site-packages"


def _lay_library(foundation: WindowsPython, library: Path) -> None:
    for place, source in foundation.standard_library(contents()["python"]["left_out"]):
        _write(library / place, source)


def _lay_licences(foundation: WindowsPython, target: Target, licences: Path) -> None:
    """Lay the licences that no package brings in its own .dist-info folder."""
    _write(licences / "Python.txt", foundation.unsigned("LICENSE.txt"))
    for text in sorted((PACKAGING / "licences").iterdir()):
        _copy(text, licences / text.name)
    if not target.windows:
        with zipfile.ZipFile(inputs.linux_python(target)) as wheel:
            name = next(name for name in wheel.namelist() if name.endswith("licenses/LICENSE"))
            _write(licences / "freeze-core.txt", wheel.read(name))


def _lay_x_libraries(target: Target, libraries: Path, licences: Path) -> None:
    """Lay what Qt's X11 plugin needs and old desktops lack beside Qt, under the names that the loader asks for."""
    for package in inputs.debian_libraries(target):
        with tempfile.TemporaryDirectory() as work:
            run("dpkg-deb", "--extract", str(package), work)
            for link in Path(work).rglob("lib*.so.*"):
                if link.is_symlink():
                    _copy(link.resolve(), libraries / link.name)
            for text in Path(work).rglob("copyright"):
                _copy(text, licences / f"{text.parent.name}.txt")


def _compile(foundation: WindowsPython, folder: Path) -> None:
    """Compile all modules beforehand, by the Python that is shipped: without this a start takes three times as long."""
    modules = [folder / "app", folder / "runtime" / "cpython" / "lib", folder / "runtime" / "Lib"]
    with _host_python(foundation) as python:
        run(str(python), "-m", "compileall", "-q", "-f", "--invalidation-mode=unchecked-hash", "-s", str(folder),
            *(str(path) for path in modules if path.exists()))  # fmt: skip


@contextmanager
def _host_python(foundation: WindowsPython) -> Iterator[Path]:
    """Yield the release's own Python for the machine that builds."""
    target = LINUX.get(platform.machine())
    if target is None:
        raise CannotBuild(f"a release is built on Linux, on {' or '.join(LINUX)}")
    with tempfile.TemporaryDirectory() as work:
        _lay_linux_python(foundation, target, Path(work))
        yield Path(work) / "cpython" / "python"


def _write(path: Path, data: bytes, *, runs: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o755 if runs else 0o644)


def _copy(source: Path, path: Path) -> None:
    _write(path, source.read_bytes(), runs=bool(source.stat().st_mode & 0o100))
