"""Which characters the program's own typefaces can print, from the list that is made with the faces."""

from bisect import bisect_right
from functools import cache

import resources


@cache
def _ranges() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last code points of the ranges that have a glyph in some face of the chain, in order."""
    lines = resources.text("fonts/coverage.txt").splitlines()
    pairs = sorted((int(first, 16), int(last, 16)) for first, last in map(str.split, lines))
    return tuple(first for first, _ in pairs), tuple(last for _, last in pairs)


def can_be_printed(character: str) -> bool:
    """Whether some face has a glyph for the character. Raises FileNotFoundError in a broken installation."""
    firsts, lasts = _ranges()
    place = bisect_right(firsts, ord(character)) - 1
    return place >= 0 and ord(character) <= lasts[place]
