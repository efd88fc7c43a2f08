"""Damaged files: thousands of altered copies of each kind are read, and each is read or refused, in time and in bounds.

They are read in a process that binds itself as a reader's process does. One that ends it, by time or by memory, counts
as bounded where the program's own way of reading refuses that file; anything else that it does is a fault.
"""

import io
import random
import signal
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from intake.apart.reading_apart import ReadingApart
from intake.apart.wire import BytesSource, Request
from model.errors import AssistantError
from tests.intake.sound_sources import SOUND

ROOT: Final = Path(__file__).resolve().parent.parent.parent
COPIES: Final = 5_000
"""Of each kind."""
SLOWEST: Final = 5
"""Seconds of the processor for one file."""
_READER: Final = """
import sys, time, traceback
sys.path.insert(0, sys.argv[1])
from intake.apart.bounds import Bounds, bind_this_process
from intake.taking_in import take_in_bytes
from model.errors import AssistantError
from tests.proof.damaged_sources import copy_of
kind, first, last, seconds = sys.argv[2], *map(int, sys.argv[3:6])
bind_this_process(Bounds(seconds=seconds))
for number in range(first, last):
    data = copy_of(kind, number)
    begun = time.process_time()
    try:
        take_in_bytes(data, f"report.{kind}", year=2024)
        told = "read"
    except AssistantError:
        told = "refused"
    except Exception:
        told = "fault " + traceback.format_exc().replace(chr(10), " | ")
    print(number, time.process_time() - begun, told, flush=True)
"""
_BATCH: Final = 250
"""Copies that one process reads, within `_BATCH_SECONDS` of the processor."""
_BATCH_SECONDS: Final = 180


_made: dict[str, bytes] = {}


def copy_of(kind: str, number: int) -> bytes:
    """Return one altered copy of a kind's sound file; the same one for the same number."""
    chance = random.Random(f"{kind} {number}")
    sound = _made.get(kind) or _made.setdefault(kind, SOUND[kind]())
    if not sound.startswith(b"PK") or chance.random() < 0.2:
        return _altered(sound, chance)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as archive, zipfile.ZipFile(made, "w") as changed:
        names = archive.namelist()
        hit = set(chance.sample(names, chance.randint(1, min(2, len(names)))))
        for name in names:
            part = archive.read(name)
            changed.writestr(name, _altered(part, chance) if name in hit else part)
    return made.getvalue()


def _altered(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one to four accidents."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_ACCIDENTS)(data, chance)
    return data


def _flipped(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))] if chance.random() < 0.3 else _without(data, chance)


def _without(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + data[at + chance.randint(1, 200) :]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    piece = data[at : at + chance.randint(1, 400)]
    return data[:at] + piece * chance.choice((1, 2, 50)) + data[at:]


def _renumbered(data: bytes, chance: random.Random) -> bytes:
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return data
    at = chance.choice(digits)
    return data[:at] + chance.choice((b"0", b"-1", b"99999999", b"1e9", b"9" * 5_000, b"")) + data[at + 1 :]


def _untagged(data: bytes, chance: random.Random) -> bytes:
    signs = [at for at, byte in enumerate(data) if byte in b'<>"&/']
    if not signs:
        return data
    at = chance.choice(signs)
    return data[:at] + chance.choice((b"", b"<", b">", b'"', b"&", b"\x00", b"]]>")) + data[at + 1 :]


_ACCIDENTS: Final = (_flipped, _cut, _doubled, _renumbered, _untagged)


def outcomes(kind: str, copies: int) -> Iterator[tuple[int, str]]:
    """Yield number and fate of each copy: read, refused, bounded, or "fault …"."""
    number = 0
    while number < copies:
        last = min(copies, number + _BATCH)
        numbers = map(str, (number, last, _BATCH_SECONDS))
        command = [sys.executable, "-W", "ignore", "-c", _READER, str(ROOT), kind, *numbers]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as reader:
            for line in reader.stdout or ():
                at, seconds, told = line.strip().split(" ", 2)
                slow = float(seconds) > SLOWEST and not told.startswith("fault")
                yield number, f"fault: {seconds} s of the processor, {told}" if slow else told
                number = int(at) + 1
        if number < last:
            yield number, _ended(kind, number, reader.returncode)
            number += 1


def _ended(kind: str, number: int, code: int) -> str:
    """What a file has done that ended the reader: bounded where the program refuses it, and says so.

    A library that gets no more memory aborts. The process of a batch holds more than a reader's, which may have room yet.
    """
    try:
        ReadingApart(Request(BytesSource(copy_of(kind, number), f"report.{kind}"), year=2024)).result()
    except AssistantError:
        return "bounded"
    if code == -signal.SIGABRT:
        return "read"
    return f"fault: it ended the reader with {code}, and is read"


def prove(kinds: Sequence[str], copies: int) -> int:
    """Read the copies and print what became of them. Returns how many faults there were."""
    faults = 0
    for kind in kinds:
        fates: Counter[str] = Counter()
        for number, told in outcomes(kind, copies):
            fates[told.split()[0].rstrip(":")] += 1
            if told.startswith("fault"):
                faults += 1
                print(f"  {kind} {number}: {told[-1_000:]}")
        print(
            f"  {kind}: " + ", ".join(f"{count} {fate}" for fate, count in sorted(fates.items())), flush=True
        )
    return faults


def main() -> int:
    """Prove all kinds. 0 when no copy was a fault."""
    return int(prove(tuple(SOUND), COPIES) > 0)
