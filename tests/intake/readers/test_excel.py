"""What Excel shows is what is read; numbers that it does not show, and formulas without a result, are told."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.drawing.image import Image
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image as PillowImage

from intake.readers.reading import read_bytes


def made() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["规章", 36, "件"])
    return book, sheet


def told(book: Workbook) -> tuple[str, str]:
    """Text and doubt of the cell with the number."""
    saved = io.BytesIO()
    book.save(saved)
    (table,) = read_bytes(saved.getvalue(), "年报.xlsx").tables
    return table.cells[1].text, table.cells[1].doubt


def test_a_number_is_read_as_it_stands() -> None:
    book, _ = made()
    assert told(book) == ("36", "")


@pytest.mark.parametrize("fill", [b"<fill/>", b"<fill ></fill>"])
def test_a_cell_style_without_a_fill_is_one(fill: bytes) -> None:
    book, _ = made()
    saved = io.BytesIO()
    book.save(saved)
    changed = io.BytesIO()
    with zipfile.ZipFile(saved) as archive, zipfile.ZipFile(changed, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name).replace(b"<fill><patternFill/></fill>", fill))
    (table,) = read_bytes(changed.getvalue(), "年报.xlsx").tables
    assert table.cells[1].text == "36"


@pytest.mark.parametrize(
    ("font", "read"),
    [
        (InlineFont(vertAlign="superscript"), "36⁵"),
        (InlineFont(vertAlign="subscript"), "36₅"),
        (InlineFont(strike=True), "36"),
        (InlineFont(b=True), "365"),
    ],
)
def test_a_run_within_a_cell_is_read_as_it_is_shown(font: InlineFont, read: str) -> None:
    book, sheet = made()
    sheet["B1"] = CellRichText("36", TextBlock(font, "5"))
    assert told(book) == (read, "")


def test_a_number_struck_out_is_told() -> None:
    book, sheet = made()
    sheet["B1"].font = Font(strike=True)
    assert told(book) == ("", "划去的“36”")


def test_a_hidden_row_and_a_hidden_column_are_told() -> None:
    book, sheet = made()
    sheet.row_dimensions[1].hidden = True
    assert told(book) == ("", "隐藏行中的“36”")
    book, sheet = made()
    sheet.column_dimensions["B"].hidden = True
    assert told(book) == ("", "隐藏列中的“36”")


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        (b'<row r="1"', b'<row ht="0" customHeight="1" r="1"', "隐藏行"),
        (b'<row r="1"', b'<row ht="0.75" customHeight="1" r="1"', "隐藏行"),
        (
            b"<sheetData>",
            b'<cols><col min="2" max="3" width="0" customWidth="1"/></cols><sheetData>',
            "隐藏列",
        ),
        (b'baseColWidth="8"', b'defaultColWidth="0"', "隐藏列"),
    ],
)
def test_a_row_or_column_drawn_together_is_told_as_a_hidden_one(
    before: bytes, after: bytes, where: str
) -> None:
    book, _ = made()
    saved, changed = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as archive, zipfile.ZipFile(changed, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name).replace(before, after))
    (table,) = read_bytes(changed.getvalue(), "年报.xlsx").tables
    assert (table.cells[1].text, table.cells[1].doubt) == ("", f"{where}中的“36”")


def test_low_rows_and_narrow_columns_that_are_seen_are_read() -> None:
    book, sheet = made()
    sheet.row_dimensions[1].height = 6
    sheet.column_dimensions["B"].width = 2
    assert told(book) == ("36", "")


def test_a_number_with_a_format_that_hides_it_is_told() -> None:
    book, sheet = made()
    sheet["B1"].number_format = ";;;"
    assert told(book) == ("", "设为不显示的单元格中的“36”")


def test_a_formula_without_its_result_is_told() -> None:
    book, sheet = made()
    sheet["B1"] = "=30+6"
    assert told(book) == ("", "没有算出结果的公式")


def test_a_picture_in_a_cell_is_told(tmp_path: Path) -> None:
    image = tmp_path / "picture.png"
    PillowImage.new("RGB", (4, 4)).save(image)
    book, sheet = made()
    sheet["B1"] = None
    sheet.add_image(Image(str(image)), "B1")
    assert told(book) == ("", "图片")


@pytest.mark.parametrize("colour", ["FFFFFFFF", "00FFFFFF", "FFFEFEFE"])
def test_white_numbers_are_doubtful_unless_they_stand_on_a_colour(colour: str) -> None:
    for ground, doubtful in ((None, True), ("FFFFFFFF", True), ("FF1F4E79", False)):
        book, sheet = made()
        sheet["B1"].font = Font(color=colour)
        if ground:
            sheet["B1"].fill = PatternFill("solid", fgColor=ground)
        assert bool(told(book)[1]) == doubtful


def test_type_too_small_to_be_read_is_doubtful() -> None:
    book, sheet = made()
    sheet["B1"].font = Font(sz=2)
    assert told(book)[1] == "可能不显示的“36”"
