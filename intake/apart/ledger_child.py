"""The process that holds a ledger: reads its files, lays out their sheets, counts, and tells of rows what is asked."""

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Final

from intake.apart import ledger_wire, wire
from intake.ledger.ledger import Ledger, likely_year
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile, read_copied, read_ledger, read_ledger_file
from intake.progress import Tell
from intake.readers.border import border
from model.errors import AssistantError
from model.form_file import form_for, load_form

_TIDY_AFTER: Final = 2_000_000
"""Objects made between two searches for those that are no longer needed: the rows of a large ledger all are."""


def serve_ledger(request: wire.Request, asked: BinaryIO, answers: BinaryIO) -> None:
    """Read what was requested, then answer one question after the other until there are no more."""
    gc.set_threshold(_TIDY_AFTER)
    held = _Held(wire.teller(answers))
    _answer(held.read(request.source), request.source.name, answers)
    for line in asked:
        question = json.loads(line)
        _answer(held.answer(question), request.source.name, answers)


def _answer(lines: Iterator[bytes], name: str, answers: BinaryIO) -> None:
    """Send an answer. The process that asked may have gone: there is nobody to tell then."""
    with suppress(BrokenPipeError):
        try:
            with border(name, "原来的程序"):
                answers.writelines(lines)
        except AssistantError as error:
            answers.write(wire.refused(error))
        answers.flush()


class _Held:
    """The files that were read, and the ledger that they make."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._sources: list[LedgerFile] = []
        self._ledger: Ledger | None = None

    def answer(self, question: Mapping[str, Any]) -> Iterator[bytes]:
        """Yield the lines that answer a question."""
        ((name, content),) = question.items()
        match name:
            case "read":
                yield from self.read(wire.FileSource(Path(content)))
            case "lay_out":
                yield from self._lay_out(content)
            case "count":
                yield from self._count(content)
            case "rows":
                yield from ledger_wire.lines_of_rows(self._there.rows_at(content))
            case _:
                raise ValueError(name)

    def read(self, source: wire.Source) -> Iterator[bytes]:
        """Read one more file of the ledger."""
        if isinstance(source, wire.FileSource):
            read, data = read_ledger_file(source.path, self._tell)
        elif isinstance(source, wire.BytesSource):
            read, data = read_ledger(source.data, source.name, self._tell), source.data
        else:
            read, data = read_copied(source.html, source.text), (source.text or source.html).encode()
        self._sources.append(read)
        yield ledger_wire.line({"ledger": {"name": read.name, "fingerprint": sha256(data).hexdigest()}})

    @property
    def _there(self) -> Ledger:
        if self._ledger is None:
            raise ValueError("nothing is laid out yet")
        return self._ledger

    def _lay_out(self, asked: Mapping[str, Any]) -> Iterator[bytes]:
        memory = Memory(asked["memory"])
        year = asked["year"]
        if year is None:
            year = likely_year(self._sources, form_for(asked["otherwise"]), asked["otherwise"])
        form = load_form(asked["form"]) if asked["form"] else form_for(year)
        self._ledger = Ledger.of(self._sources, form, year, memory)
        for part in self._ledger.parts:
            yield from ledger_wire.lines_of_part(part)
        yield ledger_wire.line({"laid_out": {"year": year, "notes": self._ledger.notes}})

    def _count(self, asked: Mapping[str, Any]) -> Iterator[bytes]:
        ledger = self._there
        told = zip(ledger.parts, ledger_wire.layouts(asked["layouts"]), strict=True)
        ledger.parts = [replace(part, layout=layout, counted=counted) for part, (layout, counted) in told]
        count = ledger.count(Memory(asked["memory"]), date.fromisoformat(asked["today"]))
        yield from ledger_wire.lines_of_count(count)
