"""What a draft left open and forgot, by kinds: how each looks, how surely it is one, and what makes it no such thing.

The kinds are data: `resources/words/remains.toml`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from model.levels import Level
from model.prose.words.shapes import filled
from model.word_files import whole_words, words_in

FILE: Final = "words/remains.toml"
_QUOTED: Final = re.compile("“[^“”]*”|《[^《》]*》|‘[^‘’]*’")
_NEAR: Final = 40
"""How far from a mark its quotation marks are looked for."""
_BEFORE: Final = 24
"""How far back the words are looked at."""
_WORD: Final = re.compile("[A-Za-zＡ-Ｚａ-ｚ0-9./@_:-]")


@dataclass(frozen=True, slots=True)
class Remains:
    """A kind of remains: what it looks like, how surely it is one, what it is called, and what makes it no such thing.

    `before`: what stands before it; `unless`: what its own words may hold; `alone`: it is part of no name and not quoted.
    `in_data`: it is one among the office's data as well, where everything was typed for its own sake. `holds`: words
    without one character of each of these have none.
    """

    pattern: re.Pattern[str]
    level: Level
    says: str
    before: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    alone: bool
    in_data: bool
    holds: tuple[str, ...]

    def may_be_in(self, text: str) -> bool:
        """Whether it is worth looking for it in some words."""
        return all(any(character in text for character in characters) for characters in self.holds)

    def stands(self, match: re.Match[str]) -> bool:
        """Whether what looks like it is it, by the words around."""
        before = match.string[max(0, match.start() - _BEFORE) : match.start()]
        return (
            (self.before is None or bool(self.before.search(before)))
            and (self.unless is None or not self.unless.search(match[0]))
            and (not self.alone or _stands_alone(match))
        )


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether letters are no part of a name, an address or a number, and are not quoted."""
    text, start, end = match.string, match.start(), match.end()
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    quoted = (mark.span() for mark in _QUOTED.finditer(text, max(0, start - _NEAR), end + _NEAR))
    return not _WORD.search(around) and not any(first <= start < last for first, last in quoted)


@cache
def remains() -> tuple[Remains, ...]:
    """Return the kinds of the file: of two that overlap the first is told."""
    return read_remains(words_in(FILE))


def read_remains(data: Mapping[str, Any]) -> tuple[Remains, ...]:
    """Return the kinds that a file holds. WordsError: it lacks something, or has something that is no pattern."""
    with whole_words():
        return tuple(_kind(entry, data) for entry in data["kind"])


def _kind(entry: Mapping[str, Any], data: Mapping[str, Any]) -> Remains:
    patterns = {
        name: re.compile(filled(entry[name], data))
        for name in ("pattern", "before", "unless")
        if name in entry
    }
    return Remains(
        patterns["pattern"],
        Level.ERROR if entry.get("sure", True) else Level.EXPLAIN,
        entry["says"],
        patterns.get("before"),
        patterns.get("unless"),
        entry.get("alone", False),
        entry.get("in_data", True),
        tuple(filled(characters, data) for characters in entry["holds"]),
    )
