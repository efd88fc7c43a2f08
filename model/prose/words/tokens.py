"""A word of a sentence at its place."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.numerals import Quantity

KEYS: Final = frozenset({"thing", "action", "carry", "outcome", "result", "applicant"})
"""Kinds of words that say what a number is."""
TELLING: Final = frozenset({"action", "outcome", "result", "carry", "applicant", "part"})
"""Those that say it of a thing named before."""
DEALT: Final = ("outcome", "result", "applicant", "action")
"""Those that are told of several numbers in their order."""
DISPUTES: Final = ("review", "suit")
"""Things that are brought before others."""
DECISIONS: Final = ("licence", "penalty", "coercive", "fee")
"""Things that an office decides."""


class Token(NamedTuple):
    """A word at its place: `kind` and `name` as in the vocabulary, or "number", "mark", "unknown".

    `year` is the year that a word of time names, or to which cases are said to be carried on, `told` the number.
    """

    kind: str
    name: str
    start: int
    end: int
    words: str
    year: int = 0
    told: Quantity | None = None

    def is_in(self, group: Group) -> bool:
        """Whether it is one of the words of a group."""
        return self.words in vocabulary().groups[group]

    def ends_in(self, group: Group) -> bool:
        """Whether it ends with one of the words of a group."""
        return self.words.endswith(vocabulary().groups[group])

    def contains(self, group: Group) -> bool:
        """Whether one of the words of a group is anywhere in it."""
        return any(word in self.words for word in vocabulary().groups[group])


class Words(tuple[Token, ...]):
    """Words that stand beside each other.

    Every step of the grammar asks whether a word of some kind is among them: that is looked up once, as they are made.
    """

    kinds: frozenset[str]
    """The kinds of the words."""
    names: frozenset[str]
    """The names of the words."""
    groups: frozenset[Group]
    """The groups that have one of the words."""

    def __init__(self, _words: Iterable[Token] = ()) -> None:
        """Look up what is among them."""
        super().__init__()
        self.kinds = frozenset([token.kind for token in self])
        self.names = frozenset([token.name for token in self])
        self.groups = _groups(self) if self else frozenset()

    def last_is_in(self, group: Group) -> bool:
        """Whether the last of them is one of the words of a group."""
        return bool(self) and self[-1].is_in(group)


def _groups(words: Iterable[Token]) -> frozenset[Group]:
    grouped = vocabulary().grouped
    return frozenset[Group]().union(*[grouped[token.words] for token in words if token.words in grouped])


NO_WORDS: Final = Words()
"""What stands where there are no words."""
