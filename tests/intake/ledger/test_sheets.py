"""Sheets are rows of one length, and a cell is read as it is seen."""

from datetime import date, datetime, time

import pytest

from intake.ledger.sheets import Raw, Row, Sheet, shown, squared


def test_rows_are_filled_up_to_the_longest_and_blank_ones_at_the_end_go() -> None:
    rows: list[Row] = [["甲"], [], ["乙", 0, "丙"], ["", ""], []]
    assert squared(rows) == [["甲", "", ""], ["", "", ""], ["乙", 0, "丙"]]
    assert squared([["", ""], []]) == []


def test_a_zero_is_no_blank() -> None:
    assert squared([[0], [""]]) == [[0]]


def test_a_sheet_is_as_wide_as_its_rows() -> None:
    assert Sheet("台账", [["甲", "乙"]]).width == 2
    assert Sheet("台账", []).width == 0


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        (3.0, "3"),
        (3.5, "3.5"),
        (7, "7"),
        (datetime.fromisoformat("2025-03-08T12:30"), "2025-03-08"),
        (date(2025, 3, 8), "2025-03-08"),
        (time(12, 30), "12:30:00"),
        (" 予以公开\n", "予以公开"),
    ],
)
def test_a_cell_is_shown_without_decimals_and_time_of_day_that_say_nothing(raw: Raw, seen: str) -> None:
    assert shown(raw) == seen
