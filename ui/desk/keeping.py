"""The edits of an open file reach its crash copy within a second, without a key waiting for the disk."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from model.errors import OfficeFileError
from model.file.office_file import OfficeFile

if TYPE_CHECKING:
    from concurrent.futures import Future

    from ui.desk.worker import Worker

_PAUSE: Final = 400
"""Milliseconds without an edit after which the crash copy is written: no key meets it."""
_AT_LATEST: Final = 800
"""Milliseconds from an edit to its crash copy where no pause comes: a second is promised."""


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
        self._worker: Worker | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._deadline = QDeadlineTimer(_AT_LATEST)
        self._timer.timeout.connect(self._begin)

    def note_edit(self) -> None:
        """Have the edit that was just made kept in the next pause, and in time where none comes."""
        if not self._timer.isActive():
            self._deadline.setRemainingTime(_AT_LATEST)
        self._timer.start(min(_PAUSE, self._deadline.remainingTime()))

    def keep_now(self) -> bool:
        """Keep all edits now. Returns whether they are safe; `failed` tells why not."""
        if self._office.read_only:
            return False
        self.drop()
        return self._tell(self._office.write_crash_copy)

    def wait(self) -> None:
        """Wait until nothing is written any more; what came of it is told in its turn."""
        if self._worker is not None:
            self._worker.wait()

    def drop(self) -> None:
        """Leave out what was to be kept, as it is saved or kept otherwise; of what is under way nothing is told."""
        self._timer.stop()
        if self._worker is not None:
            self._worker.wait()
            self._worker.drop()

    def close(self) -> None:
        """Write nothing more; what is under way is finished."""
        self._timer.stop()
        if self._worker is not None:
            self._worker.close()

    def _begin(self) -> None:
        if self._office.read_only:
            return
        worker = self._working()
        if not worker.idle:
            self.note_edit()  # a slow disk: what was edited meanwhile comes next
            return
        try:
            worker.start(self._office.crash_copying())
        except OfficeFileError as error:
            self.failed.emit(error.message)

    def _working(self) -> "Worker":
        """Who writes; made for the first copy, since a report is in sight sooner without."""
        if self._worker is None:
            from ui.desk.worker import Worker

            self._worker = Worker(self)
            self._worker.finished.connect(self._written)
        return self._worker

    def _written(self, future: "Future[object]") -> None:
        self._tell(future.result)

    def _tell(self, outcome: Callable[[], object]) -> bool:
        try:
            outcome()
        except OfficeFileError as error:
            self.failed.emit(error.message)
            return False
        self.kept.emit()
        return True
