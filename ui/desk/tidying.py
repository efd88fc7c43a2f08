"""Looks for what is no longer needed, in the window's thread alone.

Python does so in whichever thread happens to need room. A widget that nobody holds any more would then be torn down
outside of the window's thread, and that ends the program.
"""

import gc
from typing import Final

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject, QTimer

_EVERY: Final = 200
"""Milliseconds between two looks."""
_ENOUGH: Final = (2_000, 10, 10)
"""More than so many have to have come: new objects for the youngest, looks at the younger for the two older ages."""
_YOUNGEST: Final = 0
_OLDEST: Final = 2
_AT_REST: Final = 1
"""Turns of the window between two looks, this timer's own, while nothing else goes on in it."""
_AT_LATEST: Final = 150
"""Looks after which the older ages are looked at though the window never rested."""


class Tidying(QObject):
    """While the application runs, no other thread tidies up.

    It belongs to the application, not to a window: what it ends may be a window that nobody holds any more, and that
    must not be the one whose timer has just come.
    """

    @classmethod
    def begin(cls) -> None:
        """Let the application tidy up from now on; once is enough."""
        app = QCoreApplication.instance()
        if app is not None and app.findChild(cls) is None:
            cls(app)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        gc.disable()
        self._turns = 0
        self._put_off = 0
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.awake.connect(self._count_turn)
            dispatcher.aboutToBlock.connect(self.look_between)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def _count_turn(self) -> None:
        self._turns += 1

    def look_between(self) -> None:
        """Look at the younger ages: all that has come is done and painted, and there is little yet to look at."""
        younger = [age for age in _due() if age != _OLDEST]
        if younger:
            gc.collect(younger[-1])

    def look(self) -> None:
        """Look at what is due and could not be looked at in between: the window never had a moment to wait for something.

        The youngest age takes a fraction of a key; the older ones wait until the window rests.
        """
        rested, self._turns = self._turns <= _AT_REST, 0
        due = _due()
        if due and due[-1] != _YOUNGEST:
            if rested or self._put_off >= _AT_LATEST:
                self._put_off = 0
                gc.collect(due[-1])
                return
            self._put_off += 1
        if _YOUNGEST in due:
            gc.collect(_YOUNGEST)


def _due() -> list[int]:
    """The ages of which enough has come."""
    counts = zip(gc.get_count(), _ENOUGH, strict=True)
    return [age for age, (count, enough) in enumerate(counts) if count > enough]
