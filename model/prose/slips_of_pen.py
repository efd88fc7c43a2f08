"""Which numbers a hand writes in the place of which: a digit another, left out or twice, two exchanged, a nought too many."""

from decimal import Decimal
from typing import Final

_FEW: Final = 2
_FEW_OF_MANY: Final = 6
"""So many away a number of `_MANY` and more may be: keys stand side by side."""
_MANY: Final = 20
_PAIR: Final = 2
_WHOLE: Final = 9


def is_slip(told: Decimal, meant: Decimal) -> bool:
    """Return whether a number may stand in the place of another by a slip of the pen."""
    if told == meant or meant < 0:
        return False
    few = _FEW_OF_MANY if min(told, meant) >= _MANY else _FEW
    return abs(told - meant) <= few or is_of_other_digits(told, meant) or is_whole_apart(told, meant)


def is_whole_apart(told: Decimal, meant: Decimal) -> bool:
    """Return whether both have the same behind the point, and a few whole ones between them."""
    gap = abs(told - meant)
    return told % 1 != 0 and gap == gap.to_integral_value() and 0 < gap <= _WHOLE


def is_of_other_digits(told: Decimal, meant: Decimal) -> bool:
    """Return whether the digits of the one are those of the other but for one slip."""
    one, other = digits(told), digits(meant)
    return is_misread(one, other) or is_exchanged(one, other) or is_one_more(one, other)


def digits(number: Decimal) -> str:
    """Return the digits of a number, without its point."""
    return f"{number:f}".replace(".", "")


def is_misread(one: str, other: str) -> bool:
    """Return whether one digit of several is another."""
    return len(one) == len(other) > 1 and _apart(one, other) == 1


def is_exchanged(one: str, other: str) -> bool:
    """Return whether two digits stand in the other order."""
    return len(one) == len(other) and sorted(one) == sorted(other) and _apart(one, other) == _PAIR


def is_one_more(one: str, other: str) -> bool:
    """Return whether the one has a digit that the other lacks, and else the same."""
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def _apart(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))
