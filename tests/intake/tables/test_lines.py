"""Lines of text become rows again: by their bars, and where labels are lost, by the width that rows are filled up to."""

from intake.tables.lines import from_lines
from tests.intake.tables.rows import lines


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


def test_a_row_a_line_is_a_row() -> None:
    assert told("| 规章 | 1 | 2 |\n| 行政许可 | 3 |  |") == [("规章", ["1", "2"]), ("行政许可", ["3", ""])]
