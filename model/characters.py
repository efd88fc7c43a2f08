"""Characters that look like others, or like nothing: told once, for everything that is typed, pasted or read in.

Pages and PDFs carry marks that nobody sees (for the direction of writing, for places where a line may break) and
characters of other blocks that are drawn like the usual ones: radicals for characters, full-width and mathematical digits.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from model.pattern import Pattern

INVISIBLE: Final = (
    "\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\\ud800-\\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U000e0000-\U000e0fff"
)
"""Ranges, for a regular expression's class, of what takes no place and has no meaning in an official document.

Control characters but the white ones, soft hyphens, joiners, the marks of bidirectional text, variation selectors and
fillers (Unicode: Default_Ignorable_Code_Point); what stands for something else (notes between lines, a picture among words:
U+FFF9 to U+FFFC), codes that are no characters, and halves of characters.
"""
BLANKS: Final = " \u00a0\u2000-\u200a\u202f\u205f\u3000"
"""Ranges, for a regular expression's class, of the blanks within a line, a tab excepted."""
_UNSEEN: Final = Pattern(f"[{INVISIBLE}]")

_RADICALS: Final = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民"
    "⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹"
    "⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
)
"""Radicals of the supplement (U+2E80…) before the characters they are drawn like.

Unicode: EquivalentUnifiedIdeograph; those missing here, and the Kangxi radicals, have a compatibility decomposition.
"""
_MAINLAND: Final = "⼾户⾭青⿈黄"
"""Kangxi radicals whose decomposition is a form that the mainland does not write, before the one that it does."""
_FOLDED_BLOCKS: Final = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
"""Radicals, and the ideographs that were encoded twice for compatibility."""
_UPRIGHT: Final = (
    "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︱—︲–︵（︶）︷｛︸｝"
    "︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］"
)
"""Marks as they stand in upright lines, before the usual ones."""


def _pairs(text: str) -> dict[int, str]:
    return {ord(old): new for old, new in zip(text[::2], text[1::2], strict=True)}


def _decomposed() -> dict[int, str]:
    """Radicals and doubled ideographs before the one character that each is decomposed into."""
    characters = (chr(code) for first, last in _FOLDED_BLOCKS for code in range(first, last + 1))
    normal = ((character, unicodedata.normalize("NFKC", character)) for character in characters)
    return {ord(old): new for old, new in normal if old != new and len(new) == 1}


_FULL_WIDTH: Final = {0xFF10 + value: str(value) for value in range(10)}
_MATHEMATICAL: Final = {
    first + value: str(value) for first in (*range(0x1D7CE, 0x1D7FF, 10), 0x1FBF0) for value in range(10)
}
"""Digits in the typefaces of formulas; raised, lowered and circled digits are marks, and no part of a number."""
_SIGNS: Final = {
    **dict.fromkeys(map(ord, "－−﹣‐‑‒–"), "-"),
    **dict.fromkeys(map(ord, "＋﹢"), "+"),
    **dict.fromkeys(map(ord, "，﹐"), ","),
    **dict.fromkeys(map(ord, "．﹒"), "."),
    **dict.fromkeys(map(ord, "％﹪"), "%"),
    **dict.fromkeys(map(ord, "（﹙"), "("),
    **dict.fromkeys(map(ord, "）﹚"), ")"),
}
NARROW: Final = _FULL_WIDTH | _MATHEMATICAL | _SIGNS
"""For str.translate: digits of every width and look, and the signs beside them, one for one."""


_BREAK: Final = Pattern(r"[\r\n\t\v\f\u2028\u2029]+")
_BREAK_AT_CHINESE: Final = Pattern(
    r"(?<=[\u3400-\u9fff])[\r\n\t\v\f\u2028\u2029]+|[\r\n\t\v\f\u2028\u2029]+(?=[\u3400-\u9fff]|$)"
)


@cache
def _look_alikes() -> tuple[frozenset[str], Mapping[int, str]]:
    """The look-alikes, and the usual character of each, for str.translate."""
    usual_of = _decomposed() | _pairs(_RADICALS + _MAINLAND) | _pairs(_UPRIGHT) | _MATHEMATICAL
    return frozenset(map(chr, usual_of)), usual_of


def visible(text: str) -> str:
    """Return the text without characters that take no place."""
    return _UNSEEN.sub("", text)


def folded(text: str) -> str:
    """Return the text with the usual character for each look-alike: one for one, so that places stay."""
    alike, usual_of = _look_alikes()
    return text if alike.isdisjoint(text) else text.translate(usual_of)


def usual(text: str) -> str:
    """Return words as they are to stand in a report: without unseen characters, look-alikes as the usual characters."""
    return folded(visible(text))


def in_one_line(text: str) -> str:
    """Return words for a place of one line: as they are to stand in a report, without line breaks and tabs.

    Where one parts words of Chinese nothing takes its place, elsewhere a blank does.
    """
    return _BREAK.sub(" ", _BREAK_AT_CHINESE.sub("", usual(text)))
