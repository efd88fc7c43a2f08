"""Rows that lost their labels lie in gaps; only where the gap has room for each of them does their order tell which they are."""

from collections.abc import Sequence

from intake.tables.labels.label_gaps import Gap, gaps_of
from intake.tables.rows.readings import best_reading
from tests.intake.tables.drawn import grid, table

ABOVE, BELOW = ("1.属于国家秘密", *"1000001"), ("4.保护第三方合法权益", *"3000003")


def gap(*rows: Sequence[str]) -> Gap:
    """The gap of these rows between two of which two others of the form are not found."""
    ((_, found),) = gaps_of(best_reading(table(), grid(ABOVE, *rows, BELOW)))
    assert len(found.places) == 2
    return found


def test_as_many_rows_as_the_form_has_in_a_gap_are_even() -> None:
    assert gap(("", *"1000001"), ("", *"2000002")).even
    assert gap(("", *"1000001"), ("", *[""] * 7)).even


def test_blank_rows_beyond_those_of_the_form_make_a_gap_uneven() -> None:
    assert not gap(("", *"1000001"), ("", *[""] * 7), ("", *"2000002")).even


def test_a_row_of_the_office_s_own_makes_a_gap_uneven() -> None:
    assert not gap(("小计", *"1000001"), ("", *"2000002")).even
    assert not gap(("其中：法律禁止公开的", *"1000001"), ("", *"2000002")).even
    assert gap(("2.法律禁止公开的", *"1000001"), ("", *"2000002")).even
