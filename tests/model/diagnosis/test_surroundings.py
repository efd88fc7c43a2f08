"""What stands around a cell in the printed table."""

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


def test_more_is_expected_where_row_and_column_hold_more() -> None:
    around = Surroundings(balanced(declared=False))
    assert around.expected("applications.granted.legal_service", 0) < around.expected(
        "applications.granted.enterprise", 21
    )
    least, most = around.expected("applications.declined_repeat.other", 0)
    assert 0 <= least <= most


def test_where_nobody_else_applied_an_empty_row_leaves_open_how_many_there_are() -> None:
    report = balanced(declared=False)
    put(report, received__enterprise=0, granted__enterprise=0, unavailable_not_held__enterprise=0)
    least, most = Surroundings(report).expected(GRANTED, 1288)
    assert least < 1
    assert most > 1288


def test_a_table_that_wrong_signs_made_negative_is_still_read() -> None:
    report = balanced(declared=False)
    put(report, received__enterprise=-5000, granted__enterprise=-21)
    for key in report.form.entered:
        if key.startswith("applications."):
            least, most = Surroundings(report).expected(key, 0)
            assert 0 <= least <= most
