"""Headings, period, notices, dates and the form itself."""

import pytest

from model.check import check
from model.findings import reworded
from model.form_file import load_form
from model.report import Slot, SlotKind
from model.rules.rule import Case
from tests.model.drafts import OVERVIEW, case, field, finished


def messages(code: str, checked: Case) -> list[str]:
    return [finding.message for finding in check(checked).findings if finding.code == code]


def test_the_order_of_the_six_parts_is_fixed() -> None:
    report = finished()
    report.set([(Slot(SlotKind.ORDER, "sections"), ("overview", "disclosure"))])
    (message,) = messages("S1", Case(report))
    assert "六、其他需要报告的事项" in message
    assert "现有 2 个部分" in message


def test_form_2014_has_headings_of_the_offices_own() -> None:
    report = finished(2016)
    report.set([(Slot(SlotKind.HEADING, "summary"), "一、基本情况")])
    assert messages("S1", Case(report)) == []


@pytest.mark.parametrize(
    ("period", "count"),
    [
        ("2023年1月1日至2023年12月31日", 0),
        ("2023年1月1日至12月31日", 0),
        ("2023 年 1 月 1 日至 2023 年 12 月 31 日", 0),
        ("自2023年1月1日起至2023年12月31日止", 0),
        ("2023年1月1日—12月31日", 0),
        ("2022年1月1日至2022年12月31日", 1),
        ("2023年1月1日至2023年12月30日", 1),
        ("2022年1月1日至2023年12月31日", 1),
        ("2023.1.1-2023.12.31", 0),
        ("2023-01-01至2023-12-31", 0),
        ("２０２３年１月１日至１２月３１日", 0),
        ("2023年1月至12月", 0),
        ("2023年度", 0),
        ("2022.1.1-2022.12.31", 1),
        ("２０２２年１月１日至１２月３１日", 1),
        ("2022年1月至12月", 1),
        ("2023年1月至11月", 1),
        ("2022年度", 1),
    ],
)
def test_the_period_is_the_whole_year(period: str, count: int) -> None:
    assert len(messages("S2", case(texts={"preamble": f"所列数据的统计期限为{period}。"}))) == count


@pytest.mark.parametrize(
    "period", ["2022年1月1日至2022年12月31日", "2022年1月1日起至12月31日", "2022年1月至12月", "2022年度"]
)
def test_the_period_of_another_year_is_put_right_with_one_key(period: str) -> None:
    words = f"所列数据的统计期限为{period}。"
    (finding,) = (f for f in check(case(texts={"preamble": words})).findings if f.code == "S2")
    assert finding.rewording is not None
    mended = reworded(words, [finding.rewording])
    assert mended == "所列数据的统计期限为2023年1月1日至2023年12月31日。"
    assert messages("S2", case(texts={"preamble": mended})) == []


def test_a_part_of_the_year_may_be_that_of_a_young_office_so_no_period_is_offered() -> None:
    words = "所列数据的统计期限为2023年1月至11月。"
    (finding,) = (f for f in check(case(texts={"preamble": words})).findings if f.code == "S2")
    assert not finding.can_be_mended


@pytest.mark.parametrize("begun", ["2023年1月1日", "2023年1"])
def test_a_long_gap_in_a_period_is_passed_by(begun: str) -> None:
    assert messages("S2", case(texts={"overview": f"统计期限{begun}{' ' * 200_000}。"})) == []


def test_a_period_behind_a_long_gap_is_found_soon() -> None:
    words = f"{' ' * 200_000}本报告统计期限为2022年1月1日至2022年12月31日。"
    assert len(messages("S2", case(texts={"overview": words}))) == 1


def test_the_drafted_preamble_tells_the_period_right() -> None:
    assert messages("S2", Case(finished())) == []


@pytest.mark.parametrize(
    ("words", "section", "due"),
    [
        ("数据统计截至2023年12月31日。", "preamble", ""),
        ("所列数据截止日期为2022年12月31日。", "preamble", "2023年12月31日"),
        ("本报告统计期限为2022年1月1日至2022年12月31日。", "overview", "2023年1月1日至2023年12月31日"),
        ("网站访问量的统计时间为2023年1月1日至6月30日。", "overview", ""),
        ("新媒体的统计周期为2022年12月1日至2023年11月30日。", "overview", ""),
        ("网站访问数据的统计时间为2023年1月1日至2023年11月30日。", "preamble", ""),
        ("上年度报告统计期限为2022年1月1日至2022年12月31日。", "preamble", ""),
        ("部分数据截至2024年1月10日。", "preamble", ""),
        ("其中，社保数据统计截至2023年11月30日。", "preamble", ""),
        ("本报告所列数据，统计期限为2022年1月至12月。", "overview", "2023年1月1日至2023年12月31日"),
        ("甲县乙局年度报告的统计期限为2022年度。", "preamble", "2023年1月1日至2023年12月31日"),
        ("本报告按格式编制,统计期限为2022年度。", "preamble", "2023年1月1日至2023年12月31日"),
        ("网站访问数据（不含专栏）统计时间：2023年1月至11月。", "overview", ""),
        ("现公布年度报告（统计期限：2022年度）。", "preamble", "2023年1月1日至2023年12月31日"),
        ("与2022年度报告（统计期限为2022年1月1日至2022年12月31日）相比，调整了栏目。", "preamble", ""),
        ("2022年度报告的统计期限为2022年1月1日至12月31日，本年度沿用其体例。", "preamble", ""),
        (
            "2023年度报告（统计期限为2022年1月1日至2022年12月31日）现予公布。",
            "preamble",
            "2023年1月1日至2023年12月31日",
        ),
        ("我局2023年4月1日成立，统计期限为2023年4月1日至2023年12月31日。", "preamble", ""),
        (
            "我局2023年4月1日成立，统计期限为2022年4月1日至2023年12月31日。",
            "preamble",
            "2023年1月1日至2023年12月31日",
        ),
    ],
)
def test_a_period_is_judged_where_it_is_the_reports_own(words: str, section: str, due: str) -> None:
    found = messages("S2", case(texts={section: f"{OVERVIEW}\n{words}" if section == "overview" else words}))
    assert [f"应为“{due}”" in message for message in found] == ([True] if due else [])


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-01-31", ""),
        ("2024-02-01", "2024-01-31"),
        ("2023-12-31", "2023-12-31"),
    ],
)
def test_the_date_lies_between_the_years_end_and_the_deadline(day: str, words: str) -> None:
    found = messages("S9", Case(field(finished(), "date", day)))
    assert [words in message for message in found] == ([True] if words else [])


def test_a_newer_form_for_an_older_year_is_told_as_well() -> None:
    (message,) = messages("S10", Case(finished(2020, form=load_form("2021"))))
    assert "2020年度" in message
    assert "国办公开办函〔2019〕60号" in message
