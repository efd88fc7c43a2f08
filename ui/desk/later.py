"""What can wait until the window is in sight: it is done in short steps, and whatever the clerk does comes before each."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_AFTER: Final = 30
"""Milliseconds after which the steps begin: what was just painted is on the screen first."""
_RULES: Final = ("model.prose", "model.rules", "model.diagnosis")
"""What a check needs, from the ground up."""


class Later(QObject):
    """Steps that follow one another, each in a turn of its own between two events of the window.

    Signals: `done()` when none is left.
    """

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._begun = False
        self._steps: Iterator[Callable[[], object]] = iter(())
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._do_next)

    def begin(self, steps: Iterator[Callable[[], object]]) -> None:
        """Begin with the steps, the first time that this is said: each is asked for when its turn has come."""
        if not self._begun:
            self._begun = True
            self._steps = steps
            self._turn.start(_AFTER)

    @property
    def under_way(self) -> bool:
        """Whether more is to come."""
        return self._turn.isActive()

    def stop(self) -> None:
        """Leave what was not done yet."""
        self._steps = iter(())
        self._turn.stop()

    def _do_next(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self.stop()
            self.done.emit()
        else:
            self._turn.setInterval(0)
            step()


def loading_rules() -> Iterator[Callable[[], object]]:
    """Yield the steps that load the rules and their vocabulary, module by module."""
    for package in _RULES:
        for module in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
            yield partial(importlib.import_module, module.name)
