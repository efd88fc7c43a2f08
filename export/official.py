"""The measures of GB/T 9704-2012 that all printed products share, and how a title is broken by meaning."""

import re
from collections.abc import Sequence, Set
from itertools import accumulate
from typing import Final

from model.document import CellRole, Document, TableCell

PAGE: Final = (210.0, 297.0)
"""Width and height of A4 in mm."""
TOP: Final = 37.0
"""天头 in mm."""
LEFT: Final = 28.0
"""订口 in mm."""
TYPE_AREA: Final = (156.0, 225.0)
"""版心: width and height in mm."""
LINES: Final = 22
"""Lines a page."""
CHARACTERS: Final = 28
"""Characters a line."""
TITLE_SIZE: Final = 22.0
"""2号 in pt."""
BODY_SIZE: Final = 16.0
"""3号 in pt."""
NUMBER_SIZE: Final = 14.0
"""4号 in pt: page numbers."""
POINT: Final = 25.4 / 72
"""A point in mm."""
PITCH: Final = TYPE_AREA[1] / POINT / LINES
"""From base line to base line in pt: 28.99."""

_ENTRY: Final = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[）).．、]|其中")
_LOOSE: Final = 1.05
"""Words and addresses that are not broken leave this much of a line empty."""
_TITLE_WIDTH: Final = int(TYPE_AREA[0] / POINT / TITLE_SIZE)
_NEVER_FIRST: Final = "，。、；：？！）》」』】〉〕”’…—·％年月日"
_NEVER_LAST: Final = "（《「『【〈〔“‘"
_MEANINGFUL: Final = re.compile(
    r"[省州盟旗镇乡]|市(?!场|政|民|容|市场)|[区县](?!域|级|长)|街道(?!办)|办事处|政府(?!信息)|政府信息公开|(?:委员|办公)[会室]|中心"
    r"|[局厅院署](?!长)|服务(?!局|中心|管理|和)|关于|[的和]|工作|(?=（)|）|(?=\d{4}年)"
)
"""After these words of offices and titles (or before a bracket or a year) a line may end."""
_LEAST: Final = 2.0
"""No line of a title is shorter, in characters."""
_ODD: Final = 6.0
"""What a line's end elsewhere weighs, in characters of unevenness."""


def title_lines(document: Document) -> tuple[str, ...]:
    """Return the title's lines: office, then year and name; in one line where that fits, never torn in a number."""
    title = document.title
    office = document.author
    if ems(title) <= _TITLE_WIDTH:
        return (title,)
    if not office or not title.startswith(office) or title == office:
        return _even(title)
    return (*_even(office), *_even(title[len(office) :]))


def ems(text: str) -> float:
    """Return the text's width in characters: half of one for ASCII."""
    return sum(0.5 if character.isascii() else 1 for character in text)


def lines_of(text: str, width: float, size: float) -> int:
    """Return about how many lines the text takes in `width` pt at `size` pt; one at least."""
    fit = max(1.0, width // (size * _LOOSE))
    return max(1, int(-(-ems(text) // fit)))


def is_entry(cell: TableCell) -> bool:
    """Whether a table's cell is an entry of a list, set flush left; all other words are centred."""
    if cell.role is not CellRole.LABEL or cell.rowspan > 1:
        return False
    return cell.indent > 0 or _ENTRY.match(cell.text) is not None


def _even(text: str) -> tuple[str, ...]:
    """As few lines as hold the text, about equally long, each ending where the meaning does if it can."""
    until = (0.0, *accumulate(ems(character) for character in text))
    count = -(-until[-1] // _TITLE_WIDTH)
    meaningful = {match.end() for match in _MEANINGFUL.finditer(text)}
    lines: list[str] = []
    start = 0
    while count > 1:
        cut = _cut(text, start, until, (until[-1] - until[start]) / count, meaningful)
        lines.append(text[start:cut])
        start = cut
        count -= 1
    return (*lines, text[start:])


def _cut(text: str, start: int, until: Sequence[float], width: float, meaningful: Set[int]) -> int:
    """Where a line of about this width ends: not inside a number or a Latin word, nor with a lone character left.

    `until` is how wide the text is up to each place. No line is looked at that is longer than two.
    """

    def weight(cut: int) -> float:
        here = until[cut] - until[start]
        rest = until[-1] - until[cut]
        torn = text[cut - 1].isascii() and text[cut].isascii()
        wrong = text[cut] in _NEVER_FIRST or text[cut - 1] in _NEVER_LAST or min(here, rest) < _LEAST
        wide = here > _TITLE_WIDTH or rest > _TITLE_WIDTH * round(rest / width)
        return abs(here - width) + _ODD * (cut not in meaningful) + 100 * (torn + wrong) + 200 * wide

    return min(range(start + 1, min(len(text), start + 4 * _TITLE_WIDTH)), key=weight)
