"""Makes consistent application tables of any size and slips of the hand in them, for measuring the diagnosis."""

import itertools
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from model.form_file import load_form
from model.report import Report, Slot, SlotKind

SIZES: Final = {"village": 20, "bureau": 300, "city": 4_000, "province": 60_000}
"""Applications a year."""

TABLE: Final = "applications"
_NO_OUTCOMES: Final = ("received", "carried_in", "handled_total", "carried_out")
_USED: Final = 0.6
"""Of the outcomes, how many an office has at all."""
_CARRIED: Final = 0.04
"""Of the applications, how many are carried in, and out."""


def random_figures(rng: random.Random, applications: int) -> dict[str, int]:
    """Return consistent entered cells of a form 2021 table of so many applications, natural persons leading."""
    table = load_form("2021").table(TABLE)
    columns = [column.id for column in table.bands[0].columns[:-1]]
    outcomes = [row.id for row in table.rows if row.id not in _NO_OUTCOMES]
    shares = [rng.paretovariate(0.7) if rng.random() < _USED else 0.0 for _ in outcomes]
    shares[0] = 1 + 1.5 * max(shares)
    people = [0.9, *(rng.random() * 0.06 for _ in columns[1:])]
    starts = {"received": 1 - _CARRIED, "carried_in": _CARRIED}
    ends = {"carried_out": _CARRIED * sum(shares)} | dict(zip(outcomes, shares, strict=True))
    ways = list(itertools.product(zip(columns, people, strict=True), starts.items(), ends.items()))
    weights = [person * start * end for (_, person), (_, start), (_, end) in ways]
    figures = {
        f"{TABLE}.{row.id}.{column}": 0
        for row in table.rows
        for column in columns
        if row.id != "handled_total"
    }
    for (column, _), (start, _), (end, _) in rng.choices(ways, weights, k=applications):
        figures[f"{TABLE}.{start}.{column}"] += 1
        figures[f"{TABLE}.{end}.{column}"] += 1
    return figures


def report_of(figures: Mapping[str, int], *, declared: bool) -> Report:
    """Return a report with these entered figures; `declared`: its right totals are given from outside."""
    report = Report(load_form("2021"), "示例局", 2024)
    report.set((Slot(SlotKind.CELL, key), value) for key, value in figures.items())
    if declared:
        totals = [key for key in report.form.sums if key.startswith(TABLE)]
        report.set((Slot(SlotKind.CONTROL, key), report.value(key)) for key in totals)
    return report


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of slip: `make(rng, value, beside)` returns the wrong number, or None where the kind does not apply."""

    name: str
    make: Callable[[random.Random, int, list[int]], int | None]


def _swapped(rng: random.Random, value: int, _beside: list[int]) -> int | None:
    digits = list(str(value))
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    if not places:
        return None
    place = rng.choice(places)
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    return int("".join(digits))


def _lost(rng: random.Random, value: int, _beside: list[int]) -> int | None:
    digits = str(value)
    place = rng.randrange(len(digits))
    return int(digits[:place] + digits[place + 1 :]) if len(digits) > 1 else None


def _doubled(rng: random.Random, value: int, _beside: list[int]) -> int | None:
    digits = str(value)
    place = rng.randrange(len(digits))
    return int(digits[:place] + digits[place] + digits[place:])


def _mistyped(rng: random.Random, value: int, _beside: list[int]) -> int | None:
    digits = str(value)
    place = rng.randrange(len(digits))
    other = rng.choice([digit for digit in "0123456789" if digit != digits[place]])
    return int(digits[:place] + other + digits[place + 1 :])


def _from_beside(rng: random.Random, _value: int, beside: list[int]) -> int | None:
    return rng.choice(beside)


def _signed(_rng: random.Random, value: int, _beside: list[int]) -> int | None:
    return -value


def _ten_times(_rng: random.Random, value: int, _beside: list[int]) -> int | None:
    return value * 10


def _left_at_zero(_rng: random.Random, _value: int, _beside: list[int]) -> int | None:
    return 0


def _counted_one_off(rng: random.Random, value: int, _beside: list[int]) -> int | None:
    return value + rng.choice((1, -1))


def _stale(rng: random.Random, value: int, _beside: list[int]) -> int | None:
    return max(0, value - rng.randint(1, 12))


KINDS: Final = (
    Kind("digits swapped", _swapped),
    Kind("digit lost", _lost),
    Kind("digit doubled", _doubled),
    Kind("digit mistyped", _mistyped),
    Kind("number from beside", _from_beside),
    Kind("sign", _signed),
    Kind("ten times", _ten_times),
    Kind("left at zero", _left_at_zero),
    Kind("counted one off", _counted_one_off),
)
STALE_TOTAL: Final = Kind("total not recomputed", _stale)
"""Only totals, and only where totals are declared."""
ZERO_MISTYPED: Final = Kind("zero mistyped", _mistyped)
"""Only cells that are 0."""
