"""Two and three programs want one file at the same instant, with and without the lock of a dead one in the way."""

import json
import os
import platform
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from model.file.office_file import OfficeFile
from model.file.safe_write import beside
from tests.offices import receive, received
from tests.proof.file.line import Line, Tally
from tests.proof.file.worker import desk, keep, process, renew

_DEAD: Final = {
    "user": "w", "pid": 999_999, "started": "1", "since": "2025-11-28T09:00:00+08:00", "token": "a"
}  # fmt: skip


def lines() -> Iterator[Line]:
    """Yield what was proved."""
    for stale in (False, True):
        for programs in (2, 3):
            yield at_once(programs, 250, stale=stale)


def at_once(programs: int, rounds: int, *, stale: bool) -> Line:
    """Let programs open, edit and save one file at the same instant, again and again."""
    tally = Tally(f"{programs} programs open and save at once{', a dead lock in the way' if stale else ''}")
    with desk() as path:
        kept = keep(path)
        for _ in range(rounds):
            renew(path, kept)
            if stale:
                beside(path, "lock").write_text(json.dumps(_DEAD | {"host": platform.node()}))
            told = _race(path, programs)
            saved = [number for number, words in enumerate(told, 1) if "saved" in words]
            writers = sum("writes" in words for words in told)
            with OfficeFile.open(path, read_only=True) as opened:
                found = received(opened)
            odd = [words for words in told if "Error" in words]
            faults = [f"{writers} writers"] if writers != 1 else odd
            faults += [] if len(saved) == 1 and found == saved[0] else [f"saved {saved}, in the file {found}"]
            tally.add("", *faults)
    return tally.line


def _race(path: Path, programs: int) -> list[str]:
    """Start the programs on one signal; what each has told."""
    waiting, go = os.pipe()
    ended, over = os.pipe()
    started = [process(partial(_race_one, path, number, waiting, ended)) for number in range(1, programs + 1)]
    os.close(waiting)
    os.close(ended)
    os.write(go, b"x" * programs)
    told = [_words(pipe, until=b"done") for _, pipe in started]
    os.write(over, b"x" * programs)
    for pid, pipe in started:
        os.waitpid(pid, 0)
        os.close(pipe)
    os.close(go)
    os.close(over)
    return told


def _words(pipe: int, until: bytes) -> str:
    words = b""
    while until not in words and (part := os.read(pipe, 4096)):
        words += part
    return words.decode()


def _race_one(path: Path, number: int, waiting: int, ended: int, tell: "partial[None]") -> None:
    os.read(waiting, 1)
    opened = OfficeFile.open(path)
    tell("reads" if opened.read_only else "writes")
    if not opened.read_only:
        receive(opened, number)
        opened.save()
        tell("saved")
    tell("done")
    os.read(ended, 1)
