"""N16: numbers whose own words leave nothing open."""

import pytest

from model.rules.told.likely_slips import slips
from tests.model.drafts import applications, case

_YEAR = 2023


def found(text: str) -> list[str]:
    """What the rule quotes from a text on 60 applications received, 6 carried in, 58 handled and 8 carried over."""
    cells = {**applications(60, 58, 6, 8), "disclosure.normative_documents.in_force": "9"}
    return [finding.quote for finding in slips(case(_YEAR, cells, {"overview": text}))]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年办出申请57件。", "全年办出申请57件"),
        ("我局集中公开现行有效规范性文件8件。", "公开现行有效规范性文件8件"),
    ],
)
def test_a_plain_number_a_slip_away_needs_no_other_beside_it(text: str, quote: str) -> None:
    assert found(text) == [quote]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("全年办出申请31件。", "it is no slip of the pen"),
        ("另有部门办出申请57件。", "others are told"),
        ("办出的申请中，各57件。", "it is told of each of several"),
        ("县里办出申请57件，乡里办出申请1件。", "the rest is told beside it"),
        ("办出申请57件，还剩9件。", "another number beside it is denied as well"),
    ],
)
def test_a_number_that_may_be_meant_otherwise_is_left_in_peace(text: str, why: str) -> None:
    assert found(text) == [], why


def test_of_what_came_and_went_the_odd_one_is_doubted_however_far_away() -> None:
    assert found("收到申请60件，旧存6件。上年结转6件，收得60件，办出21件，剩8件。") == ["办出21件"]
    assert found("上年结转6件，收得60件，办出21件，剩7件。") == []


def test_what_came_by_several_ways_is_all_that_came_where_nothing_else_is_told() -> None:
    told = "市民通过县政府网站及邮寄方式提交政府信息公开申请{}件，均已答复。"
    assert [one[-3:] for one in found(told.format(59))] == ["59件"]
    assert found(told.format(60)) == []
    assert found(f"收到政府信息公开申请60件。{told.format(59)}") == []


def test_disputes_alone_are_doubted_only_where_there_are_none() -> None:
    assert found("收到信息公开类复议案件1宗。") == ["收到信息公开类复议案件1宗"]


@pytest.mark.parametrize(
    ("overview", "problem", "quotes"),
    [
        ("因政府信息公开被申请行政复议7件。", "全年行政复议纠正3件。", ["全年行政复议纠正3件"]),
        ("没有其他情况。", "全年行政复议纠正3件。", []),
        ("因政府信息公开被申请行政复议7件。", "全年被复议机关纠正2件、被法院纠正1件。", []),
    ],
)
def test_a_result_of_disputes_needs_these_told_rightly_somewhere(
    overview: str, problem: str, quotes: list[str]
) -> None:
    cells = {
        "disputes.review.upheld": "5",
        "disputes.review.corrected": "2",
        "disputes.direct_suit.corrected": "1",
    }
    told = case(_YEAR, cells, {"overview": overview, "problems": problem})
    assert [one.quote for one in slips(told)] == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("本局政府信息公开行政诉讼应诉3件，胜诉2件，未结1件。", []),
        ("本局政府信息公开行政诉讼应诉3件，胜诉1件，未结1件。", ["未结1件"]),
    ],
)
def test_results_that_make_up_the_disputes_told_with_them_are_divided_in_another_way(
    text: str, quotes: list[str]
) -> None:
    cells = {"disputes.direct_suit.upheld": "2", "disputes.suit_after_review.other": "1"}
    assert [one.quote for one in slips(case(_YEAR, cells, {"overview": text}))] == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("复议9件，申请人撤回后终止。", ["复议9件"]),
        ("复议2件，申请人撤回后终止。", []),
        ("复议31件，多为其他事项。", []),
        ("以乡镇为被申请人的复议9件，申请人撤回后终止。", []),
        ("往年结转的复议9件，申请人撤回后终止。", []),
        ("政府信息公开复议2件。复议9件，申请人撤回后终止。", []),
    ],
)
def test_a_few_disputes_told_nowhere_else_are_doubted(text: str, quotes: list[str]) -> None:
    cells = {"disputes.review.other": "2"}
    assert [finding.quote for finding in slips(case(_YEAR, cells, {"overview": text}))] == quotes
