"""Builds 年报助手.exe from packaging/windows: a small program of our own, with icon, version and manifest."""

import shutil
from pathlib import Path
from typing import Final

from release.facts import ICONS, PACKAGING, Release, run

_SOURCES: Final = PACKAGING / "windows"
_PREFIX: Final = "x86_64-w64-mingw32-"


def build_starter(release: Release, file: Path, work: Path) -> None:
    """Compile and link it. The same sources give the same bytes: no time is written into the program."""
    for name in ("starter.rc", "starter.manifest"):
        text = (_SOURCES / name).read_text(encoding="utf-8")
        numbers = release.version.replace(".", ",")
        filled = text.replace("{numbers}", numbers).replace("{version}", release.version)
        (work / name).write_text(filled, encoding="utf-8")
    shutil.copyfile(ICONS / "nianbao.ico", work / "nianbao.ico")
    shutil.copyfile(_SOURCES / "starter.c", work / "starter.c")
    run(f"{_PREFIX}windres", "starter.rc", "starter.o", cwd=work)
    run(f"{_PREFIX}gcc", "-municode", "-mwindows", "-O2", "-Wall", "-Wextra", "-Werror", "-static", "-s",
        "-Wl,--no-insert-timestamp", "-Wl,--dynamicbase,--nxcompat,--high-entropy-va",
        "starter.c", "starter.o", "-o", "starter.exe", cwd=work)  # fmt: skip
    shutil.copyfile(work / "starter.exe", file)
