"""Chinese numerals that count parts and days."""

import pytest

from model.ordinals import ordinal, ordinal_value


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (34, "三十四"), (99, "九十九")]
)
def test_headings_count_in_chinese_numerals(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize("number", [0, -1, 100])
def test_what_cannot_be_counted_so_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        ordinal(number)


def test_every_numeral_is_read_back() -> None:
    assert [ordinal_value(ordinal(number)) for number in range(1, 100)] == list(range(1, 100))


@pytest.mark.parametrize("words", ["", "零", "一二", "百十", "十百", "甲"])
def test_what_is_no_numeral_counts_nothing(words: str) -> None:
    assert ordinal_value(words) == 0
