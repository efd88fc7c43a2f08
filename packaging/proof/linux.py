"""Installs the .deb and the .tar.xz on bare Debian roots and does the main job there, as a clerk without rights."""

import platform
import shutil
import subprocess
from pathlib import Path
from typing import Final

from proof.checklist import Checklist
from proof.chinese import prove_chinese_input
from proof.mishaps import (
    prove_disk_without_programs,
    prove_newer_file,
    prove_power_cut,
    prove_refusals,
    prove_removal_under_a_window,
    prove_side_by_side,
    prove_torn_archive,
)
from proof.place import APP, ENTRY, PACKAGE, PAPERS, REPORT, STARTER, UNPACKED, Place
from proof.reference import EXPORTS, KINDS, digests, source_exports
from proof.root import HOME, BareRoot, base_root, fresh_root
from proof.screen import REPORT_WINDOW, screen, until
from proof.wayland import prove_wayland
from release.archive import unpack_tar
from release.facts import APP_ID, release
from release.targets import Target

_ASKED: Final = ("desktop-file-utils", "shared-mime-info", "libglib2.0-bin")


def prove(suite: str, roots: Path, made: Path, out: Path, target: Target) -> bool:
    """Prove the packages in `made` on one release of Debian; return whether every statement holds."""
    stem = made / release().stem(target.name)
    package, archive = stem.with_name(f"{stem.name}.deb"), stem.with_name(f"{stem.name}.tar.xz")
    out.mkdir(parents=True, exist_ok=True)
    found = Checklist(f"{suite} {target.machine}")
    kept = base_root(roots, suite, target.debian)
    with screen() as shown, fresh_root(kept, shown.display) as root:
        place = Place(suite, root, shown, found, out)
        _prove_folder_without_libraries(place, archive)
        prove_torn_archive(place, archive)
        prove_disk_without_programs(place, archive)
        prove_refusals(place, package.read_bytes())
        _prove_package(place)
        _prove_job(place)
        prove_newer_file(place)
        _prove_desktop(place)
        _prove_window(place)
        if target.machine == platform.machine():
            # QEMU tells a process another start of its own than all others see: no window would be taken for alive.
            prove_side_by_side(place, archive)
        _prove_poor_machine(place, archive)
        prove_wayland(place)
        prove_chinese_input(place)
        prove_power_cut(place)
        _prove_upgrade(place, package)
        _prove_removal(place)
    return found.close()


def _prove_folder_without_libraries(place: Place, archive: Path) -> None:
    """The unpacked folder, before any package is installed: a command works, the window says what is missing."""
    unpack_tar(archive, place.root.path(UNPACKED))
    starter = f"{UNPACKED}/{archive.name.removesuffix('.tar.xz')}/nianbao"
    checked = place.root.clerk(starter, "check", f"{Path(starter).parent}/app/resources/samples/示例.xxgk")
    place.list.hold(
        "checks the sample from the unpacked folder, where nothing is installed",
        holds=checked.well,
        detail=checked.words,
    )
    window = place.root.clerk(starter)
    said = "apt-get install" in window.words and "libxcb-cursor" not in window.words
    place.list.hold(
        "names the packages that the window lacks, and none that it brings", holds=said, detail=window.words
    )


def _prove_package(place: Place) -> None:
    done = place.apt("install", PACKAGE, *_ASKED)
    place.list.hold("installs with what it depends on", holds=done.well, detail=done.words)
    python = place.root.inside("sh", "-c", "command -v python3")
    place.list.hold("no Python is on the system", holds=not python.well, detail=python.words)


def _prove_job(place: Place) -> None:
    root = place.root
    root.clerk("mkdir", "-p", PAPERS)
    root.clerk("cp", f"{APP}/app/resources/samples/示例.xxgk", REPORT)
    root.clerk("chmod", "u+w", REPORT)
    done = root.clerk(STARTER, "export", REPORT, "--to", f"{PAPERS}/导出", "--formats", EXPORTS)
    place.list.hold(
        "exports everything, without rights and without a network", holds=done.well, detail=done.words
    )
    reference = source_exports(root.path(f"{APP}/app"), place.pictures)
    made, wanted = digests(root.path(f"{PAPERS}/导出")), digests(reference)
    different = sorted(name for name in made | wanted if made.get(name) != wanted.get(name))
    place.list.hold(
        "all exports are byte for byte those of the source tree", holds=not different, detail=str(different)
    )
    for kind in KINDS:
        name = next((name for name in wanted if name.endswith(f"工作年度报告.{kind}")), "")
        read = root.clerk(STARTER, "import", f"{PAPERS}/导出/{name}", "--into", f"{PAPERS}/{kind}.xxgk")
        place.list.hold(f"{kind} is read back", holds=read.well, detail=read.words)
        checked = root.clerk(STARTER, "check", f"{PAPERS}/{kind}.xxgk")
        place.list.hold(
            f"{kind} is read back without an error in it", holds=checked.well, detail=checked.words
        )


def _prove_desktop(place: Place) -> None:
    root = place.root
    kind = root.clerk("gio", "info", "-a", "standard::content-type", REPORT)
    place.list.hold(
        "a report file is known by its type", holds="application/x-xxgk" in kind.words, detail=kind.words
    )
    opens = root.clerk("gio", "mime", "application/x-xxgk")
    place.list.hold(
        "the program opens it at a double click", holds=f"{APP_ID}.desktop" in opens.words, detail=opens.words
    )
    valid = root.inside("desktop-file-validate", ENTRY)
    place.list.hold("the menu entry is valid", holds=valid.well, detail=valid.words)
    laid = root.path(f"/opt/apps/{APP_ID}")
    store = all(
        (laid / name).exists() for name in ("info", "files/nianbao", f"entries/applications/{APP_ID}.desktop")
    )
    place.list.hold("it is laid as UOS asks", holds=store)


def _prove_window(place: Place) -> None:
    """The menu entry's own command, with a file, on the screen."""
    entry = place.root.path(ENTRY).read_text(encoding="utf-8")
    words = next(line.removeprefix("Exec=") for line in entry.splitlines() if line.startswith("Exec="))
    command = [word if word != "%f" else REPORT for word in words.split()]
    with place.root.clerk_runs(*command, seconds=600):
        stands = until(lambda: place.screen.shows(REPORT_WINDOW), 240)
        place.list.hold("the menu entry's command opens the window with the file", holds=stands)
        drawn = place.screen.settles(place.picture())
        place.list.hold("the window shows something", holds=drawn)


def _prove_poor_machine(place: Place, archive: Path) -> None:
    """A folder and a home that cannot be written to, and no typeface at all."""
    folder = f"{UNPACKED}/{archive.name.removesuffix('.tar.xz')}"
    place.root.inside("chmod", "-R", "a-w", UNPACKED)
    place.root.inside("mkdir", "--mode=555", "/srv/home")
    fonts = place.root.inside("sh", "-c", "find /usr/share/fonts -name '*.[to]tf' -delete")
    place.list.hold("no typeface is on the system", holds=fonts.well)
    with place.root.clerk_runs(f"{folder}/nianbao", "sample", seconds=600, HOME="/srv/home"):
        stands = until(lambda: place.screen.shows(REPORT_WINDOW), 240)
        place.list.hold(
            "the window opens from a read-only folder, with a read-only home and no typeface", holds=stands
        )
        place.list.hold("it shows something there", holds=place.screen.settles(place.picture("poor")))


def _prove_upgrade(place: Place, package: Path) -> None:
    root = place.root
    left_over = root.path(f"{APP}/app/left_over.py")
    older = _older(package, root.path("/srv/older.deb"), left_over.name)
    with root.clerk_runs(STARTER, REPORT, seconds=600):
        stands = until(lambda: place.screen.shows(REPORT_WINDOW), 240)
        down = root.inside("dpkg", "--force-downgrade", "-i", f"/srv/{older.name}")
        there = left_over.exists()
        up = root.inside("dpkg", "-i", PACKAGE)
        place.list.hold(
            "installs over an older version, while a window is open",
            holds=stands and down.well and there and up.well,
            detail=up.words,
        )
        place.list.hold("no file of the older version is left", holds=not left_over.exists())
        place.list.hold("the open window stays", holds=place.screen.shows(REPORT_WINDOW))


def _prove_removal(place: Place) -> None:
    root = place.root
    before = _of_the_clerk(root)
    prove_removal_under_a_window(place)
    rest = [path for path in (f"/opt/apps/{APP_ID}", ENTRY) if root.path(path).exists()]
    place.list.hold("nothing of the program is left", holds=not rest, detail=str(rest))
    after = _of_the_clerk(root)
    # The one that was edited in the window meanwhile has more in it, and is looked at there.
    lost = sorted(name for name in before if after.get(name) != before[name] and name != Path(REPORT).name)
    place.list.hold("the clerk's files are all there", holds=not lost, detail=str(lost))


def _older(package: Path, older: Path, left_over: str) -> Path:
    """Repack the package as a version before it, with a file more."""
    work = older.with_suffix("")
    subprocess.run(["dpkg-deb", "-R", str(package), str(work)], check=True)
    control = work / "DEBIAN" / "control"
    lines = control.read_text(encoding="utf-8").splitlines()
    old = ["Version: 0.0.1" if line.startswith("Version:") else line for line in lines]
    control.write_text("\n".join(old) + "\n", encoding="utf-8")
    (work / APP.lstrip("/") / "app" / left_over).touch()
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", str(work), str(older)],
                   check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    shutil.rmtree(work)
    return older


def _of_the_clerk(root: BareRoot) -> dict[str, str]:
    """Return what the clerk has made or saved, without caches, logs and the locks of open windows."""
    kept = {**digests(root.path(PAPERS)), **digests(root.path(f"{HOME}/.local/share/nianbao"))}
    return {name: digest for name, digest in kept.items() if not name.endswith((".lock", ".bell", ".log"))}
