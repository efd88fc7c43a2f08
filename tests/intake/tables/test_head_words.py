"""Heads in other words of the same are the form's."""

from intake.tables.head_words import head_words


def test_a_head_in_other_words_is_the_form_s() -> None:
    told = [head_words(text) for text in ("合计", "公民", "自然人", "科研单位", "其它")]
    assert told == ["总计", "自然人", "自然人", "科研机构", "其他"]


def test_a_head_of_the_offices_own_stays_as_it_is() -> None:
    assert head_words("上年总计（件）") == "上年总计"
