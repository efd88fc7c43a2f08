"""Disputes of all kinds, and of others, are none of ours."""

import pytest

from tests.model.prose.telling import REVIEW, SUIT, told


@pytest.mark.parametrize(
    "behind",
    [
        "全局复议案件86件，维持61件。",
        "全局86件复议案件中，维持61件、纠正5件。",
        "全部行政复议86件，维持61件。",
        "行政复议总数86件。",
        "其余复议80件，维持55件。",
        "其他复议80件。维持55件。",
        "各类复议86件。",
    ],
)
def test_behind_those_over_disclosure_all_are_told_apart(behind: str) -> None:
    assert told(f"政府信息公开行政复议6件。{behind}") == [(REVIEW, 6)]


def test_until_some_are_told_to_be_over_disclosure_all_may_be() -> None:
    assert told("（三）政府信息公开行政复议、行政诉讼情况。全局行政复议6件。") == [(REVIEW, 6)]


@pytest.mark.parametrize("kind", ["征收", "征收类", "工伤认定类", "发证类", "处罚", "许可"])
def test_disputes_named_by_their_matter_are_none_over_disclosure(kind: str) -> None:
    assert told(f"政府信息公开行政复议6件，{kind}行政复议12件。") == [(REVIEW, 6)]


def test_disputes_of_one_kind_say_nothing_of_the_other() -> None:
    assert told("因政府信息公开被申请复议6件，全局行政诉讼4件。") == [(REVIEW, 6), (SUIT, 4)]


def test_what_those_over_disclosure_are_a_share_of_is_more_than_they() -> None:
    assert told("政府信息公开行政复议6件，占行政复议总数（86件）的7%。") == [(REVIEW, 6)]
