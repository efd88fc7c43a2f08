"""What stands in a cell of a published table: a number, nothing, something in a number's place, a unit, or words."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Final

from intake.plain_words import simplified
from model.cell_kinds import CellKind
from model.characters import NARROW, visible
from model.errors import ValueRefused
from model.prose.words.numerals import quantities
from model.values import Value, number_in, parse

_LONG_UNITS: Final = ("件次", "人次", "千元", "万元", "亿元")
_SHORT_UNITS: Final = "件条次篇个人项元宗份例起"
UNIT: Final = f"{'|'.join(_LONG_UNITS)}|[{_SHORT_UNITS}]"
"""A pattern of what the numbers of a table count or are told in."""
_UNITS: Final = frozenset((*_LONG_UNITS, *_SHORT_UNITS))
_WITH_UNIT: Final = re.compile(rf"(?P<number>.*[0-9])\s*\(?(?P<unit>{UNIT})\)?", re.DOTALL)
_IN_BRACKETS: Final = re.compile(rf"\(\s*(?P<told>[0-9][0-9,]*\s*(?:{UNIT}))\s*\)")
"""A number with its unit in brackets: （12件）. Without a unit it may be a serial number."""
_NOTE: Final = r"[¹²³⁰⁴-⁹₀-₉①-⑳⑴-⒇*†‡※]+|\[[^\[\]]*\]|〔[^〔〕]*〕|【[^【】]*】|\(注?[^()]*\)|注[0-9]{0,2}"
_NOTED: Final = re.compile(
    rf"(?P<number>.*?[0-9])\s*(?:{UNIT})?\s*(?:(?:{_NOTE})\s*(?:{UNIT})?|[。;；])\s*", re.DOTALL
)
"""A number with a remark, the mark of a footnote or the end of a sentence behind it: told, but not for sure."""
_INSTEAD: Final = re.compile(
    r"[/\\∕／\-—–―─*…#?×xo〇零]{1,6}|[0-9,.]+|一一|n/?a|无|空|暂无|无此项|未统计|不涉及|不适用|不详|见附件|同上"
    r"|#(?:ref!|value!|n/a|div/0!|name\??|null!|num!|spill!|calc!)|err:\d{3}|true|false"
)
"""What stands in a number's place and tells none: marks, words for nothing, what spreadsheets say of an error."""
_CHANGE: Final = re.compile(
    rf"(?:较?上年)?(?:(?P<more>增加?|新增|净增|上升|多)|减少?|净减|核减|下降|少)了?\s*(?P<number>[0-9][0-9, ]*)\s*(?:{UNIT})?"
)
_NO_CHANGE: Final = re.compile(r"无(?:变化|增减|变动)|不变|未变化?|没有变化|持平|与上年持平|保持不变")
_ABOUT: Final = re.compile(
    rf"(?:大?约|近|超过?|逾|不足|将近|共计?|合计|其中|计)\s*[0-9][0-9,.]*\s*[余多几]?(?:{UNIT})?(?:左右|以上|以下)?"
    rf"|[0-9][0-9,.]*\s*(?:[余多几](?:{UNIT})?|(?:{UNIT})?(?:左右|以上|以下)|[百千万亿](?:{UNIT})?)"
)
_WITH_OTHER_UNIT: Final = re.compile(r"[0-9][0-9,.]*(?![年月日号时])[\u4e00-\u9fff]次?")
"""A number with a unit that counts nothing of a report: 3户, 5家."""
_NUMERALS: Final = re.compile(
    rf"[零〇一二两三四五六七八九十百千万]*[百千万][零〇一二两三四五六七八九十百千万]*(?:{UNIT})?"
    rf"|[零〇一二两三四五六七八九十百千]+(?:{UNIT})|[二三四五六七八九]?十[一二三四五六七八九]"
)
_SEVERAL: Final = re.compile(
    r"(?=.*[0-9\ufffd])[0-9\ufffd\s,.+\-*/=:;；、。~～—–()%\[\]〔〕¹²³⁰⁴-⁹₀-₉①-⑳⑴-⒇†‡※#&→>]+", re.DOTALL
)
"""Digits and marks that are not one number: 36 38, 19870+6, 1.2.3, and digits of which some cannot be read."""
_DAY: Final = re.compile(
    r"[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}(?:\s+[0-9:]+)?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
)
_SERIAL: Final = re.compile(r"[\(（]?[0-9]{1,2}[)）、]")
"""A number before a label: (1), 2、"""
_LONGEST: Final = 20
"""Characters of a number; no cell holds one so long."""
_PARTED: Final = re.compile(r"[0-9][ \u3000]+[0-9]")
_SCALE: Final = {"元": Decimal("0.0001"), "千元": Decimal("0.1"), "亿元": Decimal(10000)}


class FigureKind(StrEnum):
    """What a cell's text is."""

    NUMBER = "number"
    BLANK = "blank"
    MARK = "mark"  # stands in a number's place and is none plainly: /, 无, 约38, 36 38
    UNIT = "unit"
    WORDS = "words"


NUMBERS: Final = (FigureKind.NUMBER, FigureKind.MARK)
"""What is a number, or stands in the place of one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell's text, judged; `sure` is False for a number that has a remark beside it.

    A mark with a number tells a change in words (减4 is -4): a number only where a change is counted.
    """

    kind: FigureKind
    number: str = ""
    unit: str = ""
    sure: bool = True


@cache
def figure_of(text: str) -> Figure:
    """Return what a cell's text is; what is one number is decided by `values.number_in`."""
    bare = simplified(visible(text).translate(NARROW)).lower().strip()
    if not bare:
        return Figure(FigureKind.BLANK)
    return _number(bare) or _unit(bare) or _instead(bare) or Figure(FigureKind.WORDS)


def _number(bare: str) -> Figure | None:
    in_brackets = _IN_BRACKETS.fullmatch(bare)
    bare = in_brackets["told"] if in_brackets else bare
    number = _number_in(bare)
    if number is not None:
        return Figure(FigureKind.NUMBER, number, sure=_is_one(bare))
    with_unit = _WITH_UNIT.fullmatch(bare)
    number = _number_in(with_unit["number"]) if with_unit else None
    if with_unit and number is not None:
        return Figure(FigureKind.NUMBER, number, with_unit["unit"], _is_one(with_unit["number"]))
    noted = _NOTED.fullmatch(bare)
    number = _number_in(noted["number"]) if noted else None
    return Figure(FigureKind.NUMBER, number, sure=False) if number is not None else _spelled(bare)


def _spelled(bare: str) -> Figure | None:
    """A number in characters that is a number for sure, as one before the unit of cases is: 四件, 十二件."""
    words = "".join(bare.split())
    told = next(quantities(words), None) if len(words) <= _LONGEST else None
    if (
        told is None
        or (told.start, told.end) != (0, len(words))
        or told.low != told.high
        or words[0].isdigit()
    ):
        return None
    return Figure(FigureKind.NUMBER, format(told.low, "f"), told.unit)


def _number_in(text: str) -> str | None:
    """The one number in a text, as `values.number_in` has it; digits without end are none."""
    number = number_in(text)
    return number if number is not None and len(number) <= _LONGEST else None


def _is_one(text: str) -> bool:
    """Whether nothing parts the digits as it parts two numbers: a usual blank may stand in 12 345 for either."""
    return not _PARTED.search(text)


def _unit(bare: str) -> Figure | None:
    words = "".join(bare.split()).strip("()")
    return Figure(FigureKind.UNIT, unit=words) if words in _UNITS else None


def _instead(bare: str) -> Figure | None:
    change = _CHANGE.fullmatch(bare)
    number = _number_in(change["number"]) if change else None
    if change and number is not None:
        return Figure(FigureKind.MARK, ("+" if change["more"] else "-") + number)
    words = "".join(bare.split())
    if any(form.fullmatch(words) for form in (_INSTEAD, _NO_CHANGE, _ABOUT, _WITH_OTHER_UNIT, _NUMERALS)):
        return Figure(FigureKind.MARK)
    if _SEVERAL.fullmatch(bare) and not _DAY.fullmatch(bare) and not _SERIAL.fullmatch(bare):
        return Figure(FigureKind.MARK)
    return Figure(FigureKind.MARK) if _are_several(bare.split()) else None


def _are_several(parts: list[str]) -> bool:
    """Whether blanks part several cells' values that run together, not all of them plain numbers: 0 约3 475."""
    return len(parts) > 1 and all(figure_of(part).kind in NUMBERS for part in parts)


def is_share(text: str) -> bool:
    """Return whether a text is a percentage: never a number of a form, so that its column is the office's own."""
    return text.strip().endswith(("%", "％"))


def value_of(figure: Figure, kind: CellKind, heading: str = "") -> tuple[Value, bool]:
    """Return the value for a cell of `kind` and whether it is sure; a number the cell cannot hold is (None, False).

    `heading` is the column's head: an amount goes by the unit beside it, else by the one in the head, else by 万元.
    """
    told = figure.kind is FigureKind.NUMBER or (kind.spec.signed and figure.number)
    if not told:
        return None, figure.kind is FigureKind.BLANK
    number = figure.number if kind.spec.signed else figure.number.removeprefix("+")
    try:
        if kind.spec.whole:
            return parse(number, kind), figure.sure
        unit = figure.unit or (_unit_in(heading) if number.strip("0.") else "")
        if unit in _SCALE:
            number = format(Decimal(number) * _SCALE[unit], "f")
            number = number.rstrip("0").rstrip(".") if "." in number else number
        return parse(number, kind), figure.sure
    except ValueRefused:
        return None, False


def _unit_in(heading: str) -> str:
    match = re.search(r"(千元|万元|亿元|元)", simplified(heading))
    return match[1] if match else ""
