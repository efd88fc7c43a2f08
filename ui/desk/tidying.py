"""Looks for what is no longer needed, in the window's thread alone.

Python does so in whichever thread happens to need room. A widget that nobody holds any more would then be torn down
outside of the window's thread, and that ends the program.
"""

import gc
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_EVERY: Final = 200
"""Milliseconds between two looks."""
_ENOUGH: Final = (2_000, 10, 10)
"""More than so many have to have come: new objects for the youngest, looks at the younger for the two older ages."""


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
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        counts = zip(gc.get_count(), _ENOUGH, strict=True)
        due = [age for age, (count, enough) in enumerate(counts) if count > enough]
        if due:
            gc.collect(due[-1])
