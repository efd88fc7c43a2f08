"""Numbers as official prose writes them: 3,119件, １８件, 300余件, 1.2万件, 44.7%, 十二件."""

import re
import string
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from model.values import Value

PAPERS: Final = frozenset("条件篇份")
"""Units that count papers alike."""
_UNITS: Final = (
    "件次|人次|家次|场次|件|宗|条|份|起|个(?!工作日|自然日|小时|月)|部|项|例|封|次|期|场|篇|家|名|批"
    "|倍|%|万元|亿元|元"
)
_ARABIC: Final = re.compile(
    r"(?P<digits>[0-9]{1,14}+(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]{1,6}+)?)"
    rf"(?P<more>[余多])?(?P<scale>[百千]|[万亿](?!元))?(?P<after>[余多])?(?P<unit>{_UNITS})"
)
_ABOUT: Final = ("将近", "大约", "超过", "突破", "不足", "约", "近", "超", "逾")
_ABOUT_ENDS: Final = frozenset(word[-1] for word in _ABOUT)
_NO_START: Final = frozenset(".-—每0123456789") | frozenset(string.ascii_letters)
_CHINESE: Final = re.compile("[一二两三四五六七八九十百千零]{1,7}$")
_NO_CHINESE_START: Final = frozenset("第每万一二三四五六七八九十百千零两") | frozenset(string.digits)
_SOME: Final = frozenset("数几上")
"""Before 十 they say about how many: 数十件. A 百 or 千 by itself always does: 近百件, 成百件."""
_EITHER: Final = re.compile("[一二两三四五六七八九]{2}")
"""Digits side by side: 三五件, 十五六件."""
_UNIT_OF_CASES: Final = re.compile("件(?!事)|[份宗起]")
_OTHERS_TOLD: Final = re.compile("[2-9二两三四五六七八九十]起|(?:复议|诉讼|案件|申请)一起")
"""Beside these 一起 counts one; else it says together."""
_EACH: Final = "一"
_NOT_EACH: Final = "审并起同次月"
"""What goes on with 一 behind or before 一件 and tells nothing of each: 诉讼一件一审败诉, 一并答复."""
"""Where it stands on both sides it says each, and counts nothing: 一件一档, 一事一件."""
_DIGITS: Final = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_SCALES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10000, "亿": 100_000_000}
_LARGE: Final = {"亿元": ("万元", 10000)}
"""Units told in another of the same length: 81.23亿元 is 812300万元, give or take 50."""


class Quantity(NamedTuple):
    """A number with its unit at a place of a text: exactly `low`, or somewhere from `low` to `high`."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str

    def fits(self, value: Value) -> bool:
        """Whether the words can mean this value; an amount may be told rounded, to tenths at the least: 1284.51万元."""
        if value is None:
            return False
        exponent = self.low.as_tuple().exponent
        rounded = (
            isinstance(value, Decimal)
            and self.low == self.high
            and isinstance(exponent, int)
            and exponent < 0
        )
        if isinstance(value, Decimal) and rounded:
            value = value.quantize(self.low, ROUND_HALF_UP)
        return self.low <= value <= self.high


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the numbers with units in a text, in order. Digits are plain and without spaces (`prose.squeezed`)."""
    matches = (match for match in _ARABIC.finditer(text) if not _begins_before(text, match.start()))
    arabic = (_arabic(match, text) for match in matches)
    chinese = list(_chinese(text))
    return iter(sorted([*arabic, *chinese], key=start_of)) if chinese else arabic


def start_of(quantity: Quantity) -> int:
    """Return where a number begins: numbers found in several ways are told in this order."""
    return quantity.start


def _begins_before(text: str, start: int) -> bool:
    """Whether the digits are the rest of something longer: a telephone number, a date, a name like A12."""
    before = text[max(0, start - 2) : start]
    return before[-1:] in _NO_START if before[-1:] != "," else before[:-1].isdigit()


def _arabic(match: re.Match[str], text: str) -> Quantity:
    start, end = match.span()
    digits, more, scale, after, unit = match.groups()
    digits = digits.replace(",", "")
    number = low = high = Decimal(digits)
    if more or scale or after or unit in _LARGE:
        unit, times = _LARGE.get(unit, (unit, 1))
        factor = Decimal(_SCALES.get(scale, 1)) * times
        step = Decimal(1).scaleb(int(number.as_tuple().exponent)) * factor
        number *= factor
        low, high = (number - step / 2, number + step / 2) if factor > 1 else (number, number)
        if more or after:
            low, high = number, number + max(_round_step(digits) * factor, step) - 1
    about = _about_before(text, start)
    if about:
        low, high = _about(about, number, low, high)
    return Quantity(start, end, low, high, unit)


def _round_step(digits: str) -> Decimal:
    """The unit of the last digit that is not 0: 300余 may be up to 399, 5500余 up to 5599."""
    whole = digits.partition(".")[0]
    return Decimal(10) ** (len(whole) - len(whole.rstrip("0")))


def _about_before(text: str, start: int) -> str:
    """The word right before a number that says how near it is, "" where there is none."""
    if text[max(0, start - 1) : start] not in _ABOUT_ENDS:
        return ""
    return next((word for word in _ABOUT if text.endswith(word, 0, start)), "")


def _about(word: str, value: Decimal, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    tenth = value / 10
    if word in ("约", "大约"):
        return low - tenth, high + tenth
    if word in ("近", "将近", "不足"):
        return low - tenth, value
    return value, high + tenth


def _chinese(text: str) -> Iterator[Quantity]:
    """Numbers in characters, before the units of cases only: elsewhere they are seldom numbers at all."""
    for unit in _UNIT_OF_CASES.finditer(text):
        end = unit.start()
        match = _CHINESE.search(text, max(0, end - 7), end)
        if match is None or text[max(0, match.start() - 1) : match.start()] in _NO_CHINESE_START:
            continue
        together = match[0] == "一" and unit[0] == "起" and not _OTHERS_TOLD.search(text)
        if not (together or _is_of_each(text, match) or _is_rough(text, match)):
            value = _value(match[0])
            about = _about_before(text, match.start())
            low, high = _about(about, value, value, value) if about else (value, value)
            yield Quantity(match.start(), end + 1, low, high, unit[0])


def _is_of_each(text: str, match: re.Match[str]) -> bool:
    """Whether one of a thing is told for each of another: 一件一档, 一事一件."""
    behind = text[match.end() + 1 : match.end() + 3]
    around = (text[max(0, match.start() - 2) : match.start()], behind)
    each = (len(two) == len("一档") and two[0] == _EACH and two[1] not in _NOT_EACH for two in around)
    return match[0] == _EACH and any(each)


def _is_rough(text: str, match: re.Match[str]) -> bool:
    """Whether it is told how many there are in no closer words than 数十件, 近百件 or 三五件."""
    some = match[0] == "十" and text[max(0, match.start() - 1) : match.start()] in _SOME
    return some or match[0] in ("百", "千") or _EITHER.search(match[0]) is not None


def _value(characters: str) -> Decimal:
    total, digit = 0, 0
    for character in characters:
        if character in _SCALES:
            total += (digit or 1) * _SCALES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return Decimal(total + digit)
