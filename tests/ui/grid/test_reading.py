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
    PARTIAL,
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


def test_the_tooltip_tells_findings_help_and_basis() -> None:
    desk = session(filled=0)
    set_cells(desk, received=5)
    read = reading(desk)
    words = texts.tooltip(read, read.sheet.by_key[GRANTED])
    assert words.startswith("自然人·予以公开\n")
    assert "第三十六条" in words
    assert any("相差 5" in line for line in texts.tooltip(read, read.sheet.by_key[RECEIVED]).splitlines())


def test_the_tooltip_and_a_screen_reader_tell_the_sum_a_number_was_written_as() -> None:
    desk = session()
    sum_slot = Slot(SlotKind.SUM, RECEIVED)
    desk.edit([(Slot(SlotKind.CELL, RECEIVED), 47), (sum_slot, "12+30+5")], "填写")
    read = reading(desk)
    tile = read.sheet.by_key[RECEIVED]
    assert "算式 12+30+5 = 47" in texts.tooltip(read, tile).splitlines()
    assert "算式 12+30+5 = 47" in texts.spoken(read, tile)


def test_the_tooltip_tells_what_import_knows_and_what_the_sum_would_be() -> None:
    desk = session(filled=1)
    desk.edit([(Slot(SlotKind.STATE, PARTIAL), "doubtful")], "导入")
    desk.edit([(Slot(SlotKind.DECLARED, RECEIVED_TOTAL), 9)], "导入")
    read = reading(desk)
    assert "导入的数字，可能读错，请核对" in texts.tooltip(read, read.sheet.by_key[PARTIAL])
    assert "按分项合计为 6" in texts.tooltip(read, read.sheet.by_key[RECEIVED_TOTAL])


def test_a_screen_reader_hears_name_number_and_fault() -> None:
    desk = session()
    set_cells(desk, received=12)
    read = reading(desk)
    assert texts.spoken(read, read.sheet.by_key[RECEIVED]) == "自然人·一、本年新收政府信息公开申请数量，12"
    assert texts.spoken(read, read.sheet.by_key[CARRIED_IN]).endswith("，未填")
    assert texts.spoken(read, read.sheet.by_key[RECEIVED_TOTAL]).endswith("，未填，自动合计")


def test_a_sum_whose_parts_are_blank_is_blank() -> None:
    read = reading(session())
    assert read.look(read.sheet.by_key[RECEIVED_TOTAL]).tone is Tone.BLANK
