"""Installs the installer for Windows in Wine, does the main job, looks for the window, upgrades and uninstalls."""

import os
import shutil
from pathlib import Path
from typing import Final

from proof.checklist import Checklist
from proof.reference import EXPORTS, KINDS, digests, source_exports
from proof.screen import Screen, screen, until
from proof.windows_mishaps import (
    prove_damaged,
    prove_newer_file,
    prove_old_windows,
    prove_portable,
    prove_power_cut,
)
from proof.windows_place import DATA, DRAWN, PAPERS, PROGRAM, REPORT, SETUP, STARTER, VERSION_KEY, run
from proof.wine import DRIVE, Wine, wine
from release.facts import PACKAGING, release
from release.targets import WINDOWS

_OPENS: Final = r"HKCU\Software\Classes\nianbao.xxgk\shell\open\command"
_REFUSED, _RUNNING, _NO_ROOM = 3, 4, 5
"""What setup.nsi ends with."""


def prove(roots: Path, made: Path, out: Path) -> bool:
    """Prove the installer in `made`; return whether every statement holds."""
    setup = made / f"{release().stem(WINDOWS.name)}-setup.exe"
    out.mkdir(parents=True, exist_ok=True)
    found = Checklist("windows")
    portable = made / f"{release().stem(WINDOWS.name)}-portable.zip"
    with screen() as shown, wine(roots, shown.display) as windows:
        shutil.copyfile(setup, windows.root.path("/srv/setup.exe"))
        _prove_refusals(windows, found)
        prove_damaged(windows, found)
        installed = windows.run(SETUP, "/S")
        found.hold(
            "installs for one user, without an administrator", holds=installed.well, detail=installed.words
        )
        _prove_job(windows, found, source_exports(windows.path(rf"{PROGRAM}\app"), out))
        _prove_further_jobs(windows, found)
        prove_newer_file(windows, found)
        prove_old_windows(windows, found, shown, out)
        _prove_window(windows, found, shown, out)
        prove_portable(windows, found, shown, portable)
        prove_power_cut(windows, found)
        _prove_upgrade_and_removal(windows, found)
        windows.end()
    return found.close()


def _prove_refusals(windows: Wine, found: Checklist) -> None:
    windows.set(VERSION_KEY, "Version", "win7")
    old = windows.run(SETUP, "/S")
    nothing = not windows.path(PROGRAM).exists()
    found.hold(
        "Windows 7 is refused", holds=old.code == _REFUSED and nothing, detail=f"{old.code} {old.words}"
    )
    windows.set(VERSION_KEY, "Version", "win10")
    small = Wine(windows.root, windows.namespace, "wine32", "win32")
    small.run("wineboot", "--init")
    refused = small.run(SETUP, "/S")
    small.end()
    found.hold(
        "a 32-bit Windows is refused",
        holds=refused.code == _REFUSED,
        detail=f"{refused.code} {refused.words}",
    )
    disk = windows.root.path("/srv/small")
    disk.mkdir()
    windows.administer("mount", "-t", "tmpfs", "-o", "size=60m,mode=1777", "tmpfs", str(disk))
    (windows.root.path(DRIVE).parent / "dosdevices" / "e:").symlink_to("/srv/small")
    full = windows.run(SETUP, "/S", r"/D=E:\nianbao")
    found.hold(
        "a full disk is told, nothing is half installed",
        holds=full.code == _NO_ROOM,
        detail=f"{full.code} {full.words}",
    )


def _prove_job(windows: Wine, found: Checklist, reference: Path) -> None:
    papers = windows.path(PAPERS)
    papers.mkdir()
    sample = windows.path(rf"{PROGRAM}\app\resources\samples\示例.xxgk")
    shutil.copyfile(sample, papers / "本单位.xxgk")
    owner = windows.root.path(DRIVE).stat()
    for path in (papers, papers / "本单位.xxgk"):
        os.chown(path, owner.st_uid, owner.st_gid)
    done = run(windows, "export", REPORT, "--to", rf"{PAPERS}\导出", "--formats", EXPORTS)
    found.hold("exports everything, without a network", holds=done.well, detail=done.words)
    made, wanted = digests(papers / "导出"), digests(reference)
    different = sorted(name for name in made | wanted if made.get(name) != wanted.get(name))
    found.hold(
        "all exports are byte for byte those of the source tree", holds=not different, detail=str(different)
    )
    for kind in KINDS:
        name = next((name for name in wanted if name.endswith(f"工作年度报告.{kind}")), "")
        read = run(windows, "import", rf"{PAPERS}\导出\{name}", "--into", rf"{PAPERS}\{kind}.xxgk")
        found.hold(f"{kind} is read back, by a process of its own", holds=read.well, detail=read.words)
        checked = run(windows, "check", rf"{PAPERS}\{kind}.xxgk")
        found.hold(f"{kind} is read back without an error in it", holds=checked.well, detail=checked.words)


def _prove_further_jobs(windows: Wine, found: Checklist) -> None:
    """What on_windows.py does inside, one line a statement."""
    shutil.copyfile(PACKAGING / "proof" / "on_windows.py", windows.root.path("/srv/on_windows.py"))
    for part in ("edit-and-die", "recover", "print", "long-path", "reserved-names"):
        said = windows.run(
            rf"{PROGRAM}\runtime\python.exe", "-E", "-s", "-B", r"Z:\srv\on_windows.py", part, PROGRAM, PAPERS
        )
        statement = next(
            (line.removeprefix("holds: ") for line in said.words.splitlines() if line.startswith("holds: ")),
            "",
        )
        found.hold(statement or part, holds=bool(statement), detail=said.words)


def _prove_window(windows: Wine, found: Checklist, shown: Screen, out: Path) -> None:
    found.hold(
        "a report file opens the program", holds='"%1"' in windows.value(_OPENS), detail=windows.value(_OPENS)
    )
    with windows.runs(STARTER, REPORT):
        drawn = until(lambda: shown.colours(out / "windows.png") > DRAWN, 240)
        found.hold("the window is drawn", holds=drawn)
        icons = until(lambda: any("qsvgicon.dll" in maps for maps in windows.loaded()), 60)
        found.hold("its icons are drawn", holds=icons)
        ours = [line for line in windows.processes() if "nianbao" in line or "年报助手.exe" in line]
        one = any("年报助手.exe" in line for line in ours) and not any("pythonw" in line for line in ours)
        found.hold("the window is one program, of its own name", holds=one, detail="\n".join(ours))
        again = windows.run(STARTER, REPORT)
        found.hold(
            "a second start raises the open window", holds=again.well, detail=f"{again.code} {again.words}"
        )
        busy = windows.run(SETUP, "/S")
        found.hold(
            "an installer meets the open window and asks to close it",
            holds=busy.code == _RUNNING,
            detail=f"{busy.code}",
        )
        busy = windows.run(rf"{PROGRAM}\卸载.exe", "/S", rf"_?={PROGRAM}")
        found.hold("so does the uninstaller", holds=busy.code == _RUNNING, detail=f"{busy.code} {busy.words}")
    windows.end()


def _prove_upgrade_and_removal(windows: Wine, found: Checklist) -> None:
    left_over = windows.path(rf"{PROGRAM}\app\left_over.py")
    left_over.touch()
    before = {**digests(windows.path(DATA)), **digests(windows.path(PAPERS))}
    again = windows.run(SETUP, "/S")
    found.hold("installs over itself", holds=again.well, detail=again.words)
    found.hold("no file of the older version is left", holds=not left_over.exists())
    windows.run(rf"{PROGRAM}\卸载.exe", "/S")
    gone = until(lambda: not windows.path(PROGRAM).exists(), 60)
    shortcuts = [path.name for path in windows.root.path(DRIVE).rglob("年报助手.lnk")]
    clean = gone and not shortcuts and not windows.value(r"HKCU\Software\Classes\.xxgk")
    found.hold("uninstalls without a trace", holds=clean, detail=f"{gone} {shortcuts}")
    after = {**digests(windows.path(DATA)), **digests(windows.path(PAPERS))}
    found.hold("the clerk's files and saved versions are all there", holds=bool(before) and before == after)
