"""A list of statements about a release, each found to hold or not."""

import sys
from dataclasses import dataclass, field


@dataclass(slots=True)
class Checklist:
    """What was found, in order. Nothing stops at a statement that does not hold: the others are asked all the same."""

    subject: str
    found: list[tuple[str, bool]] = field(default_factory=list)

    def hold(self, statement: str, *, holds: bool, detail: str = "") -> bool:
        """Put down whether a statement holds, and say it; `detail` is shown where it does not."""
        self.found.append((statement, holds))
        print(f"{'ok  ' if holds else 'FAIL'} {self.subject}: {statement}", flush=True)
        if not holds and detail:
            print("       " + detail.strip().replace("\n", "\n       ")[-1500:], file=sys.stderr, flush=True)
        return holds

    @property
    def failed(self) -> int:
        """How many statements do not hold."""
        return sum(not holds for _, holds in self.found)

    def close(self) -> bool:
        """Say the sum, and return whether all statements hold and there were any."""
        print(
            f"     {self.subject}: {len(self.found) - self.failed} passed, {self.failed} failed", flush=True
        )
        return bool(self.found) and not self.failed
