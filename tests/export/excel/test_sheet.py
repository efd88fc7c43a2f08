"""A sheet: text is never a formula, a formula carries its result, a row is as high as its words."""

from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem

from export.excel.sheet import Book, Sheet, exact, lines_in, lines_of_prose, mark_draft, paired
from export.excel.styles import Look
from export.official import DRAFT


@pytest.fixture
def book() -> Book:
    return Book(Workbook())


@pytest.fixture
def sheet(book: Book) -> Sheet:
    return book.add("表三")


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@某", "'引"])
def test_text_that_looks_like_a_formula_is_text(sheet: Sheet, text: str) -> None:
    cell = sheet.text(1, 1, text, Look.TEXT)
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


def test_a_number_of_more_digits_than_a_spreadsheet_keeps_is_text(sheet: Sheet) -> None:
    sheet.number(1, 1, 10**15 - 1)
    sheet.number(1, 2, 10**15 + 1)
    assert sheet.cell(1, 1).value == 10**15 - 1
    assert sheet.cell(1, 2).value == "1000000000000001"


def test_what_a_spreadsheet_keeps_is_counted_in_digits() -> None:
    assert exact(None)
    assert exact(Decimal("12345.67"))
    assert not exact(Decimal("1234567890123.456"))


def test_a_blank_number_leaves_the_cell_blank(sheet: Sheet) -> None:
    sheet.number(1, 1, None)
    assert sheet.cell(1, 1).value is None


def test_a_formula_is_written_with_its_result(book: Book, sheet: Sheet) -> None:
    sheet.formula(2, 3, "=SUM(A2:B2)", 12)
    written = b'<c r="C2" s="5"><f>SUM(A2:B2)</f><v></v></c>'
    assert book.with_results("xl/worksheets/sheet1.xml", written) == written.replace(b"<v></v>", b"<v>12</v>")


def test_a_formula_without_a_result_has_none(book: Book, sheet: Sheet) -> None:
    sheet.formula(2, 3, "=A2", None)
    written = b'<c r="C2"><f>A2</f><v /></c>'
    assert book.with_results("xl/worksheets/sheet1.xml", written) == b'<c r="C2"><f>A2</f></c>'


def test_other_parts_of_the_archive_are_left_as_they_are(book: Book) -> None:
    assert book.with_results("xl/styles.xml", b"<f>A2</f>") == b"<f>A2</f>"


def test_a_covered_cell_of_a_merged_one_has_its_look(sheet: Sheet) -> None:
    sheet.text(1, 1, "总计", Look.HEAD)
    sheet.merge(1, 1, 2, 3)
    assert {sheet.native.cell(row, column).style for row in (1, 2) for column in (1, 2, 3)} == {
        Look.HEAD.value
    }
    assert [str(merged) for merged in sheet.native.merged_cells.ranges] == ["A1:C2"]


def test_a_sheet_is_protected_without_a_password(sheet: Sheet) -> None:
    assert sheet.native.protection.sheet
    assert sheet.native.protection.password is None


def test_a_row_is_never_higher_than_a_spreadsheet_allows(sheet: Sheet) -> None:
    sheet.set_height(1, 2)
    sheet.set_height(2, 1000)
    sheet.set_height_of_prose(3, 1000, 11)
    heights = [sheet.native.row_dimensions[row].height for row in (1, 2, 3)]
    assert heights[0] == pytest.approx(33)
    assert heights[1:] == [400, 400]


def test_a_column_is_as_wide_as_it_is_told(sheet: Sheet) -> None:
    """Spreadsheets count in digits of 7 pixels, with 5 pixels beside them."""
    sheet.set_width(2, 50)
    assert sheet.native.column_dimensions["B"].width * 7 + 5 == pytest.approx(50 / 25.4 * 96)


def test_it_prints_one_page_wide_with_its_number_outside(sheet: Sheet) -> None:
    sheet.print_on_a4(landscape=True, head_rows="1:3")
    native = sheet.native
    assert (native.page_setup.orientation, native.page_setup.fitToWidth, native.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert isinstance(native.oddFooter, HeaderFooterItem)
    assert isinstance(native.evenFooter, HeaderFooterItem)
    assert (native.oddFooter.right.text, native.evenFooter.left.text) == ("— &P —", "— &P —")
    assert native.print_title_rows == "$1:$3"


def test_a_draft_says_so_at_the_head_of_every_sheet(book: Book) -> None:
    sheets = [book.add(name) for name in ("表二", "表三")]
    mark_draft(book.workbook)
    for header in (header for made in sheets for header in (made.native.oddHeader, made.native.evenHeader)):
        assert isinstance(header, HeaderFooterItem)
        assert header.right.text == DRAFT


def test_longer_words_take_more_lines_and_running_text_fills_its_lines() -> None:
    assert lines_in("行政许可", 40) == 1
    assert lines_in("行政许可" * 10, 40) > 3
    assert lines_of_prose("公开" * 100, 100, 11) <= lines_in("公开" * 100, 100, 11)


@pytest.mark.parametrize(
    ("text", "millimetres", "broken"),
    [
        ("结果维持", 13, "结果\n维持"),
        ("法律服务机构", 15, "法律\n服务\n机构"),
        ("法律服务机构", 20, "法律服务\n机构"),
        ("结果维持", 40, "结果维持"),
        ("自然人", 8, "自然人"),
        ("本年增/减", 8, "本年增/减"),
    ],
)
def test_heads_end_their_lines_between_pairs_of_characters(
    text: str, millimetres: float, broken: str
) -> None:
    assert paired(text, millimetres) == broken
