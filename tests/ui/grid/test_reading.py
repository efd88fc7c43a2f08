"""What tiles show and what the grid says of them in words."""

from decimal import Decimal

import pytest

from model.form import Form
from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from model.values import Value
from tests.ui.grid.desk import (
    CARRIED_IN,
    GRANTED,
    HANDLED,
    RECEIVED,
    RECEIVED_TOTAL,
    session,
    set_cells,
)
from ui.desk.session import Session
from ui.grid import texts
from ui.grid.marks import Mark
from ui.grid.reading import Reading, Tone, drafted, reading_text
from ui.grid.sheet import Kind, sheet_of


def reading(desk: Session, *, last_year: Report | None = None, ghosts: bool = False) -> Reading:
    form = desk.report.form
    sheet = sheet_of(form, form.table("applications"))
    return Reading(sheet, desk.report, last_year, desk.outcome, {}, ghosts)


def last_year_of(form: Form, **values: Value) -> Report:
    report = Report(form, "云溪县林业局", 2023)
    report.set((Slot(SlotKind.CELL, f"applications.{row}.natural_person"), v) for row, v in values.items())
    return report


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (9999, "9999"),
        (10000, "10,000"),
        (1234567, "1,234,567"),
        (Decimal("12345.50"), "12,345.50"),
    ],
)
def test_large_numbers_are_grouped(value: Value, text: str) -> None:
    assert reading_text(value) == text


def test_signed_counts_keep_their_sign() -> None:
    assert [reading_text(value, signed=True) for value in (3, -3, 12345)] == ["+3", "-3", "+12,345"]


def test_a_wrong_balance_marks_its_cells_and_the_head_of_its_column() -> None:
    desk = session(filled=0)
    set_cells(desk, received=5)
    read = reading(desk)
    head = next(tile for tile in read.sheet.tiles if tile.text == "自然人")
    other = next(tile for tile in read.sheet.tiles if tile.text == "其他" and tile.kind is Kind.HEAD)
    marked = [tile for tile in read.sheet.numbers if read.look(tile).mark >= Mark.ERROR]
    assert {tile.column for tile in marked} == {head.column, read.sheet.by_key[RECEIVED_TOTAL].column}
    assert read.look(head).mark is Mark.ERROR
    assert read.look(other).mark is Mark.NONE


def test_a_wrong_row_marks_its_label() -> None:
    desk = session(filled=0)
    desk.edit([(Slot(SlotKind.DECLARED, RECEIVED_TOTAL), 4)], "粘贴")
    read = reading(desk)
    label = next(tile for tile in read.sheet.tiles if tile.text.startswith("一、"))
    assert read.look(label).mark is Mark.ERROR
    assert read.look(read.sheet.by_key[RECEIVED_TOTAL]).mark >= Mark.DECLARED


def test_a_draft_runs_through_all_sums_without_touching_the_report() -> None:
    desk = session(filled=1)
    draft = drafted(desk.report, GRANTED, 11)
    assert draft[HANDLED] == 31
    assert draft["applications.handled_total.total"] == 136
    assert desk.report.value(GRANTED) == 1
    assert drafted(desk.report, GRANTED, None)[HANDLED] is None


def test_only_what_hangs_on_a_cell_is_read_anew() -> None:
    read = reading(session(filled=1))
    keys = {tile.key for tile in read.looks_of([GRANTED])}
    assert keys == {GRANTED, "applications.granted.total", HANDLED, "applications.handled_total.total", ""}


def test_last_year_stands_beside_as_a_ghost_and_in_the_tooltip() -> None:
    desk = session(filled=0)
    last = last_year_of(form_for(2024), received=1190, carried_in=0)
    read = reading(desk, last_year=last, ghosts=True)
    assert read.look(read.sheet.by_key[RECEIVED]).ghost == "1190"
    assert read.look(read.sheet.by_key[CARRIED_IN]).ghost == ""
    assert "上年 1190" in texts.tooltip(read, read.sheet.by_key[RECEIVED]).splitlines()
    assert reading(desk, last_year=last).look(read.sheet.by_key[RECEIVED]).ghost == ""


def test_a_sum_whose_parts_are_blank_is_blank() -> None:
    read = reading(session())
    assert read.look(read.sheet.by_key[RECEIVED_TOTAL]).tone is Tone.BLANK
