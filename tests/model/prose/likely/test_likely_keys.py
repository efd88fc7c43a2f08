"""What a word of the grammar tells of what is spoken of."""

import pytest

from model.prose.likely.likely_keys import OTHERS, keys_of, narrowed
from model.prose.likely.likely_words import Key
from model.prose.words.lexing import tokens_of


def keys(word: str, topic: str) -> list[tuple[str, str]]:
    """What the first of some words tells."""
    return [(key.thing, key.name) for key in keys_of(tokens_of(word, 2024)[0], topic)]


@pytest.mark.parametrize(
    ("word", "topic", "told"),
    [
        ("办结", "application", [("application", "handled")]),
        ("办结", "licence", []),
        ("废止", "document", [("document", "repealed")]),
        ("现行有效", "", [("document", "in_force")]),
        ("维持", "suit", [("suit", "upheld")]),
        ("维持", "", [("review", "upheld"), ("suit", "upheld")]),
        ("维持", OTHERS, []),
        ("直接起诉", "review", [("suit", "direct")]),
        ("执法案卷", "application", [("application", "refused_enforcement_file")]),
    ],
)
def test_a_word_tells_what_it_means_for_what_is_spoken_of(
    word: str, topic: str, told: list[tuple[str, str]]
) -> None:
    assert keys(word, topic) == told


def test_a_group_of_results_may_be_one_of_its_rows() -> None:
    row, group = (Key("application", "refused_third_party"),), (Key("application", "refused"),)
    assert narrowed(group, row) == (*group, *row)
    assert narrowed((Key("application", "granted"),), row) == (Key("application", "granted"),)
