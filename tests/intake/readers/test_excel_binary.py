"""Sheets of .xlsb: rows and columns that are not seen, and cells in several fonts, are told."""

import struct

import pytest

from intake.readers.excel_binary import read_excel_binary
from model.document import TableCell
from tests.intake.binary_workbooks import number, record, row, wide, words, workbook


def read(data: bytes) -> dict[tuple[int, int], TableCell]:
    (table,) = read_excel_binary(data, "年报.xlsb").tables
    return {(cell.row, cell.column): cell for cell in table.cells}


LABELS = (b"\0" + wide("规章"), b"\0" + wide("文件"))


@pytest.mark.parametrize(("flags", "height"), [(0x10, 300), (0x20, 20)])
def test_numbers_of_a_row_that_is_not_seen_are_told(flags: int, height: int) -> None:
    cells = read(
        workbook(
            row(0),
            words(0, 0),
            number(1, 3),
            row(1, flags, height),
            words(0, 1),
            number(1, 45),
            strings=LABELS,
        )
    )
    assert (cells[0, 1].text, cells[0, 1].doubt) == ("3", "")
    assert cells[1, 0].text == "文件"
    assert (cells[1, 1].text, cells[1, 1].doubt) == ("", "隐藏行中的“45”")


def test_numbers_of_a_hidden_column_are_told() -> None:
    hidden = record(60, struct.pack("<IIIIH", 1, 1, 2000, 0, 1))
    cells = read(workbook(row(0), words(0, 0), number(1, 3), strings=LABELS, columns=hidden))
    assert (cells[0, 1].text, cells[0, 1].doubt) == ("", "隐藏列中的“3”")


def test_a_number_in_several_fonts_is_told() -> None:
    rich = b"\1" + wide("19871") + struct.pack("<IHH", 1, 4, 1)
    cells = read(workbook(row(0), words(0, 0), words(1, 2), strings=(*LABELS, rich)))
    assert (cells[0, 1].text, cells[0, 1].doubt) == ("19871", "字体不一的“19871”")


def test_words_in_several_fonts_that_stand_in_their_cell_are_told() -> None:
    rich = record(62, struct.pack("<II", 1, 0) + b"\1" + wide("19871") + struct.pack("<IHH", 1, 4, 1))
    label = record(62, struct.pack("<II", 0, 0) + b"\1" + wide("行政许可") + struct.pack("<IHH", 1, 1, 1))
    cells = read(workbook(row(0), label, rich))
    assert (cells[0, 0].text, cells[0, 0].doubt) == ("行政许可", "")
    assert (cells[0, 1].text, cells[0, 1].doubt) == ("19871", "字体不一的“19871”")
