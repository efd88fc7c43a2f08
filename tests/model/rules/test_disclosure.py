"""Who may make 规章, and what last year's table tells about this year's."""

import pytest

from model.check import check
from model.levels import Level
from model.rules.disclosure import may_make_regulations
from model.rules.rule import Case
from tests.model.drafts import applications, case, finished, put


@pytest.mark.parametrize(
    "office",
    [
        "丙市人民政府",
        "甲省人民政府",
        "丁自治区人民政府",
        "国家某总局",
        "丙市人民政府办公室",
        "丙市",
        "国家互联网信息办公室",
        "中国人民银行",
        "丙市人民政府（本级）",
        "丁自治州人民政府办公室",
    ],
)
def test_who_may_make_regulations(office: str) -> None:
    assert may_make_regulations(office)


@pytest.mark.parametrize(
    "office",
    [
        "甲县人民政府",
        "丙市乙区人民政府",
        "丙市财政局",
        "甲县乙镇人民政府",
        "甲省财政厅",
        "戊街道办事处",
        "国家某总局丙市某局",
        "中国人民银行丙市分行",
        "中华人民共和国丙海关",
        "国家能源局丙监管办公室",
        "丙市外事办公室",
        "丙市人民政府外事办公室",
        "丙市人民政府戊街道办事处",
        "己盟行政公署",
        "己地区行署",
        "己旗庚苏木人民政府",
        "辛生产建设兵团第六师",
    ],
)
def test_who_may_not(office: str) -> None:
    assert not may_make_regulations(office)


@pytest.mark.parametrize(
    ("now", "before", "leaps"),
    [("11", "0", True), ("10", "0", False), ("150", "100", False), ("49", "100", True), ("0", "11", True)],
)
def test_a_leap_is_more_than_half_and_more_than_ten(now: str, before: str, leaps: bool) -> None:
    key = "disclosure.penalties.decisions"
    found = check(case(cells={key: now}, last={key: before})).findings
    assert any(finding.code == "T2.4" for finding in found) is leaps


@pytest.mark.parametrize(
    ("office", "amount", "last", "asked"),
    [
        ("甲县乙局", "385000", None, True),
        ("甲县乙局", "385000", "0", True),
        ("甲县乙局", "9999", None, False),
        ("甲县人民政府", "38500", None, False),
        ("丙市人民政府", "96171.6", None, False),
        ("甲县乙局", "385000", "380000", False),
    ],
)
def test_an_amount_in_yuan_is_noticed_in_the_first_year_too(
    office: str, amount: str, last: str | None, *, asked: bool
) -> None:
    key = "disclosure.fees.amount"
    checked = case(cells={key: amount}, office=office, last=None if last is None else {key: last})
    assert any(finding.code == "T2.5" for finding in check(checked).findings) is asked


def test_documents_that_lapsed_can_be_explained() -> None:
    cells = {"disclosure.normative_documents.in_force": "1", "disclosure.normative_documents.issued": "3"}
    (finding,) = check(case(cells=cells)).findings
    assert (finding.code, finding.level) == ("T2.2", Level.EXPLAIN)


def test_one_slip_in_what_was_carried_in_is_told_once() -> None:
    cells = applications(5, 8, 3)
    findings = check(case(cells=cells, last=applications(5, 3, 0, 2))).findings
    assert [finding.cells for finding in findings] == [("applications.carried_in.natural_person",)]


def test_a_total_that_alone_differs_is_told() -> None:
    report = put(finished(cells=applications(5, 8, 3)), "applications.carried_in.total", 4)
    last = finished(2022, applications(5, 2, 0, 3), {"overview": "上一年的情况见当年的报告。"})
    told = [f.cells for f in check(Case(report, last)).findings if f.code == "T3.4"]
    assert told == [("applications.carried_in.total",)]


def test_last_year_in_another_form_is_no_measure() -> None:
    checked = case(2021, {"disclosure.normative_documents.in_force": "40"}, last={})
    assert {finding.code for finding in check(checked).findings} == set()


def test_last_years_numbers_are_offered() -> None:
    cells = {"applications.carried_in.natural_person": "3", "applications.granted.natural_person": "3"}
    last = {"applications.received.natural_person": "2", "applications.carried_out.natural_person": "2"}
    findings = check(case(cells=cells, last=last)).findings
    offers = [offer for finding in findings for offer in finding.suggestions if finding.code == "T3.4"]
    assert [(offer.cell, offer.old, offer.new) for offer in offers] == [
        ("applications.carried_in.natural_person", 3, 2)
    ]
