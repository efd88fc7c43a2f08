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


def test_a_torn_file_is_refused_with_a_way_out(tmp_path: Path) -> None:
    torn = tmp_path / "年报.xls"
    data = LOOKS.read_bytes()
    torn.write_bytes(data[:1500] + data[-1500:])
    with pytest.raises(SourceRefused, match="另存"):
        read(torn)


def test_a_stream_that_comes_back_to_itself_ends_at_once() -> None:
    data = bytearray(LOOKS.read_bytes())
    table = 512 + 512 * int.from_bytes(data[60:64], "little")
    # The workbook's first sector is said to go on in itself ([MS-CFB] 2.4).
    data[table : table + 4] = bytes(4)
    with pytest.raises(ValueError, match="twice"):
        read_excel_97(bytes(data), "年报.xls")
