"""Chinese numerals that count parts and days: 一 to 九十九, as headings, dates and preambles write them."""

from typing import Final

_ONES: Final = "一二三四五六七八九"


def ordinal(number: int) -> str:
    """Return 1 to 99 in characters: 三, 十, 十二, 二十一. Raises ValueError beyond them."""
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    ten = "十" if tens == 1 else f"{_ONES[tens - 1]}十" if tens else ""
    return ten + (_ONES[ones - 1] if ones else "")


def ordinal_value(characters: str) -> int:
    """Return the value of such a numeral, 0 for one that is none."""
    tens, ten, ones = characters.partition("十")
    parts = [_ONES.find(part) + 1 if len(part) == 1 else 0 for part in (tens, ones)]
    if not ten:
        return parts[0]
    if (tens and not parts[0]) or (ones and not parts[1]):
        return 0
    return 10 * (parts[0] or 1) + parts[1]
