"""The program is killed: at random moments of its work, and at every call by which it changes the disk."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.proof.file.line import Line, Tally
from tests.proof.file.worker import Told, desk, faults_after, hear, keep, process, renew, work

_LONGEST: Final = 0.04
"""Seconds of work before a kill at most: some rounds of copy and save."""
_CHANGING: Final = (
    "write,fsync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,chmod,fchmod,fchown,"
    "openat,close,flock,ftruncate,fsetxattr"
)
_PROGRAM: Final = """
import os, sys
from pathlib import Path
from tests.proof.file.worker import work
os.write(3, b"")
work(Path(sys.argv[1]), lambda line: os.write(3, f"{line}\\n".encode()), rounds=3)
"""


def lines() -> Iterator[Line]:
    """Yield what was proved."""
    yield at_random(2000)
    yield at_every_call()


def at_random(count: int) -> Line:
    """Kill the program at random moments."""
    chance = random.Random(10)
    tally = Tally("killed at a random moment of copying and saving")
    saves = 0
    with desk() as path:
        kept = keep(path)
        for number in range(count):
            if number % 50 == 0:
                renew(path, kept)
            told = hear(*process(partial(work, path)), kill_after=chance.uniform(0, _LONGEST))
            saves += told.saved
            tally.add("", *faults_after(path, told))
    return tally.line


def at_every_call() -> Line:
    """Kill the program at each system call of opening, copying and saving that changes something, one after the other."""
    tally = Tally("killed at every system call of open + 3 × (copy, save) that changes the disk")
    if shutil.which("strace") is None:
        return Line(
            tally.what, 0, 0, "no strace on this machine; see failing_disk, which stops at every call, too"
        )
    with desk() as path, tempfile.TemporaryDirectory() as folder:
        kept = keep(path)
        first, last = _calls(path, Path(folder) / "calls")
        for number in range(first, last + 1):
            renew(path, kept)
            told = _traced(path, "-e", f"inject={_CHANGING}:signal=KILL:when={number}")
            tally.add("", *faults_after(path, told))
    return tally.line


def _calls(path: Path, log: Path) -> tuple[int, int]:
    """Number of the first call of the work itself and of the last one."""
    _traced(path, "-o", str(log), trace=True)
    calls = [line for line in log.read_text(errors="replace").splitlines() if "exited" not in line]
    first = next(
        number
        for number, call in enumerate(calls, 1)
        if call.partition(" ")[2].lstrip().startswith("write(3,")
    )
    return first, len(calls)


def _traced(path: Path, *options: str, trace: bool = False) -> Told:
    """Run the work under strace; what it says comes through a pipe that is its third handle."""
    reading, writing = os.pipe()
    command = [
        "strace",
        "-f",
        "-qq",
        "-e",
        f"trace={_CHANGING}",
        *([] if trace else ["-o", os.devnull]),
        *options,
    ]
    child = subprocess.Popen(
        [
            "bash",
            "-c",
            f'exec 3>&{writing}; exec "$0" "$@"',
            *command,
            sys.executable,
            "-c",
            _PROGRAM,
            str(path),
        ],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(Path.cwd())},
    )
    os.close(writing)
    words = b""
    while part := os.read(reading, 1 << 16):
        words += part
    os.close(reading)
    child.wait()
    told = Told()
    for line in words.decode(errors="replace").splitlines():
        told.hear(line)
    return told
