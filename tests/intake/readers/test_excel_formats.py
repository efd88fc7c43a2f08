"""A number is read as its sheet shows it; where that is another number or none, the cell is doubtful."""

import pytest

from intake.figures import FigureKind, figure_of
from intake.readers.excel_formats import shown_number, shown_words

ACCOUNTS = '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '


@pytest.mark.parametrize(
    "number_format",
    [
        "General",
        "@",
        "0",
        "#,##0",
        "000",
        "0.00_ ",
        "[Red]0",
        "#,##0_);(#,##0)",
        "[$¥-804]#,##0",
        ACCOUNTS,
        "0;-0;;@",
    ],
)
@pytest.mark.parametrize("number", [38, 0, -4])
def test_a_number_in_a_usual_format_is_itself(number: int, number_format: str) -> None:
    assert shown_number(str(number), number, number_format) == (str(number), "")


@pytest.mark.parametrize(
    ("number_format", "kind"),
    [
        ('0"件"', FigureKind.NUMBER),
        ('"约"0', FigureKind.MARK),
        ("\\约0", FigureKind.MARK),
        ('0"万"', FigureKind.MARK),
    ],
)
def test_the_words_of_a_format_are_read_with_the_number(number_format: str, kind: FigureKind) -> None:
    text, doubt = shown_number("38", 38, number_format)
    assert figure_of(text).kind is kind
    assert not doubt


def test_a_percentage_is_not_sure() -> None:
    assert not figure_of(shown_number("0.12", 0.12, "0%")[0]).sure


@pytest.mark.parametrize("number_format", ["0,", "#,##0,,", '0.0,"千"', '[>=100]0"多";0'])
def test_another_number_than_the_cell_has_is_doubtful(number_format: str) -> None:
    assert shown_number("38000", 38000, number_format)[1]


@pytest.mark.parametrize(
    ("number_format", "displayed"),
    [('0"0"', "40"), ('"1"0', "14"), ("0\\0", "40"), ('0"→5"', "45"), ('"第2次"0', "第2次4")],
)
def test_a_digit_that_a_format_adds_is_doubtful_and_told(number_format: str, displayed: str) -> None:
    assert shown_number("4", 4, number_format) == ("4", f"显示为“{displayed}”的数字")


@pytest.mark.parametrize("number_format", [";;;", ";;", '"";"";""', '"已公开"'])
def test_what_is_not_shown_is_not_read(number_format: str) -> None:
    assert shown_number("38", 38, number_format) == ("", "设为不显示的单元格中的“38”")


def test_words_are_hidden_only_by_a_format_that_has_no_place_for_them() -> None:
    assert shown_words("38件", ";;;") == ("", "设为不显示的单元格中的“38件”")
    assert shown_words("规章", ";;;") == ("规章", "")
    assert shown_words("38件", "0;-0;;@") == ("38件", "")


def test_a_negative_number_is_shown_by_the_second_part_of_a_format_alone() -> None:
    assert shown_number("-3", -3, '0;"减少"0') == ("减少-3", "")
    assert shown_number("3", 3, '"增加"0;"减少"0;0') == ("增加3", "")
