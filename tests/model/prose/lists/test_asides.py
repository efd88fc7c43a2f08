"""What stands between the numbers of a list and is none of it."""

import pytest

from model.prose.lists.asides import end_of_aside, has_bracket, own_words_at, without_asides


def test_words_go_on_behind_a_bracket() -> None:
    text = "240条（本局90条）,占75%"
    assert text[end_of_aside(text, 4) :] == ",占75%"
    assert end_of_aside(text, 0) == 0
    assert without_asides("条（本局）,公告") == "条,公告"


@pytest.mark.parametrize("words", ["（含图解）", "份解读产品（含图解）"])
def test_a_bracket_opens_behind_a_number_or_what_it_counts(words: str) -> None:
    assert has_bracket(words, 0)


@pytest.mark.parametrize("words", ["份、图解（含长图）", "份,其中图解（含长图）", "份解读产品"])
def test_a_bracket_of_another_number_is_none_of_this_one(words: str) -> None:
    assert not has_bracket(words, 0)


def test_a_list_begins_where_it_says_so() -> None:
    text = ",主要涉及财政,其中网站"
    assert text[own_words_at(text, 0, len(text)) :] == "其中网站"
    assert own_words_at(",主要涉及财政", 0, 7) == 0
