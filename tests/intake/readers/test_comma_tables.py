"""Lines with as many commas and numbers between them are a table, others are words."""

import pytest

from intake.readers.text import read_text

ROWS = ("信息内容,本年制发件数,现行有效件数", "规章,1,12", "行政规范性文件,0,345", "其他文件,,7")


def test_lines_that_commas_part_are_a_table_blank_cells_too() -> None:
    document = read_text("\n".join(("前面的话", *ROWS, "后面的话，没有了")))
    (table,) = document.tables
    assert [cell.text for cell in table.cells if cell.row == 3] == ["其他文件", "", "7"]
    assert [paragraph.text for paragraph in document.paragraphs] == ["前面的话", "后面的话，没有了"]


@pytest.mark.parametrize(
    "lines",
    [
        ["规章 1,234,567", "文件 2,345,678", "许可 3,456,789"],
        ["一是建章,二是培训,三是检查", "一是公开,二是解读,三是回应", "一是受理,二是答复,三是归档"],
        ["规章,1,2", "文件,3,4"],
        ["规章,1", "文件,2", "许可,3"],
        ['"规章,办法",1', '"文件,通知",2', '"许可,确认",3'],
    ],
)
def test_commas_in_numbers_in_sentences_and_in_a_few_lines_part_nothing(lines: list[str]) -> None:
    assert not list(read_text("\n".join(lines)).tables)


def test_a_long_run_of_commas_is_looked_at_once() -> None:
    text = "\n".join(["一,二,三"] * 20_000)
    assert len(list(read_text(text).paragraphs)) == 20_000
