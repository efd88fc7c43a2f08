"""One line of the proof: what was done to the program, how often, and how often it broke its promise."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """`what` was done, in how many `cases`, and `broken`: the promise was broken so often, which must be 0.

    `note` says what came of the others; a line that this machine cannot take has no cases and says why.
    """

    what: str
    cases: int
    broken: int
    note: str = ""


@dataclass
class Tally:
    """What came of many cases, counted by word; `broken` are those that must not be."""

    what: str
    cases: int = 0
    broken: list[str] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: str, *faults: str) -> None:
        """Count one case and what was wrong in it."""
        self.cases += 1
        self.outcomes[outcome] += 1
        self.broken += faults[:1]

    @property
    def line(self) -> Line:
        """The cases as one line."""
        words = [f"{count:,} {outcome}" for outcome, count in self.outcomes.most_common() if outcome]
        return Line(self.what, self.cases, len(self.broken), ", ".join([*words, *self.broken[:2]]))
