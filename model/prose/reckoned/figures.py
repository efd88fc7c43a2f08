"""The numbers of a sentence as a row, each with the words before and behind it: what is reckoned with, whatever it counts."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from heapq import merge
from itertools import islice, pairwise
from typing import Final, NamedTuple

from model.prose.passages import Squeezed, squeezed
from model.prose.words.numerals import quantities

NO_COUNTS: Final = ("%", "倍")
"""Units of numbers that count nothing."""
_LONGEST: Final = 600
"""Characters of the longest sentence that is read."""
_MOST: Final = 60
"""Numbers of a sentence that are reckoned with."""
_MOST_ROWS: Final = 40
"""Sentences of a paragraph: more stand in no report that people read."""
_SENTENCE: Final = re.compile(r"[^。！？!?\n]+")
_HAS_NUMBER: Final = re.compile(r"\d|[一二两三四五六七八九十百千零][件份宗起]")
_MARK: Final = re.compile("[,;:、（）]")
_OTHER: Final = re.compile(
    r"(?<![\d.,年第A-Za-z—约近超逾∶:-])(?!(?:^|(?<=;))\d{1,2}、)(?P<digits>\d{1,9}(?:,\d{3})*(?:\.\d{1,3})?)"
    r"(?P<unit>人(?!次)|[位户张页台只幅册本处所名块吨辆亩株座栋间节课套枚通单]|公里|平方米|公顷|小时|万[\u4e00-\u9fff]|分(?=提高|上升|下降|[,;、（）]|$)|(?<!20\d\d)(?=（)|(?=[,;、）]|$))"
)
"""Numbers in other units, or in none: 维持5、其他1."""


class Figure(NamedTuple):
    """A number with its unit, where it stands in its paragraph, and the words between it and the numbers beside it.

    `before` begins behind the number before, `own` behind the last mark; `after` ends at the next mark or number, a bracket that
    it closes passed by; `next` is the character right behind. `depth`: how many brackets are open.
    """

    value: Decimal
    unit: str
    start: int
    end: int
    before: str
    own: str
    after: str
    next: str
    depth: int

    @property
    def counts(self) -> bool:
        """Whether it counts something, and is no share."""
        return self.unit not in NO_COUNTS


class Row(NamedTuple):
    """The numbers of a sentence, which begins at this place of its paragraph."""

    start: int
    words: str
    figures: tuple[Figure, ...]


@lru_cache(maxsize=4096)
def rows(paragraph: str) -> tuple[Row, ...]:
    """Return the numbers of each sentence of a paragraph that has several; a semicolon ends none."""
    every = (
        _row(squeezed(match[0]), match.start())
        for match in _SENTENCE.finditer(paragraph)
        if match.end() - match.start() <= _LONGEST and _HAS_NUMBER.search(match[0])
    )
    return tuple(islice((row for row in every if row.figures), _MOST_ROWS))


def groups(row: Row) -> tuple[tuple[Figure, ...], ...]:
    """Return the numbers that stand together: in brackets with the one before them, between semicolons, in the sentence."""
    inside: list[list[Figure]] = []
    parts: list[list[Figure]] = [[]]
    for figure in row.figures:
        if ";" in figure.before and parts[-1]:
            parts.append([])
        if figure.depth:
            before = parts[-1][-1:]
            if not inside or not before or not before[0].depth:
                inside.append(before)
            inside[-1].append(figure)
        parts[-1].append(figure)
    every = map(tuple, (*inside, *parts, row.figures))
    return tuple(dict.fromkeys(group for group in every if len(group) > 1))


def _row(plain: Squeezed, by: int) -> Row:
    words = plain.words
    found = list(_numbers(words))[:_MOST]
    ends = [0, *(end for _, end, _, _ in found)]
    starts = [*(start for start, _, _, _ in found), len(words)]
    figures: list[Figure] = []
    for place, (start, end, value, unit) in enumerate(found):
        between = words[ends[place] : start]
        after = _MARK.split(words[end : starts[place + 1]].removeprefix("）"), maxsplit=1)[0]
        first, last = plain.range(start, end)
        depth = words.count("（", 0, start) - words.count("）", 0, start)
        own = _MARK.split(between)[-1]
        figures.append(
            Figure(value, unit, first + by, last + by, between, own, after, words[end : end + 1], depth)
        )
    return Row(by, words, tuple(figures))


def _numbers(words: str) -> Iterator[tuple[int, int, Decimal, str]]:
    """Place, value and unit of the numbers that are told exactly, in their order."""
    told = ((one.start, one.end, one.low, one.unit) for one in quantities(words) if one.low == one.high)
    other = (
        (match.start(), match.end(), Decimal(match["digits"].replace(",", "")), match["unit"])
        for match in _OTHER.finditer(words)
    )
    every = [*merge(told, other), (len(words) + 1, 0, Decimal(0), "")]
    return (one for one, behind in pairwise(every) if one[1] <= behind[0])
