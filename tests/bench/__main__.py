"""`python -m tests.bench [SUBJECT…]`: measures all subjects, or the named ones, and prints what was met and missed."""

import importlib
import subprocess
import sys
from collections.abc import Iterable, Sequence
from typing import Final

from tests.bench.measure import Measure

SUBJECTS: Final = (
    "startup",
    "checking",
    "counting",
    "diagnosis",
    "excel",
    "importing",
    "keystroke",
    "merging",
    "preview",
    "printing",
    "released",
    "saving",
)
_HEAD: Final = ("what", "measured", "yardstick", "ratio", "budget", "", "")
_VERDICT: Final = {True: "met", False: "MISSED", None: ""}


def main(names: Sequence[str]) -> int:
    """Report on the named subjects. 0 whatever was measured, 2 for a name that is none.

    Each of several subjects has an interpreter of its own: none measures what another one has loaded or broken.
    """
    unknown = sorted(set(names) - set(SUBJECTS))
    if unknown:
        print(f"No such subject: {', '.join(unknown)}. There are: {', '.join(SUBJECTS)}", file=sys.stderr)
        return 2
    if len(names) == 1:
        measures: Iterable[Measure] = importlib.import_module(f"tests.bench.{names[0]}").measures()
        print(f"\n{names[0]}\n{table(measures)}")
        return 0
    for name in names or SUBJECTS:
        subprocess.run([sys.executable, "-m", "tests.bench", name], check=False)
    return 0


def table(measures: Iterable[Measure]) -> str:
    """Return the measures as aligned lines under a head."""
    rows = [_HEAD, *map(_row, measures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    return "\n".join(_line(row, widths).rstrip() for row in rows)


def _row(measure: Measure) -> tuple[str, ...]:
    limit = "≥" if measure.at_least else "≤"
    unit = measure.unit if measure.yardstick is None else "×"
    return (
        measure.name,
        _number(measure.measured, measure.unit),
        _number(measure.yardstick, measure.unit),
        _number(measure.ratio, "×"),
        "" if measure.budget is None else f"{limit} {measure.budget:.3g} {unit}".rstrip(),
        _VERDICT[measure.met],
        "; ".join(filter(None, (measure.against and f"beside {measure.against}", measure.note))),
    )


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = 0 if value >= 1000 else 1 if value >= 100 else 2 if value >= 1 else 3
    return f"{value:,.{digits}f} {unit}".rstrip()


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    name, *numbers, verdict, note = row
    cells = [name.ljust(widths[0])]
    cells += [number.rjust(width) for number, width in zip(numbers, widths[1:5], strict=True)]
    return "  ".join((*cells, verdict.ljust(widths[5]), note))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
