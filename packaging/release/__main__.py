"""Builds releases: `folder` lays the bare folder, `packages` makes what is given out, `lock` lists a system's packages."""

import argparse
import os
import sys
from pathlib import Path
from typing import Final

from model.program import PORTABLE_MARK
from release.archive import pack_tar, pack_zip
from release.deb import pack_deb
from release.facts import ROOT, SHOWN_NAME, CannotBuild, NotToBeHad, Release, release
from release.folder import lay_folder
from release.inputs import digest, locked_for
from release.setup import pack_setup
from release.targets import LINUX, WINDOWS, Target
from release.tools import missing_tools

_SYSTEMS: Final = {target.name: target for target in (*LINUX.values(), WINDOWS)}
_LAID: Final = ROOT / "build"
_MADE: Final = ROOT / "dist"
_SUMS: Final = "SHA256SUMS"


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for; return 0; 3 where it cannot be done here, 2 where it cannot be done at all."""
    parser = argparse.ArgumentParser(prog="release", description=__doc__)
    parser.add_argument("what", choices=("folder", "lock", "packages"))
    parser.add_argument("system", choices=sorted(_SYSTEMS))
    parser.add_argument("--to", type=Path, default=None, help="where the folder or the packages go")
    parser.add_argument("--quick", action="store_true", help="pack in seconds and larger, for a proof")
    asked = parser.parse_args(arguments)
    target = _SYSTEMS[asked.system]
    if asked.what == "lock":
        print(*locked_for((ROOT / "requirements-test.lock").read_text(encoding="utf-8"), target), sep="\n")
        return 0
    try:
        if lacking := missing_tools(target, packages=asked.what == "packages"):
            raise NotToBeHad(f"not installed; as an administrator: apt-get install {' '.join(lacking)}")
        facts = release(quick=asked.quick)
        if asked.what == "folder":
            lay_folder(facts, target, asked.to or _LAID / facts.stem(target.name))
        else:
            made = (asked.to or _MADE).resolve()
            for file in make_packages(facts, target, made):
                print(f"{file.stat().st_size / 1e6:6.1f} MB  {file}")
            list_sums(made)
    except CannotBuild as error:
        print(error, file=sys.stderr)
        return 3 if isinstance(error, NotToBeHad) else 2
    return 0


def make_packages(facts: Release, target: Target, made: Path) -> list[Path]:
    """Lay the folder and pack all that is given out of it; return the files made."""
    folder = _LAID / facts.stem(target.name)
    lay_folder(facts, target, folder)
    made.mkdir(parents=True, exist_ok=True)
    if target.windows:
        setup = made / f"{folder.name}-setup.exe"
        pack_setup(facts, folder, setup)
        portable = made / f"{folder.name}-portable.zip"
        (folder / PORTABLE_MARK).touch()
        os.utime(folder / PORTABLE_MARK, (facts.epoch, facts.epoch))
        pack_zip(folder, portable, facts.epoch)
        (folder / PORTABLE_MARK).unlink()
        return [setup, portable]
    archive, package = made / f"{folder.name}.tar.xz", made / f"{folder.name}.deb"
    pack_tar(folder, archive, facts.epoch, facts.level)
    pack_deb(facts, target, folder, package)
    shown = [
        made / file.name.replace(facts.stem(""), facts.stem("", SHOWN_NAME)) for file in (archive, package)
    ]
    for name, file in zip(shown, (archive, package), strict=True):
        name.unlink(missing_ok=True)
        name.hardlink_to(file)
    return [archive, package, *shown]


def list_sums(made: Path) -> None:
    """List size and SHA-256 of all that lies in a folder, so that a damaged copy is known: `sha256sum -c SHA256SUMS`."""
    files = [path for path in sorted(made.iterdir()) if path.name != _SUMS]
    lines = [f"# {path.name}: {path.stat().st_size} bytes\n{digest(path)}  {path.name}\n" for path in files]
    (made / _SUMS).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
