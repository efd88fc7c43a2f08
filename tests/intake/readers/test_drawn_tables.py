"""Tables that a text draws: their rules tell the columns, so that a blank cell is one and a number keeps its place."""

import pytest

from intake.readers.drawn_tables import blocks_of
from model.document import Paragraph, Table


def cells(text: str) -> list[tuple[int, int, int, int, str]]:
    """Row, column and spans of the cells of the one table in a text."""
    (table,) = (block for block in blocks_of(text.split("\n")) if isinstance(block, Table))
    return [
        (cell.row, cell.column, cell.rowspan, cell.colspan, cell.text) for cell in table.cells if cell.text
    ]


def words(text: str) -> list[str]:
    """The paragraphs around tables."""
    return [block.text for block in blocks_of(text.split("\n")) if isinstance(block, Paragraph)]


RULED = """前面的话
  ------------ ------ ------
  信息内容     制发   废止
  规章         3
  规范性文件          12
  ------------ ------ ------
后面的话"""


def test_words_stand_in_the_columns_that_the_rules_show() -> None:
    assert cells(RULED) == [
        (0, 0, 1, 1, "信息内容"), (0, 1, 1, 1, "制发"), (0, 2, 1, 1, "废止"),
        (1, 0, 1, 1, "规章"), (1, 1, 1, 1, "3"),
        (2, 0, 1, 1, "规范性文件"), (2, 2, 1, 1, "12"),
    ]  # fmt: skip
    assert words(RULED) == ["前面的话", "后面的话"]


def test_a_rule_under_the_heads_parts_no_table() -> None:
    text = "====== ====\n自然人 总计\n====== ====\n3      5\n\\      7\n====== ===="
    assert cells(text) == [
        (0, 0, 1, 1, "自然人"), (0, 1, 1, 1, "总计"), (1, 0, 1, 1, "3"), (1, 1, 1, 1, "5"), (2, 1, 1, 1, "7"),
    ]  # fmt: skip


def test_rows_on_several_lines_are_parted_by_blank_lines() -> None:
    text = "-------- ----\n其他处理   12\n的件数\n\n总计       30\n-------- ----"
    assert cells(text) == [
        (0, 0, 1, 1, "其他处理\n的件数"), (0, 1, 1, 1, "12"), (1, 0, 1, 1, "总计"), (1, 1, 1, 1, "30"),
    ]  # fmt: skip


@pytest.mark.parametrize("rule", ["---- ----", "--- ----"])
def test_a_line_across_the_columns_leaves_everything_as_lines(rule: str) -> None:
    text = f"{rule}\n这一行的话比各栏都长\n3    5\n{rule}"
    assert words(text) == text.split("\n")


def test_signs_that_may_be_narrow_or_wide_keep_to_the_columns_either_way() -> None:
    wide = "------------ ----\n“三安全”     3\n总计         5\n------------ ----"
    narrow = "------------ ----\n“三安全”       3\n总计         5\n------------ ----"
    assert cells(wide)[1] == cells(narrow)[1] == (0, 1, 1, 1, "3")


def test_a_line_that_may_be_cut_in_two_ways_leaves_everything_as_lines() -> None:
    text = "------------ ---- ----\n“三安全”     1    2\n总计         3    4\n------------ ---- ----"
    moved = text.replace("”     1", "”   1")
    assert cells(text)[:3] == [(0, 0, 1, 1, "“三安全”"), (0, 1, 1, 1, "1"), (0, 2, 1, 1, "2")]
    assert words(moved) == moved.split("\n")


def test_a_drawn_grid_has_its_merged_cells() -> None:
    text = """
+------+------+
| 申请人情况  |
+------+------+
| 结果 | 3    |
|      +------+
|      | 5    |
+------+------+"""
    assert cells(text) == [
        (0, 0, 1, 2, "申请人情况"), (1, 0, 2, 1, "结果"), (1, 1, 1, 1, "3"), (2, 1, 1, 1, "5"),
    ]  # fmt: skip


def test_a_number_that_is_torn_over_two_lines_of_a_cell_is_two() -> None:
    text = "+----+----+\n| 总 | 86 |\n| 计 | 91 |\n+====+====+\n| 甲 | 1  |\n+----+----+"
    assert cells(text)[:2] == [(0, 0, 1, 1, "总\n计"), (0, 1, 1, 1, "86\n91")]


def test_words_too_wide_for_their_cells_keep_to_the_bars() -> None:
    text = "+---+----+\n| 个 | 7  |\n|   | 29 |\n+---+----+\n| 条 | 1  |\n+---+----+"
    assert cells(text)[:2] == [(0, 0, 1, 1, "个"), (0, 1, 1, 1, "7\n29")]


def test_a_grid_without_its_last_rule_is_left_as_lines() -> None:
    text = "+----+----+\n| 甲 | 86 |\n| 乙 | 91 |"
    assert words(text) == text.split("\n")


def test_lines_that_only_part_paragraphs_are_no_table() -> None:
    text = "----------\n一、总体情况\n----------\n全年主动公开信息。"
    assert words(text) == text.split("\n")


def test_the_style_of_a_cells_words_is_none_of_them() -> None:
    rule = "---------------------- ------------------"
    rows = ('[规章]{style="a:b"}    [12]{style="c:d"}', "总计                   3")
    assert cells("\n".join((rule, *rows, rule)))[:2] == [(0, 0, 1, 1, "规章"), (0, 1, 1, 1, "12")]


def test_heads_between_rules_are_a_row_where_blank_lines_part_the_others() -> None:
    rule = "====== ===="
    assert cells(f"{rule}\n自然人 总计\n{rule}\n3      5\n\n7      8\n{rule}") == [
        (0, 0, 1, 1, "自然人"), (0, 1, 1, 1, "总计"), (1, 0, 1, 1, "3"), (1, 1, 1, 1, "5"),
        (2, 0, 1, 1, "7"), (2, 1, 1, 1, "8"),
    ]  # fmt: skip


@pytest.mark.parametrize("below", ["====== ====", ""])
def test_tables_with_the_same_rules_are_two(below: str) -> None:
    table = f"====== ====\n规章   5\n总计   7\n{below}".strip()
    text = f"{table}\n\n三、\n\n{table}"
    tables = [block for block in blocks_of(text.split("\n")) if isinstance(block, Table)]
    assert [[cell.text for cell in table.cells] for table in tables] == [["规章", "5", "总计", "7"]] * 2
    assert words(text) == ["", "三、", ""]


def test_a_rule_as_wide_as_all_columns_ends_rows_on_several_lines() -> None:
    text = "----------\n名     数\n------ ---\n行政   5\n处罚\n\n总计   7\n----------\n"
    assert cells(text) == [
        (0, 0, 1, 1, "名"), (0, 1, 1, 1, "数"),
        (1, 0, 1, 1, "行政\n处罚"), (1, 1, 1, 1, "5"), (2, 0, 1, 1, "总计"), (2, 1, 1, 1, "7"),
    ]  # fmt: skip


def test_heads_above_the_only_rule_are_the_tables() -> None:
    text = "信息内容  废止  制发\n--------  ----  ----\n规章      1     3\n"
    assert [text for *_, text in cells(text)] == ["信息内容", "废止", "制发", "规章", "1", "3"]
    assert words(text) == [""]


def test_heads_that_do_not_keep_to_the_columns_leave_everything_as_lines() -> None:
    text = "信息内容的名  废止\n--------  ----\n规章      1\n总计      1"
    assert words(text) == text.split("\n")


def test_a_line_across_a_cell_that_no_rule_has_ended_leaves_everything_as_lines() -> None:
    text = "+----+----+\n| 3  | 5  |\n| 规章  7 |\n+----+----+"
    assert words(text) == text.split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        ["-- --", "这一行比各栏都长"] * 20_000,
        [*["-- --"] * 40_000, "这一行比各栏都长"],
        [*["-- --", ""] * 20_000],
    ],
)
def test_many_rules_that_draw_no_table_are_lines_in_no_time(lines: list[str]) -> None:
    assert not any(isinstance(block, Table) for block in blocks_of(lines))


def test_a_very_wide_grid_is_read_in_no_time() -> None:
    rule, row = "+--" * 20_000 + "+", "|  " * 19_999 + "| 5|"
    assert list(blocks_of([rule, row, rule])) == [Paragraph(line) for line in (rule, row, rule)]
