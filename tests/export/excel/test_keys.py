"""The hidden sheet tells where each slot stands, and holds what no sheet shows."""

import json

from openpyxl import Workbook

from export.excel.keys import NAME, VERSION, Places
from export.excel.sheet import MOST_CHARACTERS, Book
from model.report import Report, Slot, SlotKind
from tests.export.sample import report_of


def rows(report: Report, places: Places) -> list[list[str]]:
    book = Book(Workbook())
    places.add_sheet(book, report)
    sheet = book.workbook[NAME]
    assert sheet.sheet_state == "hidden"
    return [[str(value) for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]


def test_version_form_and_columns_stand_first() -> None:
    head = rows(report_of("2019"), Places())[:3]
    assert head == [["年报助手", str(VERSION)], ["form", "2019"], ["kind", "key", "place", "value"]]


def test_a_place_is_told_once_and_the_last_word_holds() -> None:
    places = Places()
    places.note("cell", "a.b", "表二!B4")
    places.note("cell", "a.b", "表二!C4")
    told = rows(report_of(), places)
    assert ["cell", "a.b", "表二!C4"] in told
    assert all("表二!B4" not in row for row in told)


def test_an_explanation_longer_than_a_cell_goes_on_in_the_next() -> None:
    report = report_of()
    words = "因机构改革。" * 12_000
    report.set([(Slot(SlotKind.EXPLANATION, "V1"), {"text": words})])
    told = {row[0]: row for row in rows(report, Places())}
    kind, code, *parts = told["explanation"]
    assert (kind, code) == ("explanation", "V1")
    assert all(len(part) <= MOST_CHARACTERS for part in parts)
    assert words in json.loads("".join(parts)).values()
