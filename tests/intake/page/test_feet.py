"""What stands at the foot of a page is no line of the text that goes on over it, and no cell."""

import pytest

from intake.page.feet import feet_of, is_page_number
from intake.page.flow import rows_of
from intake.readers.text import read_text


def shown(*lines: str) -> list[str]:
    return [row.text for row in rows_of(read_text("\n".join(lines)))]


@pytest.mark.parametrize("line", ["- 3 -", "－3－", "—12—", "第 3 页", "第3页 共 6 页", " 第3页，共6页 "])
def test_a_number_with_its_marks_is_the_foot_of_a_page(line: str) -> None:
    assert is_page_number(line)
    assert shown("上文", line, "下文") == ["上文", "下文"]


@pytest.mark.parametrize(
    "line", ["3", "-3", "3-", "- 1234 -", "- 0 -", "-\t3\t-", "-   3   -", "见第3页", "第三页"]
)
def test_other_numbers_may_be_cells(line: str) -> None:
    assert not is_page_number(line)


def test_a_number_of_all_pages_is_a_foot_where_the_next_one_follows() -> None:
    assert shown("上文", "2 / 9", "中间", "3 / 9", "下文") == ["上文", "中间", "下文"]
    assert shown("上文", "2 / 9", "下文") == ["上文", "2 / 9", "下文"]
    assert shown("上文", "2 / 9", "2 / 9") == ["上文", "2 / 9", "2 / 9"]
    assert shown("上文", "9 / 9", "10 / 9") == ["上文", "9 / 9", "10 / 9"]


def test_numbers_of_all_pages_are_feet_where_there_are_many_though_one_is_missing() -> None:
    assert shown("甲", "2 / 9", "乙", "3 / 9", "丙", "5 / 9", "丁") == ["甲", "乙", "丙", "丁"]
    assert shown("2 / 9", "2 / 9", "2 / 9") == ["2 / 9"] * 3


def test_tables_are_no_feet() -> None:
    assert feet_of(read_text("2/9\n3/9").blocks) == {0, 1}
    assert not feet_of(())
