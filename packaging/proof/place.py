"""Where a release for Linux is proved, and where its things lie there."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from proof.checklist import Checklist
from proof.root import HOME, BareRoot, Said
from proof.screen import Screen
from release.facts import APP_ID

APP: Final = f"/opt/apps/{APP_ID}/files"
STARTER: Final = f"{APP}/nianbao"
ENTRY: Final = f"/usr/share/applications/{APP_ID}.desktop"
PAPERS: Final = f"{HOME}/年报 资料"
REPORT: Final = f"{PAPERS}/本单位.xxgk"
UNPACKED: Final = "/srv/年报 助手"
"""Where the archive is unpacked: its folder lies in there."""
PACKAGE: Final = "/srv/nianbao.deb"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one proof happens: a release of Debian in a root, its screen, and what is proved there."""

    suite: str
    root: BareRoot
    screen: Screen
    list: Checklist
    pictures: Path

    def apt(self, *words: str) -> Said:
        """Do something with packages, as administrator."""
        return self.root.inside(
            "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-qq", "--no-install-recommends", *words
        )

    def picture(self, of: str = "") -> Path:
        """Return where a picture of the screen goes."""
        return self.pictures / f"{self.list.subject}{f' {of}' if of else ''}.png"
