"""Years stand for the report's own where it is named or its work is told, and for others' elsewhere."""

import pytest

from model.prose.other_years import year_of_opening, years_of_report, years_of_work


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("现公布某局2022年政府信息公开工作年度报告。", True),
        ("2022年政府信息公开工作情况报告如下。", True),
        ("本报告为某局2022年政府信息公开工作年度报告。", False),
    ],
)
def test_a_year_before_what_the_report_is_called_is_that_of_the_report(words: str, opens: bool) -> None:
    (year,) = years_of_report(words)
    assert (year.number, year.opens, words[year.start :][:4]) == (2022, opens, "2022")


@pytest.mark.parametrize(
    "words",
    [
        "按照2021年政府信息公开工作年度报告格式编制本报告。",
        "与2022年政府信息公开工作年度报告相比有所增加。",
        "《2022年政务公开工作总结》已印发。",
    ],
)
def test_a_year_of_another_paper_is_none_of_the_report(words: str) -> None:
    assert not years_of_report(words)


def test_chinese_digits_tell_a_year_as_well() -> None:
    (year,) = years_of_work("二〇二二年，我局主动公开信息30条。")
    assert year.number == 2022


def test_a_sentence_that_compares_tells_no_work_of_its_year() -> None:
    assert not [*years_of_work("2022年我局公开信息较上年增加30条。")]


def test_a_text_opens_with_a_year_unless_those_above_all_offices_acted_in_it() -> None:
    opening = year_of_opening("2022年，工作有序开展。2023年，工作继续。")
    assert opening is not None
    assert opening.number == 2022
    assert year_of_opening("2021年，国务院办公厅印发通知。") is None
