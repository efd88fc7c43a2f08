"""Charts on paper: whose they are and where they come from is told, on one page where they fit, and told in words."""

import re
from pathlib import Path

import pytest

from export.charts import charts
from export.charts_paper import NOTHING, render, write
from tests.export import reports
from tests.export.paper import MM, read


def test_the_paper_tells_office_year_and_source_and_takes_one_page() -> None:
    paper = read(render([reports.report(2023), reports.report(2024)]))
    assert len(paper.pages) == 1
    assert f"{reports.OFFICE}2024年政府信息公开工作年度报告图表" in paper.text
    assert f"资料来源：{reports.OFFICE}2023—2024年政府信息公开工作年度报告" in paper.text
    assert paper.information["Title"] == f"{reports.OFFICE}2024年政府信息公开工作年度报告图表"


def test_the_page_of_charts_stays_inside_the_type_area(tmp_path: Path) -> None:
    write([reports.report(year) for year in (2021, 2022, 2023, 2024)], tmp_path / "图表.pdf")
    paper = read((tmp_path / "图表.pdf").read_bytes())
    assert "2024年申请办理结果（件）" in paper.text
    assert "历年行政复议、行政诉讼（件）" in paper.text
    for page in paper.pages:
        for glyph in (glyph for glyph in page.glyphs if glyph.size < 14):
            assert 28 * MM - 1 <= glyph.left <= glyph.right <= 184 * MM + 1
            assert 37 * MM - 1 <= glyph.top <= glyph.bottom <= 262 * MM + 1


def test_the_same_charts_give_the_same_bytes() -> None:
    assert render([reports.report()]) == render([reports.report()])


def test_without_a_number_a_page_says_so() -> None:
    paper = read(render([reports.report(filled=False)]))
    assert len(paper.pages) == 1
    assert NOTHING in paper.text
    assert reports.OFFICE in paper.text


@pytest.mark.parametrize("years", [(2024,), (2021, 2022, 2023, 2024), (2014, 2015), (2019, 2020)])
def test_all_charts_stand_on_one_page_whatever_the_form(years: tuple[int, ...]) -> None:
    made = [reports.report(year) for year in years]
    (page,) = read(render(made)).pages
    words = "".join(page.text.split())
    assert all("".join(chart.title.split()) in words for chart in charts(made))


def test_a_source_of_one_year_names_it_alone() -> None:
    text = read(render([reports.report(2024)])).text
    assert f"资料来源：{reports.OFFICE}2024年政府信息公开工作年度报告" in text


def test_a_long_office_name_is_broken_inside_the_type_area() -> None:
    office = "清河自治州清河自治县农业农村和水利林业草原综合行政执法局（清河自治县动物卫生监督所）"
    (page,) = read(render([reports.report(2024, office)])).pages
    assert office in re.sub(r"\s", "", page.text)
    assert all(28 * MM - 1 <= glyph.left <= glyph.right <= 184 * MM + 1 for glyph in page.of_size(16))
    assert page.lines(16)[:3] == [
        "清河自治州清河自治县农业农村和",
        "水利林业草原综合行政执法局",
        "（清河自治县动物卫生监督所）",
    ]


def test_five_years_take_two_pages_with_two_charts_each() -> None:
    made = [reports.report(year) for year in range(2020, 2025)]
    first, second = ("".join(page.text.split()) for page in read(render(made)).pages)
    titles = ["".join(chart.title.split()) for chart in charts(made)]
    assert [title in first for title in titles] == [True, True, False, False]
    assert [title in second for title in titles] == [False, False, True, True]
