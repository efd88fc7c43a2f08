"""One character of a PDF page, and which of them the file sets as one word: evenly, however far apart, across whatever lines.

Wide letter spacing parts the digits of a number as columns are parted, and takes them over the rules of their cell. What
the page shows does not tell one from the other; the file does: it draws the word at once, or each character as far from
the one before.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

_EVEN: Final = 0.35
"""Of the type size: a gap by so much wider than the narrowest of a word drawn at once ends the word."""
_EXACT: Final = 0.08
"""Of the type size: gaps around and within pieces of text differ by less where they are parts of one word."""
_WIDEST: Final = 2.5
"""Of the type size: no letters are spaced so far."""
_WIDEST_ALONE: Final = 1.15
"""The same, of characters that are drawn one by one: beyond it they may be cells of one digit each."""
_LEVEL: Final = 0.3
"""Of the type size: middles closer than this are on one line."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its box in points, y upwards from the foot of the page as it is seen; `struck` is struck out.

    `size` is the height of the box: how tall a face says that it is, or the character itself where it does not say.
    `type_size` is what the file says that it is set in, whatever the face. `spaced`: the file has a blank before it.
    `hidden`: it is a digit that nobody can see. `run`: the number of the word that the file sets it in, evenly with its
    other characters (0: not known).
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    type_size: float
    struck: bool = False
    spaced: bool = False
    hidden: bool = False
    run: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the box."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


def with_runs(glyphs: Sequence[Glyph], pieces: Sequence[int]) -> list[Glyph]:
    """Return characters in the order of the file, each with the number of its word.

    `pieces`: which piece of text of the file each belongs to; of one face with many characters, a word may be several.
    """
    numbered: list[Glyph] = []
    for number, word in enumerate(_words(glyphs, pieces), 1):
        numbered += [replace(glyph, run=number) for glyph in word]
    return numbered


def _words(glyphs: Sequence[Glyph], pieces: Sequence[int]) -> Iterator[Sequence[Glyph]]:
    least = _least_gaps(glyphs, pieces)
    word: list[Glyph] = []
    even = False
    for place, glyph in enumerate(glyphs):
        whole = place > 0 and pieces[place] == pieces[place - 1]
        widest = min(_WIDEST, max(least[pieces[place]], 0.0) + _EVEN) if whole else _WIDEST_ALONE
        if not word or not _follows(word[-1], glyph, widest):
            yield from _certain(word, even=even)
            word, even = [glyph], False
        elif len(word) == 1:
            word.append(glyph)
            even = whole
        elif abs(_gap(word[-1], glyph) - _gap(word[-2], word[-1])) < (_EVEN if whole and even else _EXACT):
            word.append(glyph)
            even = True
        elif even:
            yield word
            word, even = [glyph], False
        else:
            yield word[:1]
            word, even = [word[1], glyph], whole
    yield from _certain(word, even=even)


def _least_gaps(glyphs: Sequence[Glyph], pieces: Sequence[int]) -> dict[int, float]:
    """The narrowest gap in each piece of text: parts of one may be moved apart, as cells are."""
    least: dict[int, float] = {}
    for place, (before, glyph) in enumerate(pairwise(glyphs), 1):
        if pieces[place] == pieces[place - 1] and _follows(before, glyph, _WIDEST):
            least[pieces[place]] = min(_gap(before, glyph), least.get(pieces[place], _WIDEST))
    return defaultdict(float, least)


def _certain(word: Sequence[Glyph], *, even: bool) -> Iterator[Sequence[Glyph]]:
    """A word whose gaps are even, or that is drawn at once, else each of its characters by itself."""
    if even:
        yield word
    else:
        yield from ([glyph] for glyph in word)


def _follows(before: Glyph, glyph: Glyph, widest: float) -> bool:
    """Whether a character may go on with the word of the one before: on its line, to its right, and not far away."""
    level = abs(glyph.middle[1] - before.middle[1]) < _LEVEL * before.size
    ahead = glyph.middle[0] > before.middle[0] and _gap(before, glyph) < widest
    return level and ahead and not glyph.spaced


def _gap(before: Glyph, glyph: Glyph) -> float:
    """The gap between two characters, of the type size."""
    return (glyph.left - before.right) / max(before.type_size, glyph.type_size)
