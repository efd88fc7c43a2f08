"""Reading and counting a ledger in the background: how far it is stands in the line of messages, with the way out."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from intake.apart.ledger_apart import DistantLedger, LedgerApart
from intake.apart.wire import FileSource, Source
from intake.ledger.ledger import Count
from intake.ledger.memory import Memory
from intake.ledger.taking_over import Origin
from model.errors import AssistantError
from model.form import Form
from model.levels import Level
from ui.desk.worker import Worker
from ui.look.message_bar import MessageBar, way_out
from ui.look.own_words import OwnWords

_READING: Final = "正在读取"
_TOLD_AFTER: Final = 400
"""Milliseconds of counting from which on it is told; most ledgers are counted before."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was read: the ledger, laid out for a year, where it came from, and the cell whose rows are wanted."""

    ledger: DistantLedger
    origins: tuple[Origin, ...]
    cell: str = ""


class Counting(QObject):
    """Does one thing at a time, in place of what was done before.

    Signals: `opened(Opened)` and `not_opened(AssistantError)` once a ledger was read, `counted(Count)` and
    `not_counted(AssistantError)` once it was counted. `give_up` is what the way out in the line of messages does.
    """

    opened = Signal(object)
    not_opened = Signal(object)
    counted = Signal(object)
    not_counted = Signal(object)
    _told = Signal(str)

    def __init__(self, messages: MessageBar, give_up: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._words = OwnWords(messages)
        self._way_out = way_out(give_up)
        self._apart: LedgerApart | None = None
        self._reader, self._counter = Worker(self), Worker(self)
        self._reader.finished.connect(self._read)
        self._counter.finished.connect(self._count)
        self._told.connect(self._tell)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_TOLD_AFTER)
        self._patience.timeout.connect(self._tell_counting)

    @property
    def idle(self) -> bool:
        """Whether nothing is being read or counted."""
        return self._reader.idle and self._counter.idle

    def read(
        self,
        sources: tuple[Source, *tuple[FileSource, ...]],
        memory: Memory,
        year: int | None,
        form: Form | None,
        otherwise: int,
        cell: str,
    ) -> None:
        """Read a ledger in a process of its own; without a `year` it tells its own, or it is `otherwise`."""
        self.cancel()
        first, *more = sources
        self._apart = apart = LedgerApart(first, *more, tell=self._told.emit, aside=True)
        self._words.tell(f"{_READING}“{first.name}”…", Level.HINT, self._way_out)
        self._reader.start(partial(_opened, apart, memory, year, form, otherwise, cell))

    def lay_out_anew(self, opened: Opened, memory: Memory, year: int) -> None:
        """Lay out what was read for another year."""
        self._reader.start(partial(_again, opened, memory, year))

    def count(self, opened: Opened, memory: Memory, today: date) -> None:
        """Count what was read."""
        self._patience.start()
        self._counter.start(partial(opened.ledger.count, memory, today))

    def cancel(self) -> None:
        """End what is read or counted, at once; of it nothing more is told."""
        self._words.take_back()
        self._patience.stop()
        self._reader.drop()
        self._counter.drop()
        if self._apart is not None:
            self._apart.end()

    def close_down(self) -> None:
        """End it for good."""
        self.cancel()
        self._reader.close()
        self._counter.close()

    def _tell(self, words: str) -> None:
        if not self._reader.idle:
            self._words.reword(f"{_READING}：{words}…")

    def _read(self, future: "Future[Opened]") -> None:
        self._words.take_back()
        try:
            opened = future.result()
        except AssistantError as error:
            self.not_opened.emit(error)
        else:
            self.opened.emit(opened)

    def _tell_counting(self) -> None:
        self._words.tell("正在统计…", Level.HINT, self._way_out)

    def _count(self, future: "Future[Count]") -> None:
        if self._counter.idle:
            self._patience.stop()
            self._words.take_back()
        try:
            count = future.result()
        except AssistantError as error:
            self.not_counted.emit(error)
        else:
            self.counted.emit(count)


def _opened(
    apart: LedgerApart, memory: Memory, year: int | None, form: Form | None, otherwise: int, cell: str
) -> Opened:
    """Read and lay out; without a report the ledger tells its year."""
    origins = tuple(Origin.now(file.name, file.fingerprint) for file in apart.read())
    return Opened(apart.lay_out(memory, year, otherwise, form), origins, cell)


def _again(opened: Opened, memory: Memory, year: int) -> Opened:
    return replace(opened, ledger=opened.ledger.apart.lay_out(memory, year, year))
