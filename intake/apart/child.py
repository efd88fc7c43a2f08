"""The reader's process: takes one request, binds itself, reads, answers, and is done."""

import contextlib
import os
import sys
from typing import BinaryIO

from intake.apart import wire
from intake.apart.bounds import bind_this_process
from intake.progress import Tell
from intake.readers.border import border
from intake.recognise import Recognition
from model.errors import AssistantError


def serve() -> int:
    """Answer the request on standard input. Returns the process's exit code."""
    with os.fdopen(0, "rb") as asked, os.fdopen(os.dup(1), "wb") as answers:
        _close_output()
        request = wire.Request.receive(asked)
        with contextlib.suppress(OSError, ValueError):
            # A system that sets no limits still has the program's patience, and a cancel, above this process.
            bind_this_process(request.bounds)
        answers.write(_answer(request, answers))
    return 0


def _close_output() -> None:
    """What libraries print goes nowhere: the answers have the output for themselves."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    sys.stdout = sys.stderr = os.fdopen(nowhere, "w", encoding="utf-8")


def _answer(request: wire.Request, answers: BinaryIO) -> bytes:
    def tell(words: str) -> None:
        answers.write(wire.progress(words))
        answers.flush()

    try:
        with border(request.source.name, "原来的程序"):
            return _ledger(request, tell) if request.ledger else wire.read(_read(request, tell))
    except AssistantError as error:
        return wire.refused(error)


def _read(request: wire.Request, tell: Tell) -> Recognition:
    from intake.taking_in import take_in, take_in_bytes, take_in_clipboard

    source = request.source
    if isinstance(source, wire.FileSource):
        return take_in(source.path, tell=tell, office=request.office, year=request.year)
    if isinstance(source, wire.BytesSource):
        return take_in_bytes(source.data, source.name, tell=tell, office=request.office, year=request.year)
    return take_in_clipboard(source.html, source.text, office=request.office, year=request.year)


def _ledger(request: wire.Request, tell: Tell) -> bytes:
    from intake.apart.ledger_apart import lines_of
    from intake.ledger.reading import read_copied, read_ledger, read_ledger_file

    source = request.source
    if isinstance(source, wire.FileSource):
        return b"".join(lines_of(*read_ledger_file(source.path, tell)))
    if isinstance(source, wire.BytesSource):
        return b"".join(lines_of(read_ledger(source.data, source.name, tell), source.data))
    return b"".join(lines_of(read_copied(source.html, source.text), (source.text or source.html).encode()))
