"""Whose report of which year: told by all that the page says, and said where it says two things."""

from dataclasses import replace

import pytest

from intake.page.flow import rows_of
from intake.page.headings import headings_of
from intake.page.masthead import Identity, contacts_in, identify
from intake.page.texts import texts_of
from intake.page.titles import titles_in
from intake.readers.text import read_text
from model.form_file import load_form


def identity(*lines: str, name: str = "", browser: str = "") -> Identity:
    document = replace(read_text("\n".join(lines)), title=browser)
    page = rows_of(document)
    headings = headings_of(load_form("2021"), page)
    end = headings[0].row if headings else len(page)
    titles = titles_in(page, end)
    texts = texts_of(page, headings, frozenset(), frozenset(row for title in titles for row in title.rows))
    return identify(page, document, texts, titles, end, name)


REST = ("一、总体情况", "全年公开信息有序。", "六、其他需要报告的事项", "没有其他事项。")
TITLE = "清河县水利局2023年政府信息公开工作年度报告"


def test_the_title_tells_both() -> None:
    found = identity(TITLE, *REST)
    assert (found.office, found.year, found.doubts) == ("清河县水利局", 2023, ())


def test_without_an_office_in_the_title_the_signature_tells_it() -> None:
    found = identity("2023年政府信息公开工作年度报告", *REST, "清河县水利局", "2024年1月20日")
    assert (found.office, found.year) == ("清河县水利局", 2023)


def test_the_files_name_tells_what_the_page_does_not() -> None:
    found = identity(*REST, name="清河县水利局2023年政府信息公开工作年度报告.docx")
    assert (found.office, found.year) == ("清河县水利局", 2023)


@pytest.mark.parametrize(
    "name",
    [
        "清河县水利局2023年政府信息公开工作年度报告(1).docx",
        "20240120清河县水利局2023年政府信息公开工作年度报告（定稿）.docx",
        "附件1：清河县水利局2023年政府信息公开工作年度报告-副本.pdf",
        "3.清河县水利局2023年政府信息公开工作年度报告_v2.doc",
    ],
)
def test_what_whoever_keeps_a_file_writes_around_its_title_is_no_part_of_it(name: str) -> None:
    found = identity(*REST, name=name)
    assert (found.office, found.year, found.title.text) == ("清河县水利局", 2023, TITLE)


@pytest.mark.parametrize(
    "line", ["公开主体：清河县水利局", "文章来源：清河县水利局 发表时间：2024-01-20", "发布机构,清河县水利局"]
)
def test_the_box_of_a_page_tells_the_office(line: str) -> None:
    assert identity("2023年政府信息公开工作年度报告", line, *REST).office == "清河县水利局"


def test_the_foot_of_a_page_tells_the_office_where_nothing_else_does() -> None:
    title = "2023年政府信息公开工作年度报告"
    assert identity(title, *REST, "发布单位：清河县水利局").office == "清河县水利局"


@pytest.mark.parametrize(
    ("browser", "office"),
    [("政府信息公开年报_清河县水利局", "清河县水利局"), ("政府信息公开年报_清河县人民政府", "")],
)
def test_the_browsers_title_tells_an_office_but_not_whose_the_site_is(browser: str, office: str) -> None:
    title = "2023年政府信息公开工作年度报告"
    assert identity(title, *REST, browser=browser).office == office


@pytest.mark.parametrize("period", ["2023.1.1—2023.12.31", "2023-01-01至2023-12-31"])
def test_the_period_tells_the_year_however_its_days_are_written(period: str) -> None:
    found = identity("清河县水利局政府信息公开工作年度报告", f"本报告所列数据的统计期限为{period}。", *REST)
    assert found.year == 2023


@pytest.mark.parametrize(
    ("line", "year"),
    [("统计期限自2023年01月01日起", 2023), ("2023.1.1-2023.12.31", 2023), ("发布日期：2024年1月1日", 2023)],
)
def test_a_period_above_the_sections_is_no_day_of_publishing(line: str, year: int) -> None:
    assert identity("清河县水利局政府信息公开工作年度报告", line, *REST).year == year


def test_the_seal_behind_a_signature_is_no_part_of_the_name() -> None:
    found = identity("2023年政府信息公开工作年度报告", *REST, "清河县水利局（盖章）", "2024年1月20日")
    assert found.office == "清河县水利局"


def test_the_end_of_the_way_to_a_page_tells_the_office_where_nothing_else_does() -> None:
    way = "首页 > 政务公开 > 政府信息公开年报 > 清河县水利局"
    title = "2023年政府信息公开工作年度报告"
    assert identity(way, title, *REST).office == "清河县水利局"
    assert identity(way, title, *REST, "清河县林业局", "2024年1月20日").office == "清河县林业局"


def test_an_office_in_traditional_characters_agrees_with_itself() -> None:
    found = identity("清河縣水利局2023年政府信息公開工作年度報告", *REST, "清河县水利局", "2024年1月20日")
    assert not found.doubts


def test_a_short_name_is_filled_up_from_the_signature() -> None:
    found = identity("县水利局2023年政府信息公开工作年度报告", *REST, "清河县水利局", "2024年1月20日")
    assert found.office == "清河县水利局"


def test_two_offices_are_said() -> None:
    found = identity(TITLE, *REST, "清河县林业局", "2024年1月20日")
    assert found.office == "清河县水利局"
    assert any("落款写的是“清河县林业局”" in doubt for doubt in found.doubts)


def test_two_years_are_said() -> None:
    found = identity(TITLE, "本报告所列数据的统计期限自2022年1月1日起，至2022年12月31日止。", *REST)
    assert any("标题是 2023 年" in doubt and "2022 年" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(("day", "year"), [("2024年1月20日", 2023), ("二〇二四年一月二十日", 2023)])
def test_a_report_without_a_year_is_on_the_one_before_it_was_signed(day: str, year: int) -> None:
    assert identity("清河县水利局政府信息公开工作年度报告", *REST, "清河县水利局", day).year == year


@pytest.mark.parametrize(
    "sentence",
    [
        "根据条例的要求，特编制清河县水利局2023年政府信息公开工作年度报告。",
        "依据条例，特向社会公布2023年清河县水利局政府信息公开工作年度报告。",
        "清河县水利局根据条例的要求编制本年度报告。",
        "本报告由清河县水利局按照条例编制。",
        "本报告是清河县水利局根据条例编制的2023年度报告。",
        "按照省里的要求，结合清河县水利局2023年政府信息公开工作实际，编制本报告。",
        "2023年，清河县水利局认真贯彻条例，现就信息公开的情况报告如下。",
    ],
)
def test_a_preamble_tells_whose_report_it_opens(sentence: str) -> None:
    found = identity("2023年政府信息公开工作年度报告", sentence, *REST)
    assert (found.office, found.year, found.doubts) == ("清河县水利局", 2023, ())


@pytest.mark.parametrize(
    "sentence",
    [
        "根据省政府办公厅2023年的要求，结合我局2023年的工作实际，编制本报告。",
        "按照国务院办公厅的要求，现将2023年的情况报告如下。",
        "对本报告有疑问的，请与局办公室联系。",
    ],
)
def test_an_office_that_a_preamble_only_speaks_of_does_not_report(sentence: str) -> None:
    assert identity("2023年政府信息公开工作年度报告", sentence, *REST).office == ""


def test_nothing_is_made_up() -> None:
    found = identity("一、总体情况", "工作平稳。")
    assert (found.office, found.year) == ("", None)


def test_whom_to_ask_is_read_from_the_preamble() -> None:
    preamble = "如有疑问，请与清河县水利局办公室联系（地址：清河县东大街1号；邮编：054800；联系电话：0319-1234567）。"
    found = contacts_in(preamble)
    assert found["phone"] == "0319-1234567"
    assert found["address"].startswith("清河县东大街1号")
    assert found["postcode"] == "054800"


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE, *REST),
        ("2023年政府信息公开工作年度报告", *REST, "2024年1月20日"),
        ("所列数据的统计期限自2023年1月1日起。", *REST),
    ],
    ids=["title", "title without an office", "period"],
)
def test_a_year_told_by_title_or_preamble_is_no_guess(lines: tuple[str, ...]) -> None:
    found = identity(*lines)
    assert (found.year, found.year_from) == (2023, "")


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (
            (REST[0], "2023年公开信息三条，2023年办结申请两件，2024年继续。", *REST[2:]),
            "正文中说得最多的年份",
        ),
        ((*REST, "清河县水利局", "2024年1月20日"), "落款或发布日期的上一年"),
    ],
    ids=["spoken of", "signed"],
)
def test_a_year_from_elsewhere_is_a_guess_that_is_told(lines: tuple[str, ...], source: str) -> None:
    found = identity(*lines)
    assert (found.year, found.year_from) == (2023, source)


SOURCE = "来源：清河县人民政府办公室 时间：2024-01-31"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("我镇全年公开信息有序，2023年我镇收到申请3件。", True),
        ("2023年公开信息有序。", True),
        ("2023年，我县公开信息有序，我镇另行报告，我县收到申请3件。", False),
        ("2023年，清河县人民政府办公室公开信息有序，我镇另行报告。", False),
    ],
)
def test_who_put_a_page_up_is_asked_about_unless_the_words_are_its_own(words: str, said: bool) -> None:
    found = identity(SOURCE, "2023年政府信息公开工作年度报告", "一、总体情况", words, *REST[2:])
    doubt = "标题、引言、落款都没有写明机关，“清河县人民政府办公室”取自网页的发布机构，请核对"
    assert found.office == "清河县人民政府办公室"
    assert found.doubts == ((doubt,) if said else ())


@pytest.mark.parametrize("report", ["工作告年度报", "工作年报度告", "年度报"])
def test_a_title_with_characters_in_each_others_place_is_one_and_asked_about(report: str) -> None:
    title = f"清河县柳沟镇2023年政府信息公开{report}"
    found = identity(SOURCE, title, *REST)
    assert (found.office, found.year) == ("清河县柳沟镇人民政府", 2023)
    assert found.doubts == (f"标题“{title}”似有错字，请核对",)


@pytest.mark.parametrize("kept", [{"name": f"E03{TITLE}.docx"}, {"browser": f"{TITLE} - 清河县"}])
def test_a_year_that_only_the_name_of_the_file_or_the_browser_tells_is_taken_and_said(
    kept: dict[str, str],
) -> None:
    found = identity("清河县水利局政府信息公开工作年度报告", *REST, **kept)
    assert (found.office, found.year, found.year_from) == ("清河县水利局", 2023, "文件名或网页标题中的年份")


def test_a_list_of_other_offices_reports_names_none_that_the_page_does_not() -> None:
    links = [f"清河县{office}局2023年政府信息公开工作年度报告" for office in ("教育", "民政", "林业")]
    found = identity(*links, "2023年政府信息公开工作年度报告", *REST, "清河县水利局", "2024年1月20日")
    assert (found.office, found.title.text, found.doubts) == (
        "清河县水利局",
        "2023年政府信息公开工作年度报告",
        (),
    )


def test_a_character_of_the_title_that_the_source_does_not_tell_is_asked_about() -> None:
    title = "\ufffd河县水利局2023年政府信息公开工作年度报告"
    assert f"标题“{title}”中有来源没有写明的字，请核对并补上" in identity(title, *REST).doubts


def test_what_is_sent_in_every_year_is_no_title() -> None:
    assert identity("政府信息公开年度报表", *REST, "清河县水利局", "2024年1月20日").title.text == ""
