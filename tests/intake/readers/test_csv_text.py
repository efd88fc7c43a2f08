"""A text with commas is a table."""

import pytest

from intake.readers import csv_text
from intake.readers.csv_text import read_csv
from intake.readers.reading import read_bytes


def cells(text: str) -> list[tuple[int, int, str]]:
    (table,) = read_csv(text.encode(), "表.csv").tables
    return [(cell.row, cell.column, cell.text) for cell in table.cells]


def test_a_cell_may_hold_commas_and_line_breaks_between_quotes() -> None:
    assert cells('"规章,文件","3\n件"\n') == [(0, 0, "规章,文件"), (0, 1, "3\n件")]


@pytest.mark.parametrize("separator", ["\t", ";", ","])
def test_the_sign_that_parts_most_lines_parts_the_cells(separator: str) -> None:
    rows = [
        ("信息内容", "本年制发件数", "现行有效件数"),
        ("规章", '"1,234,567"', "3"),
        ("行政许可", '"2,345,678"', ""),
    ]
    text = "".join(f"{separator.join(row)}\n" for row in rows)
    assert [word for _, _, word in cells(f"清河县水利局年报；第一、二部分\n{text}")][1:] == [
        word.strip('"') for row in rows for word in row
    ]


@pytest.mark.parametrize("separator", ["\t", ";", ","])
def test_words_and_a_number_are_two_columns_whatever_parts_them(separator: str) -> None:
    rows = [("信息内容", "件数"), ("规章", "3"), ("行政许可", '"1,234"')]
    text = "".join(f"{separator.join(row)}\n" for row in rows)
    assert [word for _, _, word in cells(text)] == [word.strip('"') for row in rows for word in row]


def test_a_sign_within_a_sentence_parts_nothing() -> None:
    assert cells("公开规章;以及文件\n公开许可;以及处罚\n") == [
        (0, 0, "公开规章;以及文件"),
        (1, 0, "公开许可;以及处罚"),
    ]


def test_a_text_with_one_column_has_one() -> None:
    assert cells("规章\n3,4\n") == [(0, 0, "规章"), (1, 0, "3"), (1, 1, "4")]


def test_blanks_around_a_cell_are_none_of_it() -> None:
    assert cells("规章 , 3\n") == [(0, 0, "规章"), (0, 1, "3")]


def test_rows_beyond_what_a_report_could_have_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "MOST_ROWS", 2)
    assert [text for _, _, text in cells("甲\n乙\n丙\n")] == ["甲", "乙"]


def test_a_text_without_a_row_has_no_table() -> None:
    assert read_csv(b"", "表.csv").blocks == ()


def test_a_table_with_commas_is_read_by_its_rows() -> None:
    rows = "项目,本年制发件数,本年废止件数,现行有效件数\n规章,3,1,12\n行政规范性文件,,2,5\n"
    (table,) = read_bytes(rows.encode("gbk"), "表.csv").tables
    assert [cell.text for cell in table.cells if cell.row == 2] == ["行政规范性文件", "", "2", "5"]


def test_rows_that_a_browser_shows_as_they_are_have_no_mark_around_them() -> None:
    rows = "规章,3\n安全&amp;应急,4\n"
    assert cells(f"<pre style='white-space:pre'>\n{rows}</pre>\n") == cells(rows.replace("&amp;", "&"))
