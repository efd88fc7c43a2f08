"""What words mean before 等: 取水许可、河道建设等行政许可, 村民等自然人 name examples, and all of the kind are counted."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.prose.words.claim_words import Group, Vocabulary
from model.prose.words.tokens import DECISIONS, Token, Words

_BEGINS: Final = frozenset({"mark", "number", "time", "who"})
"""Kinds of words before which examples do not reach, with those of what is done with decisions."""
_DONE: Final = frozenset({"decided", "processed", "among"})


def with_kinds_of_decisions(words: Words, vocabulary: Vocabulary) -> Words:
    """社会组织登记等行政许可3件: deeds and things among the examples before 等 are only words of these."""
    if Group.AND_SO_ON not in words.groups:
        return words
    tokens = list(words)
    for place, (token, after) in enumerate(pairwise(words)):
        named = after.name in DECISIONS or (after.kind == "unknown" and after.words in vocabulary.short)
        if named and token.is_in(Group.AND_SO_ON):
            for n in range(_first_example(tokens[:place]), place):
                tokens[n] = tokens[n]._replace(kind="unknown", name="")
    return Words(tokens)


def with_examples_of_applicants(words: Words) -> Words:
    """村民等自然人4件: examples of those who applied say nothing more where their kind is named."""
    if Group.AND_SO_ON not in words.groups or "applicant" not in words.kinds:
        return words
    tokens = list(words)
    for place, (token, after) in enumerate(pairwise(words)):
        first = _first_example(tokens[:place])
        examples = tokens[first:place]
        plain = all(one.kind in ("unknown", "filler") or one.name == "join" for one in examples)
        if after.kind == "applicant" and after.name != "everybody" and token.is_in(Group.AND_SO_ON) and plain:
            for n, one in enumerate(examples, first):
                tokens[n] = one._replace(kind="filler", name="count")
    return Words(tokens)


def _first_example(before: Sequence[Token]) -> int:
    """Where the examples begin: behind what is done, when, or by whom."""
    ends = (n + 1 for n, one in enumerate(before) if one.kind in _BEGINS or one.name in _DONE)
    return max(ends, default=0)
