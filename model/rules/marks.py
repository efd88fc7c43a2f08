"""S12: half-width marks between Chinese characters, with the full-width ones to put in their places."""

import re
from collections.abc import Iterator
from typing import Final

from model.findings import Finding, Rewording, Spot
from model.levels import Level
from model.number_fields import BLOT
from model.prose.passages import Found, by_paragraph
from model.rules.rule import TEXTS, Case, Rule, once

_WIDE: Final = {",": "，", ".": "。", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_CHINESE: Final = f"\u4e00-\u9fff》〉”’）】〕{BLOT}"
_AFTER: Final = "\u4e00-\u9fff《〈“‘（【〔"
_STOP: Final = re.compile("[,.:;?!]")
_IS_CHINESE: Final = re.compile(f"[{_CHINESE}]")
_GOES_ON: Final = re.compile(f"[{_AFTER}]")
_CLOSING: Final = ("%", "％", ")", '"')
"""What a clause may end in beside a digit; half-width brackets and quotes around Chinese are changed in the same step."""
_BRACKETS: Final = re.compile(rf"\([^()（）\n]*[\u4e00-\u9fff{BLOT}][^()（）\n]*\)")
_QUOTES: Final = re.compile(r"\"[^\"\n]*[\u4e00-\u9fff][^\"\n]*\"")
_SINGLE: Final = re.compile(r"(?<![0-9A-Za-z'])'[^'\n]*[\u4e00-\u9fff][^'\n]*'(?![0-9A-Za-z'])")
"""Not minutes and seconds, 3'20'', and no apostrophe."""
MOST_SHOWN: Final = 12
"""Characters of the words shown around the first mark."""


@by_paragraph
def _half_width(paragraph: str) -> Iterator[Found]:
    """Every mark to be changed; `says` is the full-width one."""
    for match in _STOP.finditer(paragraph):
        if _is_between(paragraph, match.start()):
            yield Found(match.start(), match.end(), match[0], _WIDE[match[0]])
    for pattern, (opening, closing) in ((_BRACKETS, "（）"), (_QUOTES, "“”"), (_SINGLE, "‘’")):
        for match in pattern.finditer(paragraph):
            yield Found(match.start(), match.start() + 1, match[0][0], opening)
            yield Found(match.end() - 1, match.end(), match[0][-1], closing)


def _is_between(text: str, place: int) -> bool:
    """Whether a mark stands in Chinese text: not in 1,234, 3.5, 9:00 or http://."""
    mark, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    ends = not after or after.isspace()
    if _IS_CHINESE.match(before):
        return bool(ends or _GOES_ON.match(after)) if mark == "." else after not in ("/", "\\")
    closes = before.isdigit() or before in _CLOSING
    if mark == ".":
        return not after and closes
    if not closes or mark == ":":
        return False
    return bool(_GOES_ON.match(after)) or (mark in "?!" and not after)


def _marks(case: Case) -> Iterator[Finding]:
    """S12: told once for the whole report, for it is mended in one step."""
    changes = [
        Rewording(Spot(section, found.start, found.end), found.says, found.says, "改为全角")
        for section, text in case.texts.items()
        for found in _half_width(text)
    ]
    if not changes:
        return
    spot = min(
        (change.spot for change in changes if change.spot.section == changes[0].spot.section), key=_start
    )
    shown = _around(case.texts[spot.section], spot)
    message = f"文字中有 {len(changes)} 处半角标点（如“{shown}”），中文之间应为全角"
    yield Finding(
        "S12",
        Level.WARNING,
        message,
        left=len(changes),
        right=0,
        page=spot.section,
        spot=spot,
        respelling=tuple(changes),
    )


def _around(text: str, spot: Spot) -> str:
    """Some characters of the line that a mark stands in."""
    before = text[max(0, spot.start - MOST_SHOWN // 2) : spot.start].rpartition("\n")[2]
    after = text[spot.start : spot.end + MOST_SHOWN // 2].partition("\n")[0]
    return (before + after).replace(BLOT, "")


def _start(spot: Spot) -> int:
    return spot.start


RULES: Final = (
    Rule(
        "S12",
        Level.WARNING,
        "中文之间应为全角标点",
        once(_marks, TEXTS),
        formula="汉字之后、数字与汉字之间没有半角的逗号、句号、冒号、分号、问号、叹号，含汉字的括号和引号为全角",
        source="GB/T 15834—2011 标点符号用法",
    ),
)
