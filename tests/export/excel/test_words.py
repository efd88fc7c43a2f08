"""The sheet 文字: office data with what each asks for, and a row for each paragraph."""

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from export.excel.keys import Places
from export.excel.sheet import MOST_CHARACTERS, Book
from export.excel.words import CONTINUED, LEVELS, NAME, add_words
from model.office_fields import FIELD_WORDS
from model.report import Report, Slot, SlotKind
from model.sections import sections_of
from tests.export.sample import FORMS, report_of


def sheet(report: Report) -> Worksheet:
    book = Book(Workbook())
    add_words(book, report, Places())
    return book.workbook[NAME]


def labelled(made: Worksheet) -> dict[str, object]:
    return {str(row[0]): row[1] for row in made.iter_rows(max_col=2, values_only=True) if row[0]}


def test_each_part_of_the_office_data_has_its_row_in_the_words_of_the_program() -> None:
    report = report_of()
    told = labelled(sheet(report))
    assert set(FIELD_WORDS.values()) <= set(told)
    assert told[FIELD_WORDS["year"]] == report.year
    assert told[FIELD_WORDS["level"]] == LEVELS["department"]


def test_the_kind_of_office_is_chosen_from_a_list_and_the_year_is_a_number() -> None:
    rules = {rule.type: rule for rule in sheet(report_of()).data_validations.dataValidation if rule.type}
    assert rules["list"].formula1 == f'"{",".join(LEVELS.values())}"'
    assert (rules["whole"].formula1, rules["whole"].formula2) == ("2008", "9999")


@pytest.mark.parametrize("form", FORMS)
def test_headings_may_be_edited_only_where_the_form_leaves_them_to_the_office(form: str) -> None:
    report = report_of(form)
    made = sheet(report)
    locked = {cell.value: cell.protection.locked for (cell,) in made.iter_rows(max_col=1) if cell.value}
    told = {locked[section.heading] for section in sections_of(report)}
    assert told == {not report.form.free_sections}


def test_a_paragraph_longer_than_a_cell_goes_on_in_a_row_that_says_so() -> None:
    report = report_of()
    first = sections_of(report)[0].id
    words = "公" * (2 * MOST_CHARACTERS + 5)
    report.set([(Slot(SlotKind.TEXT, first), f"{words}\n第二段")])
    rows = [row for row in sheet(report).iter_rows(max_col=2, values_only=True) if row[1]]
    at = next(number for number, row in enumerate(rows) if str(row[1]).startswith("公公"))
    assert [row[0] for row in rows[at : at + 4]] == [None, CONTINUED, CONTINUED, None]
    assert "".join(str(row[1]) for row in rows[at : at + 3]) == words
    assert rows[at + 3][1] == "第二段"


def test_a_text_that_is_not_written_yet_has_room_to_write_in() -> None:
    report = report_of()
    last = sections_of(report)[-1]
    report.set([(Slot(SlotKind.TEXT, last.id), "")])
    made = sheet(report)
    head = next(cell.row for (cell,) in made.iter_rows(max_col=1) if cell.value == last.heading)
    below = [made.cell(row, 2) for row in range(head + 1, made.max_row + 1)]
    assert len(below) >= 5
    assert all(cell.value is None and not cell.protection.locked for cell in below)


def test_an_address_longer_than_its_row_does_not_reach_into_the_next_one() -> None:
    report = report_of()
    report.set([(Slot(SlotKind.FIELD, "website"), "https://www.example.gov.cn/" + "zwgk/" * 30)])
    made = sheet(report)
    row = 3 + list(FIELD_WORDS).index("website")
    assert made.row_dimensions[row].height > 2 * 11
    assert made.row_dimensions[row + 1].height is None
