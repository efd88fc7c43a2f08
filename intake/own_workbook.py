"""Reads back the workbook that the program wrote and a clerk may have filled in: its hidden sheet tells every place.

`export/excel` describes that sheet. Where it does not fit the workbook any more, the workbook is read like any other.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from intake.readers.border import border
from intake.readers.sheets import MOST_SHEET_COLUMNS, cell_text
from model.cell_kinds import CellKind
from model.days import date_in
from model.errors import AssistantError
from model.form import Form
from model.form_file import load_form
from model.import_state import ImportState
from model.office_fields import DAYS
from model.preamble import draft_preamble
from model.report import Report, Slot, SlotKind, SlotValue, restored
from model.values import Value, parse

SHEET: Final = "_年报助手"
VERSION: Final = "1"
_TOTAL: Final = "total"
_CONTINUED: Final = "续"
_LEVELS: Final = {"部门": "department", "政府": "government"}
_PLACE: Final = re.compile(
    r"(?P<sheet>.+)!(?P<column>[A-Z]{1,3})(?P<first>\d{1,7})(?::[A-Z]{1,3}(?P<last>\d{1,7}))?"
)
_FIRST_ROW: Final = 4
_MOST_PLACES: Final = 5_000
_MOST_PARAGRAPHS: Final = 5_000


class _NotOurs(AssistantError):
    """The hidden sheet does not fit the workbook."""

    def __init__(self) -> None:
        super().__init__("不是本程序导出的表格，或已改动")


@dataclass(frozen=True, slots=True)
class _Place:
    kind: str
    key: str
    cells: tuple[tuple[str, int, str], ...]
    value: str


def own_report(data: bytes) -> Report | None:
    """Return the report in a workbook of our own making, None where it is none, or was changed beyond recognition."""
    try:
        with border("表格", " Excel 或 WPS "):
            return _own(data)
    except AssistantError:
        return None


def _own(data: bytes) -> Report | None:
    if not data.startswith(b"PK"):
        return _report(_saved_anew(data))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return _report(_saved_anew(data))
        if SHEET.encode() not in archive.read("xl/workbook.xml"):
            return None
    return _report(load_workbook(io.BytesIO(data), keep_links=False))


def _saved_anew(data: bytes) -> Workbook:
    """The workbook that was saved as another kind of file (.xls, .ods): its totals are numbers now, and add up anew."""
    book = Workbook()
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as saved:
        if SHEET not in saved.sheet_names:
            raise _NotOurs
        for name in saved.sheet_names:
            sheet = book.create_sheet(name)
            rows = saved.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=_MOST_PLACES)
            for row, values in enumerate(rows, 1):
                for column, value in enumerate(values[:MOST_SHEET_COLUMNS], 1):
                    if value != "":
                        sheet.cell(row, column, value)
    return book


def _report(book: Workbook) -> Report:
    keys = book[SHEET]
    if not isinstance(keys, Worksheet) or str(keys["B1"].value) != VERSION:
        raise _NotOurs
    form = load_form(str(keys["B2"].value))
    places = list(_places(keys))
    fields = {
        place.key: cell_text(_value(book, place.cells[0])) for place in places if place.kind == SlotKind.FIELD
    }
    report = Report(form, fields["office"], int(fields["year"]))
    settings = [setting for place in places for setting in _settings(book, form, place)]
    report.set(settings)
    if report.text("preamble") == draft_preamble(report):
        report.set([(Slot(SlotKind.TEXT, "preamble"), None)])
    states = ((key, report.value(key)) for key in form.cells)
    report.set(
        (Slot(SlotKind.STATE, key), (ImportState.MISSING if value is None else ImportState.READ).value)
        for key, value in states
    )
    return report


def _places(sheet: Worksheet) -> Iterator[_Place]:
    for number, row in enumerate(sheet.iter_rows(min_row=_FIRST_ROW, values_only=True)):
        if number > _MOST_PLACES:
            raise _NotOurs
        kind, key, place, *value = ("" if entry is None else str(entry) for entry in row)
        if kind and key:
            yield _Place(kind, key, tuple(_cells(place)) if place else (), "".join(value))


def _cells(place: str) -> Iterator[tuple[str, int, str]]:
    match = _PLACE.fullmatch(place)
    if match is None:
        raise _NotOurs
    first = int(match["first"])
    last = int(match["last"] or first)
    if not first <= last < first + _MOST_PARAGRAPHS:
        raise _NotOurs
    for row in range(first, last + 1):
        yield match["sheet"], row, match["column"]


def _value(book: Workbook, cell: tuple[str, int, str]) -> object:
    sheet, row, column = cell
    return book[sheet][f"{column}{row}"].value


def _settings(book: Workbook, form: Form, place: _Place) -> Iterator[tuple[Slot, SlotValue]]:
    """What a place says, as slots."""
    if place.kind in (SlotKind.CELL, _TOTAL):
        if form.cells[place.key].computed != (place.kind == _TOTAL):
            raise _NotOurs
        value = _number(book, form.cells[place.key].kind, place.cells[0])
        if place.kind == SlotKind.CELL:
            yield Slot(SlotKind.CELL, place.key), value
        elif not _is_formula(book, place.cells[0]):
            yield Slot(SlotKind.DECLARED, place.key), value
    elif place.kind == SlotKind.TEXT:
        yield Slot(SlotKind.TEXT, place.key), _paragraphs(book, place.cells)
    elif place.kind in (SlotKind.FIELD, SlotKind.HEADING):
        said = cell_text(_value(book, place.cells[0]))
        if place.kind == SlotKind.FIELD:
            yield Slot(SlotKind.FIELD, place.key), _datum(place.key, said)
        else:
            usual = any(s.id == place.key and s.heading == said for s in form.sections)
            yield Slot(SlotKind.HEADING, place.key), None if usual else said
    elif place.value:
        yield Slot(SlotKind(place.kind), place.key), restored(json.loads(place.value))


def _datum(name: str, said: str) -> SlotValue:
    """A datum of the office; spreadsheets turn a day that is typed into one of their own dates."""
    if name == "year":
        return int(said)
    if name not in DAYS or not said:
        return _LEVELS.get(said, said)
    day = date_in(said)
    if day is None:
        raise _NotOurs
    return day.isoformat()


def _is_formula(book: Workbook, cell: tuple[str, int, str]) -> bool:
    return str(_value(book, cell)).startswith("=")


def _number(book: Workbook, kind: CellKind, cell: tuple[str, int, str]) -> Value:
    """A cell's number; an amount keeps the decimals that it is shown with."""
    sheet, row, column = cell
    found = book[sheet][f"{column}{row}"]
    if _is_formula(book, cell):
        return None
    value = parse(cell_text(found.value), kind)
    if isinstance(value, Decimal):
        shown = re.fullmatch(r"0\.(0+)", str(found.number_format).partition(";")[0])
        decimals = len(shown[1]) if shown else 0
        if decimals > -int(value.as_tuple().exponent):
            return value.quantize(Decimal(1).scaleb(-decimals))
    return value


def _paragraphs(book: Workbook, cells: tuple[tuple[str, int, str], ...]) -> str:
    lines: list[str] = []
    for sheet, row, column in cells:
        words = cell_text(_value(book, (sheet, row, column)))
        if lines and str(_value(book, (sheet, row, "A")) or "") == _CONTINUED:
            lines[-1] += words
        else:
            lines.append(words)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines)
