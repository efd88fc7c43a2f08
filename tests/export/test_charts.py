"""Charts show the report's own numbers, as vectors, and read the same without colour."""

from decimal import Decimal

import pytest
from lxml import etree
from reportlab.graphics.shapes import Rect, String

from export.charts import FILLS, Chart, Row, charts, drawing, svg
from model.number_fields import field_value
from model.report import Slot, SlotKind
from model.values import to_text
from tests.export import reports


@pytest.fixture
def outcomes() -> Chart:
    """How the applications of a filled report were handled."""
    return charts([reports.report()])[0]


def test_outcomes_and_applicants_have_the_numbers_of_the_table(outcomes: Chart) -> None:
    report = reports.report()
    assert [row.label for row in outcomes.rows] == [
        "予以公开",
        "部分公开",
        "不予公开",
        "无法提供",
        "不予处理",
        "其他处理",
    ]
    for row in outcomes.rows:
        assert row.values == (field_value(report, f"{row.label}数"),)
    shares = sum(Decimal(row.notes[0].rstrip("%")) for row in outcomes.rows)
    assert shares == pytest.approx(100, abs=Decimal("0.4"))


def test_years_are_shown_in_order_and_five_at_most() -> None:
    years = charts([reports.report(year) for year in range(2024, 2017, -1)])
    (chart,) = (chart for chart in years if "历年政府信息公开申请" in chart.title)
    assert [row.label for row in chart.rows] == [f"{year}年" for year in range(2020, 2025)]
    assert chart.series == ("收到申请", "办结申请")


@pytest.mark.parametrize("year", [2014, 2019, 2024])
def test_every_form_has_its_charts(year: int) -> None:
    assert len(charts([reports.report(year)])) >= 3


def test_growth_is_told_against_the_year_before_and_no_other() -> None:
    years = {year: reports.report(year) for year in (2021, 2023, 2024)}
    years[2024].set([(Slot(SlotKind.CELL, "applications.received.natural_person"), 0)])
    (chart,) = (chart for chart in charts(list(years.values())) if "历年政府信息公开申请" in chart.title)
    assert [row.notes[0] for row in chart.rows][:2] == ["", ""]
    before, now = (field_value(years[year], "收到申请总数") for year in (2023, 2024))
    assert before is not None
    assert now is not None
    assert chart.rows[2].notes[0] == f"较上年−{(before - now) / before:.1%}"


def test_a_chart_is_told_in_words() -> None:
    chart = Chart(
        "历年申请", (Row("2023年", (None, 3)), Row("2024年", (0, 5), ("", "较上年+66.7%"))), ("甲", "乙")
    )
    assert chart.words == "历年申请：2023年 甲 未填、乙 3；2024年 甲 0、乙 5（较上年+66.7%）。"


def test_a_blank_number_is_told_and_has_no_bar() -> None:
    picture = drawing(Chart("历年", (Row("2023年", (None, 3)), Row("2024年", (0, 5))), ("甲", "乙")))
    words = [shape.text for shape in picture.contents if isinstance(shape, String)]
    assert {"未填", "0", "3", "5"} <= set(words)
    bars = [shape for shape in picture.contents if isinstance(shape, Rect) and shape.height > 10]
    assert len(bars) == 2


def test_bars_are_as_long_as_their_numbers() -> None:
    picture = drawing(Chart("历年", (Row("甲", (100,)), Row("乙", (25,)))))
    long, short = (shape.width for shape in picture.contents if isinstance(shape, Rect))
    assert long == pytest.approx(4 * short)


def test_dark_and_pale_bars_are_told_apart_without_colour() -> None:
    dark, pale = (0.3 * fill.red + 0.59 * fill.green + 0.11 * fill.blue for fill in FILLS)
    assert dark < 0.4
    assert pale > 0.8


def test_svg_is_one_element_with_title_and_words(outcomes: Chart) -> None:
    element = etree.fromstring(svg(outcomes))
    space = "{http://www.w3.org/2000/svg}"
    assert element.tag == f"{space}svg"
    assert element.findtext(f"{space}title") == outcomes.title
    words = [text.text for text in element.iter(f"{space}text")]
    assert outcomes.title in words
    assert any(to_text(row.values[0]) in (word or "") for row in outcomes.rows for word in words)


def test_a_blank_report_has_no_charts() -> None:
    assert charts([reports.report(filled=False)]) == ()
