"""What can wait until the window is in sight: it is done in short steps, and whatever the clerk does comes before each."""

import importlib
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_AFTER: Final = 30
"""Milliseconds after which the steps begin: what was just painted is on the screen first."""
_RULES: Final = (
    "model.prose.words",
    "model.prose",
    "model.prose.pieces",
    "model.prose.beside",
    "model.prose.lists",
    "model.prose.reckoned",
    "model.prose.sentences",
    "model.prose.likely",
    "model.prose.claims",
    "model.rules.told",
    "model.rules",
    "model.diagnosis",
)
"""What a check needs, from the ground up: the modules that lie right in these folders."""
_GROUND: Final = ("model.prose.words.tokens", "model.prose.words.shapes", "model.prose.words.claim_words")
"""Modules that most others of their folder need: these come first."""
_BESIDE: Final = ("model.contributions", "model.rules.rule")
"""What folders need of others, so that a folder's own module has less to load."""
_GATHERING: Final = (
    "model.prose.claims.claims",
    "model.prose.likely.likely",
    "model.rules.told.reckoned",
    "model.rules.catalogue",
    "model.rules.handbook",
    "model.rules.narrative",
    "model.diagnosis.advisor",
    "model.diagnosis.advice",
)
"""Modules that need most others of their folder: these come last, each with what is still missing."""


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


def loading(modules: Iterable[str]) -> Iterator[Callable[[], object]]:
    """Yield the steps that load modules, each with what it needs beyond those before it."""
    for module in modules:
        if module not in sys.modules:
            yield partial(importlib.import_module, module)


def loading_rules() -> Iterator[Callable[[], object]]:
    """Yield the steps that load the rules and their vocabulary, a few modules at a time."""
    import pkgutil

    yield from loading(_BESIDE)
    for package in _RULES:
        within = pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}.")
        yield from loading(sorted((module.name for module in within if not module.ispkg), key=_turn))


def _turn(module: str) -> int:
    """When a module's turn comes among those of its folder."""
    return _GROUND.index(module) - len(_GROUND) if module in _GROUND else int(module in _GATHERING)
