"""Reads a ledger in a process of its own; its rows come back in plain data, a thousand a line, and are looked at again.

A day goes as its ordinal in a list, so that no text and no number is taken for one; a time of day goes as text.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Final, TypeAlias

from intake.apart.bounds import Bounds
from intake.apart.reading_apart import Apart
from intake.apart.wire import Request, Source, answered
from intake.errors import ReaderEnded
from intake.ledger.reading import Source as Ledger
from intake.ledger.sheets import Merge, Raw, Row, Sheet
from intake.progress import Tell, silent

LARGE: Final = Bounds(memory=1536 * 2**20, seconds=90, patience=240, answer=512 * 2**20)
"""What reading a ledger may cost: one of 100,000 rows takes some 200 MB and three seconds, and old PCs are slower."""
_ROWS: Final = 1_000
"""Rows in a line: what is made of a line holds up the window for a few milliseconds."""

Plain: TypeAlias = str | int | float | bool | list[int]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the sheets of a file, and the fingerprint of its bytes."""

    ledger: Ledger
    fingerprint: str


def lines_of(ledger: Ledger, data: bytes) -> Iterator[bytes]:
    """Yield the lines that tell a ledger: each sheet, its rows, and at the end the file's name and fingerprint."""
    for sheet in ledger.sheets:
        merges = None if sheet.merges is None else [[m.top, m.left, m.bottom, m.right] for m in sheet.merges]
        hidden = None if sheet.hidden is None else sorted(sheet.hidden)
        yield _line(
            {
                "sheet": {
                    "name": sheet.name,
                    "title": sheet.title,
                    "visible": sheet.visible,
                    "merges": merges,
                    "hidden": hidden,
                    "uncomputed": sheet.uncomputed,
                }
            }
        )
        for start in range(0, len(sheet.rows), _ROWS):
            yield _line({"rows": [list(map(_plain, row)) for row in sheet.rows[start : start + _ROWS]]})
    yield _line({"ledger": {"name": ledger.name, "fingerprint": sha256(data).hexdigest()}})


def _line(told: Mapping[str, object]) -> bytes:
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def _plain(raw: Raw) -> Plain:
    if isinstance(raw, str | int | float):
        return raw
    if isinstance(raw, datetime):
        return [raw.date().toordinal()]
    return [raw.toordinal()] if isinstance(raw, date) else str(raw)


class LedgerApart(Apart[Read]):
    """One reading of a ledger."""

    def __init__(self, source: Source, tell: Tell = silent, bounds: Bounds = LARGE) -> None:
        super().__init__(Request(source, bounds=bounds, ledger=True), tell)
        self._sheets: list[Sheet] = []
        self._rows: list[Row] = []

    def understood(self, line: bytes) -> Read | str:
        """Return what a line says: words of progress, or the whole ledger after its last line."""
        if not line.startswith((b'{"sheet":', b'{"rows":', b'{"ledger":')):
            words = answered(line)
            if isinstance(words, str):
                return words
            raise ReaderEnded("a report in place of a ledger")
        try:
            told = json.loads(line)
            if "sheet" in told:
                self._rows = []
                self._sheets.append(_sheet(told["sheet"], self._rows))
                return f"{self._sheets[-1].name}"
            if "rows" in told:
                self._rows += [list(map(_raw, row)) for row in told["rows"]]
                return f"{self._sheets[-1].name} {len(self._rows)} 行"
            name, fingerprint = str(told["ledger"]["name"]), str(told["ledger"]["fingerprint"])
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError) as error:
            raise ReaderEnded(line[:200].decode("ascii", "replace")) from error
        widths = [{len(row) for row in sheet.rows} for sheet in self._sheets]
        if any(len(width) > 1 for width in widths):
            raise ReaderEnded("rows of several lengths")
        return Read(Ledger(name, tuple(self._sheets)), fingerprint)


def _sheet(told: Mapping[str, object], rows: list[Row]) -> Sheet:
    merges, hidden, uncomputed = told["merges"], told["hidden"], told["uncomputed"]
    if not isinstance(uncomputed, list):
        raise TypeError(uncomputed)
    return Sheet(
        str(told["name"]),
        rows,
        None if merges is None else tuple(Merge(*_numbers(merge, 4)) for merge in _listed(merges)),
        None if hidden is None else frozenset(_numbers(hidden)),
        tuple((column, row) for column, row in (_numbers(pair, 2) for pair in uncomputed)),
        told["visible"] is True,
        str(told["title"]),
    )


def _listed(told: object) -> list[object]:
    if not isinstance(told, list):
        raise TypeError(told)
    return told


def _numbers(told: object, count: int | None = None) -> tuple[int, ...]:
    numbers = tuple(number for number in _listed(told) if isinstance(number, int) and number >= 0)
    if count is not None and len(numbers) != count:
        raise ValueError(told)
    return numbers


def _raw(plain: Plain) -> Raw:
    if isinstance(plain, list):
        (ordinal,) = plain
        return date.fromordinal(ordinal)
    if not isinstance(plain, str | int | float):
        raise TypeError(plain)
    return plain
