"""What goes wrong at installing: a full disk, a damaged copy, a power cut, another version beside it, a newer file."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

from proof.altered import damaged, of_later_version
from proof.place import APP, PACKAGE, PAPERS, REPORT, STARTER, UNPACKED, Place
from proof.screen import REPORT_WINDOW, until
from release.facts import APP_ID

_ROOM: Final = "120m"
"""Less than the unpacked program takes."""
_SAID_OF_A_FULL_DISK: Final = "No space left on device"
_BROKEN: Final = "程序文件不完整"
_FORBIDDEN: Final = "系统不允许从这里运行程序"
_MANY: Final = 500
"""Files put aside for an upgrade, of some thousands: it is under way, and not done."""
_SECOND_STARTS: Final = """
"$1" "$3" & while ! [ -e "$HOME/.local/share/nianbao/windows/$!.bell" ]; do sleep 1; done
timeout 240 "$1"; echo "again: $?"
timeout 240 "$2" "$3"; echo "the report in the other: $?"
timeout 40 "$2"; echo "the other: $?"
"""
_TIMED_OUT: Final = 124
"""What timeout ends with where the program still ran: its window stands."""


def prove_refusals(place: Place, package: bytes) -> None:
    """Before it is installed: what is not whole is not installed, and neither where there is no room."""
    file = place.root.path(PACKAGE)
    place.root.inside("apt-get", "update", "-qq")
    for what, data in damaged(package).items():
        file.write_bytes(data)
        torn = place.apt("install", PACKAGE)
        place.list.hold(
            f"a download {what} is refused and leaves nothing",
            holds=not torn.well and _nothing_is_there(place),
            detail=torn.words,
        )
    file.write_bytes(package)
    install = f"mount -t tmpfs -o size={_ROOM} tmpfs /opt && apt-get -y -qq --no-install-recommends install {PACKAGE}"
    full = place.root.inside("sh", "-c", install)
    place.list.hold(
        "a full disk is told and leaves nothing",
        holds=not full.well and _SAID_OF_A_FULL_DISK in full.words and _nothing_is_there(place),
        detail=full.words,
    )


def prove_torn_archive(place: Place, archive: Path) -> None:
    """The archive's folder when half of it could be unpacked: the clerk reads why nothing opens."""
    torn = place.root.path("/srv/torn")
    torn.mkdir()
    half = torn / archive.name
    half.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    # tar says that it ends too early, and leaves what it has unpacked so far.
    subprocess.run(
        ["tar", "--extract", f"--file={half}", f"--directory={torn}"], check=False, capture_output=True
    )
    said = place.root.clerk(f"/srv/torn/{archive.name.removesuffix('.tar.xz')}/nianbao")
    shutil.rmtree(torn)
    place.list.hold(
        "a folder not wholly unpacked says so",
        holds=not said.well and _BROKEN in said.words,
        detail=said.words,
    )


def prove_disk_without_programs(place: Place, archive: Path) -> None:
    """The unpacked folder on a disk from which the system runs nothing, as many mount a stick: the clerk reads why."""
    starter = f"/mnt/{archive.name.removesuffix('.tar.xz')}/nianbao"
    forbid = f"mount --bind '{UNPACKED}' /mnt && mount -o remount,bind,noexec /mnt"
    said = place.root.inside("sh", "-c", f"{forbid} && sh '{starter}'")
    place.list.hold(
        "on a disk that runs no programs it says so",
        holds=not said.well and _FORBIDDEN in said.words,
        detail=said.words,
    )


def prove_power_cut(place: Place) -> None:
    """An upgrade ended half way: the older version still works, and a second try does all of it."""
    folder = place.root.path(APP)
    with place.root.administrator_runs("dpkg", "--install", PACKAGE):
        under_way = until(lambda: sum(1 for _ in folder.rglob("*.dpkg-new")) > _MANY, 240)
    half = place.root.inside("dpkg-query", "--show", "--showformat=${Status}", APP_ID)
    works = place.root.clerk(STARTER, "check", REPORT)
    place.list.hold(
        "after an upgrade cut off half way the older version works",
        holds=under_way and "half-installed" in half.words and works.well,
        detail=f"{half.words}\n{works.words}",
    )
    again = place.root.inside("dpkg", "--install", PACKAGE)
    whole = place.root.inside("dpkg", "--verify", APP_ID)
    rest = [path.name for path in folder.rglob("*.dpkg-new")]
    place.list.hold(
        "installing once more mends it, to the last byte",
        holds=again.well and whole.well and not whole.words.partition("\n")[2] and not rest,
        detail=f"{again.words}\n{whole.words}",
    )


def prove_newer_file(place: Place) -> None:
    """A file of a later version's format is refused in words, and not touched."""
    newer = place.root.path(f"{PAPERS}/新版本.xxgk")
    text = place.root.path(REPORT).read_text(encoding="utf-8")
    newer.write_text(of_later_version(text), encoding="utf-8")
    before = newer.read_bytes()
    said = place.root.clerk(STARTER, "check", f"{PAPERS}/新版本.xxgk")
    place.list.hold(
        "a file of a newer version is refused in words, and stays as it is",
        holds=not said.well and "升级程序" in said.words and newer.read_bytes() == before,
        detail=said.words,
    )
    newer.unlink()


def prove_side_by_side(place: Place, archive: Path) -> None:
    """The installed program and another one in a folder: one window a report, and each its own start page."""
    other = f"{UNPACKED}/{archive.name.removesuffix('.tar.xz')}/nianbao"
    said = place.root.clerk("sh", "-c", _SECOND_STARTS, "sh", STARTER, other, REPORT, seconds=900)
    place.list.hold(
        "a second start raises the open window", holds="again: 0" in said.words, detail=said.words
    )
    place.list.hold(
        "so does another version that is started with the report open in this one",
        holds="the report in the other: 0" in said.words,
        detail=said.words,
    )
    place.list.hold(
        "another version started by itself opens its own window",
        holds=f"the other: {_TIMED_OUT}" in said.words,
        detail=said.words,
    )


def prove_removal_under_a_window(place: Place) -> None:
    """The package is removed while a report is open in its window: what is typed afterwards is saved all the same."""
    typed = "20261129"
    with place.root.clerk_runs(STARTER, REPORT, seconds=600):
        stands = until(lambda: place.screen.shows(REPORT_WINDOW), 240)
        place.screen.settles(place.picture("removal"))
        until(place.root.rests, 240)
        removed = place.apt("remove", APP_ID)
        place.list.hold(
            "is removed, while a window is open", holds=stands and removed.well, detail=removed.words
        )
        place.screen.go_into_text(place.picture("removal"))
        place.screen.ask("xdotool", "type", "--delay", "100", typed)
        place.screen.colours(place.picture("removal"))
        place.screen.ask("xdotool", "key", "ctrl+s")
        file = place.root.path(REPORT)
        saved = until(lambda: typed in file.read_text(encoding="utf-8"), 240)
        place.list.hold("what is typed into that window afterwards is saved", holds=saved)


def _nothing_is_there(place: Place) -> bool:
    return not place.root.path(f"/opt/apps/{APP_ID}").exists()
