"""Which paragraphs of a section are headings, and of which level."""

import pytest

from model.roles import Role, role_of


@pytest.mark.parametrize("words", ["（一）主动公开情况", "(二)依申请公开情况", "（十一）其他"])
def test_a_numeral_in_brackets_begins_a_heading_of_the_second_level(words: str) -> None:
    assert role_of(words) is Role.HEADING2


@pytest.mark.parametrize("words", ["1.制度建设", "2．人员培训", "12、平台建设"])
def test_a_digit_with_a_mark_begins_a_heading_of_the_third_level(words: str) -> None:
    assert role_of(words) is Role.HEADING3


@pytest.mark.parametrize(
    "words",
    [
        "（一）主动公开情况。全年公开信息若干条",
        "（一）主动公开情况：",
        "1.制度建设；",
        "123.制度建设",
        "（1）制度建设",
        "（一）",
        "全年（一）公开",
        f"（一）{'很' * 41}",
        f"1.{'很' * 41}",
    ],
)
def test_a_sentence_a_bare_number_and_what_is_too_long_are_body_text(words: str) -> None:
    assert role_of(words) is Role.BODY


def test_forty_characters_are_a_heading_still() -> None:
    assert role_of(f"（一）{'很' * 40}") is Role.HEADING2
    assert role_of(f"1.{'很' * 40}") is Role.HEADING3
