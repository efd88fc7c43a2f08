"""What stands around a cell in the printed table."""

from math import isfinite

from model.diagnosis.surroundings import Surroundings
from tests.model.diagnosis.figures import GRANTED, PARTIAL, balanced, put


def test_the_cells_beside_are_those_above_below_left_and_right() -> None:
    beside = Surroundings(balanced(declared=False)).beside(GRANTED)
    assert set(beside) == {
        "applications.carried_in.natural_person",
        PARTIAL,
        "applications.granted.enterprise",
    }


def test_zeros_beside_say_nothing() -> None:
    assert Surroundings(balanced(declared=False)).numbers_beside(PARTIAL) == {1288}


def test_a_count_suits_a_row_better_in_which_others_stand() -> None:
    report = balanced(declared=False)
    around = Surroundings(report)
    held, repeated = (
        around.suit_better({f"applications.{row}.legal_service": 5})
        for row in ("unavailable_not_held", "declined_repeat")
    )
    assert held > repeated


def test_two_numbers_of_a_column_are_judged_together() -> None:
    around = Surroundings(balanced(declared=False))
    traded = around.suit_better({GRANTED: 447, PARTIAL: 1288})
    assert traded != around.suit_better({GRANTED: 447}) + around.suit_better({PARTIAL: 1288})


def test_a_table_that_wrong_signs_made_negative_is_still_read() -> None:
    report = balanced(declared=False)
    put(report, received__enterprise=-5000, granted__enterprise=-21)
    around = Surroundings(report)
    keys = [key for key in report.form.entered if key.startswith("applications.")]
    assert all(isfinite(around.suit_better({key: 7})) for key in keys)
    assert all(isfinite(around.suit_better({key: -7})) for key in keys)
