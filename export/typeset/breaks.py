"""Where a line may end: the prohibition rules of GB/T 15834, and what is never torn (numbers, dates, 发文字号, addresses)."""

import re
import unicodedata
from enum import IntEnum
from itertools import pairwise
from typing import Final

NO_START: Final = frozenset("，。、；：？！）》」』】〉〕〗〞〟］｝”’…—·～％‰℃℉°′″,.;:?!)]}%»›々ー－＿／")
"""No line begins with one of these."""
NO_END: Final = frozenset("（《「『【〈〔〖〝［｛“‘([{«‹＃￥＄￡№#$¥£")
"""No line ends with one of these."""
BLANK_RIGHT: Final = frozenset("，。、；：）》」』】〉〕〗］｝”’")
"""Full-width marks whose right half is blank."""
BLANK_LEFT: Final = frozenset("（《「『【〈〔〖［｛“‘")
"""Full-width marks whose left half is blank."""


class Break(IntEnum):
    """Whether a line may end after a character."""

    NEVER = 0
    DOT = 1  # inside a word that is wider than a line, after a dot or hyphen
    SLASH = 2  # the same, after a slash: to be taken before a dot
    FREE = 3


_DATE: Final = r"\d{2,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d+[年月日号时分秒]"
_ADDRESS: Final = re.compile(r"[!-~]*(?:://|@|www\.)[!-~]*", re.IGNORECASE)
_PHONE: Final = r"[（(]0\d{2,3}[)）]\d{7,8}|0\d{2,3}[-—–－]{1,2}\d{7,8}"
_DOCUMENT: Final = r"〔\d{4}〕第?\d+号"
_WHOLE: Final = re.compile(rf"{_PHONE}|{_DOCUMENT}|{_DATE}|[!-~\u00a1-\u00b6\u00b8-\u024f]+")
_TEARS: Final = dict.fromkeys("/?&;,", Break.SLASH) | dict.fromkeys("=_.:@+-~%", Break.DOT)
_WESTERN: Final = re.compile(r"[!-~\u00c0-\u024f]")
_CHINESE: Final = re.compile(r"[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORDY: Final = re.compile(r"[0-9A-Za-z\u00c0-\u024f%]")
_UNPRINTABLE: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
SPACES: Final = frozenset(" \u3000")
"""They vanish at the end of a line."""


def clean(text: str) -> str:
    """Return the text without what has no print: controls, marks of direction and joining, halves of pairs."""
    if text.isalnum():
        return text
    flat = text.replace("\t", " ").replace("\u00a0", " ")
    return "".join(
        character
        for character in flat
        if unicodedata.category(character) not in _UNPRINTABLE and not "\ufe00" <= character <= "\ufe0f"
    )


def break_after(text: str) -> list[Break]:
    """Return for each character whether a line may end after it."""
    allowed = [_between(before, after) for before, after in pairwise(text)]
    allowed += [Break.FREE] * bool(text)
    for match in _WHOLE.finditer(text):
        for at in range(match.start(), match.end() - 1):
            allowed[at] = _TEARS.get(text[at], Break.NEVER) if text[at + 1] not in _TEARS else Break.NEVER
    return allowed


def inside_words(text: str) -> list[bool]:
    """Return for each character whether it and the next stand in one number, date, word or address."""
    inside = [False] * len(text)
    for match in _WHOLE.finditer(text):
        inside[match.start() : match.end() - 1] = [True] * (match.end() - 1 - match.start())
    return inside


def addresses(text: str) -> list[range]:
    """Return where the text has addresses of the web and of mail: in need they may be broken, as numbers never are."""
    return [range(*match.span()) for match in _ADDRESS.finditer(text)]


def is_western(character: str) -> bool:
    """Whether a character is a digit, a Latin letter or one of their half-width marks."""
    return _WESTERN.match(character) is not None


def parted(before: str, after: str) -> bool:
    """Whether a Chinese character and a digit or Latin letter meet here, which a little room sets apart."""
    if _CHINESE.match(before):
        return _WORDY.match(after) is not None
    return _CHINESE.match(after) is not None and _WORDY.match(before) is not None


def _between(before: str, after: str) -> Break:
    if after in NO_START or after in SPACES or before in NO_END:
        return Break.NEVER
    return Break.FREE


def overlap(before: str, after: str) -> float:
    """Return by how much of a character two full-width marks that meet are set tighter."""
    if before in BLANK_RIGHT and (after in BLANK_RIGHT or after in BLANK_LEFT):
        return 0.5
    return 0.5 if before in BLANK_LEFT and after in BLANK_LEFT else 0.0
