"""Shapes are patterns of the file, made of fragments and of the words of its lists."""

import re

import pytest

from model.prose.words.shapes import one_of, shapes

DATA = {
    "word": {"end": "年底 年末", "deed": "转 结转"},
    "fragment": {"year": r"20\d\d年", "when": "(?:<year>|<word.end>)"},
    "shape": {
        "carry": {"opens": "2<word.end>", "says": "(?P<source><when>)(?:<word.deed>)"},
        "rate": {"opens": "", "says": "[一-龥]率"},
    },
}


@pytest.mark.parametrize(
    ("text", "shape"), [("2023年结转", "carry"), ("年底转", "carry"), ("满意率", "rate")]
)
def test_a_shape_is_found(text: str, shape: str) -> None:
    found = shapes(DATA).search(text)
    assert found is not None
    assert found.lastgroup == shape


def test_the_longest_word_comes_first() -> None:
    assert one_of("转 结转", "a.b") == r"a\.b|结转|转"


def test_what_is_named_and_not_there_is_told() -> None:
    with pytest.raises(KeyError):
        shapes({**DATA, "fragment": {}})


def test_what_is_no_pattern_is_told() -> None:
    with pytest.raises(re.error):
        shapes({**DATA, "shape": {"open": {"opens": "a", "says": "a("}}})
