"""Two versions of a text are told apart word by word, and nothing of either is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.review.word_diff import DiffPart, changed_ranges, word_diff

TEXTS = st.text(alphabet="全年收到申请件，。\n12{收到总数}aB 　😀", max_size=60)


def changes(old: str, new: str) -> list[tuple[str, str]]:
    return [(part.old, part.new) for part in word_diff(old, new) if not part.same]


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("收到申请12件。", "收到申请15件。", [("12", "15")]),
        ("公开1,234条。", "公开1,243条。", [("1,234", "1,243")]),
        ("增长12.5%。", "增长1.25%。", [("12.5%", "1.25%")]),
        ("共{收到申请总数}件。", "共{办结申请总数}件。", [("{收到申请总数}", "{办结申请总数}")]),
        ("开展培训。", "开展业务培训。", [("", "业务")]),
        ("甲段。\n乙段。\n丙段。", "甲段。\n丙段。", [("乙段。\n", "")]),
        ("一样。", "一样。", []),
        ("", "新写。", [("", "新写。")]),
        ("删去。", "", [("删去。", "")]),
    ],
)
def test_what_was_changed_is_told_in_whole_words(old: str, new: str, changed: list[tuple[str, str]]) -> None:
    assert changes(old, new) == changed


def test_characters_that_two_changes_share_by_chance_are_no_word_left_alone() -> None:
    assert changes("严格落实主体责任。", "压实各方责任。") == [("严格落实主体", "压实各方")]


def test_a_word_between_two_changes_stays() -> None:
    assert changes("受理12件，答复10件。", "受理13件，答复11件。") == [("12", "13"), ("10", "11")]


def test_a_moved_paragraph_leaves_the_others_alone() -> None:
    assert changes("甲。\n乙。\n丙。\n", "乙。\n丙。\n甲。\n") == [("甲。\n", ""), ("", "甲。\n")]


@given(TEXTS, TEXTS)
def test_the_parts_make_up_both_texts(old: str, new: str) -> None:
    parts = word_diff(old, new)
    assert "".join(part.old for part in parts) == old
    assert "".join(part.new for part in parts) == new
    assert all(a.same is not b.same for a, b in pairwise(parts))


@given(TEXTS, TEXTS)
def test_the_ranges_are_those_of_the_changed_words(old: str, new: str) -> None:
    parts = word_diff(old, new)
    places = changed_ranges(parts)
    changed = [part for part in parts if not part.same]
    assert [old[a:b] for a, b in places[0]] == [part.old for part in changed if part.old]
    assert [new[a:b] for a, b in places[1]] == [part.new for part in changed if part.new]


def test_a_long_passage_with_nothing_in_common_is_one_change() -> None:
    old, new = "甲" * 5_000, "乙" * 5_000
    assert word_diff(old, new) == (DiffPart(old, new),)
