"""Long work in a thread of its own, one piece after the other; results and errors come back to the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from PySide6.QtCore import QObject, Qt, Signal


class Worker(QObject):
    """Does work in the background.

    Signals: `finished(Future)` in the window's thread; `Future.result()` gives what was made or raises what went wrong.
    """

    finished = Signal(object)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=1)
        self._awaited: list[Future[object]] = []
        self._is_closed = False
        # By way of the window's event loop: what is done in its thread is not told, and can be dropped, till then.
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[], object]) -> None:
        """Do `work` when what was started before is done; nothing once it is closed, since nobody is left to be told."""
        if self._is_closed:
            return
        future: Future[object] = self._threads.submit(work)
        self._awaited.append(future)
        future.add_done_callback(self._done.emit)

    def cancel(self) -> int:
        """Leave out what has not begun yet; return how many pieces of work that was."""
        begun = [future for future in self._awaited if not future.cancel()]
        left_out = len(self._awaited) - len(begun)
        self._awaited = begun
        return left_out

    def drop(self) -> None:
        """Leave out what has not begun; of what has begun, nothing will be told."""
        self.cancel()
        self._awaited.clear()

    @property
    def idle(self) -> bool:
        """Whether everything that was started is told or left out: what is done but not told yet can still be dropped."""
        return not self._awaited

    def wait(self) -> None:
        """Wait until all that was started is done; it is still told in its turn, or can be dropped."""
        wait(self._awaited)

    def close(self) -> None:
        """Leave out what has not begun, and wait for what has; nothing is told any more."""
        self._is_closed = True
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._awaited.clear()

    def _tell(self, future: Future[object]) -> None:
        if future in self._awaited:
            self._awaited.remove(future)
            self.finished.emit(future)
