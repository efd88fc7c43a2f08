"""The programs and files that a build asks of the machine, and the Debian packages that bring them."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from release.signed import AUTHORITIES
from release.targets import Target

_ALWAYS: Final = {"git": "git", "osslsigncode": "osslsigncode"}
_LINUX: Final = {"apt-get": "apt", "dpkg-deb": "dpkg", "readelf": "binutils"}
_WINDOWS: Final = {
    "objdump": "binutils",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
}
_INSTALLER: Final = {"makensis": "nsis"}


def missing_tools(target: Target, *, packages: bool) -> list[str]:
    """Return the Debian packages to be installed for laying the target's folder, or for making its packages too."""
    asked = _ALWAYS | (_WINDOWS if target.windows else _LINUX)
    if target.windows and packages:
        asked |= _INSTALLER
    return sorted({*missing_programs(asked), *missing_files({AUTHORITIES: "ca-certificates"})})


def missing_files(asked: Mapping[str, str]) -> list[str]:
    """Return the packages of those files that are not there."""
    return sorted({package for file, package in asked.items() if not Path(file).exists()})


def missing_programs(asked: Mapping[str, str]) -> list[str]:
    """Return the packages of those programs that are not to be found here."""
    return sorted({package for program, package in asked.items() if shutil.which(program) is None})
