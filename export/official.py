"""The measures of GB/T 9704-2012 that all printed products share, and how a title is broken by meaning."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
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
DRAFT: Final = "草稿（尚不能上报）"
"""What stands at the head of each page of a report that cannot be filed yet."""
POINT: Final = 25.4 / 72
"""A point in mm."""
PITCH: Final = TYPE_AREA[1] / POINT / LINES
"""From base line to base line in pt: 28.99."""

_PAIRS: Final = re.compile(r"(?:[\u3400-\u9fff]{2}){2,4}")
_ENTRY: Final = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[）).．、]|其中")
_LOOSE: Final = 1.05
"""Words and addresses that are not broken leave this much of a line empty."""
TITLE_WIDTH: Final = int(TYPE_AREA[0] / POINT / TITLE_SIZE)
_NEVER_FIRST: Final = "，。、；：？！）》」』】〉〕”’…—·％年月日"
_NEVER_LAST: Final = "（《「『【〈〔“‘"
_MEANINGFUL: Final = re.compile(
    r"[省州盟旗镇、]|乡(?![村镇])|市(?!场|政|民|容|市场)|(?<![（、])[区县](?!域|级|长)|街道(?!办)|办事处|政府(?!信息)|政府信息公开|(?:委员|办公)[会室]|中心"
    r"|[局厅院署](?!长)|服务(?!局|中心|管理|和)|关于|[的和]|工作|(?=（)|）|(?=\d{4}年)"
)
"""After these words of offices and titles (or before a bracket or a year) a line may end."""
_OPENING: Final = re.compile("[（(《〈]")
_NEAR: Final = 5
"""What stands in so few characters behind an opening bracket is the name of a place: 清河县, 清河自治县."""
_LEAST: Final = 2.0
"""No line of a title is shorter, in characters."""
_ODD: Final = 20.0
"""What a line's end elsewhere weighs, in characters of unevenness."""
_DIP: Final = 1.0
"""What each character weighs by which a line is shorter than lines both above and below it."""
_MORE: Final = 8.0
"""What one line more than needed weighs."""
_BAD: Final = 100.0
"""What a line's end weighs that is never right."""
_SHAPED: Final = 6
"""A text of more lines than this has no shape that anybody sees."""
_AIR: Final = 0.25
"""Room between Chinese and Western characters, in characters."""
_MEETING: Final = re.compile(r"(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])")


def title_lines(document: Document) -> tuple[str, ...]:
    """Return the title's lines: office, then year and name; in one line where that fits, never torn in a number."""
    title = document.title
    office = document.author
    if ems(title) <= TITLE_WIDTH:
        return (title,)
    if not office or not title.startswith(office) or title == office:
        return by_meaning(title, TITLE_WIDTH)
    rest = by_meaning(title[len(office) :], TITLE_WIDTH)
    return (*by_meaning(office, TITLE_WIDTH, ems(rest[0])), *rest)


def ems(text: str) -> float:
    """Return the text's width in characters: half of one for ASCII, a quarter where Chinese and Western ones meet."""
    return sum(map(_em, text)) + _AIR * sum(1 for _ in _MEETING.finditer(text))


def _em(character: str) -> float:
    return 0.5 if character.isascii() else 1.0


def lines_of(text: str, width: float, size: float, loose: float = _LOOSE) -> int:
    """Return about how many lines the text takes in `width` pt at `size` pt; one at least.

    `loose`: how much wider than its type a character counts, as much of a short line stays empty.
    """
    fit = max(1.0, width // (size * loose))
    return max(1, int(-(-ems(text) // fit)))


def is_flush_left(cell: TableCell) -> bool:
    """Whether a table's cell has sentences or is an entry of a list, set flush left; all other words are centred."""
    if cell.role is CellRole.PROSE:
        return True
    if cell.role is not CellRole.LABEL or cell.rowspan > 1:
        return False
    return cell.indent > 0 or _ENTRY.match(cell.text) is not None


def in_pairs(words: str) -> tuple[str, ...]:
    """Return the pairs of characters between which a head may be broken and nowhere else: 结果 | 维持; () for an odd one."""
    return tuple(words[at : at + 2] for at in range(0, len(words), 2)) if _PAIRS.fullmatch(words) else ()


@lru_cache(maxsize=64)
def by_meaning(text: str, most: float, below: float = 0.0) -> tuple[str, ...]:
    """Return as few lines as hold the text in `most` characters each, ending where the meaning does if they can.

    They are about equally long; none is shorter than both of its neighbours (梯形 or 菱形, GB/T 9704, 7.3.1), the line
    `below` the text, if there is one, counted in.
    """
    if ems(text) <= most:
        return (text,)
    ends = _Ends(text, most)
    lines = ends.greedy() if ends.fewest > _SHAPED else ends.shaped(below)
    return tuple(text[start:end] for start, end in pairwise((0, *lines)))


def _behind_brackets(text: str) -> Iterator[int]:
    """The places so near behind an opening bracket that a line ending there would tear a name from its place's name."""
    for match in _OPENING.finditer(text):
        yield from range(match.end(), match.end() + _NEAR + 1)


class _Ends:
    """Where the lines of one text may end, and how well."""

    def __init__(self, text: str, most: float) -> None:
        self._text = text
        self._most = most
        self._reach = list(accumulate(map(_em, text), initial=0.0))
        for match in _MEETING.finditer(text):
            for place in range(match.start() + 1, len(self._reach)):
                self._reach[place] += _AIR
        self._meaningful = {match.end() for match in _MEANINGFUL.finditer(text)} - set(_behind_brackets(text))
        self._mean = 0.0
        self._known: dict[tuple[int, int, float, bool], tuple[float, tuple[int, ...]]] = {}

    @property
    def fewest(self) -> int:
        """The fewest lines that can hold the text."""
        return int(-(-self._reach[-1] // self._most))

    def _width(self, start: int, end: int) -> float:
        return self._reach[end] - self._reach[start]

    def _fitting(self, start: int) -> range:
        """The ends that a line beginning at `start` can have: where it is as long as it can be and before."""
        end = start + 1
        while end < len(self._text) and self._width(start, end + 1) <= self._most:
            end += 1
        return range(start + 1, end + 1)

    def _weight(self, end: int) -> float:
        """What a line's end weighs by where it stands."""
        before, after = self._text[end - 1], self._text[end]
        torn = before.isascii() and after.isascii()
        wrong = after in _NEVER_FIRST or before in _NEVER_LAST
        return _BAD * (torn + wrong) + _ODD * (end not in self._meaningful)

    def greedy(self) -> tuple[int, ...]:
        """The ends of lines of even length, one after the other: linear in the text's length."""
        ends: list[int] = []
        start, left = 0, self.fewest
        while start < len(self._text):
            width = self._width(start, len(self._text)) / max(left, 1)
            fitting = self._fitting(start)
            if fitting[-1] == len(self._text):
                return (*ends, len(self._text))
            weights = [(abs(self._width(start, end) - width) + self._weight(end), end) for end in fitting]
            start = min(weights)[1]
            ends.append(start)
            left -= 1
        return tuple(ends)

    def shaped(self, below: float) -> tuple[int, ...]:
        """The ends of the lines of the best shape: as few as can be, or one or two more for the meaning's sake."""
        ways = []
        for more in range(3):
            self._known = {}
            self._mean = self._reach[-1] / (self.fewest + more)
            weight, ends = self._best(0, self.fewest + more, 0.0, falling=False, below=below)
            ways.append((weight + _MORE * more, ends))
        return min(ways)[1]

    def _best(
        self, start: int, left: int, above: float, *, falling: bool, below: float
    ) -> tuple[float, tuple[int, ...]]:
        """Weight and ends of the best `left` lines from `start`, below a line `above` characters wide."""
        key = (start, left, above, falling)
        if key not in self._known:
            self._known[key] = min(
                self._ways(start, left, above, falling=falling, below=below),
                default=(_BAD * _BAD, (len(self._text),)),
            )
        return self._known[key]

    def _ways(
        self, start: int, left: int, above: float, *, falling: bool, below: float
    ) -> Iterator[tuple[float, tuple[int, ...]]]:
        """The same for each end that the first of these lines can have."""
        for end in self._fitting(start):
            whole = end == len(self._text)
            width = self._width(start, end)
            if whole != (left == 1) or width < _LEAST:
                continue
            weight = abs(width - self._mean) + (0.0 if whole else self._weight(end))
            weight += _DIP * max(0.0, width - above) * falling
            now_falling = falling or width < above
            if whole:
                yield weight + _DIP * max(0.0, below - width) * now_falling, (end,)
            else:
                rest, ends = self._best(end, left - 1, width, falling=now_falling, below=below)
                yield weight + rest, (end, *ends)
