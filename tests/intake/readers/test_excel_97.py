"""Sheets of Excel up to 2003 are read as they are seen: marks, formats, hidden rows, columns and sheets.

`looks.xls` is what LibreOffice 7.4 made of an invented workbook: no library of ours writes this format.
"""

from pathlib import Path

import pytest

from intake.errors import SourceRefused
from intake.readers.excel_97 import read_excel_97
from intake.readers.reading import read
from model.document import TableCell

LOOKS = Path(__file__).parent / "looks.xls"


@pytest.fixture(scope="module")
def cells() -> dict[tuple[int, int], TableCell]:
    told: list[str] = []
    (table,) = read_excel_97(LOOKS.read_bytes(), "年报.xls", told.append).tables
    assert told == ["工作表“公开”"]
    return {(cell.row, cell.column): cell for cell in table.cells}


def test_a_raised_figure_is_no_digit_of_the_number_before_it(
    cells: dict[tuple[int, int], TableCell],
) -> None:
    assert cells[3, 1].text == "1987¹"


def test_of_a_struck_out_number_and_its_correction_the_correction_is_read(
    cells: dict[tuple[int, int], TableCell],
) -> None:
    assert (cells[3, 2].text, cells[3, 2].doubt) == ("36", "")


def test_a_number_that_is_struck_out_alone_is_told(cells: dict[tuple[int, int], TableCell]) -> None:
    assert (cells[4, 3].text, cells[4, 3].doubt) == ("", "划去的“3”")


def test_white_figures_may_not_be_seen(cells: dict[tuple[int, int], TableCell]) -> None:
    assert (cells[4, 2].text, cells[4, 2].doubt) == ("2", "可能不显示的“2”")


def test_a_number_is_read_with_the_words_of_its_format(cells: dict[tuple[int, int], TableCell]) -> None:
    assert cells[4, 1].text == "1件"
    assert cells[3, 3].text == "7（按百分比显示）"
    assert cells[7, 1].text == "2025年1月20日"


def test_numbers_in_hidden_rows_and_columns_are_told_and_words_are_read(
    cells: dict[tuple[int, int], TableCell],
) -> None:
    assert cells[6, 0].text == "行政许可"
    assert (cells[6, 1].text, cells[6, 1].doubt) == ("", "隐藏行中的“45”")
    assert (cells[4, 4].text, cells[4, 4].doubt) == ("", "隐藏列中的“9”")


def test_a_merged_area_is_one_cell(cells: dict[tuple[int, int], TableCell]) -> None:
    assert cells[0, 0].colspan == 4
    assert (0, 1) not in cells


def changed(old: str, new: str) -> dict[tuple[int, int], TableCell]:
    """The cells after a record of the file ([MS-XLS] 2.4, in hexadecimal) was replaced by one as long."""
    data = LOOKS.read_bytes()
    assert data.count(bytes.fromhex(old)) == 1
    (table,) = read_excel_97(data.replace(bytes.fromhex(old), bytes.fromhex(new)), "年报.xls").tables
    return {(cell.row, cell.column): cell for cell in table.cells}


DAY = "7e02 0a00 0700 0100 1b00 "
"""A number in the cell of the day, with its look; the number follows."""
DAY_OF_2025 = DAY + "b6c90200"


def test_a_day_in_a_chinese_format_that_the_file_does_not_spell_out_is_read() -> None:
    look = "e000 1400 0000 {}00"
    assert changed(look.format("a7"), look.format("1f"))[7, 1].text == "2025年1月20日"


@pytest.mark.parametrize(
    ("number", "text", "doubt"),
    [
        ("3e6dd304", "", "设为不显示的单元格中的“20241231”"),
        ("eeffffff", "", "设为不显示的单元格中的“-5”"),
        ("0000d83f", "09:00:00", ""),
    ],
    ids=["a day written as one number", "before the first day", "a time"],
)
def test_what_is_no_day_in_a_cell_for_days_leaves_the_file_readable(
    number: str, text: str, doubt: str
) -> None:
    cells = changed(DAY_OF_2025, DAY + number)
    assert (cells[7, 1].text, cells[7, 1].doubt) == (text, doubt)
    assert cells[3, 1].text == "1987¹"


def test_a_blank_cell_whose_look_is_not_in_the_file_is_blank() -> None:
    cells = changed("be00 0c00 0000 0100 1500 1500", "be00 0c00 0800 0100 ff0f ff0f")
    assert (cells[8, 1].text, cells[8, 1].doubt) == ("", "")


def test_a_torn_file_is_refused_with_a_way_out(tmp_path: Path) -> None:
    torn = tmp_path / "年报.xls"
    data = LOOKS.read_bytes()
    torn.write_bytes(data[:1500] + data[-1500:])
    with pytest.raises(SourceRefused, match="另存"):
        read(torn)


@pytest.mark.parametrize("stream", ["Workbook", "WORKBOOK"])
def test_a_stream_that_comes_back_to_itself_ends_at_once(stream: str) -> None:
    data = bytearray(LOOKS.read_bytes().replace("Workbook".encode("utf-16-le"), stream.encode("utf-16-le")))
    table = 512 + 512 * int.from_bytes(data[60:64], "little")
    # The workbook's first sector is said to go on in itself ([MS-CFB] 2.4).
    data[table : table + 4] = bytes(4)
    with pytest.raises(ValueError, match="twice"):
        read_excel_97(bytes(data), "年报.xls")
