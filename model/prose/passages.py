"""Official prose as the checks read it: paragraphs, sentences, and places that stay those of the stored words."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, islice
from sys import intern
from typing import Final, NamedTuple, Protocol, Self, TypeVar, TypeVarTuple

from model.characters import BLANKS, INVISIBLE, folded

_PLAIN: Final = tuple(zip("０１２３４５６７８９％．，：；！？()【】", "0123456789%.,:;!?（）,:", strict=True))
"""One character for one, so that places stay: digits and marks narrow, brackets wide."""

MOST: Final = 100
"""Faults of one kind told of one text: nobody works through more."""

MOST_TEXTS: Final = 16
"""Whole texts that are remembered, with what was found in them: those of a report, and as they were some keys before.

What is remembered is made anew with every key, and looked through whenever the program tidies up.
"""

MOST_RUNS: Final = 256
"""Runs of paragraphs that are remembered, with what was found in them: those of the longest text, and of some keys before."""

_FEW_RUNS: Final = 16
"""Runs of which what was found is remembered at its places in the text: they change with every letter before them."""

_RUN: Final = 32
"""Paragraphs of a run: about the root of the number in the longest text."""

_BULLETS: Final = "•‣◦●○◎◆◇■□▪▫▲△▶►➢➤★☆※✓✔√"
_ITEMS: Final = "①-⑳⑴-⒇❶-❿㈠-㈩"
_UNSEEN: Final = rf"\t{BLANKS}{INVISIBLE}"
_SPACE: Final = re.compile(
    rf"[{_UNSEEN}（）次条件篇{_ITEMS}{_BULLETS}·∙*＊–—-](?:"
    rf"(?<=[{_UNSEEN}])(?!(?<=[A-Za-z]\d.)\d)"
    r"|(?<=\d[条件篇]（)(?=[次条件篇]）)|(?<=\d[条件篇]（[次条件篇])(?=）)|(?<=\d[条件篇]（[次条件篇]）)"
    rf"|(?<=[{_ITEMS}])|(?<=\A[{_BULLETS}·∙*＊–—-])(?![\d–—-])"
    rf"|(?<=[\s{BLANKS}][{_BULLETS}])(?<![^\s{BLANKS}{_BULLETS}][\s{BLANKS}].))"
)
"""What words are read without: spaces, unseen marks, what opens an item, and a second unit in brackets, 1010条（次）.

A space stays where the digits on its sides are two numbers: H5 5篇.
"""
SENTENCE: Final = re.compile(r"[^。；;！？!?\n]+[。；;！？!?]?")
HALF_STOPS: Final = (";", "；")
"""Behind them the sentence goes on with its subject."""


class Movable(Protocol):
    """What is found at a place in words."""

    def moved(self, by: int) -> Self:
        """Return the same as it stands in a longer text."""


_Thing = TypeVar("_Thing", bound=Movable)
_Asked = TypeVarTuple("_Asked")


class Found(NamedTuple):
    """Some words in a text, from character `start` to `end`, and what they say."""

    start: int
    end: int
    words: str
    says: str = ""

    def moved(self, by: int) -> "Found":
        """Return the same words as they stand in a longer text."""
        return Found(self.start + by, self.end + by, self.words, self.says)


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and words of each paragraph that has any."""
    for start, block in blocks(text):
        for place, words in paragraphs_in(block):
            yield start + place, words


@lru_cache(maxsize=MOST_RUNS)
def paragraphs_in(block: str) -> tuple[tuple[int, str], ...]:
    """Return place and words of each paragraph of a run that has any."""
    lines = block.splitlines(keepends=True)
    places = accumulate(map(len, lines), initial=0)
    return tuple(
        (place, line.rstrip("\r\n")) for place, line in zip(places, lines, strict=False) if not line.isspace()
    )


@lru_cache(maxsize=MOST_TEXTS)
def blocks(text: str) -> tuple[tuple[int, str], ...]:
    """Return place and words of each run of paragraphs, so that in a long text all but one stay as they were."""
    lines = text.splitlines(keepends=True)
    # One object for the same words: what is remembered of them is found at a glance.
    runs = [intern("".join(lines[first : first + _RUN])) for first in range(0, len(lines), _RUN)]
    return tuple(zip(accumulate(map(len, runs), initial=0), runs, strict=False))


def by_paragraph(
    find: Callable[[str, *_Asked], Iterator[_Thing]],
) -> Callable[[str, *_Asked], tuple[_Thing, ...]]:
    """Return a search of a whole text that remembers what `find` found in each paragraph and run of paragraphs.

    So typing searches only one paragraph, and of a long text looks only at the run around it; what is found again where
    it was is the same object. Of what is found in a paragraph and in a text the first MOST are told.
    """

    @lru_cache(maxsize=4096)
    def remembered(words: str, *asked: *_Asked) -> tuple[_Thing, ...]:
        return tuple(islice(find(words, *asked), MOST))

    @lru_cache(maxsize=MOST_RUNS)
    def in_block(block: str, *asked: *_Asked) -> tuple[tuple[_Thing, ...], tuple[int, ...]]:
        """What is found in the paragraphs of a run, as it was found, and where they begin."""
        every = (
            (found, start) for start, words in paragraphs_in(block) for found in remembered(words, *asked)
        )
        told = list(islice(every, MOST))
        return tuple([found for found, _ in told]), tuple([start for _, start in told])

    @lru_cache(maxsize=_FEW_RUNS)
    def placed(start: int, most: int, block: str, *asked: *_Asked) -> Sequence[_Thing]:
        every = zip(*in_block(block, *asked), strict=True)
        return [found.moved(start + place) for found, place in islice(every, most)]

    def search(text: str, *asked: *_Asked) -> tuple[_Thing, ...]:
        told: list[_Thing] = []
        for start, block in blocks(text):
            if len(told) == MOST:
                break
            if in_block(block, *asked)[0]:
                told += placed(start, MOST - len(told), block, *asked)
        return tuple(told)

    return search


@lru_cache(maxsize=MOST_TEXTS)
def size(text: str) -> int:
    """Return how many characters a text has, blanks left out."""
    return sum(_size(block) for _, block in blocks(text))


@lru_cache(maxsize=MOST_RUNS)
def _size(block: str) -> int:
    return len("".join(block.split()))


def names_in(words: Mapping[str, re.Pattern[str]]) -> Callable[[str], frozenset[str]]:
    """Return a search that tells which names a text touches: those whose words it has.

    No pattern may reach over the end of a paragraph: each run of paragraphs is searched once, for all names.
    """

    @lru_cache(maxsize=MOST_RUNS)
    def in_block(block: str) -> frozenset[str]:
        return frozenset(name for name, pattern in words.items() if pattern.search(block))

    @lru_cache(maxsize=MOST_TEXTS)
    def search(text: str) -> frozenset[str]:
        return frozenset[str]().union(*(in_block(block) for _, block in blocks(text)))

    return search


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and words of each sentence; a semicolon ends one."""
    return ((match.start(), match[0]) for match in SENTENCE.finditer(text))


@dataclass(frozen=True)
class Squeezed:
    """Words without their spaces; `place` tells where a character stood before, in the words `_spaced`."""

    words: str
    _spaced: str

    @cached_property
    def _spaces(self) -> Sequence[int]:
        """How many characters stand before each space; counted only where a place is asked for."""
        return [match.start() - before for before, match in enumerate(_SPACE.finditer(self._spaced))]

    def place(self, index: int) -> int:
        """Return the place of a character in the words as they were."""
        return index + bisect_right(self._spaces, index)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from `start` to `end`, at least one, stood before."""
        return self.place(start), self.place(end - 1) + 1


@lru_cache(maxsize=256)
def squeezed(text: str) -> Squeezed:
    """Return the words without spaces and unseen marks, which pages and PDFs scatter between characters.

    Digits and marks are plain, and look-alikes the usual characters.
    """
    plain = folded(text)
    for wide, narrow in _PLAIN:
        plain = plain.replace(wide, narrow)
    return Squeezed(_SPACE.sub("", plain), plain)
