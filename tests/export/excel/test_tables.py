"""A table's sheet: named by its section, entered cells open, totals and checks as formulas that stay silent while blank."""

import pytest
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from export.excel.keys import Places
from export.excel.sheet import Book, Sheet
from export.excel.tables import add_table
from model.form import IdentityKind
from model.report import Report, Slot, SlotKind
from tests.export.sample import FORMS, report_of


def sheets(report: Report) -> dict[str, Sheet]:
    book, places = Book(Workbook()), Places()
    for table in report.form.tables:
        add_table(book, report, table, places)
    return {table.id: sheet for table, sheet in zip(report.form.tables, book.sheets, strict=True)}


def formulas(sheet: Sheet) -> dict[str, str]:
    cells = (cell for row in sheet.native.iter_rows() for cell in row if isinstance(cell, Cell))
    return {cell.coordinate: str(cell.value) for cell in cells if cell.data_type == "f"}


@pytest.mark.parametrize("form", FORMS)
def test_every_formula_carries_its_result(form: str) -> None:
    for sheet in sheets(report_of(form)).values():
        assert set(formulas(sheet)) == set(sheet.results)


def test_the_sheet_has_the_number_of_its_section() -> None:
    assert [sheet.name for sheet in sheets(report_of()).values()] == ["表二", "表三", "表四"]


@pytest.mark.parametrize("form", FORMS)
def test_each_table_has_its_checks_below_it(form: str) -> None:
    report = report_of(form)
    for table, sheet in sheets(report).items():
        checks = [text for text in formulas(sheet).values() if "-SUM(" in text]
        asked = [
            found
            for found in report.form.identities
            if found.table == table and found.kind is not IdentityKind.SUM
        ]
        assert len(checks) == len(asked)
        most = [text for text in checks if text.startswith("=MAX(0,")]
        assert len(most) == sum(found.kind is IdentityKind.AT_MOST for found in asked)


def test_a_total_beyond_what_a_spreadsheet_keeps_has_no_formula_that_would_round_it() -> None:
    report = report_of()
    usual = len(formulas(sheets(report)["applications"]))
    report.set([(Slot(SlotKind.CELL, "applications.received.natural_person"), 9_007_199_254_740_993)])
    assert len(formulas(sheets(report)["applications"])) < usual


def test_while_cells_are_blank_a_check_says_nothing() -> None:
    sheet = sheets(report_of(blank=True))["applications"]
    assert set(sheet.results.values()) == {None}


def test_a_table_of_the_form_may_be_filled_in_and_its_words_may_not() -> None:
    report = report_of()
    for sheet in sheets(report).values():
        opened = [
            cell
            for row in sheet.native.iter_rows()
            for cell in row
            if isinstance(cell, Cell) and not cell.protection.locked
        ]
        assert opened
        assert all(cell.data_type == "n" for cell in opened)
