"""The sheet 文字: office data, preamble and sections, to be read and to be filled in."""

from collections.abc import Iterator
from typing import Final

from openpyxl.styles import Protection
from openpyxl.worksheet.datavalidation import DataValidation

from export.excel.keys import Places
from export.excel.sheet import MOST_CHARACTERS, Book, Sheet, lines_of_prose
from export.excel.styles import Look
from model.office_fields import FIELD_WORDS, OFFICE_FIELDS, PREAMBLE_WORDS
from model.preamble import preamble_of, title_of
from model.report import Report, SlotKind
from model.sections import sections_of
from model.workbook_words import TEXTS_NOTE

NAME: Final = "文字"
LEVELS: Final = {"department": "部门", "government": "政府"}
CONTINUED: Final = "续"
"""In column A: the row continues the paragraph above it."""

_LABEL_WIDTH: Final = 24.0
_TEXT_WIDTH: Final = 156.0
_SPARE: Final = 6
"""Rows that each text has at least."""


def add_words(book: Book, report: Report, places: Places) -> None:
    """Add the sheet."""
    sheet = book.add(NAME)
    sheet.set_width(1, _LABEL_WIDTH)
    sheet.set_width(2, _TEXT_WIDTH)
    sheet.text(1, 1, title_of(report), Look.TITLE)
    sheet.merge(1, 1, 1, 2)
    sheet.text(2, 1, TEXTS_NOTE, Look.NOTE)
    sheet.merge(2, 1, 1, 2)
    row = _add_fields(sheet, report, places)
    row = _add_text(sheet, row, PREAMBLE_WORDS, "preamble", preamble_of(report), places)
    for section in sections_of(report):
        if report.form.free_sections:
            places.note(SlotKind.HEADING, section.id, f"{NAME}!A{row}")
        head = row
        row = _add_text(sheet, row, section.heading, section.id, report.text(section.id), places)
        sheet.cell(head, 1).protection = Protection(locked=not report.form.free_sections)
    sheet.native.freeze_panes = "A3"
    sheet.print_on_a4()


def _add_fields(sheet: Sheet, report: Report, places: Places) -> int:
    for row, (name, label) in enumerate(FIELD_WORDS.items(), 3):
        sheet.text(row, 1, label, Look.LABEL)
        known = report.field(name)
        entry = sheet.text(row, 2, LEVELS.get(known, known) if name == "level" else known, Look.TEXT)
        if name == "year":
            entry.number_format = "0"
            entry.value = report.year
        lines = lines_of_prose(known, _TEXT_WIDTH, 11)
        if lines > 1:
            sheet.set_height_of_prose(row, lines, 11)
        places.note(SlotKind.FIELD, name, f"{NAME}!B{row}")
        _add_rule(sheet, f"B{row}", name, report.year)
    return 3 + len(FIELD_WORDS)


def _add_rule(sheet: Sheet, place: str, name: str, year: int) -> None:
    hints = {field.name: field.hint_in(year) for field in OFFICE_FIELDS}
    if name == "year":
        rule = DataValidation(type="whole", operator="between", formula1="2008", formula2="9999")
        rule.error = "年度请填四位数字，如 2024"
    elif name == "level":
        rule = DataValidation(type="list", formula1=f'"{",".join(LEVELS.values())}"')
        rule.error = "请从列表中选择“部门”或“政府”"
    elif hints[name]:
        rule = DataValidation(showInputMessage=True, promptTitle=FIELD_WORDS[name], prompt=hints[name])
    else:
        return
    rule.allow_blank = True
    rule.showErrorMessage = True
    rule.errorTitle = FIELD_WORDS[name]
    rule.add(place)
    sheet.native.add_data_validation(rule)


def _add_text(sheet: Sheet, row: int, heading: str, key: str, text: str, places: Places) -> int:
    """Add heading and paragraphs from `row` on and return the row after them."""
    sheet.text(row, 1, heading, Look.HEAD)
    sheet.cell(row, 2).style = Look.HEAD.value
    sheet.merge(row, 1, 1, 2)
    paragraphs = list(_rows(text))
    paragraphs += [("", "")] * max(0, _SPARE - len(paragraphs))
    for number, (mark, words) in enumerate(paragraphs, row + 1):
        sheet.text(number, 1, mark, Look.LABEL)
        sheet.text(number, 2, words, Look.TEXT)
        sheet.set_height_of_prose(number, lines_of_prose(words, _TEXT_WIDTH, 11), 11)
    last = row + len(paragraphs)
    places.note(SlotKind.TEXT, key, f"{NAME}!B{row + 1}:B{last}")
    return last + 1


def _rows(text: str) -> Iterator[tuple[str, str]]:
    """A row for each paragraph; what a cell cannot hold goes on in the next row."""
    for paragraph in text.split("\n") if text else ():
        yield "", paragraph[:MOST_CHARACTERS]
        for start in range(MOST_CHARACTERS, len(paragraph), MOST_CHARACTERS):
            yield CONTINUED, paragraph[start : start + MOST_CHARACTERS]
