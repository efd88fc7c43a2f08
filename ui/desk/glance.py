"""Looks at places that may never answer, such as a share that is gone, in threads that nobody waits for."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Glance(QObject):
    """Signals: `seen(object, object)` in the window's thread: what was asked about, and what was found."""

    seen = Signal(object, object)

    def look(self, about: object, find: Callable[[], object]) -> None:
        """Find something out in the background. `find` must not raise; where it never ends, nothing is told."""
        Thread(target=self._find, args=(about, find), daemon=True).start()

    def _find(self, about: object, find: Callable[[], object]) -> None:
        found = find()
        try:
            self.seen.emit(about, found)
        except RuntimeError:
            return  # who asked is gone
