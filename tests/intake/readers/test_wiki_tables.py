"""A wiki's tables: a row behind each `|-`, a cell behind each bar, so that a blank cell is one."""

from tests.intake.readers.test_drawn_tables import cells, words

WIKI = """{| class="wikitable"
! 信息内容 !! 制发
|-
| colspan="2" | 第二十条
|-
| rowspan=2 | 规章
|
|-
| 12
|}
后面的话"""


def test_a_wikis_cells_stand_behind_its_bars_blank_ones_too() -> None:
    assert cells(WIKI) == [
        (0, 0, 1, 1, "信息内容"), (0, 1, 1, 1, "制发"), (1, 0, 1, 2, "第二十条"),
        (2, 0, 2, 1, "规章"), (3, 1, 1, 1, "12"),
    ]  # fmt: skip
    assert words(WIKI) == ["后面的话"]


def test_marks_of_a_style_are_no_words_of_a_wikis_cell() -> None:
    text = "{|\n| <span>规章</span>\n| '''12'''\n| 3<br />4\n|}"
    assert cells(text) == [(0, 0, 1, 1, "规章"), (0, 1, 1, 1, "12"), (0, 2, 1, 1, "3\n4")]


def test_a_wikis_table_without_its_end_is_left_as_lines() -> None:
    text = "{|\n| 规章\n| 12"
    assert words(text) == text.split("\n")


def test_marks_without_an_end_before_a_wikis_words_are_words_in_no_time() -> None:
    marks = "a=" + "bbb=" * 2_000
    assert cells(f"{{|\n|{marks}\n| 12\n|}}") == [(0, 0, 1, 1, marks), (0, 1, 1, 1, "12")]
