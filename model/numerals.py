"""Numbers as official prose writes them: 3,119件, １８件, 300余件, 1.2万件, 44.7%, 十二件."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from model.values import Value

_UNITS: Final = "件次|件|宗|条|份|起|个|部|项|%|万元|元"
_ARABIC: Final = re.compile(
    r"(?P<about>将近|大约|约|近|超过|超|逾|突破|不足)?"
    r"(?<![\d.,A-Za-z—-])(?P<digits>\d{1,3}(?:,\d{3})++(?!\d)|\d{1,14}+(?:\.\d{1,6}+)?)"
    r"(?P<more>[余多])?(?P<scale>[百千万])?(?P<after>[余多])?"
    rf"(?P<unit>{_UNITS})"
)
_CHINESE: Final = re.compile(
    r"(?<![第十百千万\d余一二三四五六七八九])(?P<digits>[一二两三四五六七八九十百千零]{1,7}+)(?P<unit>件|宗|起)(?!事)"
)
_DIGITS: Final = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_SCALES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10000}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at a place of a text: exactly `low`, or somewhere from `low` to `high`."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str

    def fits(self, value: Value) -> bool:
        """Whether the words can mean this value."""
        return value is not None and self.low <= value <= self.high


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the numbers with units in a text, in order. Digits are narrow and without spaces (`prose.squeezed`)."""
    found = [_arabic(match) for match in _ARABIC.finditer(text)]
    found += [_chinese(match) for match in _CHINESE.finditer(text)]
    return iter(sorted(found, key=lambda quantity: quantity.start))


def _arabic(match: re.Match[str]) -> Quantity:
    digits = match["digits"].replace(",", "")
    number = Decimal(digits)
    scale = Decimal(_SCALES.get(match["scale"] or "", 1))
    step = Decimal(1).scaleb(int(number.as_tuple().exponent)) * scale
    value = number * scale
    low, high = value, value
    if scale > 1:
        low, high = value - step / 2, value + step / 2
    if match["more"] or match["after"]:
        low, high = value, value + max(_round_step(digits) * scale, step) - 1
    low, high = _about(match["about"] or "", value, low, high)
    return Quantity(match.start("digits"), match.end(), low, high, match["unit"])


def _round_step(digits: str) -> Decimal:
    """The unit of the last digit that is not 0: 300余 may be up to 399, 5500余 up to 5599."""
    whole = digits.partition(".")[0]
    return Decimal(10) ** (len(whole) - len(whole.rstrip("0")))


def _about(word: str, value: Decimal, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    tenth = value / 10
    if word in ("约", "大约"):
        return low - tenth, high + tenth
    if word in ("近", "将近", "不足"):
        return low - tenth, value
    return (value, high + tenth) if word else (low, high)


def _chinese(match: re.Match[str]) -> Quantity:
    total, digit = 0, 0
    for character in match["digits"]:
        if character in _SCALES:
            total += (digit or 1) * _SCALES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    value = Decimal(total + digit)
    return Quantity(match.start(), match.end(), value, value, match["unit"])
