"""How likely a slip of the hand turned one number into another: the error model behind the ranking of suspects.

A number is written digit by digit. The kinds of slips and their shares follow what proof-readers of statistical
returns find: mistyped digits lead, then lost and doubled ones, swaps, powers of ten, and numbers from the line beside.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_NEAR_KEYS: Final = {
    "0": "12", "1": "024", "2": "0135", "3": "26", "4": "157", "5": "2468", "6": "359", "7": "48", "8": "579", "9": "68",
}  # fmt: skip
"""Digits beside each other on a numeric keypad."""

_NEAR_SHARE: Final = 0.5
"""Of the mistyped digits, how many hit a key beside the right one."""

_UNTOUCHED: Final = 0.1
"""How much rarer a slip is in a cell in which there was nothing to write."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A way from the true number to the one that stands there: its name for the clerk and its likelihood."""

    name: str
    likelihood: float


def likeliest_slip(true: int, seen: int, beside: frozenset[int] = frozenset()) -> Slip:
    """Return the likeliest slip that turned `true` into `seen`; `beside` are the numbers of the lines beside it."""
    slips = [*_digit_slips(str(abs(true)), str(abs(seen)), true, seen), *_whole_slips(true, seen, beside)]
    total = sum(slip.likelihood for slip in slips)
    best = max(slips, key=_likelihood)
    return Slip(best.name, total if true else total * _UNTOUCHED)


def _likelihood(slip: Slip) -> float:
    return slip.likelihood


def _digit_slips(true: str, seen: str, true_value: int, seen_value: int) -> Iterator[Slip]:
    if true_value < 0 or seen_value < 0:
        return
    if len(true) == len(seen):
        differing = [place for place in range(len(true)) if true[place] != seen[place]]
        if len(differing) == 1:
            yield Slip("数字误录", 0.30 * _mistyped(true[differing[0]], seen[differing[0]]) / len(true))
        if _traded(true, seen, differing):
            yield Slip("相邻数字颠倒", 0.15 / max(len(true) - 1, 1))
    if len(seen) == len(true) - 1:
        ways = sum(true[:place] + true[place + 1 :] == seen for place in range(len(true)))
        if ways:
            yield Slip("漏录一位", 0.15 * ways / len(true))
    if len(seen) == len(true) + 1:
        doubled = sum(true[:place] + true[place] + true[place:] == seen for place in range(len(true)))
        if doubled:
            yield Slip("多录一位", 0.12 * doubled / len(true))
        elif any(seen[:place] + seen[place + 1 :] == true for place in range(len(seen))):
            yield Slip("多录一位", 0.03 / (10 * len(seen)))


def _traded(true: str, seen: str, differing: Sequence[int]) -> bool:
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    first, second = differing
    return true[first] == seen[second] and true[second] == seen[first]


def _mistyped(true: str, seen: str) -> float:
    near = _NEAR_KEYS[true]
    return (1 - _NEAR_SHARE) / 9 + (_NEAR_SHARE / len(near) if seen in near else 0)


def _whole_slips(true: int, seen: int, beside: frozenset[int]) -> Iterator[Slip]:
    if true == -seen:
        yield Slip("正负号有误", 0.05)
    if true and seen == true * 10:
        yield Slip("多录一个 0", 0.05)
    if seen and true == seen * 10:
        yield Slip("少录一个 0", 0.05)
    if seen in beside:
        yield Slip("误录为相邻一格的数", 0.10 / max(len(beside), 4))
    if seen == 0:
        yield Slip("漏填", 0.12)
    if true == 0:
        yield Slip("多填了数", 0.02 / (1 + abs(seen)))
    if true > 0 and abs(true - seen) == 1:
        yield Slip("多计一件" if seen > true else "少计一件", 0.05)
    gap = abs(true - seen)
    yield Slip("数字有误", 0.01 / (1 + gap) ** 1.2)


def fit(value: int, expected: int) -> float:
    """Return the log of how well a count suits the one that is expected of its cell: 0 at most, falling on a log scale."""
    distance = math.log(max(value, 0) + 1) - math.log(max(expected, 0) + 1)
    return -(_TAIL + 1) / 2 * math.log1p(distance * distance / (_TAIL * _SPREAD * _SPREAD))


_TAIL: Final = 4
_SPREAD: Final = 1.2
"""Standard deviation, on a log scale, of a cell's count around last year's."""
