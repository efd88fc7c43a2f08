"""Proves what was built: `folder` the bare folder here; as root, `linux [SUITE…]` on bare Debian, `windows` in Wine."""

import argparse
import sys
from pathlib import Path
from typing import Final

from proof import folder, linux, windows
from proof.emulation import NoEmulation, emulate
from proof.root import administrator
from release.facts import ROOT
from release.targets import LINUX
from release.tools import missing_programs

_SUITES: Final = ("bullseye", "bookworm", "trixie")
_ASKED: Final = {
    "debootstrap": "debootstrap",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "dpkg-deb": "dpkg",
}


def main(arguments: list[str]) -> int:
    """Do the proofs asked for; return 0 where every statement holds, 1 where one does not, 2 where none can be asked."""
    parser = argparse.ArgumentParser(prog="proof", description=__doc__)
    parser.add_argument("system", choices=("folder", "linux", "windows"))
    parser.add_argument("suites", nargs="*", default=_SUITES)
    parser.add_argument(
        "--machine", choices=sorted(LINUX), default="x86_64", help="the packages' and the roots'"
    )
    parser.add_argument(
        "--roots", type=Path, default=ROOT / "build" / "roots", help="where bare roots are kept"
    )
    parser.add_argument("--made", type=Path, default=ROOT / "dist", help="where the packages are")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "proof", help="where pictures go")
    asked = parser.parse_args(arguments)
    if asked.system == "folder":
        return 0 if folder.prove(asked.made.resolve()) else 1
    if not administrator():
        print("bare roots can be made by root alone", file=sys.stderr)
        return 2
    if lacking := missing_programs(_ASKED):
        print(f"not installed: apt-get install {' '.join(lacking)}", file=sys.stderr)
        return 2
    target = LINUX[asked.machine]
    try:
        emulate(target)
    except NoEmulation as error:
        print(error, file=sys.stderr)
        return 2
    asked.roots.mkdir(parents=True, exist_ok=True)
    if asked.system == "windows":
        return 0 if windows.prove(asked.roots, asked.made, asked.out.resolve()) else 1
    proved = [
        linux.prove(suite, asked.roots, asked.made, asked.out.resolve(), target) for suite in asked.suites
    ]
    return 0 if all(proved) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
