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


def test_a_row_named_otherwise_takes_no_place_in_a_gap() -> None:
    assert not gap(("备案审查", *"1000001"), ("", *"2000002")).even
    assert [
        len(gap((label, *"1000001"), ("", *"2000002")).lost) for label in ("备案审查", "其中：延期答复", "")
    ] == [1, 1, 2]
    assert not list(gaps_of(best_reading(table(), grid(ABOVE, ("备案审查", *"1000001"), BELOW))))


def test_a_row_that_keeps_only_the_label_of_a_cell_over_several_rows_has_lost_its_own() -> None:
    row = ("（三）不予公开", *"1000001")
    assert len(gap(row, ("", *"2000002")).lost) == 2
