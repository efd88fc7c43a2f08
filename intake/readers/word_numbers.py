"""The numbers that Word writes before paragraphs by itself: 一、（一）1. stand in no text, only in the list's definition."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from intake.readers.word_look import W, WordLook, is_on, value
from model.ordinals import ordinal

_LEVELS: Final = 9
_CHINESE: Final = frozenset(
    ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "japaneseDigitalTenThousand",
     "taiwaneseCounting", "taiwaneseCountingThousand", "taiwaneseDigital", "koreanDigital2"),
)  # fmt: skip
_LEGAL: Final = frozenset(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"))
_CIRCLED: Final = frozenset(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"))
_UNSAID: Final = frozenset(("bullet", "none"))
_MARKS: Final = str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: how its number is written, the text around it (%1 is the first level's number), its start."""

    written: str
    text: str
    start: int = 1
    plain: bool = False


_OFFICIAL: Final = (
    _Level("chineseCounting", "%1、"),
    _Level("chineseCounting", "（%2）"),
    _Level("decimal", "%3."),
    _Level("decimal", "（%4）"),
)
"""Of a list whose definition the file has lost: the levels of an official document (GB/T 9704-2012, 7.3.3)."""


class Numbers:
    """Counts the numbered paragraphs of one document; to be asked for each of them once, in their order."""

    def __init__(self, numbering: etree._Element | None, look: WordLook) -> None:
        self._look = look
        self._levels: dict[str, tuple[_Level, ...]] = {}
        self._shared: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        if numbering is not None:
            self._define(numbering)

    def before(self, paragraph: etree._Element) -> str:
        """Return the number before a paragraph, "" where it has none."""
        said = self._look.paragraph_property(paragraph, "numPr")
        number = value(said.find(f"{W}numId")) if said is not None else ""
        if said is None or number in ("", "0"):
            return ""
        told = value(said.find(f"{W}ilvl"))
        depth = min(int(told), _LEVELS - 1) if told.isdecimal() else 0
        levels = self._levels.get(number, _OFFICIAL)
        if depth >= len(levels):
            return ""
        counts = self._count(number, levels, depth)
        if levels[depth].written in _UNSAID:
            return ""
        shown = _shown(levels, depth, counts)
        return f"{shown} " if shown[-1:].isascii() else shown

    def _count(self, number: str, levels: tuple[_Level, ...], depth: int) -> list[int]:
        starts = [level.start for level in levels]
        counts = self._counts.setdefault(self._shared.get(number, number), [start - 1 for start in starts])
        counts[depth] += 1
        for above in range(depth):
            counts[above] = max(counts[above], starts[above])
        counts[depth + 1 :] = [start - 1 for start in starts[depth + 1 :]]
        return counts

    def _define(self, numbering: etree._Element) -> None:
        lists = {
            str(each.get(f"{W}abstractNumId", "")): _levels(each)
            for each in numbering.iterchildren(f"{W}abstractNum")
        }
        for each in numbering.iterchildren(f"{W}num"):
            number, used = str(each.get(f"{W}numId", "")), value(each.find(f"{W}abstractNumId"))
            levels = list(lists.get(used, ()))
            overridden = False
            for changed in each.iterchildren(f"{W}lvlOverride"):
                depth, start = str(changed.get(f"{W}ilvl", "")), value(changed.find(f"{W}startOverride"))
                if depth.isdecimal() and int(depth) < len(levels) and start.isdecimal():
                    level = levels[int(depth)]
                    levels[int(depth)] = _Level(level.written, level.text, int(start), level.plain)
                    overridden = True
            if levels:
                self._levels[number] = tuple(levels)
                # Lists of one definition count on together, unless one of them begins anew.
                self._shared[number] = number if overridden else f"list {used}"


def _levels(definition: etree._Element) -> tuple[_Level, ...]:
    levels = []
    for level in definition.iterchildren(f"{W}lvl"):
        start = value(level.find(f"{W}start"))
        levels.append(
            _Level(
                value(level.find(f"{W}numFmt")) or "decimal",
                value(level.find(f"{W}lvlText")),
                min(int(start), 999) if start.isdecimal() else 1,
                is_on(level.find(f"{W}isLgl")),
            )
        )
    return tuple(levels[:_LEVELS])


def _shown(levels: tuple[_Level, ...], depth: int, counts: list[int]) -> str:
    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        if place >= len(levels):
            return ""
        return _written(counts[place], "decimal" if levels[depth].plain else levels[place].written)

    return re.sub(r"%([1-9])", number, levels[depth].text)


def _written(count: int, how: str) -> str:
    """A number as its format has it; formats that official documents never use come out as digits."""
    if not 1 <= count <= 99:
        return str(count)
    if how in _CHINESE:
        return ordinal(count)
    if how in _LEGAL:
        return ordinal(count).translate(_MARKS)
    if how in _CIRCLED and count <= 20:
        return chr(0x2460 + count - 1)
    if how in ("lowerLetter", "upperLetter") and count <= 26:
        return chr((97 if how == "lowerLetter" else 65) + count - 1)
    return str(count)
