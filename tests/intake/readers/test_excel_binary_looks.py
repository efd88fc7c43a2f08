"""What .xlsb files say of a cell's look: the number that is seen, and not the one that lies beneath."""

import pytest

from intake.readers.excel_binary import read_excel_binary
from intake.readers.excel_binary_looks import looks_of
from tests.intake.binary_workbooks import (
    WHITE,
    WHITE_OF_THEME,
    font,
    ground,
    look,
    number,
    number_format,
    row,
    styles,
    wide,
    words,
    workbook,
)


def shown(
    look_of_cell: bytes, *parts: bytes, formats: bytes = b"", cell: bytes | None = None
) -> tuple[str, str]:
    """Text and doubt of a cell with this look, else of the number 38."""
    data = workbook(
        row(0),
        words(0, 0),
        cell or number(1, 38, 1),
        strings=(b"\0" + wide("规章"), b"\0" + wide("3-8")),
        styles=styles(*parts, looks=(look(), look_of_cell), formats=formats),
    )
    (table,) = read_excel_binary(data, "年报.xlsb").tables
    (found,) = [cell for cell in table.cells if cell.column == 1]
    return found.text, found.doubt


@pytest.mark.parametrize(
    ("words_of_format", "text", "doubt"),
    [
        ('0"件"', "38件", ""),
        ('"1"0', "38", "显示为“138”的数字"),
        ("0%", "38（按百分比显示）", ""),
        ("0,", "38", "以千或百万为单位显示的数字"),
        (";;;", "", "设为不显示的单元格中的“38”"),
        ("#,##0", "38", ""),
    ],
)
def test_a_number_is_what_its_format_shows(words_of_format: str, text: str, doubt: str) -> None:
    assert shown(look(164), font(), ground(), formats=number_format(164, words_of_format)) == (text, doubt)


def test_formats_that_every_workbook_has_are_known_by_their_number() -> None:
    assert shown(look(9), font(), ground()) == ("38（按百分比显示）", "")


def test_what_is_raised_or_lowered_is_no_plain_number() -> None:
    assert shown(look(0, 1), font(), font(level=1), ground())[0] == "³⁸"
    assert shown(look(0, 1), font(), font(level=2), ground())[0] == "₃₈"


def test_a_number_that_is_struck_out_is_none() -> None:
    assert shown(look(0, 1), font(), font(struck=True), ground()) == ("", "划去的“38”")


@pytest.mark.parametrize("colour", [WHITE, WHITE_OF_THEME])
def test_white_words_on_no_ground_may_not_be_seen(colour: bytes) -> None:
    assert shown(look(0, 1), font(), font(colour=colour), ground())[1] == "可能不显示的“38”"
    dark = ground(bytes((5, 0, 0, 0, 0, 0, 128, 255)))
    assert shown(look(0, 1, 1), font(), font(colour=colour), ground(), dark) == ("38", "")


def test_words_too_small_to_be_read_may_not_be_seen() -> None:
    assert shown(look(0, 1), font(), font(points=1), ground())[1] == "可能不显示的“38”"


def test_a_cell_whose_look_is_not_in_the_file_is_shown_as_it_is() -> None:
    assert shown(look(), cell=number(1, 38, 7)) == ("38", "")


def test_looks_of_named_styles_are_no_cells_looks() -> None:
    assert [each.number_format for each in looks_of(styles(looks=(look(), look(1))))] == ["General", "0"]
