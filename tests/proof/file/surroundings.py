"""What is around the program changes: clocks, names and places, room on the disk, permissions."""

import os
import random
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from model.errors import AssistantError
from model.file.crash_copy import unsaved_copies
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.file.user_folder import VARIABLE
from tests.offices import RECEIVED, office_file, receive
from tests.proof.file.line import Line, Tally
from tests.proof.file.worker import desk, faults_after, hear, keep, process, renew, work

_YEAR: Final = 366 * 86400
_NOBODY: Final = 65534


def lines() -> Iterator[Line]:
    """Yield what was proved."""
    yield clocks(300)
    yield moves(400)
    yield limits(200)
    yield full_disk(40)
    yield permissions(60)
    yield sticks(60)


def clocks(count: int) -> Line:
    """Set the times of all files at random between work, kill and opening; what was kept is offered all the same."""
    chance = random.Random(10)
    tally = Tally("clocks set back and forth by up to a year between work, kill and opening")
    with desk() as path:
        kept = keep(path)
        for number in range(count):
            if number % 20 == 0:
                renew(path, kept)
            told = hear(*process(partial(work, path)), kill_after=chance.uniform(0, 0.02))
            for file in (path.parent.parent).rglob("*"):
                when = file.lstat().st_mtime + chance.uniform(-_YEAR, _YEAR)
                os.utime(file, (max(0, when), max(0, when)))
            tally.add("", *faults_after(path, told))
    return tally.line


def moves(count: int) -> Line:
    """Rename, move, copy, replace and remove file and folder under a program at work, then let it keep, save, end."""
    chance = random.Random(10)
    tally = Tally("file or folder renamed, moved, replaced, removed under the program at work")
    with desk() as path:
        kept = keep(path)
        for number in range(count):
            renew(path, kept)
            for stray in path.parent.parent.glob("别处*"):
                shutil.rmtree(stray)
            tally.add(*_moved(path, number + 1, chance))
    return tally.line


def sticks(count: int) -> Line:
    """Pull the stick under a program at work, whose folder stays, and put it back: nothing may come into that folder."""
    tally = Tally("the stick pulled under the program at work, its empty folder left behind, and put back")
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as user:
        disk, stick = Path(folder) / "disk", Path(folder) / "U盘"
        os.environ[VARIABLE] = user
        for place in (disk, stick):
            place.mkdir()
        if _mount("-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)):
            return Line(tally.what, 0, 0, "this machine lets us mount none")
        try:
            for number in range(1, count + 1):
                tally.add(*_pulled(disk, stick, number, random.Random(number)))
        finally:
            subprocess.run(["umount", "-l", str(disk)], check=True)
    return tally.line


def _mount(*how: str) -> int:
    return subprocess.run(["mount", *how], check=False, capture_output=True).returncode


def _pulled(disk: Path, stick: Path, number: int, chance: random.Random) -> tuple[str, ...]:
    """One case: its outcome, and what was lost or put where nobody looks for it."""
    path, outcome = stick / f"{number}.xxgk", "kept"
    _mount("--bind", str(disk), str(stick))
    try:
        office_file(path).close()
        opened = OfficeFile.open(path)
        receive(opened, number)
        if chance.random() < 0.5:
            opened.write_crash_copy()
    finally:
        subprocess.run(["umount", str(stick)], check=True)
    receive(opened, number + 1000)
    try:
        if chance.random() < 0.5:
            opened.save()
    except AssistantError:
        outcome = "told, and kept"
    opened.write_crash_copy()
    faults = [f"put into the empty folder: {found.name}" for found in stick.iterdir()]
    _mount("--bind", str(disk), str(stick))
    try:
        if chance.random() < 0.5:
            opened.save()
            outcome += ", saved when it was back"
    except AssistantError as error:
        faults.append(f"not saved when it was back: {error.message}")
    try:
        opened.close()
        with OfficeFile.open(path) as again:
            there = [again.content, *(copy.content for copy in unsaved_copies())]
            if again.read_only:
                faults.append(f"locked out: {again.reason}")
    finally:
        subprocess.run(["umount", str(stick)], check=True)
    if number + 1000 not in [content.reports[2024].value(RECEIVED) for content in there]:
        faults.append("an edit is offered nowhere")
    return outcome, *faults


def _moved(path: Path, number: int, chance: random.Random) -> tuple[str, ...]:
    """One case: its outcome, and what was lost."""
    opened = OfficeFile.open(path)
    receive(opened, number)
    if chance.random() < 0.5:
        opened.write_crash_copy()
    deed = chance.choice((_rename, _move_folder, _swap, _remove, _duplicate))
    deed(path)
    outcome = "kept"
    try:
        if chance.random() < 0.5:
            opened.save()
            outcome = "saved"
        else:
            opened.write_crash_copy()
    except AssistantError:
        opened.write_crash_copy()
        outcome = "told, and kept"
    opened.close()
    found = [_in_file(file) for file in path.parent.parent.rglob("*.xxgk") if "user" not in file.parts]
    offered = [copy.content.reports[2024].value(RECEIVED) for copy in unsaved_copies()]
    for file in path.parent.parent.rglob("*.xxgk"):
        if "user" not in file.parts and "kept" not in file.parts:
            with OfficeFile.open(file) as again:
                copy = again.recovery
                offered += [copy.content.reports[2024].value(RECEIVED)] if copy is not None else []
    faults = [] if number in (*found, *offered) else [f"{deed.__name__}: an edit is offered nowhere"]
    return outcome, *faults


def _in_file(file: Path) -> object:
    return Content.read(file).reports[2024].value(RECEIVED)


def _rename(path: Path) -> None:
    path.rename(path.with_name("改名.xxgk"))


def _move_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("别处"))


def _swap(path: Path) -> None:
    path.rename(path.with_name("原来.xxgk"))
    other = office_file(path.with_name("新.xxgk"))
    other.close()
    path.with_name("新.xxgk").rename(path)


def _remove(path: Path) -> None:
    path.unlink()


def _duplicate(path: Path) -> None:
    shutil.copy(path, path.with_name("复件.xxgk"))


def limits(count: int) -> Line:
    """Let no file grow beyond a random size."""
    chance = random.Random(10)
    tally = Tally("no file may grow beyond a random size (RLIMIT_FSIZE)")
    with desk() as path:
        kept = keep(path)
        for _ in range(count):
            renew(path, kept)
            told = hear(*process(partial(_limited, path, chance.randrange(6000))))
            tally.add("told" if told.refusals else "as if nothing was", *faults_after(path, told))
    return tally.line


def _limited(path: Path, most: int, tell: Callable[[str], None]) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    work(path, tell, rounds=4)


def full_disk(count: int) -> Line:
    """Work on a disk that is full, or becomes so."""
    what = "a small disk that is full or becomes so (tmpfs)"
    with tempfile.TemporaryDirectory() as folder:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", folder], check=False, capture_output=True
        )
        if mounted.returncode:
            return Line(what, 0, 0, "this machine lets us mount none")
        try:
            return _on_full_disk(Path(folder), Tally(what), count)
        finally:
            subprocess.run(["umount", "-l", folder], check=True)


def _on_full_disk(folder: Path, tally: Tally, count: int) -> Line:
    chance = random.Random(10)
    with tempfile.TemporaryDirectory() as user:
        os.environ[VARIABLE] = user
        for number in range(count):
            path = folder / f"{number}" / "年报.xxgk"
            path.parent.mkdir()
            with office_file(path) as made:
                receive(made, 0)
                made.save()
            _fill(folder / "filler", chance)
            told = hear(*process(partial(work, path, rounds=2)))
            (folder / "filler").unlink()
            tally.add("told" if told.refusals else "as if nothing was", *faults_after(path, told))
            shutil.rmtree(path.parent)
    return tally.line


def _fill(file: Path, chance: random.Random) -> None:
    """Take all room but some pages."""
    left = chance.randrange(4) * 4096
    with file.open("wb", buffering=0) as made:
        try:
            while made.write(b"x" * 4096):
                pass
        except OSError:
            made.truncate(max(0, made.tell() - left))


def permissions(count: int) -> Line:
    """Take the rights to file, folder and the user's folder away in turn, from a program to which they apply."""
    tally = Tally("file, folder, user's folder not writable, in all combinations")
    if os.geteuid() != 0:
        return Line(tally.what, 0, 0, "only root can become somebody to whom rights apply")
    with desk() as path:
        kept = keep(path)
        for number in range(count):
            renew(path, kept)
            base = path.parent.parent
            for place in (base, *base.rglob("*")):
                os.chown(place, _NOBODY, _NOBODY)
            for bit, place in enumerate((path, path.parent, base / "user")):
                if number >> bit & 1:
                    place.chmod(0o444 if place == path else 0o555)
            told = hear(*process(partial(_as_nobody, path)))
            for place in (path, path.parent, base / "user"):
                place.chmod(0o644 if place == path else 0o755)
            tally.add("told" if told.refusals else "as if nothing was", *faults_after(path, told))
    return tally.line


def _as_nobody(path: Path, tell: Callable[[str], None]) -> None:
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    work(path, tell, rounds=2)
