"""What the grid's commands set in the report, made before anything is changed."""

from collections.abc import Callable

import pytest

from model.errors import ValueRefused
from model.form_file import load_form
from model.import_state import ImportState
from model.report import Report, Slot, SlotKind
from tests.ui.grid.desk import GRANTED, RECEIVED, RECEIVED_TOTAL, session
from ui.grid.edits import (
    CellSettings,
    cleared,
    confirmed,
    filled,
    parsed,
    settled,
    sum_of,
    typed,
    value_of,
    zeros,
)
from ui.grid.selection import Block
from ui.grid.sheet import Kind, Sheet, sheet_of

FORM = load_form("2021")
SHEET: Sheet = sheet_of(FORM, FORM.table("applications"))
TILE = SHEET.by_key[RECEIVED]
TOTAL = SHEET.by_key[RECEIVED_TOTAL]


@pytest.fixture
def report() -> Report:
    return session(filled=1).report


def with_state(report: Report) -> None:
    report.set([(Slot(SlotKind.STATE, RECEIVED), ImportState.DOUBTFUL.value)])


def test_a_number_typed_over_an_imported_one_confirms_it(report: Report) -> None:
    with_state(report)
    report.set(typed(TILE, 7))
    assert report.value(RECEIVED) == 7
    assert report.get(SlotKind.STATE, RECEIVED) is None


def test_the_sum_a_number_was_written_as_is_kept_until_another_is_typed(report: Report) -> None:
    entry = parsed(report, TILE, "12+30+5")
    report.set(typed(TILE, entry.value, entry.sum))
    assert (report.value(RECEIVED), sum_of(report, TILE)) == (47, "12+30+5")
    report.set(typed(TILE, 48))
    assert sum_of(report, TILE) == ""


def test_a_computed_cell_takes_no_number(report: Report) -> None:
    with pytest.raises(ValueRefused, match="由程序合计"):
        parsed(report, TOTAL, "7")


def test_what_is_no_number_is_refused(report: Report) -> None:
    with pytest.raises(ValueRefused):
        parsed(report, TILE, "约7")


@pytest.mark.parametrize("make", [settled, cleared])
def test_a_declared_total_gives_way_to_the_sum(
    report: Report, make: Callable[[Report, list[object]], CellSettings]
) -> None:
    report.set([(Slot(SlotKind.DECLARED, RECEIVED_TOTAL), 99), (Slot(SlotKind.CONTROL, RECEIVED_TOTAL), 99)])
    assert report.value(RECEIVED_TOTAL) == 99
    report.set(make(report, [TOTAL]))
    assert report.value(RECEIVED_TOTAL) == 6
    assert report.get(SlotKind.CONTROL, RECEIVED_TOTAL) is None


def test_a_control_total_of_the_offices_own_stays_when_a_total_is_settled(report: Report) -> None:
    report.set([(Slot(SlotKind.DECLARED, RECEIVED_TOTAL), 99), (Slot(SlotKind.CONTROL, RECEIVED_TOTAL), 6)])
    report.set(settled(report, [TOTAL]))
    assert report.get(SlotKind.CONTROL, RECEIVED_TOTAL) == 6


def test_only_imported_numbers_can_be_confirmed(report: Report) -> None:
    assert list(confirmed(report, [TILE])) == []
    with_state(report)
    assert list(confirmed(report, [TILE, TILE])) == [(Slot(SlotKind.STATE, RECEIVED), None)]


def test_zeros_go_into_blank_entries_alone(report: Report) -> None:
    report.set([(Slot(SlotKind.CELL, GRANTED), None)])
    assert [slot.key for slot, _ in zeros(report, SHEET) if slot.kind is SlotKind.CELL] == [GRANTED]


def test_filling_copies_the_first_row_and_column_or_the_neighbour_of_one(report: Report) -> None:
    report.set([(Slot(SlotKind.CELL, RECEIVED), 8)])
    below = Block(TILE.row, TILE.column, TILE.row + 2, TILE.column)
    beside = Block(TILE.row, TILE.column + 1, TILE.row, TILE.column + 1)
    for block, down in ((below, True), (beside, False)):
        report.set(filled(report, SHEET, block, down=down))
    assert report.value("applications.carried_in.natural_person") == 8
    assert report.value("applications.received.enterprise") == 8
    assert report.value("applications.received.research") == 1


def test_a_control_tile_holds_the_control_total(report: Report) -> None:
    sheet = sheet_of(FORM, FORM.table("applications"), controls=True)
    tile = next(t for t in sheet.numbers if t.kind is Kind.CONTROL and t.key == RECEIVED_TOTAL)
    assert value_of(report, tile) is None
    report.set(typed(tile, 6))
    assert value_of(report, tile) == 6
    assert report.value(RECEIVED_TOTAL) == 6
