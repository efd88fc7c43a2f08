"""Half-width marks between Chinese characters are told once and mended in one step; numbers and addresses are left alone."""

import pytest

from model.check import check
from model.findings import Finding, reworded
from tests.model.drafts import OTHER_MATTERS, OVERVIEW, case


def found(**texts: str) -> list[Finding]:
    return [finding for finding in check(case(texts=texts)).findings if finding.code == "S12"]


@pytest.mark.parametrize(
    ("words", "mended"),
    [
        ("栏目已改版,欢迎访问.", "栏目已改版，欢迎访问。"),
        ("设立窗口(二楼),欢迎前往(节假日除外).", "设立窗口（二楼），欢迎前往（节假日除外）。"),
        ("分三步:清理;归类;公布!", "分三步：清理；归类；公布！"),
        ("设立窗口(二楼)一处.", "设立窗口（二楼）一处。"),
        ('推出"一站式"查阅。', "推出“一站式”查阅。"),
        ("举办'公开日'活动。", "举办‘公开日’活动。"),
        ("公开率达100%!", "公开率达100%！"),
        ("网站占80%,较上年多3,其余持平。", "网站占80%，较上年多3，其余持平。"),
        ("公开{行政许可数}件,均在网上公示。", "公开{行政许可数}件，均在网上公示。"),
    ],
)
def test_marks_become_full_width(words: str, mended: str) -> None:
    text = f"{OVERVIEW}\n{words}"
    (finding,) = found(overview=text)
    assert reworded(text, finding.respelling) == f"{OVERVIEW}\n{mended}"


@pytest.mark.parametrize(
    "words",
    [
        "公开1,234条，网站占99.5%，比分3:2，时间9:00。",
        "网址为http://www.example.gov.cn/gk,a=1;b=2?c。",
        "启用 V2.0 (beta) 系统。",
        "举办“公开日”活动（第3期）。",
        "宣传片时长3'20''，片尾2'05''。",
        "文件编号为2023(12)号，见表1.2。",
        "期间为2023.1.1至2023.12.31，每日9:00-17:30开放。",
    ],
)
def test_marks_of_numbers_addresses_and_foreign_words_stay(words: str) -> None:
    assert found(overview=f"{OVERVIEW}\n{words}") == []


def test_all_texts_of_the_report_are_told_together() -> None:
    (finding,) = found(overview=f"{OVERVIEW}\n按时公开,", other_matters=f"{OTHER_MATTERS}没有其他事项,")
    assert "2 处" in finding.message
    assert {change.spot.section for change in finding.respelling} == {"overview", "other_matters"}
    assert finding.page == "overview"
