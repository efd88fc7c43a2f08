"""What stands in a cell of a published table: a number, nothing, a mark that is no number, a unit, or words."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Final

from intake.page.plain_words import simplified
from model.cell_kinds import CellKind
from model.errors import ValueRefused
from model.values import Value, parse

_UNITS: Final = frozenset(
    ("件", "条", "次", "篇", "个", "人", "人次", "项", "元", "万元", "亿元", "宗", "份", "件次", "例", "起")
)
_MARK: Final = re.compile(
    r"[/\\∕／\-—–―─*…#?×xo〇零]{1,6}|[\d,.]+|一一|n/?a|无|空|暂无|无此项|未统计|不涉及|不适用"
)
_NUMBER: Final = re.compile(
    r"([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)(?:\(?(件次|人次|万元|亿元|[件条次篇个人项元宗份例起])\)?)?"
)
_REMARKED: Final = re.compile(
    r"([+-]?\d[\d,]*(?:\.\d+)?)(?:件次|人次|万元|[件条次篇个人项元宗份])?\(.*\)[件条项]?"
)
UNSURE: Final = "?"
"""Before a number that was put together of what the source has torn."""
_DASHES: Final = str.maketrans({"－": "-", "−": "-", "﹣": "-", "＋": "+", "﹢": "+", "，": ",", "．": "."})
_SCALE: Final = {"元": Decimal("0.0001"), "亿元": Decimal(10000)}


class FigureKind(StrEnum):
    """What a cell's text is."""

    NUMBER = "number"
    BLANK = "blank"
    MARK = "mark"  # stands for a number and is none: /, -, 无
    UNIT = "unit"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell's text, judged; `sure` is False for a number that has a remark beside it."""

    kind: FigureKind
    number: str = ""
    unit: str = ""
    sure: bool = True


@cache
def figure_of(text: str) -> Figure:
    """Return what a cell's text is."""
    bare = "".join(unicodedata.normalize("NFKC", simplified(text).translate(_DASHES)).lower().split())
    if not bare:
        return Figure(FigureKind.BLANK)
    match = _NUMBER.fullmatch(bare.removeprefix(UNSURE))
    if match:
        return Figure(FigureKind.NUMBER, match[1], match[2] or "", sure=not bare.startswith(UNSURE))
    if bare.strip("()") in _UNITS:
        return Figure(FigureKind.UNIT, unit=bare.strip("()"))
    if _MARK.fullmatch(bare):
        return Figure(FigureKind.MARK)
    remarked = _REMARKED.fullmatch(bare)
    if remarked:
        return Figure(FigureKind.NUMBER, remarked[1], sure=False)
    return Figure(FigureKind.WORDS)


def value_of(figure: Figure, kind: CellKind, heading: str = "") -> tuple[Value, bool]:
    """Return the value for a cell of `kind` and whether it is sure; a number the cell cannot hold is (None, False).

    `heading` is the column's head: an amount goes by the unit beside it, else by the one in the head, else by 万元.
    """
    if figure.kind is not FigureKind.NUMBER:
        return None, figure.kind is FigureKind.BLANK
    number = figure.number if kind.spec.signed else figure.number.removeprefix("+")
    try:
        if kind.spec.whole:
            number = re.sub(r"\.0+$", "", number)
            return parse(number, kind), figure.sure
        unit = figure.unit or (_unit_in(heading) if number.strip("0.") else "")
        if unit in _SCALE:
            number = format(Decimal(number.replace(",", "")) * _SCALE[unit], "f")
            number = number.rstrip("0").rstrip(".") if "." in number else number
        return parse(number, kind), figure.sure
    except ValueRefused:
        return None, False


def _unit_in(heading: str) -> str:
    match = re.search(r"(万元|亿元|元)", simplified(heading))
    return match[1] if match else ""
