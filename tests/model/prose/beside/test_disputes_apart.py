"""Disputes of others, before the office or over other matters are not those that the tables count."""

import pytest

from tests.model.prose.telling import claims, told


@pytest.mark.parametrize(
    "text",
    [
        "县政府作为被申请人的政府信息公开行政复议7件，维持6件。",
        "县政府作为被告的政府信息公开诉讼案件2件。",
        "县政府被申请政府信息公开行政复议7件，各部门被申请行政复议2件。",
        "县政府行政复议机构审结政府信息公开复议案件17件：维持9件、驳回4件。",
    ],
)
def test_disputes_of_the_government_or_before_it_are_not_those_of_its_area(text: str) -> None:
    assert told(text) == []


def test_behind_those_of_the_government_all_are_told_again() -> None:
    text = "县政府作为被申请人的政府信息公开行政复议7件，维持6件；全县行政复议共9件。"
    assert [claim.quantity.low for claim in claims(text)] == [9]


def test_disputes_over_anything_else_are_so_in_all_of_a_row() -> None:
    text = "因政府信息公开被申请复议9件、被诉6件。因治安管理处罚等被申请复议145件、被诉52件，复议维持121件。"
    assert [claim.quantity.low for claim in claims(text)] == [9, 6]


@pytest.mark.parametrize(
    "apart",
    [
        "因处罚被申请复议145件，纠正12件，纠错率8.3%。",
        "处罚复议145件，其中纠正12件。纠错率8.3%。",
        "其他复议145件。纠正12件，维持率91.7%。",
        "与征收有关的12件复议，维持8件、纠正4件。",
        "绿化方面的12件复议，维持8件、纠正4件。",
        "涉及拆迁的12件复议中，维持8件。",
        "拆迁信息公开滞后，引发复议12件、诉讼3件。",
        "处理引发复议12件、诉讼3件，均维持。",
    ],
)
def test_results_and_rates_of_disputes_over_something_else_are_theirs(apart: str) -> None:
    text = f"因政府信息公开被申请复议9件，纠正2件；{apart}"
    assert [claim.quantity.low for claim in claims(text)] == [9, 2]


def test_other_disputes_are_so_in_all_of_a_row() -> None:
    text = "因政府信息公开引起行政复议9件、行政诉讼6件；其他行政复议31件、行政诉讼19件。"
    assert [claim.quantity.low for claim in claims(text)] == [9, 6]


@pytest.mark.parametrize(
    "apart",
    [
        "行政处罚类复议31件、诉讼19件。",
        "行政许可领域复议31件、诉讼19件。",
        "林权争议复议31件，行政诉讼19件。",
        "此外补偿方面的复议31件、诉讼19件。",
    ],
)
def test_disputes_named_by_another_matter_are_so_in_all_of_a_row(apart: str) -> None:
    text = f"因政府信息公开引起行政复议9件、行政诉讼6件。{apart}"
    assert [claim.quantity.low for claim in claims(text)] == [9, 6]


@pytest.mark.parametrize("said", ["，不在此列", "，未计入本报告", "另计", "，另行统计", "不含在内"])
def test_disputes_that_the_report_says_it_leaves_out_are_not_counted(said: str) -> None:
    text = f"因政府信息公开引起行政复议9件、行政诉讼6件，另有行政复议31件、行政诉讼19件{said}。"
    assert [claim.quantity.low for claim in claims(text)] == [9, 6]


def test_what_else_disputes_are_left_out_of_does_not_matter() -> None:
    text = "因政府信息公开引起行政复议9件、行政诉讼6件，均未列入考核扣分。"
    assert [claim.quantity.low for claim in claims(text)] == [9, 6]


def test_disputes_of_the_kind_that_the_tables_count_are_told() -> None:
    text = "政府信息公开类案件行政复议9件、行政诉讼6件。"
    assert [claim.quantity.low for claim in claims(text)] == [9, 6]


@pytest.mark.parametrize(
    "others",
    [
        "征收补偿行为复议9件、诉讼3件。",
        "政府采购投诉处理引发的行政复议17件、诉讼9件。",
        "城市房屋征收决定引发的行政复议17件、诉讼9件。",
        "中介机构处罚引发的诉讼3件，不在表四统计范围。",
        "被投诉人不服处理决定申请复议7件，诉讼2件。",
        "对招标投诉处理决定不服申请复议3件、诉讼2件。",
        "村民因宅基地审批提起行政诉讼2件。",
        "征收补偿决定引发复议19件、诉讼27件。",
        "业委会备案引发复议3件、诉讼2件。",
        "项目审批复议8件、诉讼9件。",
    ],
)
def test_what_came_of_another_matter_is_none_of_ours(others: str) -> None:
    text = f"因政府信息公开引发行政复议6件、行政诉讼4件。{others}"
    assert sorted(claim.quantity.low for claim in claims(text)) == [4, 6]


def test_what_came_of_our_answers_is_ours() -> None:
    assert [claim.quantity.low for claim in claims("对政府信息公开答复不服引发的行政复议6件。")] == [6]


def test_some_of_the_disputes_are_not_all() -> None:
    assert told("（三）政府信息公开复议诉讼情况。复议中有2件经沟通撤回。") == []


def test_disputes_that_decisions_brought_about_are_over_these() -> None:
    text = "（二）依申请公开。作出行政处罚90件，引发行政复议12件。"
    assert told(text) == [("行政处罚数", 90)]


def test_what_is_told_within_those_that_ended_in_one_way_is_of_these_alone() -> None:
    text = "政府信息公开行政诉讼9件，在审的3件诉讼中，1件为直接起诉；复议后起诉4件。"
    assert [claim.quantity.low for claim in claims(text)] == [9, 3, 4]
    text = "政府信息公开行政诉讼9件，直接起诉的5件中，维持2件。"
    assert [claim.quantity.low for claim in claims(text)] == [9, 5, 2]
