"""No number of a table's rows vanishes: what came to no cell is told."""

from collections.abc import Sequence

from intake.tables.placing import find
from intake.tables.remainder import in_words, remainders
from model.form_file import load_form
from tests.intake.tables.drawn import grid, table


def left(*rows: Sequence[str], told: Sequence[str] = ()) -> list[str]:
    found = grid(*rows)
    return [numbers for _, numbers in remainders(found, dict.fromkeys(found, told))]


def test_numbers_that_came_into_cells_are_not_left() -> None:
    assert left(("规章", "3", "12"), told=("3", "12")) == []
    assert left(("规章", "3 件"), told=("3 件",)) == []


def test_a_number_that_nobody_took_is_left_as_often_as_it_stands_there() -> None:
    assert left(("规章", "3", "3"), told=("3",)) == ["3"]
    assert left(("规章", "约3")) == ["3"]


def test_a_number_below_or_right_behind_the_words_of_a_label_is_left() -> None:
    assert left(("案卷\n9", "")) == ["9"]
    assert left(("规章5", "")) == ["5"]
    assert left(("（二）部分公开（区分处理的）5", "")) == ["5"]
    assert left(("数量32件", "")) == ["32"]
    assert left(("本年新收（32件）", "")) == ["32"]


def test_a_number_in_brackets_in_a_cell_behind_the_label_is_left() -> None:
    assert left(("6.属于四", "", "(3)", "")) == ["3"]
    assert left(("（五）不予处理", "（1）", "信访举报投诉类申请", "0"), told=("0",)) == []
    assert left(("（1）", "0"), told=("0",)) == []


def test_numerals_of_labels_and_digits_within_words_are_no_numbers() -> None:
    assert left(("1. 属于国家秘密", "0"), ("8 .属于行政查询\n事项", "0"), told=("0",)) == []
    assert left(("第32条", "0"), told="0") == []
    assert left(("2024年新收", "0"), ("第20条第（一）项", "0"), told=("0",)) == []


def test_serial_numbers_before_the_labels_are_no_numbers() -> None:
    assert left(("1", "规章", "5"), ("2", "文件", "5"), told=("5",)) == []
    assert left(("7", "规章", "5"), ("2", "文件", "5"), told=("5",)) == ["7", "2"]


def test_a_row_that_leaves_a_number_has_no_cell_that_the_source_lacks() -> None:
    found = find(
        load_form("2021"), table("disclosure"), grid(("信息内容", "本年处理决定数量"), ("行政许可\n38", ""))
    )
    key = "disclosure.licences.decisions"
    assert (found.values.get(key), found.states[key]) == (None, "doubtful")
    assert any("38" in line for line in found.unread)


def test_a_long_row_is_told_by_its_beginning() -> None:
    (row,) = grid(("甲" * 100, "3"))
    assert in_words(row, "3") == f"{'甲' * 60}：其中“3”没有归入任何一格"
