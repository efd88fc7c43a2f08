"""Rows that are struck through in a workbook are found by the format of their cells."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from intake.ledger.reading import hush
from intake.ledger.struck import struck_styles
from intake.ledger.workbooks import read_workbook


def workbook(*struck: str, bold: str = "B2") -> bytes:
    """A workbook of four rows with these cells struck through, and another one bold."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    for row in range(4):
        page.append([row, "甲", None])
    page[bold].font = Font(bold=True)
    for cell in struck:
        page[cell].font = Font(strike=True)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("cells", "rows"), [((), set()), (("B3",), {2}), (("A1", "B1", "A4"), {0, 3}), (("C2",), set())]
)
def test_rows_with_something_in_a_struck_cell_are_found(cells: tuple[str, ...], rows: set[int]) -> None:
    (sheet,) = read_workbook(workbook(*cells), "台账.xlsx", hush)
    assert sheet.struck == rows


def test_a_font_that_says_it_is_not_struck_is_not() -> None:
    data = io.BytesIO(workbook("B3"))
    with zipfile.ZipFile(data) as archive:
        assert len(struck_styles(archive)) == 1
        styles = archive.read("xl/styles.xml")
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("xl/styles.xml", styles.replace(b'<strike val="1"', b'<strike val="0"'))
    with zipfile.ZipFile(plain) as archive:
        assert struck_styles(archive) == ()


def test_a_workbook_without_formats_has_nothing_struck() -> None:
    with zipfile.ZipFile(io.BytesIO(), "w") as archive:
        assert struck_styles(archive) == ()
