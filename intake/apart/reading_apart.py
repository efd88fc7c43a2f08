"""Reads a source in a process of its own, which can be ended at any time and cannot take the program with it."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Final, Generic, TypeVar

from intake.apart import READER
from intake.apart.bounds import OUT_OF_TIME
from intake.apart.office_suite import converted
from intake.apart.wire import BytesSource, CopiedSource, Request, Source, answered
from intake.errors import ReaderEnded, ReadingCancelled, SourceRefused
from intake.progress import Tell, silent
from intake.readers.limits import read_bounded
from intake.readers.reading import refuse_too_much
from intake.recognise import Recognition

Found = TypeVar("Found")
"""What a reading is for: a report, or a ledger."""
_MAIN: Final = Path(__file__).resolve().parent.parent.parent / "main.py"
_ENDS_WITHIN: Final = 0.5
"""Seconds; a process that was killed and has not ended by then hangs in the system, and is left to it."""
_PIECE: Final = 2**20


class Apart(Generic[Found]):
    """One reading, done once. `result` waits for it, `cancel` ends it from any thread; `tell` hears how far it is.

    `convert`: an installed office suite first turns the file, which is of an old kind, into one that is read.
    """

    def __init__(self, request: Request, tell: Tell = silent, *, convert: bool = False) -> None:
        self._request = request
        self._tell = tell
        self._convert = convert
        self._heard: SimpleQueue[bytes] = SimpleQueue()
        self._cancelled = Event()

    def cancel(self) -> None:
        """End the reading now: `result` raises ReadingCancelled."""
        self._cancelled.set()
        self._heard.put(b"")

    def result(self) -> Found:
        """Return what was read.

        Raises SourceRefused where the source cannot be read, or not within the bounds, NotUnderstood, ReadingCancelled.
        """
        name = self._request.source.name
        if isinstance(self._request.source, CopiedSource):
            # Before it is sent: to write down a hundred million characters would keep the window waiting.
            refuse_too_much(self._request.source.html, self._request.source.text)
        if self._convert:
            self._request = replace(self._request, source=self._converted(self._request.source))
        try:
            process = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise SourceRefused(
                f"没有读取“{name}”：电脑的内存或系统资源不足；请关闭其他程序后再导入"
            ) from error
        # Neither thread nor process is waited for without end: a read on a dead share cannot even be killed.
        Thread(target=_converse, args=(process, self._request.encode(), self._heard), daemon=True).start()
        try:
            return self._hear(process)
        finally:
            process.kill()
            _exit_code(process)

    def _converted(self, source: Source) -> Source:
        self._tell("正在用办公软件转换格式")
        if isinstance(source, CopiedSource):
            return source
        data = source.data if isinstance(source, BytesSource) else read_bounded(source.path)
        return BytesSource(converted(data, source.name, self._cancelled), source.name)

    def _hear(self, process: "subprocess.Popen[bytes]") -> Found:
        name, bounds = self._request.source.name, self._request.bounds
        until = time.monotonic() + bounds.patience
        size, said = 0, bytearray()
        while True:
            try:
                piece = self._heard.get(timeout=max(until - time.monotonic(), 0))
            except Empty as error:
                raise SourceRefused(_too_slow(name, bounds.patience)) from error
            if self._cancelled.is_set():
                raise ReadingCancelled
            if not piece:
                raise _without_answer(name, bounds.seconds, _exit_code(process))
            size += len(piece)
            if size > bounds.answer:
                raise SourceRefused(f"“{name}”的内容远超一份年度报告；请只保留年度报告正文，另存一份再导入")
            said += piece
            *lines, said = said.split(b"\n") if b"\n" in piece else (said,)
            for line in lines:
                answer = self._answered(bytes(line))
                if not isinstance(answer, str):
                    return answer
                self._tell(answer)

    def _answered(self, line: bytes) -> Found | str:
        try:
            return self.understood(line)
        except ReaderEnded as error:
            raise SourceRefused(_broken(self._request.source.name)) from error

    def understood(self, line: bytes) -> Found | str:
        """Return what a line of the reader's says: words of progress, or what was read.

        Raises what the reader refused with, ReaderEnded for a line that is none of these.
        """
        raise NotImplementedError


class ReadingApart(Apart[Recognition]):
    """One reading of a published report."""

    def understood(self, line: bytes) -> Recognition | str:
        """Return what a line says: words of progress, or the report."""
        return answered(line)


def _command() -> Sequence[str]:
    """The program itself as a reader: where it was frozen its executable, else the interpreter with its flags."""
    if getattr(sys, "frozen", False):
        return (sys.executable, READER)
    flags = {
        "-E": sys.flags.ignore_environment,
        "-s": sys.flags.no_user_site,
        "-B": sys.flags.dont_write_bytecode,
    }
    return (sys.executable, *(flag for flag, on in flags.items() if on), str(_MAIN), READER)


def _converse(process: "subprocess.Popen[bytes]", request: bytes, heard: "SimpleQueue[bytes]") -> None:
    """Hand over the request, and put what comes back into the queue; b"" when no more will come."""
    if process.stdin is None or process.stdout is None:
        raise ValueError(process)
    # A process that ended before it had heard everything has told why, or its exit code does.
    with contextlib.suppress(OSError), process.stdin as asked:
        asked.write(request)
    with process.stdout as answers:
        while piece := os.read(answers.fileno(), _PIECE):
            heard.put(piece)
    heard.put(b"")


def _exit_code(process: "subprocess.Popen[bytes]") -> int | None:
    """The exit code of a process that is ending, None where it hangs in the system."""
    try:
        return process.wait(_ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        return None


def _without_answer(name: str, seconds: int, code: int | None) -> SourceRefused:
    """Why a process has ended without a word."""
    refusal = SourceRefused(_too_slow(name, seconds) if code in OUT_OF_TIME else _broken(name))
    refusal.__cause__ = ReaderEnded(f"exit code {code}")
    return refusal


def _too_slow(name: str, seconds: int) -> str:
    return f"“{name}”读了 {seconds} 秒还没有读完，已停止；文件可能已损坏或内容过多，请只保留年度报告正文，另存一份再导入"


def _broken(name: str) -> str:
    return f"“{name}”已损坏，没有读完；请用原来的程序打开后另存一份再导入"
