"""Looks at places that may never answer, such as a share that is gone, in threads that nobody waits for."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

_EVERY: Final = 20
"""Milliseconds between two looks for what the threads have found."""
_Answer: TypeAlias = tuple[object, object, Exception | None]
"""What was asked about, what was found, and what went wrong."""


class Glance(QObject):
    """Signals: `seen(object, object)` in the window's thread: what was asked about, and what was found.

    The threads know nothing of Qt: one that ends after who asked is gone has nobody to touch.
    """

    seen = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: SimpleQueue[_Answer] = SimpleQueue()
        self._awaited = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._collect)

    def look(self, about: object, find: Callable[[], object]) -> None:
        """Find something out in the background; where it never ends, nothing is told."""
        self._awaited += 1
        self._timer.start()
        Thread(target=_find, args=(about, find, self._answers), daemon=True).start()

    def _collect(self) -> None:
        """Tell what has been found. Raises what a look has raised."""
        try:
            about, found, error = self._answers.get_nowait()
        except Empty:
            return
        self._awaited -= 1
        if not self._awaited:
            self._timer.stop()
        if error is not None:
            raise error
        self.seen.emit(about, found)


def _find(about: object, find: Callable[[], object], answers: "SimpleQueue[_Answer]") -> None:
    try:
        answers.put((about, find(), None))
    except Exception as unexpected:  # noqa: BLE001 - raised again in the window's thread
        answers.put((about, None, unexpected))
