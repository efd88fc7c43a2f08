"""Words that stand for a number in lines of text keep its place: no other number takes it, and they are told."""

import pytest

from intake.tables.rows.label_ends import with_ends_of_labels
from intake.tables.rows.lines import from_lines
from intake.tables.rows.words_in_cells import with_words_in_cells
from tests.intake.tables.drawn import lines, table


def told(text: str) -> list[tuple[str, list[str]]]:
    entries = with_words_in_cells(table("disclosure"), from_lines(lines(text), -1, 1))
    return [(entry.words, [piece.text for piece in entry.values]) for entry in entries]


@pytest.mark.parametrize("words", ["12户", "见附表", "√", "3月8日", "(4)", "二十"])
@pytest.mark.parametrize(
    "line", ["| 规章 | 3 | {} | 4 |", "规章\t3\t{}\t4", "规章   3   {}   4", "规章 3 {} 4"]
)
def test_words_among_the_numbers_of_a_line_are_one_of_its_values(line: str, words: str) -> None:
    assert told(line.format(words)) == [("规章", ["3", words, "4"])]


@pytest.mark.parametrize("line", ["| 规章 | {} | 3 | 4 |", "规章\t{}\t3\t4", "规章 {} 3 4"])
def test_words_before_the_numbers_are_no_part_of_the_label(line: str) -> None:
    assert told(line.format("12户")) == [("规章", ["12户", "3", "4"])]


def test_a_cell_a_line_is_counted_with_the_words_in_it() -> None:
    bars = "行政许可 |\n5 |\n|||\n行政处罚 |\n6 |\n|||\n规章 |\n{} |\n{} |\n{} |\n|"
    for values in (["12户", "3", "4"], ["3", "12户", "4"], ["3", "4", "12户"]):
        label, found = told(bars.format(*values))[-1]
        assert (label, found[:3]) == ("规章", values)


def test_words_in_the_only_place_of_a_row_do_not_run_into_the_next() -> None:
    assert told("行政处罚\t12户\n行政强制\t3") == [("行政处罚", ["12户"]), ("行政强制", ["3"])]
    assert told("行政处罚\n12户\n行政强制\n3") == [("行政处罚", ["12户"]), ("行政强制", ["3"])]


def test_rows_with_words_in_all_their_places_are_parted_however_many_follow_each_other() -> None:
    rows = told("行政处罚\n12户\n" * 1_500 + "行政强制\n3")
    assert rows == [*[("行政处罚", ["12户"])] * 1_500, ("行政强制", ["3"])]


def test_words_below_a_label_stand_among_the_numbers_on_their_line() -> None:
    assert told("规章\n| 3 | 12户 | 4 |") == [("规章", ["3", "12户", "4"])]


def test_a_row_without_a_label_has_the_words_in_it() -> None:
    assert told("|  | 12户 | 3 | 4 |") == [("", ["", "12户", "3", "4"])]


def test_a_row_of_the_offices_own_stays_one() -> None:
    page = "规章 | 1 | 2 | 3 |\n本地另行统计的文件 | 4 | 5 | 6 |"
    assert told(page) == [("规章", ["1", "2", "3"]), ("本地另行统计的文件", ["4", "5", "6"])]


def test_the_rest_of_a_label_on_a_line_of_its_own_takes_no_place() -> None:
    assert told("行政许可\n（含备案）\n93") == [("行政许可（含备案）", ["93"])]


def test_a_remark_behind_all_numbers_takes_no_place() -> None:
    (entry,) = with_words_in_cells(table("disclosure"), from_lines(lines("规章\t1\t2\t3\t含修订"), -1, 1))
    assert [piece.text for piece in entry.numbers] == ["1", "2", "3"]


def test_words_behind_a_label_on_several_lines_are_one_of_its_values() -> None:
    assert told("行政规范\n性文件 |\n(4) |\n3 |\n5 |") == [("行政规范性文件", ["(4)", "3", "5"])]


def test_a_row_without_a_label_is_vague_where_something_like_a_number_may_be_its_next() -> None:
    (row, _) = with_words_in_cells(table("disclosure"), from_lines(lines("3 |\n|\n(4) |\n5 |\n|"), -1, 1))
    assert [piece.text for piece in row.values] == ["3", ""]
    assert row.vague


@pytest.mark.parametrize("words", ["√", "见附表", "12户"])
@pytest.mark.parametrize(
    "values", ["{} | 0 | 1 | 0 | 0 | 0 | 1", "0 | {} | 1 | 0 | 0 | 0 | 1", "0 | 0 | {} | 0 | {} | 0 | 1"]
)
def test_words_among_numbers_keep_their_places_above_the_rest_of_a_label(values: str, words: str) -> None:
    page = f"2.其他法律行 | {values.format(words, words)} |\n政法规禁止公开"
    rows = with_words_in_cells(table(), with_ends_of_labels(table(), from_lines(lines(page), -1, 1)))
    assert [(row.words, [piece.text for piece in row.values]) for row in rows] == [
        ("2.其他法律行政法规禁止公开", values.format(words, words).split(" | "))
    ]


def test_a_sign_behind_a_label_stands_for_a_number_though_none_is_missing() -> None:
    assert told("规章\n√\n0\n0\n3") == [("规章", ["√", "0", "0", "3"])]


def test_words_for_the_first_number_below_a_label_keep_their_column() -> None:
    (row,) = with_words_in_cells(
        table("disclosure"), from_lines(lines("行政规范\n性文件 | 见附表 | 3 | 0"), -1, 1)
    )
    assert [(piece.column, piece.text) for piece in row.values] == [(1, "见附表"), (2, "3"), (3, "0")]


def test_words_below_a_label_stand_for_a_number_and_a_remark_in_brackets_for_none() -> None:
    assert told("规章\n见附表\n0\n0\n3") == [("规章", ["见附表", "0", "0", "3"])]
    assert told("规章\n（含废止）\n0\n0\n3") == [("规章（含废止）", ["0", "0", "3"])]


def test_words_between_the_lines_of_a_label_stand_for_its_number() -> None:
    assert told("行政事业性收\n见附表\n费") == [("行政事业性收费", ["见附表"])]


def test_words_between_two_labels_are_no_part_of_one() -> None:
    assert told("行政处罚\n见附表\n行政强制\n3") == [("行政处罚", ["见附表"]), ("行政强制", ["3"])]
