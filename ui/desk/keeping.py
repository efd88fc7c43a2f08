"""The edits of an open file reach its crash copy within a second, without a key waiting for the disk."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from model.errors import OfficeFileError
from model.file.office_file import OfficeFile
from ui.desk.worker import Worker

_AFTER: Final = 600
"""Milliseconds from an edit to its crash copy: a second is promised."""


class Keeping(QObject):
    """Has the crash copies of one open file written, in a thread of its own or, where they are asked for, at once.

    Whoever saves the file, or gives it free, says `wait` before: no other deed on it may run beside the writing.
    Signals: `kept()` when the crash copy holds what was edited; `failed(str)` when it could not be written.
    """

    kept = Signal()
    failed = Signal(str)

    def __init__(self, office: OfficeFile, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._worker = Worker(self)
        self._worker.finished.connect(self._written)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self._begin)

    def note_edit(self) -> None:
        """Have the edit that was just made kept soon."""
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> bool:
        """Keep all edits now. Returns whether they are safe; `failed` tells why not."""
        if self._office.read_only:
            return False
        self.drop()
        return self._tell(self._office.write_crash_copy)

    def wait(self) -> None:
        """Wait until nothing is written any more; what came of it is told in its turn."""
        self._worker.wait()

    def drop(self) -> None:
        """Leave out what was to be kept, as it is saved or kept otherwise; of what is under way nothing is told."""
        self._timer.stop()
        self._worker.wait()
        self._worker.drop()

    def close(self) -> None:
        """Write nothing more; what is under way is finished."""
        self._timer.stop()
        self._worker.close()

    def _begin(self) -> None:
        if self._office.read_only:
            return
        if not self._worker.idle:
            self._timer.start()  # a slow disk: what was edited meanwhile comes next
            return
        try:
            self._worker.start(self._office.crash_copying())
        except OfficeFileError as error:
            self.failed.emit(error.message)

    def _written(self, future: Future[object]) -> None:
        self._tell(future.result)

    def _tell(self, outcome: Callable[[], object]) -> bool:
        try:
            outcome()
        except OfficeFileError as error:
            self.failed.emit(error.message)
            return False
        self.kept.emit()
        return True
