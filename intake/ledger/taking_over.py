"""Takes a count over into a report: the numbers, totals to check against, and what is remembered of the ledger."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from intake.ledger.ledger import Count
from intake.ledger.reading import MOST_BYTES
from model.file.safe_read import read_ordinary
from model.report import Report, Slot, SlotKind, SlotValue

_OFFICE: Final = re.compile(r"^([\u3400-\u9fff（）()]{2,40}?)(?:关于)?(?=20\d{2}年)")


@dataclass(frozen=True, slots=True)
class Origin:
    """What is remembered of a ledger's file: its name, the fingerprint of its bytes, and when it was counted (ISO)."""

    name: str
    fingerprint: str
    time: str

    @classmethod
    def of(cls, name: str, data: bytes) -> "Origin":
        """Return the origin of bytes that are counted now."""
        return cls.now(name, sha256(data).hexdigest())

    @classmethod
    def now(cls, name: str, fingerprint: str) -> "Origin":
        """Return the origin of a file with this fingerprint that is counted now."""
        return cls(name, fingerprint, datetime.now().astimezone().isoformat(timespec="seconds"))

    def is_of(self, path: Path) -> bool:
        """Whether a file is there and still is what was counted."""
        try:
            return sha256(read_ordinary(path, MOST_BYTES, follow=True)).hexdigest() == self.fingerprint
        except OSError:
            return False


def origins_of(report: Report) -> tuple[Origin, ...]:
    """Return the ledgers that a report was counted from, in order."""
    kept = sorted(report.of_kind(SlotKind.LEDGER_SOURCE).items())
    return tuple(
        Origin(str(entry.get("name", "")), str(entry.get("fingerprint", "")), str(entry.get("time", "")))
        for _, entry in kept
        if isinstance(entry, dict)
    )


def settings_of(
    count: Count, report: Report, origins: Sequence[Origin], wanted: Collection[str] | None = None
) -> Iterator[tuple[Slot, SlotValue]]:
    """Yield the settings that take a count over in one step; of the entered cells the `wanted` ones, else all counted.

    What the ledger counts is remembered of every cell, so that a later difference is told (rule L1), and the totals
    become 核对合计. Totals that were declared and marks of an import go with the numbers that they belonged to.
    """
    cells = count.cells
    for key, number in cells.items():
        if key in count.form.sums:
            yield Slot(SlotKind.CONTROL, key), number
            continue
        yield Slot(SlotKind.LEDGER, key), number
        if wanted is None or key in wanted:
            yield Slot(SlotKind.CELL, key), number
            yield Slot(SlotKind.STATE, key), None
    for key in report.of_kind(SlotKind.DECLARED):
        if key in cells:
            yield Slot(SlotKind.DECLARED, key), None
            yield Slot(SlotKind.STATE, key), None
    for number, origin in enumerate(origins, 1):
        entry = {"name": origin.name, "fingerprint": origin.fingerprint, "time": origin.time}
        yield Slot(SlotKind.LEDGER_SOURCE, str(number)), entry
    for key in report.of_kind(SlotKind.LEDGER_SOURCE):
        if int(key) > len(origins):
            yield Slot(SlotKind.LEDGER_SOURCE, key), None


def office_in(title: str) -> str:
    """Return the office that a ledger's title begins with, "" where it names none: 云溪县某局2025年…台账."""
    match = _OFFICE.match(title)
    return match[1] if match else ""
