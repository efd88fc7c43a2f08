"""Makes the installer for Windows out of a folder."""

from pathlib import Path

from release.facts import ICONS, PACKAGING, Release, run


def pack_setup(release: Release, folder: Path, setup: Path) -> None:
    """Have makensis pack a folder laid for Windows. Raises CannotBuild."""
    facts = {
        "VERSION": release.version,
        "FOLDER": folder,
        "OUT": setup,
        "ICON": ICONS / "nianbao.ico",
        "PICTURE": ICONS / "setup.bmp",
    }
    if release.quick:
        facts["QUICK"] = ""
    run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in facts.items()),
        str(PACKAGING / "windows" / "setup.nsi"),
        env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": str(release.epoch), "LC_ALL": "C.UTF-8"})  # fmt: skip
