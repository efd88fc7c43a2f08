"""The form, the regulations and the fees are cited by the titles and numbers that hold; other documents are left alone."""

import pytest

from model.check import check
from model.findings import reworded
from model.rules.rule import Case
from tests.model.drafts import OVERVIEW, case


def messages(code: str, checked: Case) -> list[str]:
    return [finding.message for finding in check(checked).findings if finding.code == code]


@pytest.mark.parametrize(
    ("notice", "right"),
    [
        ("国办公开办函〔2021〕30号", ""),
        ("国办函〔2020〕109号", ""),
        ("国办发〔2018〕23号", ""),
        ("国办发〔2021〕30号", "国办公开办函〔2021〕30号"),
        ("国办公开办函[2021]30号", ""),
        ("国办函〔2019〕60号", "国办公开办函〔2021〕30号"),
        ("国办发〔2020〕109号", "国办函〔2020〕109号"),
    ],
)
def test_notices_are_cited_by_their_right_names(notice: str, right: str) -> None:
    found = messages("S4", case(texts={"preamble": f"根据{notice}，现予公布。"}))
    assert [right in message for message in found] == ([True] if right else [])


def test_the_notice_of_an_older_form_is_not_this_years_format() -> None:
    text = "根据《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2019〕60号）编制。"
    (message,) = messages("S4", case(texts={"preamble": text}))
    assert "国办公开办函〔2021〕30号" in message


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("按《政府信息公开工作年度报告格式（试行）》编写。", "中华人民共和国政府信息公开工作年度报告格式"),
        ("按照政府信息公开工作年度报告格式(试行)编写。", "中华人民共和国政府信息公开工作年度报告格式"),
        ("政府信息公开工作年度报告格式统一。", ""),
        ("按《年度报告格式（试行）》编写。", "中华人民共和国政府信息公开工作年度报告格式"),
        ("按《信息公开年度报告格式》编写。", "中华人民共和国政府信息公开工作年度报告格式"),
        ("统一年报格式，规范年度报告格式。", ""),
        ("按《政府信息公开年度报告格式》编写。", "中华人民共和国政府信息公开工作年度报告格式"),
        ("依据《政府信息公开条例》（国务院令第492号）开展工作。", "国务院令第711号"),
        ("按照国办公开办函〔2021〕60号印发的年度报告格式编写。", "国办公开办函〔2021〕30号"),
        ("依据《政府信息公开条例》（国务院令第492号公布，国务院令第711号修订）开展工作。", ""),
        ("落实《关于加强某项服务的意见》（国办发〔2021〕30号），年度报告另行公布。", ""),
        ("按照国办发〔2021〕30号要求优化服务。", ""),
        ("依据国务院令第492号开展工作。", "国务院令第711号"),
        ("2019年，国务院令第492号修订为国务院令第711号。", ""),
        ("2008年施行的国务院令第492号已经修订。", ""),
        ("我县自国务院令第492号公布起设立公开栏目。", ""),
        ("2008年《政府信息公开条例》（国务院令第492号）施行，我局随即建立台账。", ""),
        ("《政府信息公开条例》（国务院令第492号）已于2019年修订。", ""),
        ("认真落实《政府信息公开条例》（国务院令第492号）。", "国务院令第711号"),
        ("落实修订后的《政府信息公开条例》（国务院令第492号）。", "国务院令第711号"),
        ("根据2007年公布的国务院令第492号受理申请。", "国务院令第711号"),
        ("按照国办公开办函〔2021〕60号编制。", "国办公开办函〔2021〕30号"),
        ("按照国办公开办函﹝2019﹞60号编制。", "国办公开办函〔2021〕30号"),
        ("按照国办公开办函2019年第60号编制。", "国办公开办函〔2021〕30号"),
        ("依据《政府信息公开条例》（第492号国务院令）编制。", "国务院令第711号"),
        ("依据《政府信息公开条例》（国令第492号）编制。", "国务院令第711号"),
        ("依据《政府信息公开条例》（国务院第711号令）编制。", ""),
        ("按照《关于编制年度报告的通知》（甲政办函〔2023〕60号）编制。", ""),
        ("根据《年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。", "国办公开办函〔2021〕30号"),
        ("当年印发《年度报告有关事项的通知》（国办公开办函〔2019〕60号）。", ""),
        ("按照国办公开办函〔2019〕60号、国办公开办函〔2021〕30号编制年度报告。", ""),
        ("根据原国务院令第492号制定的办法已不再执行。", ""),
        ("根据原《政府信息公开条例》（国务院令第492号）编制的目录已更新。", ""),
        ("按照国办公开办函〔2022〕16号编制公开目录。", ""),
        ("按国办发〔2020〕109号收取信息处理费。", "国办函〔2020〕109号"),
    ],
)
def test_a_basis_that_no_longer_holds_is_told_and_another_subject_left_alone(words: str, right: str) -> None:
    found = messages("S4", case(texts={"overview": f"{OVERVIEW}\n{words}"}))
    assert [f"应为“{right}”" in message for message in found] == ([True] if right else [])


def test_the_right_citation_is_put_in_its_place() -> None:
    text = "根据《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）编制。"
    findings = [f for f in check(case(texts={"preamble": text})).findings if f.code == "S4"]
    assert reworded(text, [f.rewording for f in findings if f.rewording]) == (
        "根据《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。"
    )


def test_a_report_of_2020_rests_on_the_form_on_trial() -> None:
    text = "根据《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）编制。"
    assert messages("S4", case(2020, texts={"preamble": text})) == []


@pytest.mark.parametrize("begun", ["国办发", "国办发2021", "国务院令"])
def test_a_long_gap_in_a_citation_is_passed_by(begun: str) -> None:
    assert messages("S4", case(texts={"overview": f"{OVERVIEW}\n{begun}{' ' * 200_000}。"})) == []
