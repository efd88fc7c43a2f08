"""Our own workbook that another program has made a page of: its notes, sheets and findings are no words of the report."""

import pytest

from intake.page.flow import Row, rows_of
from intake.page.workbook import without_furniture
from intake.readers.text import read_text
from model.workbook_words import TABLE_NOTE, TEXTS_NOTE

SHEETS = (
    "Sheet 1: 文字",
    "清河县水利局2024年政府信息公开工作年度报告",
    TEXTS_NOTE,
    "一、总体情况",
    "全年公开信息有序。",
    "二、主动公开政府信息情况",
    "Sheet 2: 表二",
    "二、主动公开政府信息情况",
    TABLE_NOTE,
    "行政许可\t25",
    "核对：甲＝乙\t相符\t相符",
    "Sheet 3: 核对",
    "核对结果：可以上报",
    "级别\t代码\t内容\t说明",
    "提醒\tS5\t“一、总体情况”没有写到一个方面",
)
REPORT = [
    "清河县水利局2024年政府信息公开工作年度报告",
    "一、总体情况",
    "全年公开信息有序。",
    "二、主动公开政府信息情况",
    "行政许可 25",
]


def rows(*lines: str) -> list[Row]:
    return rows_of(read_text("\n".join(lines)))


def words(found: list[Row]) -> list[str]:
    return [" ".join(row.text.split()) for row in found]


def test_the_report_stays_in_its_order_with_every_row_at_its_number() -> None:
    found = without_furniture(rows(*SHEETS))
    assert words(found) == REPORT
    assert [row.number for row in found] == list(range(len(REPORT)))


@pytest.mark.parametrize("note", [TEXTS_NOTE, TEXTS_NOTE.replace("，", "， ")])
def test_a_note_on_the_line_of_the_title_goes_alone(note: str) -> None:
    found = without_furniture(rows(REPORT[0] + note, *REPORT[1:]))
    assert words(found) == REPORT
    assert found[0].pieces[0].text == REPORT[0]


def test_the_heading_of_a_table_stays_where_it_is_told_once() -> None:
    found = without_furniture(rows("二、主动公开政府信息情况", TABLE_NOTE, "行政许可\t25"))
    assert words(found) == ["二、主动公开政府信息情况", "行政许可 25"]


def test_the_same_words_in_another_page_are_its_own() -> None:
    page = rows("一、总体情况", "核对结果：全部属实。", "Sheet 1: 附表", "核对：张某")
    assert without_furniture(page) == page
