"""Titles in names: without what is kept around them, and whose site it is."""

import pytest

from intake.page.named_titles import office_in_browser, titles_in_browser, titles_of_file

TITLE = "清河县水利局2023年政府信息公开工作年度报告"


@pytest.mark.parametrize("before", ["", "20240120", "附件2：", "1.", "01-", "A03"])
@pytest.mark.parametrize("behind", ["", "(2)", "（终稿）", " - 副本", "_v1.2"])
def test_a_files_name_is_told_without_what_is_kept_around_it(before: str, behind: str) -> None:
    assert titles_of_file(f"{before}{TITLE}{behind}.docx")[0] == TITLE


def test_a_year_at_a_titles_begin_is_a_part_of_it() -> None:
    title = "2023年清河县水利局政府信息公开工作年度报告"
    assert titles_of_file(f"{title}.pdf") == [title]


def test_of_the_browsers_title_the_part_that_is_one_is_taken() -> None:
    assert TITLE in titles_in_browser(f"{TITLE}_清河县人民政府门户网站")
    assert not titles_in_browser("政务公开_清河县人民政府门户网站")


def test_the_browsers_title_may_tell_the_office() -> None:
    assert office_in_browser("公开年报 - 清河县水利局") == "清河县水利局"
    assert office_in_browser("公开年报 - 清河县人民政府") == ""
