"""What the tables hold for the readings of a claim."""

from decimal import Decimal

from model.form_file import form_for
from model.prose.claim import Claim, Kind
from model.prose.words.numerals import Quantity
from model.report import Report, Slot, SlotKind
from model.rules.told.claim_values import agrees, cells_of, known_readings, summed

_FORM = form_for(2024)
_FIVE = Quantity(0, 2, Decimal(5), Decimal(5), "件")


def test_a_row_and_a_column_cross_in_their_cells() -> None:
    keys = cells_of(_FORM, "予以公开数×自然人申请数")
    assert keys == ("applications.granted.natural_person",)


def test_a_form_without_a_field_has_no_cells_for_it() -> None:
    assert cells_of(_FORM, "没有的数") == ()
    assert known_readings(Report(_FORM, "", 2024), (("没有的数",), ("收到申请总数",))) == [("收到申请总数",)]


def test_a_reading_adds_up_its_fields_and_is_unknown_while_a_cell_is_empty() -> None:
    report = Report(_FORM, "", 2024)
    assert summed(report, ("applications.granted.natural_person",)) is None
    report.set([(Slot(SlotKind.CELL, "applications.granted.natural_person"), 5)])
    assert summed(report, ("applications.granted.natural_person",)) == 5


def test_a_part_agrees_with_any_number_that_is_not_smaller() -> None:
    count = Claim("N5", 0, 2, "", _FIVE, ())
    part = Claim("N5", 0, 2, "", _FIVE, (), kind=Kind.AT_MOST)
    assert not agrees(count, [7])
    assert agrees(part, [7])
    assert not agrees(part, [4])
