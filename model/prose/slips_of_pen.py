"""Which numbers a hand writes in the place of which: a digit another, left out or twice, two exchanged, a nought too many."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

_FEW: Final = 2
_FEW_OF_MANY: Final = 6
"""So many away a number of `_MANY` and more may be: keys stand side by side."""
_MANY: Final = 20
_PAIR: Final = 2
_TEN: Final = 10
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
    return (len(one) > 1 and _apart(one, other) == 1) or is_miswritten(told, meant)


def is_miswritten(told: Decimal, meant: Decimal) -> bool:
    """Return whether two digits were exchanged, or one left out or written twice: it is seldom so by chance."""
    return is_exchanged(told, meant) or is_one_more(told, meant)


def is_exchanged(told: Decimal, meant: Decimal) -> bool:
    """Return whether two digits stand in the other order."""
    one, other = digits(told), digits(meant)
    return sorted(one) == sorted(other) and _apart(one, other) == _PAIR


def is_one_more(told: Decimal, meant: Decimal) -> bool:
    """Return whether the one has a digit that the other lacks, and else the same."""
    short, long = sorted((digits(told), digits(meant)), key=len)
    return len(long) == len(short) + 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def is_turned(told: int, meant: int) -> bool:
    """Return whether two digits beside each other stand in the other order, in counts that lists make up."""
    one, other = str(told), str(meant)
    turned = (f"{one[:n]}{one[n + 1]}{one[n]}{one[n + 2 :]}" for n in range(len(one) - 1))
    return told != meant and other in turned


def is_misread(told: int, meant: int) -> bool:
    """Return whether one digit of a count is another; below ten only a little away."""
    if max(told, meant) < _TEN:
        return abs(told - meant) <= _FEW
    return meant >= 0 and _apart(str(told), str(meant)) == 1


def digits(number: Decimal) -> str:
    """Return the digits of a number, without its point."""
    return f"{number:f}".replace(".", "")


def _apart(one: str, other: str) -> int:
    """In how many places both have other digits; 0 for such as are not equally long."""
    return sum(a != b for a, b in zip(one, other, strict=True)) if len(one) == len(other) else 0


def are_the_same(whole: Decimal | int, parts: Sequence[Decimal | int]) -> bool:
    """Return whether parts that are too many may all be the same ones: 举报41件（查实33件、整改33件）."""
    return len(parts) > 1 and len(set(parts)) == 1 and _FEW < parts[0] <= whole < sum(parts)


def of_first_level(parts: Sequence[Decimal | int]) -> list[int]:
    """Return the places of parts without those that make up the first of them: 已结4件，调解3件、判决1件；未结2件."""
    ends = range(1 + _PAIR, len(parts) + 1)
    end = next((n for n in ends if sum(parts[1:n]) == parts[0]), 1)
    return [n for n in range(len(parts)) if n == 0 or n >= end]
