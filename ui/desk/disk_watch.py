"""What becomes of the open file on disk: changed by another program, gone, or given free by whoever had it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from model.errors import AssistantError
from model.file.office_file import OfficeFile
from ui.desk.desk import Desk
from ui.desk.glance import Glance

_LOOK_EVERY: Final = 5000
"""Milliseconds between two looks whether a file that somebody else has is free again."""
_FREE: Final = "free"
_CHANGED: Final = "changed"
_GONE: Final = "gone"


class DiskWatch(QObject):
    """Looks at the file of a desk, without ever waiting for it.

    Signals, with the Desk: `freed(Desk)` when whoever had its file has closed it, at each look until `rest`;
    `changed(Desk)` when another program has changed the file or its place can no longer be read; `gone(Desk)` when its
    disk is no longer there; `looked()` after each look.
    """

    freed = Signal(object)
    changed = Signal(object)
    gone = Signal(object)
    looked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._glance = Glance(self)
        self._glance.seen.connect(self._seen)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self, desk: Desk) -> None:
        """Watch the file of this desk; one that somebody else has is looked at again and again."""
        self._desk = desk
        if desk.office.holder is not None:
            self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        self._desk = None
        self._timer.stop()

    def rest(self) -> None:
        """Look no more whether the file is free: it is, and that has been said."""
        self._timer.stop()

    def look(self) -> None:
        """Have a look now."""
        if self._desk is not None and self._desk.path is not None:
            office = self._desk.office
            self._glance.look((self._desk, office.content.origin), partial(_state_of, office))

    def _seen(self, about: tuple[Desk, object], state: str) -> None:
        desk, origin = about
        if desk is self._desk and desk.office.content.origin is origin:  # not saved in the meantime
            if state == _FREE:
                self.freed.emit(desk)
            elif state == _CHANGED:
                self.changed.emit(desk)
            elif state == _GONE:
                self.gone.emit(desk)
        self.looked.emit()


def _state_of(office: OfficeFile) -> str:
    try:
        if office.is_free_again:
            return _FREE
        if office.is_gone:
            return _GONE
        return _CHANGED if office.changed_on_disk else ""
    except AssistantError:
        return _CHANGED
