"""Days in words."""

from datetime import date

import pytest

from model.days import date_in, days_left, is_day, stored_day_words


@pytest.mark.parametrize(
    "words",
    [
        "2025-01-20",
        "2025.1.20",
        "2025/1/20",
        "2025年1月20日",
        "二〇二五年一月二十日",
        "二○二五年一月二十日",
        "于2025 年 1 月 20 日印发",
    ],
)
def test_a_day_is_understood_as_people_write_it(words: str) -> None:
    assert date_in(words) == date(2025, 1, 20)


@pytest.mark.parametrize("words", ["", "2025年", "2025-02-30", "2025年13月1日", "一月二十日"])
def test_what_is_no_day_of_the_calendar_is_none(words: str) -> None:
    assert date_in(words) is None


def test_only_one_spelling_is_stored() -> None:
    assert is_day("2025-01-20")
    assert not any(is_day(words) for words in ("2025.1.20", "2025-1-20", "", "2025-02-30"))


def test_a_stored_day_is_printed_in_words_and_anything_else_as_it_stands() -> None:
    assert stored_day_words("2025-01-20") == "2025年1月20日"
    assert stored_day_words("张三") == "张三"
    assert stored_day_words("") == ""


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 1, 10), "2026-01-31 截止，还有 21 天"),
        (date(2026, 1, 31), "2026-01-31 截止，就是今天"),
        (date(2026, 2, 2), "2026-01-31 截止，已过 2 天"),
    ],
)
def test_the_days_left_are_counted(today: date, words: str) -> None:
    assert days_left(date(2026, 1, 31), today) == words
