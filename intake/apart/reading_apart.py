"""Reads a report in a process of its own, which can be ended at any time and cannot take the program with it."""

from dataclasses import replace
from threading import Event
from typing import Generic, TypeVar

from intake.apart.office_suite import converted
from intake.apart.process import ReaderProcess
from intake.apart.wire import BytesSource, CopiedSource, Request, Source, answered
from intake.progress import Tell, silent
from intake.readers.limits import read_bounded
from intake.readers.reading import refuse_too_much
from intake.recognise import Recognition

Found = TypeVar("Found")
"""What a reading is for: a report, or an edited draft of one."""


class Apart(Generic[Found]):
    """One reading, done once. `result` waits for it, `cancel` ends it from any thread; `tell` hears how far it is.

    `convert`: an installed office suite first turns the file, which is of an old kind, into one that is read.
    """

    def __init__(self, request: Request, tell: Tell = silent, *, convert: bool = False) -> None:
        self._request = request
        self._tell = tell
        self._convert = convert
        self._cancelled = Event()
        self._process: ReaderProcess | None = None

    def cancel(self) -> None:
        """End the reading now: `result` raises ReadingCancelled."""
        self._cancelled.set()
        process = self._process
        if process is not None:
            process.wake()

    def result(self) -> Found:
        """Return what was read.

        Raises SourceRefused where the source cannot be read, or not within the bounds, NotUnderstood, ReadingCancelled.
        """
        if isinstance(self._request.source, CopiedSource):
            # Before it is sent: to write down a hundred million characters would keep the window waiting.
            refuse_too_much(self._request.source.html, self._request.source.text)
        if self._convert:
            self._request = replace(self._request, source=self._converted(self._request.source))
        process = ReaderProcess(self._request.source.name, self._request.bounds, self._cancelled)
        self._process = process
        if self._cancelled.is_set():
            process.wake()
        try:
            process.ask(self._request.encode(), last=True)
            return process.answer(self.understood, self._tell)
        finally:
            process.end()

    def understood(self, line: bytes) -> Found | str:
        """Return what a line of the reader's says: words of progress, or what was read.

        Raises what the reader refused with, ReaderEnded for a line that is none of these.
        """
        raise NotImplementedError

    def _converted(self, source: Source) -> Source:
        self._tell("正在用办公软件转换格式")
        if isinstance(source, CopiedSource):
            return source
        data = source.data if isinstance(source, BytesSource) else read_bounded(source.path)
        return BytesSource(converted(data, source.name, self._cancelled), source.name)


class ReadingApart(Apart[Recognition]):
    """One reading of a published report."""

    def understood(self, line: bytes) -> Recognition | str:
        """Return what a line says: words of progress, or the report."""
        return answered(line)
