"""Whose report of which year: told by all that the page says, and said where it says two things."""

import pytest

from intake.page.flow import rows_of
from intake.page.headings import headings_of
from intake.page.masthead import Identity, contacts_in, identify
from intake.page.texts import texts_of
from intake.page.titles import titles_in
from intake.readers.text import read_text
from model.form_file import load_form


def identity(*lines: str, name: str = "") -> Identity:
    document = read_text("\n".join(lines))
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


def test_nothing_is_made_up() -> None:
    found = identity("一、总体情况", "工作平稳。")
    assert (found.office, found.year) == ("", None)


def test_whom_to_ask_is_read_from_the_preamble() -> None:
    preamble = "如有疑问，请与清河县水利局办公室联系（地址：清河县东大街1号；邮编：054800；联系电话：0319-1234567）。"
    found = contacts_in(preamble)
    assert found["phone"] == "0319-1234567"
    assert found["address"].startswith("清河县东大街1号")
    assert found["postcode"] == "054800"
