"""The words nearest to a number that tell what it is likely of: `resources/words/likely.toml`, read once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

from model.prose.words.claim_words import vocabulary
from model.word_files import whole_words, words_in

FILE: Final = "words/likely.toml"
_BEFORE: Final = "_before"
"""Ends the names of what is told of the year before."""


class Key(NamedTuple):
    """What a number is likely of: a thing and what is told of it, by the names of `claims.toml`.

    `back`: years before the report's.
    """

    thing: str
    name: str
    back: int = 0


Keys = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class LikelyWords:
    """What words may tell, of each thing that they are told of.

    `lengths` are those of the words by their first character, `openings` finds such a character. `elsewhere` finds what
    disputes are about that are over anything but disclosure, `offices` their names, `topics` what a sentence without
    numbers speaks of.
    """

    words: Mapping[str, Keys]
    lengths: Mapping[str, tuple[int, ...]]
    openings: re.Pattern[str]
    elsewhere: re.Pattern[str]
    offices: re.Pattern[str]
    topics: Mapping[str, re.Pattern[str]]

    def topic_of(self, sentence: str) -> str:
        """Return what a sentence without numbers speaks of, "" if it names nothing."""
        return next((topic for topic, pattern in self.topics.items() if pattern.search(sentence)), "")

    def at(self, text: str, place: int, topic: str) -> tuple[int, Keys]:
        """Return how long the longest word at a place is that tells of what is spoken of, and what it tells; 0 for none.

        A longer word that tells nothing has its length, so that no word within it is heard: 消费者 is no 费.
        """
        for length in self.lengths.get(text[place], ()):
            word = text[place : place + length]
            keys = _fitting(self.words.get(word, ()), topic)
            if len(word) == length and (keys or self.words.get(word) == ()):
                return length, keys
        return 0, ()

    def before(self, text: str) -> int:
        """Return how many characters stand before the first at which a word may begin."""
        opening = self.openings.search(text)
        return opening.start() if opening else len(text)

    def told_by(self, words: str, topic: str) -> Keys:
        """Return what words tell as they are, of what is spoken of."""
        return _fitting(self.words.get(words, ()), topic)


def _fitting(keys: Keys, topic: str) -> Keys:
    """Those of what is spoken of; decisions and disputes name themselves."""
    here = tuple(key for key in keys if key.thing == topic)
    return here or tuple(key for key in keys if key.name == "told" and key.thing != "application")


@cache
def likely_words() -> LikelyWords:
    """Return the words of the file."""
    return read_likely_words(words_in(FILE))


def may_be_related(words: str) -> bool:
    """Return whether disputes told of may be about disclosure."""
    if vocabulary().passages["apart_from_disclosure"].search(words):
        return False
    return "公开" in words or not likely_words().elsewhere.search(words)


def read_likely_words(data: Mapping[str, Any]) -> LikelyWords:
    """Return the words that a file holds. WordsError: it lacks something, or tells what `claims.toml` has no meaning for."""
    with whole_words():
        return _likely_words(data)


def _likely_words(data: Mapping[str, Any]) -> LikelyWords:
    words: dict[str, list[Key]] = {}
    for thing, names in data["words"].items():
        for name, listed in names.items():
            key = Key(thing, name.removesuffix(_BEFORE), int(name.endswith(_BEFORE)))
            if key.name not in vocabulary().meanings[thing]:
                raise ValueError(name)
            for word in listed.split():
                words.setdefault(word, []).append(key)
    for word in data["nothing"]["words"].split():
        words[word] = []
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0], set()).add(len(word))
    longest_first = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return LikelyWords(
        {word: tuple(keys) for word, keys in words.items()},
        longest_first,
        re.compile(f"[{re.escape(''.join(lengths))}]"),
        re.compile(data["disputes"]["elsewhere"]),
        re.compile(data["offices"]["named"]),
        {topic: re.compile(pattern) for topic, pattern in data["topics"].items()},
    )
