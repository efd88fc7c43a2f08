"""What is built: the program's version, the commit, its time, and the names that come of them."""

import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
"""The project's folder."""
PACKAGING: Final = ROOT / "packaging"
ICONS: Final = PACKAGING / "icons"
ICON_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
"""In pixels, as the icon theme of freedesktop and Windows have them."""
APP_ID: Final = "io.github.nianbao.assistant"
"""The program's name among all programs of a desktop, in reverse-domain form as UOS asks for it."""
SHOWN_NAME: Final = "年报助手"


class CannotBuild(Exception):
    """A release cannot be built here; the message says what to do about it."""


class NotToBeHad(CannotBuild):
    """What a release is made of, or made with, is not to be had on this machine."""


@dataclass(frozen=True, slots=True)
class Release:
    """One release of one commit. `epoch` is the commit's time in seconds since 1970: nothing built is younger.

    `quick`: packed in seconds and larger, for proofs; what is given out is packed slowly.
    """

    version: str
    commit: str
    epoch: int
    quick: bool = False

    @property
    def level(self) -> int:
        """How hard xz packs, 0 to 9; 9 takes four times as long as 6 for a tenth less."""
        return 0 if self.quick else 6

    @property
    def package_packing(self) -> tuple[str, str]:
        """How dpkg-deb packs. A proof by emulation unpacks the package many times: there xz takes most of an hour."""
        return ("-Zgzip", "-z1") if self.quick else ("-Zxz", f"-z{self.level}")

    def stem(self, system: str, name: str = "nianbao") -> str:
        """Return the beginning of a file's name, such as nianbao-0.1.0-linux-x86_64."""
        return f"{name}-{self.version}-{system}"


def release(*, quick: bool = False) -> Release:
    """Read the facts off the project. Raises CannotBuild outside of a git working tree."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    commit, _, epoch = (
        run("git", "-C", str(ROOT), "show", "-s", "--format=%H %ct", "HEAD").strip().partition(" ")
    )
    return Release(project["version"], commit, int(epoch), quick)


def run(*command: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    """Run a program and return what it prints. Raises CannotBuild with its words where it fails or is not there."""
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=cwd, env=env)
    except FileNotFoundError as error:
        raise NotToBeHad(f"{command[0]} is not installed") from error
    if done.returncode:
        raise CannotBuild(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout
