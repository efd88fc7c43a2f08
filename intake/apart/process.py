"""A reader's process as the program sees it: asked and heard, ended at any time, and never waited for without end."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Final, TypeVar

from intake.apart import READER
from intake.apart.bounds import ENDED_BY_OTHERS, OUT_OF_TIME, Bounds
from intake.errors import ReaderEnded, ReadingCancelled, SourceRefused
from intake.progress import Tell

Found = TypeVar("Found")
_MAIN: Final = Path(__file__).resolve().parent.parent.parent / "main.py"
_ENDS_WITHIN: Final = 0.5
"""Seconds; a process that was killed and has not ended by then hangs in the system, and is left to it."""
_PIECE: Final = 2**20
_ASIDE: Final = 10
"""How far a process stands back (`nice`): beside one that does not it gets a tenth of a processor, alone all of it."""


class ReaderProcess:
    """One process. `name` is what messages call the source that it reads."""

    def __init__(self, name: str, bounds: Bounds, cancelled: Event, wanted: str = "年度报告正文") -> None:
        """Start the process. Raises SourceRefused.

        `wanted` is what the source should hold and nothing else. Any thread may set `cancelled`, and then calls `wake`.
        """
        self._name = name
        self._wanted = wanted
        self._bounds = bounds
        self._cancelled = cancelled
        self._heard: SimpleQueue[bytes] = SimpleQueue()
        self._asked: SimpleQueue[bytes | None] = SimpleQueue()
        self._said = bytearray()
        self._looked = 0
        try:
            self._process = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_flags(aside=bounds.aside),
            )
        except OSError as error:
            raise SourceRefused(
                f"没有读取“{name}”：电脑的内存或系统资源不足；请关闭其他程序后再导入"
            ) from error
        if bounds.aside:
            _put_aside(self._process.pid)
        # Neither thread nor process is waited for without end: a read on a dead share cannot even be killed.
        for work, queue in ((_ask, self._asked), (_listen, self._heard)):
            Thread(target=work, args=(self._process, queue), daemon=True).start()

    @property
    def number(self) -> int:
        """The number that the system gives the process."""
        return self._process.pid

    def ask(self, question: bytes, *, last: bool = False) -> None:
        """Send a question; after the `last` one the process has nothing more to wait for."""
        self._asked.put(question)
        if last:
            self._asked.put(None)

    def answer(self, understood: Callable[[bytes], Found | str], tell: Tell) -> Found:
        """Return what the lines of an answer amount to: `understood` says so of each, or gives words for `tell`.

        Raises what `understood` raises, SourceRefused for a process that ends, says too much, nonsense or nothing in
        time, ReadingCancelled.
        """
        until = time.monotonic() + self._bounds.patience
        size = len(self._said)
        while True:
            for line in self._lines():
                try:
                    found = understood(line)
                except ReaderEnded as error:
                    raise SourceRefused(_broken(self._name)) from error
                if not isinstance(found, str):
                    return found
                tell(found)
            try:
                piece = self._heard.get(timeout=max(until - time.monotonic(), 0))
            except Empty as error:
                raise SourceRefused(self._too_slow(self._bounds.patience)) from error
            if self._cancelled.is_set():
                raise ReadingCancelled
            if not piece:
                raise self._without_answer()
            size += len(piece)
            if size > self._bounds.answer:
                raise SourceRefused(f"“{self._name}”的内容过多；请只保留{self._wanted}，另存一份再导入")
            self._said += piece

    def wake(self) -> None:
        """Let who waits for an answer see that it is cancelled."""
        self._heard.put(b"")

    def end(self) -> None:
        """End the process, whatever it does, and let who waits for an answer see that there is none."""
        self._asked.put(None)
        self._process.kill()
        self.wake()

    def _lines(self) -> Iterator[bytes]:
        """Yield the whole lines of what was said; what is yielded is gone from it, so that the rest waits for later."""
        while (end := self._said.find(b"\n", self._looked)) >= 0:
            line = bytes(self._said[:end])
            del self._said[: end + 1]
            self._looked = 0
            yield line
        self._looked = len(self._said)

    def _exit_code(self) -> int | None:
        """The exit code of a process that is ending, None where it hangs in the system."""
        try:
            return self._process.wait(_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            return None

    def _too_slow(self, seconds: int) -> str:
        return (
            f"“{self._name}”读了超过 {seconds} 秒还没有读完，已停止；文件可能已损坏或内容过多，"
            f"请只保留{self._wanted}，另存一份再导入"
        )

    def _without_answer(self) -> SourceRefused:
        """Why the process has ended without a word."""
        code = self._exit_code()
        words = _broken(self._name)
        if code in OUT_OF_TIME:
            words = self._too_slow(self._bounds.seconds)
        elif code in ENDED_BY_OTHERS:
            words = f"“{self._name}”没有读完：电脑内存不足，或读取被其他程序结束；请关闭其他程序后再导入"
        refusal = SourceRefused(words)
        refusal.__cause__ = ReaderEnded(f"exit code {code}")
        return refusal


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


def _flags(*, aside: bool) -> int:
    """How Windows starts the process: without a console, and behind other programs where it stands aside."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | (subprocess.BELOW_NORMAL_PRIORITY_CLASS if aside else 0)
    return 0


def _put_aside(process: int) -> None:
    """Let a process stand back on systems that do not start it so; one that may not, or is gone, is left as it is."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process, _ASIDE)


def _ask(process: "subprocess.Popen[bytes]", questions: "SimpleQueue[bytes | None]") -> None:
    """Hand over the questions; None says that there are no more."""
    if process.stdin is None:
        raise ValueError(process)
    # A process that ended before it had heard everything has told why, or its exit code does.
    with contextlib.suppress(OSError), process.stdin as asked:
        while question := questions.get():
            asked.write(question)
            asked.flush()


def _listen(process: "subprocess.Popen[bytes]", heard: "SimpleQueue[bytes]") -> None:
    """Put what comes back into the queue, b"" when no more will come; then wait for the process to be gone."""
    if process.stdout is None:
        raise ValueError(process)
    with process.stdout as answers:
        while piece := os.read(answers.fileno(), _PIECE):
            heard.put(piece)
    heard.put(b"")
    process.wait()


def _broken(name: str) -> str:
    return f"“{name}”已损坏，没有读完；请用原来的程序打开后另存一份再导入"
