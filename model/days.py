"""Days in words: as the report stores them, as people write them, and how far off a deadline is."""

from datetime import date, datetime
from typing import Final

from model.ordinals import ordinal_value
from model.pattern import Pattern

WRITTEN_DAY: Final = Pattern(
    r"(20\d\d|二[〇○Ｏ零O0][〇○零O0一二三四五六七八九]{2})\s*[年\-./]\s*([\d一二三四五六七八九十]{1,3})\s*[月\-./]"
    r"\s*([\d一二三四五六七八九十]{1,3})\s*日?"
)
"""Year, month and day in digits or characters: 2025-1-20, 2025.1.20, 2025年1月20日, 二〇二五年一月二十日."""
_ZEROS: Final = "〇○Ｏ零O0"
_DIGITS: Final = dict.fromkeys(_ZEROS, "0") | {
    digit: str(n) for n, digit in enumerate("一二三四五六七八九", 1)
}


def today() -> date:
    """Return today's day where the clerk is."""
    return datetime.now().astimezone().date()


def is_day(text: str) -> bool:
    """Whether the text is a day as it is stored: 2025-01-20."""
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def day_words(day: date) -> str:
    """Return a day as the report prints it: 2026年1月12日."""
    return f"{day.year}年{day.month}月{day.day}日"


def stored_day_words(text: str) -> str:
    """Return a day as it is stored (2025-01-20) in the words of a printed page; what is no day as it stands."""
    return day_words(date.fromisoformat(text)) if is_day(text) else text


def date_in(text: str) -> date | None:
    """Return the first date in a text, None without one or where the calendar has no such day."""
    match = WRITTEN_DAY.search(text)
    if not match:
        return None
    year, month, day = match.groups()
    try:
        return date(int("".join(_DIGITS.get(digit, digit) for digit in year)), _counted(month), _counted(day))
    except ValueError:
        return None


def _counted(characters: str) -> int:
    return int(characters) if characters.isdecimal() else ordinal_value(characters)


def days_left(deadline: date, today: date) -> str:
    """Return the deadline and how far off it is, in words."""
    days = (deadline - today).days
    due = f"{deadline:%Y-%m-%d} 截止"
    if days > 0:
        return f"{due}，还有 {days} 天"
    return f"{due}，就是今天" if days == 0 else f"{due}，已过 {-days} 天"
