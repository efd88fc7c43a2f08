"""Lists that go on beyond a stop, and lists by the way in which applications came."""

import pytest

from model.prose.claim import Kind
from model.prose.claims.beyond_stops import claims_beyond_stops


def totals(paragraph: str) -> list[tuple[str, int]]:
    """What kind of list is told, and its total."""
    told = (claim for claims in claims_beyond_stops(paragraph, 2025) for claim in claims)
    return [(claim.kind.name, int(claim.quantity.low)) for claim in told]


@pytest.mark.parametrize(
    "paragraph",
    [
        "收到申请35件，其中：网上1件；信函30件；当面4件。",
        "从申请方式看，网上1件，信函30件；当面4件。",
        "申请渠道为网上1件，信函30件，当面4件。",
        "主要受理路径为网上1件、信函30件、当面4件。",
        "收到申请35件。网上申请5件，信函申请30件。",
        "从申请方式看，网上30件；信函5件；答复方式上，邮寄33件；当面2件。",
        "从申请方式看，网上30件、信函5件；从申请人看，公民23件，企业12件。",
        "申请渠道为网上30件、信函5件；按内容分，征地类23件、规划类12件。",
        "从申请方式看，网上30件，信函5件；从申请主体看，自然人34件，商业企业1件。",
    ],
)
def test_a_list_of_ways_is_told_once_and_ends_where_answers_begin(paragraph: str) -> None:
    assert [total for kind, total in totals(paragraph) if kind == Kind.WAYS.name] == [35]


def test_parts_behind_a_stop_that_make_up_another_number_are_told() -> None:
    assert ("SUM", 30) in totals("收到申请30件。其中网上18件；信函13件。")
    assert not [entry for entry in totals("收到申请30件。其中动态18件；公告12件。") if entry[0] == "SUM"]


def test_what_is_no_list_of_ways_is_not_read_as_one() -> None:
    assert list(claims_beyond_stops("完成3项工作要求，完善2项制度机制；" * 80, 2025)) == []


def test_ways_of_applying_are_of_what_came_and_others_may_be_of_what_was_answered() -> None:
    (asked,), (told,) = (
        next(iter(claims_beyond_stops(text, 2025)))
        for text in ("从申请方式看，网上1件，信函30件。", "从渠道看，网上1件，信函30件。")
    )
    assert ("办结申请总数",) not in asked.readings
    assert ("办结申请总数",) in told.readings
