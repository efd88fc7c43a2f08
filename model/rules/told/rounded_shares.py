"""Shares that are told so that they add up to 100 %: one of them may be rounded the other way, 29%、29%、42%."""

import re
from decimal import Decimal
from itertools import accumulate, takewhile
from typing import Final

_SHARE: Final = re.compile(r"(\d{1,2}(?:[.．]\d{1,3})?)\s{0,2}[%％]")
_STOP: Final = re.compile(r"[。\n]")
_ALL: Final = 100
_LEAST: Final = 3
_LONGEST: Final = 600
"""Characters of the longest sentence that is looked at, to either side."""


def is_one_of_all(text: str, at: int) -> bool:
    """Return whether a share of a text is one of several of its sentence, right behind each other, that make up 100 %."""
    before = [match.end() for match in _STOP.finditer(text, max(0, at - _LONGEST), at)]
    start = before[-1] if before else max(0, at - _LONGEST)
    stop = _STOP.search(text, at, at + _LONGEST)
    end = stop.start() if stop else at + _LONGEST
    told = [
        (match.start(), Decimal(match[1].replace("．", "."))) for match in _SHARE.finditer(text, start, end)
    ]
    for first in range(len(told)):
        sums = list(takewhile(lambda added: added <= _ALL, accumulate(share for _, share in told[first:])))
        places = [place for place, _ in told[first : first + len(sums)]]
        if sums and sums[-1] == _ALL and len(sums) >= _LEAST and at in places:
            return True
    return False
