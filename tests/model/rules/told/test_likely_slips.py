"""N16: numbers in an office's own words, borne out by the numbers around them."""

import pytest

from model.levels import Level
from model.report import Report
from model.rules.rule import Case
from model.rules.told.likely_slips import slips
from tests.model.drafts import applications, case

_YEAR = 2023


def found(text: str, problems: str = "", last: Report | None = None) -> list[str]:
    """What the rule quotes from a text on 60 applications received, 58 handled and 2 carried over."""
    cells = {**applications(60, 58, 0, 2), "disclosure.licences.decisions": "742"}
    told = case(_YEAR, cells, {"overview": text, "problems": problems})
    return [finding.quote for finding in slips(Case(told.report, last))]


def test_a_number_in_other_words_that_misses_the_table_by_a_slip_is_doubted() -> None:
    assert found("收到政府信息公开申请60件，全年办出58件。") == []
    assert found("收到政府信息公开申请60件，其中自然人60件，全年办出85件。") == ["全年办出85件"]


def test_it_only_reminds_and_offers_nothing() -> None:
    told = case(
        _YEAR, applications(60, 58, 0, 2), {"overview": "收到政府信息公开申请60件，自然人60件，办出57件。"}
    )
    (finding,) = slips(told)
    assert (finding.level, finding.rewording) == (Level.WARNING, None)
    assert "旁边的数都与表格一致" in finding.message


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("全年办出申请71件。", "nothing bears it out"),
        ("收到政府信息公开申请60件，自然人60件，办出21件。", "it is far from the table's"),
        ("收到政府信息公开申请60件，自然人60件，办出57件，还有3件没有到期。", "two numbers are denied"),
        ("收到政府信息公开申请60件，自然人60件。县教育局办出57件。", "it is another office's"),
        ("收到政府信息公开申请60件，自然人60件，已答复57件。", "the grammar is certain of it"),
    ],
)
def test_what_may_be_right_is_left_in_peace(text: str, why: str) -> None:
    assert found(text) == [], why


def test_what_is_told_rightly_in_another_place_bears_it_out() -> None:
    problems = "存在的问题：申请多、人手少，全年办出{}件。"
    text = "收到政府信息公开申请60件，办出58件。"
    assert found(text, problems.format(58)) == []
    assert found(text, problems.format(57)) == ["申请多、人手少，全年办出57件"]


def test_results_told_apart_by_years_are_no_slips() -> None:
    cells = {**applications(17, 14, 1), "applications.unavailable_not_held.natural_person": "4"}
    text = "新收政府信息公开申请17件，其中予以公开13件，无法提供4件；结转上年申请1件，结果为予以公开。"
    assert list(slips(case(_YEAR, cells, {"overview": text}))) == []


def test_last_years_number_is_compared_with_last_years_report() -> None:
    last = case(_YEAR - 1, applications(50, 50), {}).report
    text = "收到政府信息公开申请60件，自然人60件；行政许可742件。收到申请由上年的{}件增至60件。"
    assert found(text.format(50), last=last) == []
    assert found(text.format(51), last=last) == ["收到申请由上年的51件"]


def test_a_part_that_is_all_there_is_is_told_and_not_guessed() -> None:
    text = "办理、规范答复政府信息公开申请{}件（含上年结转1件），办结58件，结转下年度2件。"
    cells = {**applications(59, 58, 1, 2)}
    assert list(slips(case(_YEAR, cells, {"overview": text.format(60)}))) == []
    assert len(list(slips(case(_YEAR, cells, {"overview": text.format(59)})))) == 1


def test_a_part_of_what_is_the_tables_own_number_is_no_slip() -> None:
    cells = {**applications(10, 10), "applications.received.legal_service": "0"}
    text = "收到政府信息公开申请10件；其中本级收到8件，下属单位收到2件。"
    assert list(slips(case(_YEAR, cells, {"overview": text}))) == []


def test_new_ones_that_make_up_what_was_handled_are_none() -> None:
    cells = {**applications(60, 61, 3, 2), "disclosure.licences.decisions": "742"}
    text = "收到政府信息公开申请60件。答复61件，其中上年结转3件、本年新收{}件。"
    told = [
        [finding.quote for finding in slips(case(_YEAR, cells, {"overview": text.format(new)}))]
        for new in ("58", "57")
    ]
    assert told[0] == []
