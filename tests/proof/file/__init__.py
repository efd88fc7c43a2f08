"""That no work is lost: kills, failing disks, damaged files, several writers, clocks, moves, full disks, permissions."""

import importlib
from collections.abc import Iterable, Sequence
from typing import Final

from tests.proof.file.line import Line

SECTIONS: Final = ("killing", "failing_disk", "failing_deeds", "damage", "writers", "surroundings")
_HEAD: Final = ("what", "cases", "broken", "")


def main(names: Sequence[str] = SECTIONS) -> int:
    """Prove the sections and print what held and what broke; 1 where a promise was broken."""
    found: list[Line] = []
    for name in names:
        lines = list(importlib.import_module(f"{__name__}.{name}").lines())
        print(table(lines), flush=True)
        found += lines
    return int(any(line.broken for line in found))


def table(lines: Iterable[Line]) -> str:
    """Return the lines aligned under a head."""
    rows = [_HEAD, *((line.what, f"{line.cases:,}", f"{line.broken:,}", line.note) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        f"{what.ljust(widths[0])}  {cases.rjust(widths[1])}  {broken.rjust(widths[2])}  {note}".rstrip()
        for what, cases, broken, note in rows
    )
