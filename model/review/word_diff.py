"""What differs between two versions of a text, word by word: for whoever has to see at a glance what was changed.

Paragraphs are compared first, then the sentences of those that differ, then the words of the sentences. A number, a
number field and a run of Latin letters are a word each; of Chinese each character is one, and characters that two
changes leave between them by chance belong to the change.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter
from typing import Final, TypeAlias

from model.pattern import Pattern

Range: TypeAlias = tuple[int, int]
"""From a character of a text to the one after the last."""
_PARAGRAPH: Final = Pattern(r"[^\n]*\n|[^\n]+")
_SENTENCE: Final = Pattern(r"[^。！？；\n]*[。！？；\n]|[^。！？；\n]+")
_WORD: Final = Pattern(r"\{[^{}\n]{1,120}\}|\d+(?:[.,，]\d+)*[%％]?|[A-Za-z]+|[^\S\n]+|.", re.DOTALL)
_MOST_SENTENCES: Final = 20_000
_MOST_WORDS: Final = 2_000
"""On either side; of longer passages with nothing in common at their ends, one took the place of the other."""
_BY_CHANCE: Final = 2
"""So few characters that two versions share between two changes say nothing, unless they are a word of their own."""


@dataclass(frozen=True, slots=True)
class DiffPart:
    """A part of both versions in a row: what the old one has there and what the new one has."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether nothing was changed."""
        return self.old == self.new


def word_diff(old: str, new: str) -> tuple[DiffPart, ...]:
    """Return both texts in parts, shared ones and changed ones in turn: the parts of each side make up its text."""
    parts = _compared(old, new, (_PARAGRAPH, _SENTENCE, _WORD))
    return _merged(_without_chance(_merged(parts)))


def changed_ranges(parts: Iterable[DiffPart]) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Return the places of the changed words in the old text, and those in the new one."""
    places: tuple[list[Range], list[Range]] = ([], [])
    at = [0, 0]
    for part in parts:
        for side, words in enumerate((part.old, part.new)):
            if words and not part.same:
                places[side].append((at[side], at[side] + len(words)))
            at[side] += len(words)
    return tuple(places[0]), tuple(places[1])


def _compared(old: str, new: str, levels: Sequence[Pattern[str]]) -> Iterator[DiffPart]:
    """The parts of two passages, cut at the first of the levels and, where they differ there, at the next."""
    if old == new or not old or not new or not levels:
        yield DiffPart(old, new)
        return
    pieces = levels[0].found_in(old), levels[0].found_in(new)
    start, end = shared_ends(*pieces)
    yield _joined(pieces, (0, start), (0, start))
    inner = [side[start : len(side) - end] for side in pieces]
    is_last = len(levels) == 1
    if max(map(len, inner)) > (_MOST_WORDS if is_last else _MOST_SENTENCES):
        yield DiffPart("".join(inner[0]), "".join(inner[1]))
    else:
        # Sentences that stand everywhere say nothing about the place; characters all do.
        matcher = SequenceMatcher(None, inner[0], inner[1], autojunk=not is_last)
        for _, a, b, c, d in matcher.get_opcodes():
            yield from _compared("".join(inner[0][a:b]), "".join(inner[1][c:d]), levels[1:])
    yield _joined(pieces, *((len(side) - end, len(side)) for side in pieces))


def shared_ends(old: Sequence[str], new: Sequence[str]) -> Range:
    """Return how many pieces both have in common at their beginning, and then at their end."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    return start, end


def _joined(pieces: tuple[list[str], list[str]], old: Range, new: Range) -> DiffPart:
    return DiffPart("".join(pieces[0][slice(*old)]), "".join(pieces[1][slice(*new)]))


def _merged(parts: Iterable[DiffPart]) -> tuple[DiffPart, ...]:
    """The parts with neighbours of a kind made one, without empty ones."""
    filled = (part for part in parts if part.old or part.new)
    runs = (tuple(run) for _, run in groupby(filled, key=attrgetter("same")))
    return tuple(DiffPart("".join(p.old for p in run), "".join(p.new for p in run)) for run in runs)


def _without_chance(parts: Sequence[DiffPart]) -> Iterator[DiffPart]:
    """The parts, those told as changed that two changes share by chance."""
    for number, part in enumerate(parts):
        between = 0 < number < len(parts) - 1
        if part.same and between and _is_chance(part.old, parts[number - 1], parts[number + 1]):
            yield DiffPart(part.old, "")
            yield DiffPart("", part.new)
        else:
            yield part


def _is_chance(shared: str, before: DiffPart, after: DiffPart) -> bool:
    """Whether so little stands between two changes, each of them larger, that they are one."""
    least = min(max(len(part.old), len(part.new)) for part in (before, after))
    return len(shared) <= min(_BY_CHANCE, least) and shared.isalpha() and not shared.isascii()
