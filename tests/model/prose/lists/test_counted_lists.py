"""A total and the numbers of its list, wherever the list begins and ends."""

import pytest

from model.prose.claims.paragraph_claims import claims_over_paragraphs
from model.prose.lists.counted_lists import lists_in


def parts(text: str) -> dict[int, list[int]]:
    """The list of each total."""
    return {entry.whole.count: [part.count for part in entry.parts] for entry in lists_in(text)}


@pytest.mark.parametrize(
    ("text", "total", "expected"),
    [
        ("信息42条,其中动态28条,公告7条,其他7条。", 42, [28, 7, 7]),
        ("动态28条、公告7条,共公开35条。", 35, [28, 7]),
        ("规划2件、文件13件（县政府8件,办公室5件）、任免4件。", 13, [8, 5]),
        ("申请15件,其中公开8件,不存在2件,其余5件已告知。", 15, [8, 2, 5]),
        ("信息86条,其中文件10件、解读9件,公告30条,其他信息37条。", 86, [10, 9, 30, 37]),
        ("信息86条,其中文件10件、解读9件,公告30条,其他信息37条,访问2万次。", 86, [10, 9, 30, 37]),
        ("信息86条,其中文件10件、解读9件,公告30条。", 86, [10, 9]),
    ],
)
def test_the_numbers_of_a_list(text: str, total: int, expected: list[int]) -> None:
    assert parts(text)[total] == expected


def test_a_long_bracket_does_not_end_a_list() -> None:
    inner = "、".join(
        f"{name}信息20条" for name in ("机构职能", "领导分工", "规划计划", "统计数据", "财政预决算")
    )
    text = f"信息200条,其中目录100条（{inner}）,占信息总数的50.0%;动态60条;公告40条。"
    assert parts(text)[200] == [100, 60, 40]


@pytest.mark.parametrize(
    "words", ["争议3件,其中复议1件,诉讼2件。", "争议3件,其中,行政复议1件,行政诉讼2件,均获维持。"]
)
def test_reviews_and_suits_are_all_the_disputes_there_are(words: str) -> None:
    assert [entry.bracketed for entry in lists_in(words)] == [True]


def test_two_kinds_that_need_not_be_all_leave_their_list_open() -> None:
    assert [entry.bracketed for entry in lists_in("案件3件,其中复议1件,信访2件。")] == [False]


def test_what_is_told_of_a_total_before_its_list_leaves_no_part_of_it_out() -> None:
    (entry,) = lists_in("信息98条,主要为财政、教育方面,其中网站66条,公众号32条。")
    assert not entry.is_open
    (entry,) = lists_in("信息98条,其中主要为网站66条,公众号30条。")
    assert entry.is_open


def test_a_bracket_that_tells_other_things_as_well_leaves_open_what_it_counts() -> None:
    (entry,) = lists_in("文件13件（县政府8件,办公室5件,另有2份纪要）。")
    assert not entry.bracketed


def test_what_is_left_of_both_kinds_of_disputes_is_no_list_of_the_last() -> None:
    assert not parts("行政复议90件,行政诉讼44件,其中37件行政复议、8件行政诉讼未审结。")
    assert parts("行政复议90件,行政诉讼45件,其中直接起诉37件、复议后起诉8件。") == {45: [37, 8]}


def test_a_bracket_that_tells_some_of_its_total_may_leave_out_others() -> None:
    (entry,) = lists_in("答复30件（其中公开12件,部分公开4件）。")
    assert not entry.bracketed


def test_a_list_in_the_next_paragraph_is_that_of_the_total_before_it() -> None:
    (claim,) = claims_over_paragraphs(
        "累计公开信息12条（均在网站公开）。", "在公开的信息中，指南1条；公文5条；预算3条；其他4条。"
    )
    assert int(claim.quantity.low) == 12
    assert "\n" not in claim.words


def test_a_paragraph_of_its_own_goes_on_with_no_list() -> None:
    assert claims_over_paragraphs("累计公开信息12条。", "指南1条；公文5条；预算3条；其他4条。") == ()


def test_how_many_bodies_share_a_number_is_no_number_of_the_list() -> None:
    text = "申请61件（东山分局20件,西山分局21件,其余3个分局共20件）。"
    assert 3 not in parts(text)[61]
