"""Disputes told by kinds: the decisions they arose from are not counted as such."""

import pytest

from tests.model.prose.telling import told


@pytest.mark.parametrize(
    "text",
    [
        "其他类行政复议80件（征收补偿50件、行政处罚20件、行政强制10件）。",
        "行政复议86件，其中行政处罚41件、行政许可20件。",
        "行政应诉34件，按案由分：行政处罚12件、行政许可8件、行政强制3件。",
        "行政复议86件，案由为行政处罚41件、行政许可20件。",
        "行政诉讼34件中，行政处罚类12件。",
    ],
)
def test_what_disputes_arose_from_is_no_number_of_decisions(text: str) -> None:
    assert told(text) == []


def test_decisions_beside_disputes_are_counted() -> None:
    text = "行政复议86件，其中行政处罚类41件；全年作出行政处罚347件。"
    assert told(text) == [("行政处罚数", 347)]


@pytest.mark.parametrize(
    "text",
    [
        "（二）政府信息公开申请、复议情况。行政复议86件（行政处罚41件、信息公开6件、其他39件）。",
        "（二）政府信息公开申请、复议情况。行政诉讼34件中，行政处罚类12件、信息公开类4件。",
    ],
)
def test_where_disclosure_is_one_of_the_kinds_all_are_not_ours(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["依申请公开答复被纠正5件（复议3件、诉讼2件）。", "被纠正5件，其中复议3件、诉讼2件。"]
)
def test_disputes_that_came_to_one_result_are_not_all(text: str) -> None:
    assert told(f"（三）政府信息公开复议诉讼情况。{text}") == []


@pytest.mark.parametrize("text", ["3件被复议纠正案件中有2件为征收类。", "2件被诉讼纠正的案件中有1件超期。"])
def test_disputes_with_their_result_behind_them_are_not_all(text: str) -> None:
    assert told(f"（三）政府信息公开复议诉讼情况。{text}") == []


@pytest.mark.parametrize("join", ["、", "和"])
@pytest.mark.parametrize("upheld", ["获维持", "均获得维持", "结果维持", "被维持"])
def test_what_became_of_a_row_is_told_behind_the_last_of_it(join: str, upheld: str) -> None:
    text = f"因政府信息公开引起的14件复议{join}4件诉讼{upheld}，2件复议被纠正。"
    assert told(text) == [("行政复议维持数", 14), ("行政诉讼维持数", 4), ("行政复议纠正数", 2)]


def test_what_became_of_a_row_behind_a_comma_is_told_of_no_number_of_it() -> None:
    text = "因政府信息公开引起的14件复议、4件诉讼，维持11件。"
    assert told(text)[:2] == [("行政复议总数", 14), ("行政诉讼总数", 4)]


def test_disputes_that_are_still_open_are_not_all() -> None:
    assert told("政府信息公开行政诉讼11件。3件未结复议案件均为征收类。") == [("行政诉讼总数", 11)]


def test_that_there_is_one_does_not_count_them_all() -> None:
    text = "（三）政府信息公开复议诉讼情况。有1件复议经调解后撤回，有1件复议因超期被驳回。"
    assert told(text) == []
