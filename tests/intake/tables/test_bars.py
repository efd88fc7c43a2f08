"""What bars tell of a table: its border, its blank cells, and the lines that lack a cell."""

from intake.tables.bars import is_a_cell_a_line, with_true_cells
from tests.intake.tables.drawn import lines


def cells(text: str) -> list[list[str]]:
    return [[piece.text for piece in row.pieces] for row in with_true_cells(lines(text))]


def uneven(text: str) -> list[str]:
    return [row.pieces[0].text for row in with_true_cells(lines(text)) if row.uneven]


def test_a_bar_at_both_ends_of_all_lines_is_their_border() -> None:
    assert cells("| 规章 | 1 | 2 |\n| 行政许可 | 3 |  |") == [["规章", "1", "2"], ["行政许可", "3", ""]]


def test_a_bar_before_some_lines_stands_beside_a_blank_cell() -> None:
    text = "名称 | 内容 | 甲 | 乙\n制度 | 规章 | 1 | 2\n| 行政许可 | 3 | 4\n| 行政处罚 | 5 |"
    assert cells(text)[2:] == [["", "行政许可", "3", "4"], ["", "行政处罚", "5", ""]]


def test_where_rows_are_not_filled_up_the_heads_tell_whether_a_bar_closes_them() -> None:
    assert cells("内容|甲|乙\n规章|1|\n规范性文件|2|")[1:] == [["规章", "1", ""], ["规范性文件", "2", ""]]
    assert cells("内容|甲|乙|\n规章|1|\n规范性文件|2|")[1:] == [["规章", "1"], ["规范性文件", "2"]]


def test_a_line_with_fewer_or_more_cells_than_the_others_is_uneven() -> None:
    text = "制度 | 规章 | 1 | 2 |\n| 许可 | 3 | 4 |\n| 处罚 | 5 |\n| 强制 | 6 | 7 |\n| 收费 | 8 | 9 | 9 |"
    assert [len(row) for row in cells(text)] == [4, 4, 3, 4, 5]
    assert [row.number for row in with_true_cells(lines(text)) if row.uneven] == [2, 4]


def test_rows_in_which_merged_cells_stand_once_are_not_uneven() -> None:
    text = "制度 | 规章 | 1 | 2 |\n许可 | 3 | 4 |\n处罚 | 5 | 6 |\n强制 | 6 | 7 |\n办理 | 收费 | 8 | 9 |"
    assert not uneven(text)


def test_the_number_of_a_page_between_rows_is_no_cell() -> None:
    assert cells("规章 |\n1 |\n2 |\n7\n行政许可 |\n3 |\n4 |")[3] == []


def test_a_page_shows_a_cell_a_line_where_most_lines_hold_one_and_a_bar() -> None:
    assert is_a_cell_a_line(lines("规章 |\n1 |\n2 |"))
    assert not is_a_cell_a_line(lines("规章 | 1 | 2 |\n行政许可 | 3 | 4 |"))


def test_rows_of_mostly_blank_cells_are_rows_and_not_a_cell_a_line() -> None:
    text = "规章\n|  |  | 3 |\n行政规范性文件\n|  | 1 |  |\n行政许可\n|  |  | 4 |\n行政处罚\n| 5 |  |  |"
    assert not is_a_cell_a_line(lines(text))


def test_a_line_with_fewer_tabs_than_the_others_is_uneven() -> None:
    text = "许可\t3\t4\t\n处罚\t5\t\n强制\t6\t7\t\n收费\t8\t9\t\n其他\t8\t9\t"
    assert uneven(text) == ["处罚"]
