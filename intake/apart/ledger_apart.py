"""A ledger that is read and counted in a process of its own, where its rows stay; see `intake.apart.ledger_wire`."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Event, Lock
from typing import Final, TypeVar

from intake.apart import ledger_wire
from intake.apart.bounds import Bounds
from intake.apart.ledger_wire import MALFORMED, Laid, Tallies, Told
from intake.apart.process import ReaderProcess
from intake.apart.wire import CopiedSource, FileSource, Request, Source, answered
from intake.errors import ReaderEnded, ReadingCancelled, SourceRefused
from intake.ledger.ledger import Count, Ledger
from intake.ledger.memory import Memory
from intake.ledger.sheets import Row
from intake.progress import Tell, silent
from intake.readers.limits import MOST_CHARACTERS
from model.form import Form
from model.form_file import form_for

Found = TypeVar("Found")
LARGE: Final = Bounds(memory=1536 * 2**20, seconds=600, patience=240, answer=256 * 2**20)
"""What a ledger may cost: one of 100,000 rows takes some 300 MB, three seconds and half a second for each count, and old
PCs are slower. The seconds are for all that is done with it, the patience for one answer."""
ONE_FILE: Final = replace(LARGE, by_byte=64)
"""What a ledger of one file may cost: its rows take up to 30 bytes of memory for each byte of a packed workbook."""
_BREATH: Final = 0.001
"""Seconds between two lines of an answer; one of 100,000 rows has some fifty."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read: its name, and the fingerprint of its bytes."""

    name: str
    fingerprint: str


class LedgerApart:
    """The files of one ledger, and the process that holds them from `read` until `end`; one thread asks at a time.

    All that ask raise SourceRefused where the process fails or does not answer within its bounds, and ReadingCancelled
    after `end`, which any thread may call.
    """

    def __init__(
        self,
        first: Source,
        *more: FileSource,
        tell: Tell = silent,
        bounds: Bounds | None = None,
        aside: bool = False,
    ) -> None:
        self._first = first
        self._more = more
        self._tell = tell
        self._bounds = replace(bounds or (LARGE if more else ONE_FILE), aside=aside)
        self._ended = Event()
        self._asking = Lock()
        self._process: ReaderProcess | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being asked."""
        return self._asking.locked()

    @property
    def number(self) -> int:
        """The number that the system gives the process; 0 before `read`."""
        return self._process.number if self._process is not None else 0

    def read(self) -> tuple[ReadFile, ...]:
        """Start the process and read all files. Raises SourceRefused for one that cannot be read."""
        if isinstance(self._first, CopiedSource):
            _refuse_too_much(self._first)
        self._process = ReaderProcess(self._first.name, self._bounds, self._ended, "需要统计的行")
        request = Request(self._first, bounds=self._bounds, ledger=True)
        read = [self._ask(request.encode(), _file)]
        read += [self._ask(ledger_wire.line({"read": str(source.path)}), _file) for source in self._more]
        return tuple(read)

    def lay_out(
        self, memory: Memory, year: int | None, otherwise: int, form: Form | None = None
    ) -> "DistantLedger":
        """Return the ledger laid out for a year; where that is None for the year that it tells, or else `otherwise`.

        `form` is that of the report, which is the year's where there is none. Raises NotUnderstood where no sheet has
        the head of a ledger, or the form has other outcomes.
        """
        asked = {
            "memory": memory.entries,
            "year": year,
            "otherwise": otherwise,
            "form": form.id if form is not None else "",
        }
        laid = self._ask(ledger_wire.line({"lay_out": asked}), Laid().take)
        return DistantLedger(form or form_for(laid.year), laid.year, laid.parts, laid.notes, apart=self)

    def count(self, ledger: "DistantLedger", memory: Memory, today: date) -> Count:
        """Return what the ledger counts as it is laid out now. Raises NotUnderstood as `Ledger.count` does."""
        asked = {
            "memory": memory.entries,
            "today": today.isoformat(),
            "layouts": ledger_wire.layouts_of(ledger.parts),
        }
        tallies = self._ask(ledger_wire.line({"count": asked}), Tallies(ledger.form, ledger.last_place).take)
        return Count(ledger.year, ledger.form, tallies)

    def rows_at(self, places: Sequence[int]) -> list[Row]:
        """Return the rows at some places of the ledger."""
        rows: list[Row] = []

        def take(told: Told) -> list[Row] | str:
            if "row" in told:
                rows.extend(map(ledger_wire.row, told["row"]))
                return ""
            if ledger_wire.number(told["rows"]) != len(places) or len(rows) != len(places):
                raise ValueError(told)
            return rows

        return self._ask(ledger_wire.line({"rows": list(places)}), take)

    def end(self) -> None:
        """End the process at once, whatever it does."""
        self._ended.set()
        process = self._process
        if process is not None:
            process.end()

    def _ask(self, question: bytes, take: Callable[[Told], Found | str]) -> Found:
        """Ask, and return what the answer amounts to; `take` says so of each line, or gives words on how far it is."""

        def understood(line: bytes) -> Found | str:
            if line.startswith((b'{"progress":', b'{"refused":')):
                words = answered(line)
                if isinstance(words, str):
                    return words
            # Whoever types meanwhile comes first: the window waits for what is made of one line, and of no second one.
            time.sleep(_BREATH)
            try:
                return take(json.loads(line))
            except MALFORMED as error:
                raise ReaderEnded(line[:200].decode("ascii", "replace")) from error

        with self._asking:
            if self._process is None or self._ended.is_set():
                raise ReadingCancelled
            try:
                self._process.ask(question)
                return self._process.answer(understood, self._heard)
            except ReadingCancelled:
                self._process.end()
                raise

    def _heard(self, words: str) -> None:
        if words:
            self._tell(words)


@dataclass
class DistantLedger(Ledger):
    """A ledger whose rows are in the process that has read them; here are those at the beginning of each sheet."""

    apart: LedgerApart = field(kw_only=True)

    def count(self, memory: Memory, today: date) -> Count:
        """Count all rows, where they are."""
        return self.apart.count(self, memory, today)

    def rows_at(self, places: Sequence[int]) -> list[Row]:
        """Return the rows at some places, empty ones while the ledger is being counted: nobody waits for that."""
        return [[] for _ in places] if self.apart.busy else self.apart.rows_at(places)


def _refuse_too_much(copied: CopiedSource) -> None:
    """Before it is sent: to write down a hundred million characters would keep the window waiting."""
    if len(copied.html) + len(copied.text) > MOST_CHARACTERS:
        raise SourceRefused("复制的内容过多；请把台账存成文件，再选择文件统计")


def _file(told: Mapping[str, Mapping[str, object]]) -> ReadFile:
    return ReadFile(str(told["ledger"]["name"]), str(told["ledger"]["fingerprint"]))
