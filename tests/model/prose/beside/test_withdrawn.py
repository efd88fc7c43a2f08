"""What stands beside a number may leave open what it tells: then it tells nothing."""

import pytest

from model.prose.words.codes import RESULT
from tests.model.prose.telling import claims, told


@pytest.mark.parametrize(
    "text",
    [
        "县政府及部门现行有效规范性文件合计128件，其中县政府50件。",
        "全县制发规范性文件45件，其中，县政府18件、县直部门27件。",
        "全县废止规范性文件21件（县政府7件、部门14件）。",
    ],
)
def test_which_body_of_several_the_tables_count_is_open(text: str) -> None:
    assert told(text) == []


def test_what_is_done_with_the_first_of_a_row_is_done_with_all_of_it() -> None:
    assert told("公示行政许可57件、行政处罚14件。") == []


def test_how_papers_are_marked_is_no_result() -> None:
    assert told("主动公开类560件、依申请公开512件、不予公开208件。") == []


def test_a_total_of_disputes_of_every_kind_is_not_of_those_about_disclosure() -> None:
    text = "（二）依申请公开。行政复议7件，工伤认定类12件，合计22件。"
    assert [claim.quantity.low for claim in claims(text)] == [7]


def test_what_decisions_disputes_were_about_is_no_number_of_decisions() -> None:
    text = "办理行政复议案件122件，其中信息公开类29件，行政处罚类41件。"
    assert all(count != 41 for _, count in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "因政府信息公开引发行政复议29件，其中县教育局9件，维持6件、纠正2件。",
        "（二）依申请公开。被复议29件，其中9件涉及县教育局，维持6件。",
        "（二）依申请公开。上年度结转的行政复议2件已全部审结，维持2件。",
    ],
)
def test_results_of_a_part_of_the_disputes_are_not_those_of_all(text: str) -> None:
    assert all(claim.code != RESULT for claim in claims(text))


def test_results_behind_a_kind_of_disputes_are_its_own() -> None:
    text = "政府信息公开行政复议21件中，校舍类12件，维持8件；食堂类6件，维持4件。"
    assert ("行政复议维持数", 8) not in told(text)
    assert ("行政复议维持数", 4) not in told(text)
