"""How marked words come out of a reader: raised figures as ¹, lowered ones as ₁, struck-out words not at all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

_RAISED: Final = str.maketrans("0123456789+-()０１２３４５６７８９（）", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_LOWERED: Final = str.maketrans("0123456789+-()０１２３４５６７８９（）", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎₀₁₂₃₄₅₆₇₈₉₍₎")
_DIGIT: Final = re.compile(r"\d")
_SERIAL: Final = re.compile(r"\A\s*[（(]?\d{1,2}[)）.．、]\s*(?=[\u4e00-\u9fff]{2})")
"""A serial number before a label's words: 1.属于国家秘密."""
UNCOUNTED: Final = "没有算出结果的公式"
"""What a formula is called whose result is not in the file."""
PICTURE: Final = "图片"
"""What a picture is called where words are looked for."""
_PICTURES: Final = (PICTURE, "图形", "嵌入的内容")


def raised(text: str) -> str:
    """Return the words of a run that is raised: never digits of the number that they follow."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """Return the words of a run that is lowered."""
    return text.translate(_LOWERED)


@dataclass(slots=True)
class Gathered:
    """The words of a cell or paragraph as a reader meets them, and beside them what is not among them.

    `struck` is what was struck out, `others` what is no text: 图片, 公式“38”.
    """

    parts: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    @property
    def pictured(self) -> bool:
        """Whether a picture is among what is no text, or what may be one."""
        return any(other.startswith(_PICTURES) for other in self.others)

    def doubt(self, text: str) -> str:
        """Return what the cell holds besides its text, "" where the text tells all."""
        return doubt_of(text, struck="".join(self.struck), others=self.others)


def concealed(text: str, where: str) -> tuple[str, str]:
    """Return text and doubt of a cell in a hidden row or column (`where`): its words are labels, its numbers not shown."""
    return ("", f"{where}中的“{text}”") if _DIGIT.search(_SERIAL.sub("", text, 1)) else (text, "")


def doubt_of(text: str, *, struck: str = "", others: Iterable[str] = ()) -> str:
    """Return what a cell holds besides its text: "" where the text tells all.

    `struck` is what was struck out; with a number beside it, that one is the correction. `others` are what is no text
    (图片, 公式“38”); they matter where they have a number or the cell has no text.
    """
    missing = [other for other in others if not text.strip() or _DIGIT.search(other)]
    if _DIGIT.search(struck) and not _DIGIT.search(text):
        missing.append(f"划去的“{struck.strip()}”")
    return "，".join(dict.fromkeys(missing))
