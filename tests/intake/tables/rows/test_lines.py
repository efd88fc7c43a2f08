"""Lines of text become rows again: by their bars, and where labels are lost, by the width that rows are filled up to."""

from dataclasses import replace

from intake.tables.rows.lines import cells_of, from_lines, usual_gap, with_whole_cells
from tests.intake.tables.drawn import lines


def told(text: str) -> list[tuple[str, list[str]]]:
    return [(entry.words, [piece.text for piece in entry.values]) for entry in from_lines(lines(text), -1, 1)]


def test_the_width_of_the_rows_tells_where_one_without_a_label_begins() -> None:
    text = "规章 |\n1 |\n2 |\n|\n行政许可 |\n3 |\n4 |\n|\n5 |\n6 |\n||\n行政处罚 |\n7 |\n8 |\n|"
    assert told(text) == [
        ("规章", ["1", "2", ""]), ("行政许可", ["3", "4", ""]), ("", ["5", "6", "", ""]), ("行政处罚", ["7", "8", ""]),
    ]  # fmt: skip


def test_a_bar_on_a_line_of_its_own_closes_the_cell_above() -> None:
    text = "规章\n|\n1\n|\n|\n行政许可\n|\n|\n2\n|\n"
    assert told(text.strip()) == [("规章", ["1", ""]), ("行政许可", ["", "2"])]


def test_a_cell_on_two_lines_is_one_cell() -> None:
    text = "规章 |\n36\n38 |\n1 |\n行政许可 |\n2 |\n3 |"
    assert told(text)[0] == ("规章", ["36\n38", "1"])


def test_a_label_on_two_lines_fills_one_place_of_a_row_where_bars_stand_on_lines_of_their_own() -> None:
    labelled = [("行政\n许可", "3", "4", ""), ("行政\n强制", "7", "8", ""), ("行政\n收费", "9", "9", "")]
    rows = [*labelled, ("行政处罚", "", "", ""), ("", "5", "6", "")]
    text = "\n".join(f"{cell}\n|" if cell else "|" for row in rows for cell in row)
    assert told(text)[-2:] == [("行政处罚", ["", "", ""]), ("", ["", "5", "6", ""])]


def test_a_row_a_line_is_a_row() -> None:
    assert told("| 规章 | 1 | 2 |\n| 行政许可 | 3 |  |") == [("规章", ["1", "2"]), ("行政许可", ["3", ""])]


def test_words_behind_the_numbers_are_the_label_too() -> None:
    assert told("3\t4\t规章\n5\t6\t行政许可") == [("规章", ["3", "4"]), ("行政许可", ["5", "6"])]


def test_a_line_of_several_numbers_behind_a_full_row_is_a_row_of_its_own() -> None:
    assert told("规章 1 2 3\n4 5 6") == [("规章", ["1", "2", "3"]), ("", ["4", "5", "6"])]


def test_a_label_above_its_numbers_says_so() -> None:
    found = from_lines(lines("规章\n1 2 3"), -1, 1)
    assert [entry.apart for entry in found] == [True]


def test_a_label_above_its_numbers_says_so_however_many_lines_these_have() -> None:
    found = from_lines(lines("规章\n1\n2\n3"), -1, 1)
    assert [entry.apart for entry in found] == [True]


def test_blank_lines_beyond_the_usual_ones_are_blank_cells() -> None:
    rows = [replace(row, blanks=2 * (number == 2)) for number, row in enumerate(lines("规章\n1\n2"))]
    (entry,) = from_lines(rows, 0, 1)
    assert [piece.text for piece in entry.values] == ["1", "", "", "2"]
    assert entry.vague


def test_bars_or_rows_on_lines_tell_that_blank_lines_say_nothing() -> None:
    assert usual_gap(lines("规章 |\n1 |\n2 |")) == -1
    assert usual_gap(lines("规章 1 2 3\n行政许可 4 5 6")) == -1
    assert usual_gap(lines("规章\n1\n2\n3")) == 0


def test_a_number_whose_thousands_blanks_part_is_no_row_on_a_line() -> None:
    rows = lines("规章\n1 074 709\n924 160\n0\n2 172 279\n12")
    assert usual_gap(rows) == 0
    assert [len(row.pieces) for row in with_whole_cells(rows)] == [1] * 6


def test_two_numbers_on_one_line_are_one_cells_where_lines_hold_a_cell_each() -> None:
    rows = list(with_whole_cells(lines("规章\n1\n36 38\n2\n3\n4\n5\n6")))
    assert [len(row.pieces) for row in rows] == [1] * 8


def test_a_label_on_two_lines_is_one_cell() -> None:
    cells = [piece.text for piece, _ in cells_of(lines("行政\n许可 |\n1 |\n2 |\n3 |"))]
    assert cells == ["行政许可", "1", "2", "3"]


def test_a_label_behind_its_numbers_keeps_the_blanks_among_them() -> None:
    assert told("3\t\t12\t规章\n\t1\t5\t行政规范性文件") == [
        ("规章", ["3", "", "12"]),
        ("行政规范性文件", ["", "1", "5"]),
    ]


def test_where_bars_that_fill_up_stand_behind_a_cell_a_line_of_bars_begins_with_a_blank_one() -> None:
    text = "规章 |\n1 |\n|\n3 | |||\n行政许可 |\n4 |\n5 |\n| |||\n行政处罚 |\n7 |\n8 |\n9 | |||"
    assert told(text)[1] == ("行政许可", ["4", "5", "", "", "", ""])


def test_a_label_written_into_each_of_its_places_is_one() -> None:
    text = "| 三、本年度办理结果 | （七）总计 | （七）总计 | 1 | 2 |"
    assert told(text) == [("三、本年度办理结果（七）总计", ["1", "2"])]
