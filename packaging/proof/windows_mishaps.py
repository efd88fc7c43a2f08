"""What goes wrong on Windows: a damaged copy, a power cut while installing, a newer file, another version beside it."""

import os
import shutil
import zipfile
from pathlib import Path
from typing import Final

from proof.altered import damaged, of_later_version
from proof.checklist import Checklist
from proof.reference import digests
from proof.screen import Screen, until
from proof.windows_place import DATA, DRAWN, PAPERS, PROGRAM, REPORT, SETUP, STARTER, VERSION_KEY, run
from proof.wine import DRIVE, Wine

_MANY: Final = 500
"""Files there, of some thousands: the installer is under way, and not done."""
_ENDS_WITHIN: Final = 60
"""Seconds in which an installer that has found its own damage says so."""
_LOADS_WITHIN: Final = 20
"""Seconds in which a starter that does not look at the system has loaded Python."""
_STICK: Final = "C:\\U 盘"


def prove_damaged(windows: Wine, found: Checklist) -> None:
    """An installer that is not whole installs nothing."""
    whole = windows.root.path("/srv/setup.exe").read_bytes()
    for what, data in damaged(whole).items():
        windows.root.path("/srv/damaged.exe").write_bytes(data)
        said = windows.run(r"Z:\srv\damaged.exe", "/S", seconds=_ENDS_WITHIN)
        nothing = not windows.path(PROGRAM).exists()
        found.hold(
            f"a download {what} installs nothing",
            holds=not said.well and nothing,
            detail=f"{said.code} {said.words}",
        )
        windows.end()


def prove_old_windows(windows: Wine, found: Checklist, shown: Screen, out: Path) -> None:
    """The unpacked program on a Windows that is too old: its starter says so, before a Python that cannot load there."""
    windows.set(VERSION_KEY, "Version", "win7")
    with windows.runs(STARTER):
        until(lambda: any("年报助手.exe" in line for line in windows.processes()), 120)
        loads = until(lambda: any("python311.dll" in maps for maps in windows.loaded()), _LOADS_WITHIN)
        stays = any("年报助手.exe" in line for line in windows.processes())
        shown.ask("import", "-window", "root", str(out / "windows 7.png"))
        found.hold(
            "on Windows 7 the starter stays to say why, and loads no Python", holds=stays and not loads
        )
    windows.end()
    windows.set(VERSION_KEY, "Version", "win10")


def prove_newer_file(windows: Wine, found: Checklist) -> None:
    """A file of a later version's format is refused in words, and not touched."""
    newer = windows.path(rf"{PAPERS}\新版本.xxgk")
    text = windows.path(REPORT).read_text(encoding="utf-8")
    newer.write_text(of_later_version(text), encoding="utf-8")
    before = newer.read_bytes()
    said = run(windows, "check", rf"{PAPERS}\新版本.xxgk")
    found.hold(
        "a file of a newer version is refused, and stays as it is",
        holds=not said.well and newer.read_bytes() == before,
        detail=said.words,
    )
    newer.unlink()


def prove_portable(windows: Wine, found: Checklist, shown: Screen, portable: Path) -> None:
    """The portable archive beside the installed program: it opens, and keeps its data beside itself."""
    stick = windows.path(_STICK)
    with zipfile.ZipFile(portable) as packed:
        packed.extractall(stick)
    owner = windows.root.path(DRIVE).stat()
    for path in (stick, *stick.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid)
    folder = next(stick.iterdir())
    before = digests(windows.path(DATA))
    shutil.copyfile(windows.path(REPORT), stick / "另一单位.xxgk")
    os.chown(stick / "另一单位.xxgk", owner.st_uid, owner.st_gid)
    with windows.runs(rf"{_STICK}\{folder.name}\年报助手.exe", rf"{_STICK}\另一单位.xxgk"):
        picture = stick / "portable.png"
        found.hold("the portable version opens", holds=until(lambda: shown.colours(picture) > DRAWN, 240))
        kept = until(lambda: any((folder / "数据").rglob("*.*")), 60)
    windows.end()
    found.hold(
        "it keeps its data beside itself, and leaves those of the installed version alone",
        holds=kept and digests(windows.path(DATA)) == before,
    )
    shutil.rmtree(stick)


def prove_power_cut(windows: Wine, found: Checklist) -> None:
    """An installer ended half way: run once more it lays all of the program, and the clerk's data are as they were."""
    program = windows.path(PROGRAM)
    before, data = digests(program), digests(windows.path(DATA))
    with windows.runs(SETUP, "/S"):
        under_way = until(lambda: _MANY < _count(program) < len(before), 240)
        windows.end()
    half = _count(program) < len(before)
    again = windows.run(SETUP, "/S")
    found.hold(
        "an installer cut off half way, and run once more, lays all of it",
        holds=under_way and half and again.well and digests(program) == before,
        detail=f"{under_way} {half} {again.words}",
    )
    found.hold("the clerk's data are as they were", holds=digests(windows.path(DATA)) == data)


def _count(folder: Path) -> int:
    return sum(1 for path in folder.rglob("*") if path.is_file())
