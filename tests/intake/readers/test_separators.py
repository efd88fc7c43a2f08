"""What parts the cells of a text is what makes most of its rows alike."""

import pytest

from intake.readers.separators import separator_of

SIGNS = ["\t", ";", ",", "，", "|"]
ROWS = [("1", "张某", "征地批复", "予以公开"), ("2", "李某", "规划图", "不予公开"), ("3", "王某", "", "")]


@pytest.mark.parametrize("sign", SIGNS)
def test_rows_with_the_same_number_of_cells_tell_what_parts_them(sign: str) -> None:
    assert separator_of("\n".join(map(sign.join, ROWS))) == sign


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if sign != "，"])
def test_sentences_in_the_cells_part_nothing_however_many_signs_they_have(sign: str) -> None:
    wordy = [
        (number, who, f"{what}，附图，附表，{'及说明，' * int(number)}共三份", how)
        for number, who, what, how in ROWS
    ]
    assert separator_of("\n".join(map(sign.join, wordy))) == sign


@pytest.mark.parametrize("sign", ["\t", ";"])
def test_signs_between_quotes_part_nothing(sign: str) -> None:
    rows = [(f'"{number},000,000"', '"甲,乙,丙"', what) for number, _, what, _ in ROWS]
    assert separator_of("\n".join(map(sign.join, rows))) == sign


@pytest.mark.parametrize("sign", SIGNS)
def test_of_two_cells_the_second_is_a_number_or_they_are_a_sentence(sign: str) -> None:
    assert separator_of(f"规章{sign}3\n行政许可{sign}5\n") == sign
    assert separator_of(f"公开规章{sign}以及文件\n规章,3\n") == ","


def test_a_text_of_one_column_has_its_commas() -> None:
    assert separator_of("规章\n文件\n") == separator_of("") == ","


def test_a_text_that_is_no_table_at_all_is_no_error() -> None:
    assert separator_of("甲\x00乙\n" + '"' + "丙" * 200_000) == ","
