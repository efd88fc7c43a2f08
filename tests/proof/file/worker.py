"""A program at work on an office file, in a process of its own, and what must be true once it has come to an end."""

import contextlib
import os
import select
import shutil
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from model.errors import AssistantError
from model.file.crash_copy import unsaved_copies
from model.file.office_file import OfficeFile
from model.file.user_folder import VARIABLE
from tests.offices import office_file, receive, received


@dataclass
class Told:
    """What a process has told of its work: the number that it saved last, and that it kept last in a crash copy."""

    saved: int = 0
    copied: int = 0
    errors: list[str] = field(default_factory=list)
    refusals: int = 0

    def hear(self, line: str) -> None:
        """Take in one line."""
        word, _, rest = line.partition(" ")
        match word:
            case "saved":
                self.saved = int(rest)
            case "copied":
                self.copied = int(rest)
            case "refused":
                self.refusals += 1
            case _:
                self.errors.append(line)


@contextlib.contextmanager
def desk() -> Iterator[Path]:
    """A folder of its own with the path of a saved file in it, and a user's folder."""
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        os.environ[VARIABLE] = f"{folder}/user"
        path = Path(folder) / "文件" / "年报.xxgk"
        path.parent.mkdir()
        made = office_file(path)
        receive(made, 0)
        made.save()
        made.close()
        yield path


def renew(path: Path, like: Path) -> None:
    """Put everything back as it was kept at `like`, so that one case leaves nothing to the next."""
    for place in (path.parent, path.parent.parent / "user"):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(like / place.name, place)


def keep(path: Path) -> Path:
    """Keep everything as it is now, to be brought back by `renew`."""
    kept = path.parent.parent / "kept"
    for place in (path.parent, path.parent.parent / "user"):
        shutil.copytree(place, kept / place.name)
    return kept


def work(path: Path, tell: Callable[[str], None], rounds: int = 10**9) -> None:
    """Open the file and edit, keep and save it again and again; each number is told once it is safe.

    Every other save is cleared up after, as when the window has time for it before the next edit.
    """
    try:
        opened = OfficeFile.open(path)
    except AssistantError:
        tell("refused open")
        return
    number = int(str(received(opened)))
    for _ in range(rounds):
        for deed, word in ((opened.write_crash_copy, "copied"), (opened.save, "saved")):
            number += 1
            receive(opened, number)
            try:
                deed()
            except AssistantError:
                tell("refused")
            else:
                tell(f"{word} {number}")
        if number % 4:
            opened.clear_up()
    opened.close()


def process(job: Callable[[Callable[[str], None]], None]) -> tuple[int, int]:
    """Start a process that does a job and tells of it; return its number and the pipe that it tells through."""
    reading, writing = os.pipe()
    write = os.write
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading

    def tell(line: str) -> None:
        write(writing, f"{line}\n".encode(errors="replace"))

    try:
        job(tell)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told and counted
        frames = [each for each in traceback.extract_tb(error.__traceback__) if "model" in each.filename]
        where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "the proof"
        tell(f"{type(error).__name__} {error} in {where}")
    finally:
        os._exit(0)


def hear(pid: int, pipe: int, *, kill_after: float | None = None) -> Told:
    """Hear a process to its end, which comes by SIGKILL `kill_after` seconds after its first word."""
    words = b""
    if kill_after is not None:
        words = os.read(pipe, 1 << 16)
        select.select([], [], [], kill_after)
        os.kill(pid, signal.SIGKILL)
    while part := os.read(pipe, 1 << 16):
        words += part
    os.close(pipe)
    os.waitpid(pid, 0)
    told = Told()
    for line in words.decode(errors="replace").splitlines():
        told.hear(line)
    return told


def faults_after(path: Path, told: Told) -> list[str]:
    """What is wrong with file, copies and saved states after a process that told this has ended."""
    found = [f"unexpected: {error}" for error in told.errors]
    try:
        left = unsaved_copies()
        with OfficeFile.open(path) as opened:
            identity = opened.content.origin.identity
            own = [copy.content for copy in left if copy.origin.identity == identity]
            listed = [int(str(content.reports[2024].value(_CELL))) for content in own]
            in_file = int(str(received(opened)))
            if opened.recovery is not None:
                listed.append(int(str(opened.recovery.content.reports[2024].value(_CELL))))
            kept = [in_file, *listed]
            if opened.read_only:
                found.append(f"locked out: {opened.reason}")
            for generation in opened.generations:
                generation.open()
    except AssistantError as error:
        return [*found, f"does not open: {error.message}"]
    if listed and min(listed) < in_file:
        found.append(f"what was saved is offered as unsaved: {min(listed)} beside {in_file}")
    if in_file < told.saved:
        found.append(f"a save was lost: {in_file} of {told.saved}")
    if max(kept) < told.copied:
        found.append(f"a copy was lost: {max(kept)} of {told.copied}")
    if list(path.parent.glob(".~*.tmp")):
        found.append("something is left over")
    return found


_CELL = "applications.received.natural_person"
