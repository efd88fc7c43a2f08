"""Long work in a thread of its own, one piece after the other; results and errors come back to the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal


class Worker(QObject):
    """Does work in the background.

    Signals: `finished(Future)` in the window's thread; `Future.result()` gives what was made or raises what went wrong.
    """

    finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=1)
        self._waiting: list[Future[object]] = []

    def start(self, work: Callable[[], object]) -> None:
        """Do `work` when what was started before is done."""
        future: Future[object] = self._threads.submit(work)
        self._waiting.append(future)
        future.add_done_callback(self._tell)

    def cancel(self) -> int:
        """Leave out what has not begun yet; return how many pieces of work that was."""
        return sum(future.cancel() for future in tuple(self._waiting))

    @property
    def idle(self) -> bool:
        """Whether everything that was started is done."""
        return not self._waiting

    def close(self) -> None:
        """Leave out what has not begun, and wait for what has."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _tell(self, future: Future[object]) -> None:
        self._waiting.remove(future)
        if not future.cancelled():
            self.finished.emit(future)
