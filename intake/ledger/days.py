"""Days in all the spellings of ledgers: dates of a spreadsheet, their serial numbers, and texts."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

from intake.ledger.sheets import Raw
from model.ordinals import ordinal_value

_EPOCH: Final = date(1899, 12, 30)
"""Day 0 of a spreadsheet's serial numbers, as they count from 1 March 1900 on."""
_SERIALS: Final = range(32_874, 73_051)
"""Serial numbers that are taken for days: 1990 to 2099. Below them are ages and counts."""
_COMPACT: Final = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_FULL: Final = re.compile(r"(?<!\d)(\d{4})[-./年、。_—–](\d{1,2})[-./月、。_—–](\d{1,2})(?!\d)")
_SHORT: Final = re.compile(r"(?<![\d\-./年])(\d{1,2})[-./月](\d{1,2})(?![\d\-./])")
_TWO_DIGITS: Final = re.compile(r"(?<!\d)(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})(?!\d)")
_CLOCK: Final = re.compile(
    r"(?:上午|下午|T)?(?<!\d)\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2})?(?:秒|分)?(?:\.\d+)?|星期.|周."
)
_CHINESE: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_DATE: Final = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})"
)
_NEAR: Final = 5
"""Years around the report's in which a year of two digits is looked for."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell does not say what its column is for, and what stands in it. `choices` are the places it may mean.

    `word`: it is a word that the clerk can give a place to.
    """

    value: str
    why: str
    choices: frozenset[str] = frozenset()
    word: bool = False


Day: TypeAlias = int | Fault | None
"""A day as its ordinal (date.toordinal), None for a blank cell, or why it is none."""


class Days(dict[Raw, Day]):
    """Cell → day; each spelling is read once. `year` is that of a title, for dates without one; `near` the report's."""

    def __init__(self, blanks: frozenset[str], near: int, year: int | None = None) -> None:
        super().__init__()
        self._blanks = blanks
        self._near = near
        self._year = year

    def __missing__(self, raw: Raw) -> Day:
        day = self[raw] = self._read(raw)
        return day

    def _read(self, raw: Raw) -> Day:
        if isinstance(raw, datetime):
            return raw.date().toordinal()
        if isinstance(raw, date):
            return raw.toordinal()
        if isinstance(raw, time | timedelta | bool):
            return Fault(str(raw), "不是日期")
        if isinstance(raw, int | float):
            return self._of_number(raw)
        return self._of_text(raw)

    def _of_number(self, number: float) -> Day:
        if int(number) in _SERIALS:
            return (_EPOCH + timedelta(days=int(number))).toordinal()
        text = str(int(number)) if number == int(number) else repr(number)
        return self._of_text(text) if _COMPACT.fullmatch(text) else Fault(text, "不是日期")

    def _of_text(self, raw: str) -> Day:
        wide = unicodedata.normalize("NFKC", raw)
        text = "".join(wide.split())
        if text in self._blanks:
            return None
        if text.startswith("="):
            return Fault(raw.strip(), "是没有计算结果的公式")
        if text.isdecimal() and len(text) == 5:
            return self._of_number(int(text))
        text = _CHINESE_DATE.sub(_in_digits, "".join(_CLOCK.sub("", wide).split()))
        found = list(dict.fromkeys(self._dates_in(text)))
        if len(found) > 1:
            return Fault(raw.strip(), "有不止一个日期")
        if not found:
            short = _SHORT.search(text)
            return Fault(raw.strip(), "只有月和日，看不出年份" if short else "不是完整的日期")
        year, month, day = found[0]
        try:
            return date(year, month, day).toordinal()
        except ValueError:
            return Fault(raw.strip(), "没有这一天")

    def _dates_in(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The dates that a text spells: in full, else with a year of two digits, else without a year."""
        full = [*_FULL.finditer(text), *_COMPACT.finditer(text)]
        if full:
            yield from ((int(match[1]), int(match[2]), int(match[3])) for match in full)
            return
        for match in _TWO_DIGITS.finditer(text):
            year = 2000 + int(match[1])
            if abs(year - self._near) <= _NEAR:
                yield year, int(match[2]), int(match[3])
                return
        if self._year is not None:
            yield from ((self._year, int(match[1]), int(match[2])) for match in _SHORT.finditer(text))


def shown(ordinal: int) -> str:
    """Return a day as the clerk reads it."""
    return date.fromordinal(ordinal).isoformat()


def _in_digits(match: re.Match[str]) -> str:
    return f"{match[1].translate(_CHINESE)}年{ordinal_value(match[2])}月{ordinal_value(match[3])}"
