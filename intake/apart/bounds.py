"""Limits that a process sets on itself before it reads what may be hostile: memory, time of the processor, no dump.

Linux knows them as resource limits, Windows as limits of a job. They bind the libraries, too, whatever these do.
"""

import sys
import time
from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one reading may cost.

    `memory` in bytes, `seconds` of the processor, `patience` in seconds by the clock (a share that does not answer
    costs no processor), `answer` in bytes of what it may say. `aside`: all else that the PC does goes before it, since
    somebody works in a window meanwhile. `by_byte`: where it is not 0, all of `memory` is for large sources only; others
    have so many bytes for each of their own, and never less than a report has.
    """

    memory: int = 512 * 2**20
    seconds: int = 6
    patience: int = 60
    answer: int = 64 * 2**20
    aside: bool = False
    by_byte: int = 0

    def for_size(self, size: int) -> "Bounds":
        """Return the bounds for a source of so many bytes."""
        if not self.by_byte:
            return self
        return replace(self, memory=min(self.memory, max(USUAL.memory, _LIBRARIES + self.by_byte * size)))

    def seconds_after(self, started: float) -> int:
        """Return the seconds for a process that took `started` seconds to start: on a slow PC more, patience at most."""
        return max(self.seconds, min(round(self.seconds * started / _STARTS_WITHIN), self.patience))


_STARTS_WITHIN: Final = 0.25
"""Seconds of the processor in which a process starts on all but slow PCs; a usual one needs a quarter of that."""
USUAL: Final = Bounds()
"""A report of twenty pages takes some 100 MB and a quarter of a second; a PC that is ten times slower still has room."""

_LIBRARIES: Final = 384 * 2**20
"""Bytes that a process may have before it has read anything: twice what the libraries reserve."""

OUT_OF_TIME: Final = frozenset((-24, 1816))
"""Exit codes of a process whose time was up: SIGXCPU, ERROR_NOT_ENOUGH_QUOTA."""
ENDED_BY_OTHERS: Final = frozenset((-9, -15))
"""Exit codes of a process that the system has ended for want of memory, or somebody by hand: SIGKILL, SIGTERM."""


def bind_this_process(bounds: Bounds) -> None:
    """Set the limits for the rest of this process's life. Raises OSError where the system refuses."""
    seconds = bounds.seconds_after(time.process_time())
    if sys.platform == "win32":
        from intake.apart.windows_job import bind

        bind(bounds.memory, seconds)
    else:
        _bind(bounds.memory, seconds)


def _bind(memory: int, seconds: int) -> None:
    import resource

    for limit, wanted in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(limit, (most, hard))
