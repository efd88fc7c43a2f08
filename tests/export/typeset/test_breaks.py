"""A line never begins with a closing mark nor ends with an opening one, and no number, date or address is torn."""

import pytest

from export.typeset.breaks import (
    NO_END,
    NO_START,
    Break,
    addresses,
    break_after,
    clean,
    inside_words,
    is_western,
    overlap,
    parted,
)


def stretches(text: str) -> list[str]:
    """What a line may part, where nothing has to be torn."""
    found = [""]
    for character, allowed in zip(text, break_after(text), strict=True):
        found[-1] += character
        if allowed is Break.FREE:
            found.append("")
    return found[:-1]


@pytest.mark.parametrize("mark", sorted(NO_START))
def test_no_line_begins_with_a_closing_mark(mark: str) -> None:
    assert break_after(f"公{mark}开")[0] is Break.NEVER


@pytest.mark.parametrize("mark", sorted(NO_END))
def test_no_line_ends_with_an_opening_mark(mark: str) -> None:
    assert break_after(f"公{mark}开")[1] is Break.NEVER


@pytest.mark.parametrize(
    "whole",
    [
        "1,234,567",
        "12.8%",
        "2024年",
        "2024年12月31日",
        "8月5日",
        "30日",
        "0517-83600000",
        "（0517）83600000",
        "V2.0",
        "〔2021〕30号",
        "〔2024〕第12号",
    ],
)
def test_numbers_dates_telephones_and_the_numbers_of_documents_are_never_torn(whole: str) -> None:
    assert whole in stretches(f"全年{whole}共计")
    assert set(break_after(whole)[:-1]) <= {Break.NEVER, Break.DOT, Break.SLASH}


def test_chinese_words_part_after_each_character() -> None:
    assert stretches("公开信息") == ["公", "开", "信", "息"]


def test_an_address_is_torn_after_a_slash_rather_than_a_dot() -> None:
    text = "www.example.cn/zwgk"
    allowed = break_after(text)
    assert allowed[text.index("/")] is Break.SLASH
    assert allowed[text.index(".")] is Break.DOT
    assert allowed[text.index("z")] is Break.NEVER


def test_of_several_marks_in_an_address_only_the_last_may_end_a_line() -> None:
    text = "http://a"
    assert break_after(text)[4:7] == [Break.NEVER, Break.NEVER, Break.SLASH]


def test_an_empty_text_has_no_place_to_break() -> None:
    assert break_after("") == []


def test_controls_and_halves_of_pairs_have_no_print() -> None:
    assert clean("公\x00开\u200b信\ud83d息\ufe0f") == "公开信息"
    assert clean("甲\t乙\u00a0丙") == "甲 乙 丙"


def test_characters_of_one_number_stand_inside_a_word() -> None:
    assert inside_words("共12件") == [False, True, False, False]


def test_only_addresses_may_be_broken_in_need() -> None:
    text = "见www.example.cn，邮箱a@b.cn，共12,345件"
    assert [text[at.start : at.stop] for at in addresses(text)] == ["www.example.cn", "a@b.cn"]


def test_a_little_room_stands_only_between_chinese_and_digits_or_letters() -> None:
    assert parted("共", "5")
    assert parted("%", "的")
    assert not parted("共", "，")
    assert not parted("，", "5")
    assert not parted("1", "2")


def test_full_width_digits_are_not_western() -> None:
    assert is_western("a")
    assert is_western("9")
    assert not is_western("９")
    assert not is_western("公")


@pytest.mark.parametrize(("before", "after"), [("》", "《"), ("。", "”"), ("“", "《"), ("；", "（")])
def test_two_marks_that_meet_in_their_blank_halves_are_set_tighter(before: str, after: str) -> None:
    assert overlap(before, after) == 0.5


@pytest.mark.parametrize(("before", "after"), [("公", "《"), ("《", "公"), ("《", "》"), ("—", "。")])
def test_marks_whose_ink_would_touch_stay_apart(before: str, after: str) -> None:
    assert overlap(before, after) == 0.0
