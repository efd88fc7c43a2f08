"""How a sheet shows a number by its format: with words around it, as a percentage, in thousands, or not at all."""

import re
from decimal import Decimal
from typing import Final

from intake.readers.marks import concealed

_PART: Final = re.compile(
    r'"([^"]*)"|\\(.)|[_*](.)|\[\$([^\]-]*)[^\]]*\]|\[([^\]]*)\]|([0#?])|(.)', re.DOTALL
)
"""Of a format: words in quotes or behind a backslash, a blank as wide as a sign, a currency, a colour or condition, a digit."""
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]', re.DOTALL)
_DIGIT: Final = re.compile(r"\d")
"""In a format's own words: what is shown is another number than the cell's."""
_UNSEEN: Final = "设为不显示的单元格"
_NUMBERS: Final = 3
"""Sections of a format that are for numbers; a fourth is for words."""
_USUAL: Final = frozenset(("General", "@", ""))


def shown_number(text: str, number: float | Decimal, number_format: str) -> tuple[str, str]:
    """Return what a cell shows for a number that reads `text` otherwise, and its doubt: "" where the text tells all.

    A nought that is not shown, or is shown as a dash, is a nought.
    """
    if number_format in _USUAL:
        return text, ""
    sections = _sections(number_format)
    if any(condition in part for part in _QUOTED.findall(number_format) for condition in ("[<", "[>", "[=")):
        return text, "按条件显示的数字"
    at = 2 if number == 0 and len(sections) > 2 else 1 if number < 0 and len(sections) > 1 else 0
    before, behind, bare = _around(sections[at])
    if bare is None:
        return (text, "") if number == 0 else concealed(text, _UNSEEN)
    if "%" in bare:
        return f"{text}（按百分比显示）", ""
    if bare.rstrip(" .+-()").endswith(","):
        return text, "以千或百万为单位显示的数字"
    if _DIGIT.search(before + behind):
        return text, f"显示为“{before}{text}{behind}”的数字"
    return f"{before}{text}{behind}", ""


def shown_words(text: str, number_format: str) -> tuple[str, str]:
    """Return what a cell shows of words, and its doubt: where its format has no place for words, nothing."""
    if number_format in _USUAL:
        return text, ""
    sections = _sections(number_format)
    hidden = (
        len(sections) > _NUMBERS and "@" not in sections[_NUMBERS] and "General" not in sections[_NUMBERS]
    )
    return concealed(text, _UNSEEN) if hidden else (text, "")


def _sections(number_format: str) -> list[str]:
    """The parts for numbers above, below and of nought, and for words."""
    marks = [match.span() for match in _QUOTED.finditer(number_format)]
    ends = [
        place
        for place, character in enumerate(number_format)
        if character == ";" and not any(start <= place < end for start, end in marks)
    ]
    starts = [0, *(end + 1 for end in ends)]
    return [number_format[start:end] for start, end in zip(starts, [*ends, len(number_format)], strict=True)]


def _around(section: str) -> tuple[str, str, str | None]:
    """The words before and behind a number's digits, and the section without them; None where it has no digits."""
    words: list[str] = ["", ""]
    bare = ""
    for quoted, escaped, _, currency, _, digit, other in _PART.findall(section):
        words[bool(bare)] += "".join(sign for sign in quoted + escaped + currency if sign.isalnum())
        bare += digit or (other if bare or other == "%" else "")
    digits = any(digit in bare for digit in "0#?") or "General" in section
    return words[0], words[1], bare if digits else None
