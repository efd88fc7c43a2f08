"""The words of `resources/words/likely.toml`."""

import pytest

from model.errors import WordsError
from model.prose.likely.likely_words import Key, likely_words, read_likely_words


def test_the_longest_word_at_a_place_is_found() -> None:
    assert likely_words().at("的没有到期", 1, "application") == (4, (Key("application", "carried_out"),))


def test_a_word_tells_of_what_is_spoken_of() -> None:
    known = likely_words()
    assert known.told_by("驳回", "suit") == (Key("suit", "upheld"),)
    assert known.told_by("驳回", "document") == ()


def test_decisions_and_disputes_name_themselves() -> None:
    assert likely_words().told_by("处罚", "application") == (Key("penalty", "told"),)
    assert likely_words().told_by("申请", "document") == ()


def test_what_was_there_before_is_of_the_year_before() -> None:
    assert likely_words().told_by("原有", "document") == (Key("document", "in_force", 1),)


def test_a_heading_tells_what_is_spoken_of() -> None:
    assert likely_words().topic_of("（二）依申请公开情况") == "application"
    assert likely_words().topic_of("（四）平台建设") == ""


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"words": {"application": {"sung": "唱"}}},
        {"words": {"tree": {"told": "树"}}},
    ],
)
def test_a_file_that_tells_what_has_no_meaning_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(WordsError):
        read_likely_words(data)
