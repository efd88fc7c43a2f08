"""A share is that of the number told before it in the whole that its words name, or in one that is told."""

import pytest

from model.prose.lists.told_shares import odd_among_like, told_shares

LIKE = "处理80件。公开{}件,占{}%;不公开5件,占6.25%;无法提供21件,占26.25%;不处理3件,占{}%。受理85件。"


@pytest.mark.parametrize(("count", "share", "last"), [(51, "63.75", "3.53"), (51, "60.00", "3.75")])
def test_the_share_of_another_whole_than_those_beside_it_is_odd(count: int, share: str, last: str) -> None:
    (found,) = odd_among_like(LIKE.format(count, share, last))
    assert (str(found.quantity.low), int(found.whole.low)) == (last if share == "63.75" else share, 80)


@pytest.mark.parametrize(
    "text",
    [
        LIKE.format(51, "63.75", "3.75"),
        # As it is rounded so that all make up a hundred.
        LIKE.format(51, "63.76", "3.74"),
        # Too few of one whole.
        "处理80件。公开51件,占63.75%;不公开5件,占6.25%;不处理3件,占3.53%。受理85件。",
        # Of a part that has its own share.
        "处理80件。公开51件,占63.75%;不公开5件,占6.25%,其中秘密2件,占40%;无法提供21件,占26.25%;不处理3件,占3.75%。",
        # Shares of nothing.
        "公开0件,占0.5%;不公开5件,占6.25%;无法提供21件,占26.25%;不处理3件,占3.75%。",
    ],
)
def test_shares_of_one_whole_or_of_parts_of_it_are_not_odd(text: str) -> None:
    assert [*odd_among_like(text)] == []


def odd(text: str) -> list[tuple[str, int, int]]:
    """Each share that is questioned, its part and its whole."""
    return [(str(told.quantity.low), int(told.part.low), int(told.whole.low)) for told in told_shares(text)]


@pytest.mark.parametrize(
    ("text", "share", "part", "whole"),
    [
        ("不予处理25件,其中信访类21件,占不予处理总数的{}%。", "84", 21, 25),
        ("不予公开72件（其中执法案卷类45件,占不予公开总数的{}%）。", "62.5", 45, 72),
        ("执法案卷类不予公开45件,占不予公开总数（72件）的{}%。", "62.5", 45, 72),
        ("已审结8件,其中维持6件,占已审结的{}%。", "75", 6, 8),
        ("行政许可180件、行政处罚60件、行政强制10件,其中行政处罚占三类合计的{}%。", "24.0", 60, 250),
        ("办结160件。公开类56件,占35%;不公开类28件,占{}%;无法提供32件,占20%。", "17.5", 28, 160),
        ("收到32件,网络申请24件,占75%;信函申请8件,占{}%。", "25", 8, 32),
        ("受理80件,其中网络40件,占50%,当面20件,当面申请率达{}%。", "25", 20, 80),
    ],
)
def test_a_share_of_what_is_told(text: str, share: str, part: int, whole: int) -> None:
    assert odd(text.format(share)) == []
    assert odd(text.format("91.9")) == [("91.9", part, whole)]


def test_a_part_that_is_another_number_is_odd_as_well() -> None:
    text = "办结160件。公开类{}件,占35%;不公开类28件,占17.5%;无法提供32件,占20%。"
    assert odd(text.format(56)) == []
    assert odd(text.format(65)) == [("35", 65, 160)]


@pytest.mark.parametrize(
    "text",
    [
        # Of what the share is taken is not told.
        "信访类21件,占不予处理总数的80%。",
        "网络申请24件,占60%;信函申请8件,占20%。",
        # Two are right for none of the numbers.
        "收到32件,网络24件,占75%。公开9件,占60%;部分公开3件,占20%。",
        # Each is of another whole.
        "收到32件,网络24件,占75%。办结30件,公开12件,占40%。",
        # The number before is the whole itself.
        "收到自然人申请36件,多为征地类,占自然人申请的75%。",
        "公开12件,占37.5%,全部按期办结,办结率100%。",
        "不予处理25件,其中信访类21件,同比增加9%。",
        "发现问题46个,整改44个,整改率95.7%。复议8件,维持6件、纠正1件,维持率75%。",
        f"不予处理25件,其中信访类21件,占不予处理总数的91%。{'公开' * 1000}",
    ],
)
def test_a_share_of_something_else_is_not_questioned(text: str) -> None:
    assert odd(text) == []


def test_shares_dealt_out_are_not_of_the_last_number_alone() -> None:
    text = "办结25件,其中征地类12件、规划类4件、其他9件,分别占办结总数的48.0%、16.0%、36.0%。"
    assert odd(text) == []
