"""The headings of a report are found in their order, however an office numbers and words them."""

import pytest

from intake.page.flow import Row, rows_of
from intake.page.headings import Heading, begins_a_level, headings_of
from intake.readers.text import read_text
from model.form_file import load_form

FORM = load_form("2021")
TITLES = tuple(section.title for section in FORM.sections)
NUMERALS = "一二三四五六"


def rows(*lines: str) -> list[Row]:
    return rows_of(read_text("\n".join(lines)))


def found(*lines: str, form: str = "2021") -> list[Heading]:
    return headings_of(load_form(form), rows(*lines))


def ids(*lines: str) -> list[str]:
    return [heading.section for heading in found(*lines)]


HEADINGS = tuple(section.heading for section in FORM.sections)
ALL = [section.id for section in FORM.sections]


@pytest.mark.parametrize(
    "marks",
    [
        [f"{numeral}、" for numeral in NUMERALS],
        [f"{numeral}." for numeral in NUMERALS],
        [f"第{numeral}部分 " for numeral in NUMERALS],
        [f"（{numeral}）" for numeral in NUMERALS],
        [f"{number}." for number in range(1, 7)],
        [""] * 6,
    ],
)
def test_all_six_headings_whatever_numbers_them(marks: list[str]) -> None:
    lines = [
        line
        for mark, title in zip(marks, TITLES, strict=True)
        for line in (f"{mark}{title}", "这一部分说了一些情况。")
    ]
    assert ids(*lines) == ALL


@pytest.mark.parametrize("mark", ["▲ 一、", "01 ", "PART 1 ", "Part 01", "Ⅰ、"])
def test_what_a_designer_sets_before_a_heading_is_no_part_of_it(mark: str) -> None:
    assert ids(f"{mark}总体情况", "全年公开信息有序。") == ["overview"]


def test_a_number_above_its_heading_and_words_that_go_on_below_it_are_parts_of_it() -> None:
    parts = found(
        "五、", "存在的主要问题及改进", "情况", "公开不够及时。", "六、其他需要报告", "的事项", "无。"
    )
    assert [heading.section for heading in parts] == ["problems", "other_matters"]
    assert [heading.others for heading in parts] == [(0, 2), (5,)]
    assert parts[1].text == "六、其他需要报告的事项"


def test_a_section_behind_others_of_the_form_keeps_its_heading() -> None:
    lines = [f"{numeral}、{title}" for numeral, title in zip(NUMERALS, TITLES, strict=True)]
    moved = [*lines[1:4], lines[0], *lines[4:]]
    assert ids(*moved) == [*ALL[1:4], ALL[0], *ALL[4:]]


def test_the_table_of_contents_is_passed_over() -> None:
    contents = [f"{numeral}、{title}" for numeral, title in zip(NUMERALS, TITLES, strict=True)]
    lines = [*contents, *(line for words in contents for line in (words, "这一部分说了一些情况。"))]
    assert [heading.row for heading in found(*lines)] == list(range(6, 18, 2))


def test_a_text_may_say_its_own_heading_again() -> None:
    lines = ["一、总体情况", "本年度工作平稳。", "一、总体情况", "全年公开信息四十条。", *HEADINGS[1:]]
    assert [heading.row for heading in headings_of(FORM, rows(*lines))] == [0, 4, 5, 6, 7, 8]
    contents = ["目录", *HEADINGS, "现将年度报告公布如下。"]
    behind = [heading.row for heading in headings_of(FORM, rows(*contents, *lines))]
    assert behind == [8, 12, 13, 14, 15, 16]


def test_an_office_may_word_its_headings_in_its_own_way() -> None:
    lines = (
        "一、概述",
        "全年工作平稳。",
        "二、主动公开情况",
        "三、依申请公开办理情况",
        "四、复议和诉讼情况",
        "五、不足和改进措施",
        "六、其他事项",
    )
    assert ids(*lines) == ALL


def test_a_heading_and_the_words_behind_it_on_one_line_are_parted() -> None:
    (heading,) = found("六、其他需要报告的事项：本年度没有收取信息处理费。")
    assert (heading.text, heading.rest) == ("六、其他需要报告的事项", "本年度没有收取信息处理费。")


@pytest.mark.parametrize(
    "line",
    [
        "本报告由总体情况、主动公开政府信息情况等六部分组成。",
        "二是主动公开政府信息情况有待加强；",
        "详见下文总体情况",
    ],
)
def test_a_sentence_that_speaks_of_a_section_is_no_heading(line: str) -> None:
    assert found(line) == []


def test_sections_of_the_offices_own_are_counted_from_one() -> None:
    own = found("一、重点领域公开情况", "说了一些情况。", "二、平台建设情况", "说了一些情况。", form="2014")
    assert [heading.text for heading in own] == ["一、重点领域公开情况", "二、平台建设情况"]
    assert len({heading.section for heading in own}) == 2


@pytest.mark.parametrize(
    ("line", "begins"),
    [("一、甲", True), ("（一）甲", True), ("1.甲", True), ("●甲", True), ("1.5万件", False), ("甲", False)],
)
def test_the_mark_of_a_level(line: str, begins: bool) -> None:
    assert begins_a_level(line) is begins
