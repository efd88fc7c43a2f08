"""The preamble is drafted from the office's data until the clerk writes one."""

from datetime import date

import pytest

from model.preamble import deadline_of, draft_preamble, level_of, period_of, preamble_of, title_of
from model.report import Slot, SlotKind
from tests.model.drafts import blank, field


def test_the_title_is_office_year_and_the_official_name() -> None:
    assert title_of(blank(2024)) == "甲县乙局2024年政府信息公开工作年度报告"
    assert title_of(field(blank(2024), "title", "甲县乙局年报")) == "甲县乙局年报"


def test_the_draft_names_the_basis_the_six_parts_and_the_period() -> None:
    draft = draft_preamble(blank(2024))
    assert "（国办公开办函〔2021〕30号）" in draft
    assert "总体情况、主动公开政府信息情况、" in draft
    assert "其他需要报告的事项六个部分组成" in draft
    assert "统计期限为2024年1月1日至2024年12月31日" in draft
    assert draft.count("\n") == 0, "without contact data there is no second paragraph"


def test_the_draft_tells_where_to_read_the_report_and_whom_to_ask() -> None:
    report = blank(2024)
    for name, value in {"website": "甲县人民政府网站", "phone": "0500-1", "postcode": "990018"}.items():
        field(report, name, value)
    assert draft_preamble(report).splitlines()[-1] == (
        "本报告电子版可在甲县人民政府网站查阅和下载。"
        "如对本报告有疑问，请与甲县乙局联系（邮编：990018，联系电话：0500-1）。"
    )


def test_form_2014_cites_the_regulations_alone() -> None:
    assert "国办" not in draft_preamble(blank(2016))


def test_what_the_clerk_wrote_stands() -> None:
    report = blank(2024)
    assert preamble_of(report) == draft_preamble(report)
    written = "自己写的引言。"
    report.set([(Slot(SlotKind.TEXT, "preamble"), written)])
    assert preamble_of(report) == written


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("云溪市人民政府", "government"),
        ("云溪县人民政府", "government"),
        ("宁乡市人民政府", "government"),
        ("云溪县云河镇人民政府", "department"),
        ("云溪县云山乡人民政府", "department"),
        ("云溪区新城街道办事处", "department"),
        ("云溪县林业局", "department"),
        ("", "department"),
        ("某地区行政公署", "government"),
        ("云溪县人民政府（本级）", "government"),
        ("云溪县 人民政府 ", "government"),
        ("云溪县云河镇人民政府(本级)", "department"),
        ("云溪自治旗人民政府", "government"),
        ("云溪特区人民政府", "government"),
        ("云溪林区人民政府", "government"),
        ("易县人民政府", "government"),
        ("镇平县人民政府", "government"),
        ("新乡市人民政府", "government"),
        ("云溪盟行署", "government"),
        ("云溪自治州云河行政委员会", "government"),
        ("云溪旗云河民族苏木人民政府", "department"),
        ("云河回族镇人民政府", "department"),
        ("云溪经济技术开发区管理委员会", "department"),
        ("云溪市人民政府云河街道办事处", "department"),
        ("国家税务总局云溪县税务局", "department"),
        ("云溪海关", "department"),
        ("云溪生产建设兵团第六师一二团", "department"),
        ("云溪县第一中学", "department"),
        ("云溪市供水集团有限公司", "department"),
    ],
)
def test_an_office_s_name_tells_its_kind(office: str, level: str) -> None:
    assert level_of(office) == level


@pytest.mark.parametrize(
    ("office", "due"),
    [
        ("云溪县人民政府", date(2025, 3, 31)),
        ("云溪县云河镇人民政府", date(2025, 1, 31)),
        ("云溪县林业局", date(2025, 1, 31)),
    ],
)
def test_the_name_tells_when_a_report_is_due_until_a_kind_is_chosen(office: str, due: date) -> None:
    report = blank(2024, office)
    assert deadline_of(report) == due
    assert deadline_of(field(report, "level", "government")) == date(2025, 3, 31)


def test_the_official_titles_are_cited_in_full() -> None:
    assert "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）" in draft_preamble(
        blank(2024)
    )
    assert "年度报告格式（试行）》（国办公开办函〔2019〕60号）" in draft_preamble(blank(2020))


def test_the_period_is_the_whole_year() -> None:
    assert period_of(blank(2023)) == "2023年1月1日至2023年12月31日"


@pytest.mark.parametrize(
    ("name", "value", "due"),
    [
        ("level", "", date(2025, 1, 31)),
        ("level", "department", date(2025, 1, 31)),
        ("level", "government", date(2025, 3, 31)),
        ("deadline", "2025-01-26", date(2025, 1, 26)),
    ],
)
def test_departments_report_by_january_governments_by_march_unless_a_day_is_set(
    name: str, value: str, due: date
) -> None:
    assert deadline_of(field(blank(2024), name, value)) == due
