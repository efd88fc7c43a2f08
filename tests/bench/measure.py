"""One line of the report, and the ways to take a time."""

import math
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured, in `unit`, beside what.

    `yardstick` is in the same unit and `against` its name. `budget` limits the ratio to the yardstick, or the number
    itself where there is none; with `at_least` it is the least that is allowed. `note` says what a number cannot.
    """

    name: str
    measured: float | None
    unit: str
    budget: float | None = None
    yardstick: float | None = None
    against: str = ""
    at_least: bool = False
    note: str = ""

    @classmethod
    def not_taken(cls, name: str, why: str) -> Self:
        """Return the line of a measure that this machine cannot take."""
        return cls(name, None, "", note=why)

    @property
    def ratio(self) -> float | None:
        """The measured number in yardsticks."""
        return self.measured / self.yardstick if self.measured is not None and self.yardstick else None

    @property
    def met(self) -> bool | None:
        """Whether the budget is kept; None where there is none or nothing was measured."""
        judged = self.measured if self.yardstick is None else self.ratio
        if judged is None or self.budget is None:
            return None
        return judged >= self.budget if self.at_least else judged <= self.budget


def seconds(action: Callable[[], object]) -> float:
    """Return the time that one call takes."""
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def processor_seconds(action: Callable[[], object]) -> float:
    """Return the processor time of the processes that one call runs and waits for: other work hardly counts into it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    action()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def median(action: Callable[[], object], repeats: int = 15) -> float:
    """Return the median time of a call in seconds, after one that only warms up."""
    action()
    return statistics.median(seconds(action) for _ in range(repeats))


def side_by_side(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    repeats: int = 15,
    *,
    before: Callable[[], object] = bool,
    clock: Callable[[Callable[[], object]], float] = seconds,
) -> tuple[float, float]:
    """Return the median times of two calls in seconds, taken in turns so that both meet the same load.

    `before` is what has to go before each of ours and is not measured; `clock` takes the time of one call.
    """
    times: list[tuple[float, float]] = []
    for _ in range(repeats + 1):
        before()
        times.append((clock(ours), clock(theirs)))
    del times[0]  # the first of each only warms up
    return statistics.median(own for own, _ in times), statistics.median(other for _, other in times)


def percentile(times: list[float], share: float) -> float:
    """Return the smallest of the times that at least `share` (0–1) of them do not exceed."""
    return sorted(times)[max(0, math.ceil(share * len(times)) - 1)]


def own_peak() -> float:
    """Return the most memory in MiB that this program has taken so far, on Linux.

    `getrusage` would not do: in a program just started it still counts what the one that started it had taken.
    """
    words = Path("/proc/self/status").read_text(encoding="utf-8", errors="replace").split()
    return int(words[words.index("VmHWM:") + 1]) / 1024
