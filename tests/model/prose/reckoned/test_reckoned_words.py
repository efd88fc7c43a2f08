"""The words beside numbers that add up or come to something."""

import pytest

from model.errors import WordsError
from model.prose.reckoned.reckoned_words import FILE, Said, found, read_reckoned_words, says
from model.word_files import words_in


def test_words_say_what_their_pattern_has() -> None:
    assert says(Said.ADDS_UP, "三栏合计")
    assert not says(Said.ADDS_UP, "三项补贴")
    assert not says(Said.WAY, "网站通过")


def test_how_many_are_added_up_is_told_with_the_words() -> None:
    match = found(Said.HOW_MANY, "前两类共")
    assert match is not None
    assert (match["first"], match["many"]) == ("前", "两")


def test_the_file_has_no_pattern_that_nobody_asks_for() -> None:
    assert {*words_in(FILE)} == {*Said}


def test_a_file_that_lacks_a_pattern_is_told() -> None:
    with pytest.raises(WordsError):
        read_reckoned_words({})
