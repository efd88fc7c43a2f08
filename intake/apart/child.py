"""The reader's process: takes one request, binds itself, reads and answers; of a ledger it answers more."""

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING, BinaryIO, Final

from intake.apart import wire
from intake.apart.bounds import bind_this_process
from intake.progress import Tell
from intake.readers.border import border
from model.errors import AssistantError

if TYPE_CHECKING:
    from intake.recognise import Recognition


_TIDY_AFTER: Final = 100_000
"""Objects made between two searches for those no longer needed: a small file is read, and the process gone, before one."""


def serve() -> int:
    """Answer the request on standard input. Returns the process's exit code."""
    gc.set_threshold(_TIDY_AFTER)
    with os.fdopen(0, "rb") as asked, os.fdopen(os.dup(1), "wb") as answers:
        _close_output()
        request = wire.Request.receive(asked)
        with contextlib.suppress(OSError, ValueError):
            # A system that sets no limits still has the program's patience, and a cancel, above this process.
            bind_this_process(request.bounds.for_size(request.source.size))
        if request.ledger:
            from intake.apart.ledger_child import serve_ledger

            serve_ledger(request, asked, answers)
        else:
            answers.write(_answer(request, answers))
    return 0


def _close_output() -> None:
    """What libraries print goes nowhere: the answers have the output for themselves."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    sys.stdout = sys.stderr = os.fdopen(nowhere, "w", encoding="utf-8")


def _answer(request: wire.Request, answers: BinaryIO) -> bytes:
    try:
        with border(request.source.name, "原来的程序"):
            if request.draft:
                return _draft(request, wire.teller(answers))
            return wire.read(_read(request, wire.teller(answers)))
    except AssistantError as error:
        return wire.refused(error)


def _read(request: wire.Request, tell: Tell) -> "Recognition":
    from intake.taking_in import take_in, take_in_bytes, take_in_clipboard

    source = request.source
    if isinstance(source, wire.FileSource):
        return take_in(source.path, tell=tell, office=request.office, year=request.year)
    if isinstance(source, wire.BytesSource):
        return take_in_bytes(source.data, source.name, tell=tell, office=request.office, year=request.year)
    return take_in_clipboard(source.html, source.text, office=request.office, year=request.year)


def _draft(request: wire.Request, tell: Tell) -> bytes:
    from intake.apart.draft_apart import line_of
    from intake.draft import take_in_draft, take_in_draft_bytes

    source = request.source
    if isinstance(source, wire.FileSource):
        return line_of(take_in_draft(source.path, tell, year=request.year))
    if isinstance(source, wire.BytesSource):
        return line_of(take_in_draft_bytes(source.data, source.name, tell, year=request.year))
    raise ValueError(source)
