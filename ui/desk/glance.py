"""Looks at places that may never answer, such as a share that is gone, in threads that nobody waits for."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Glance(QObject):
    """Signals: `seen(object, object)` in the window's thread: what was asked about, and what was found."""

    seen = Signal(object, object)
    _found = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found.connect(self._tell)

    def look(self, about: object, find: Callable[[], object]) -> None:
        """Find something out in the background; where it never ends, nothing is told."""
        Thread(target=self._find, args=(about, find), daemon=True).start()

    def _find(self, about: object, find: Callable[[], object]) -> None:
        found: object = None
        error: Exception | None = None
        try:
            found = find()
        except Exception as unexpected:  # noqa: BLE001 - raised again in the window's thread
            error = unexpected
        try:
            self._found.emit(about, found, error)
        except RuntimeError:
            return  # who asked is gone

    def _tell(self, about: object, found: object, error: Exception | None) -> None:
        if error is not None:
            raise error
        self.seen.emit(about, found)
