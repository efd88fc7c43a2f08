"""Full rows of a table show how the others are filled up, and which of them lack a cell."""

from dataclasses import replace

import pytest

from intake.tables.rows.entries import Entry
from intake.tables.rows.lines import from_lines
from intake.tables.rows.margins import Margins, margins_of
from tests.intake.tables.drawn import entry, lines


def on_line(text: str) -> Entry:
    return from_lines(lines(f"（一）予以公开\t{text}"), -1, 1)[0]


def test_full_rows_show_how_rows_are_filled_up() -> None:
    told = margins_of([(entry(*"1200003", ""), 7), (entry("", "1"), 7)])
    assert (told.before, told.behind) == (frozenset({0}), frozenset({1}))


def test_of_a_row_longer_than_the_full_ones_they_do_not_show_where_it_begins() -> None:
    told = Margins(frozenset({0}), frozenset({1}))
    assert told.start(8, 7) == 0
    assert told.start(9, 7) is None


def test_a_line_with_fewer_places_than_the_full_ones_lacks_a_cell() -> None:
    full, short = on_line("1\t0\t2\t0\t0\t0\t3\t"), on_line("1\t0\t2\t\t0\t3\t")
    told = margins_of([(full, 7), (short, 7)])
    assert [told.lacks_a_cell(row, 7) for row in (full, short)] == [False, True]


def test_a_line_of_another_number_of_columns_is_no_shorter() -> None:
    told = margins_of([(on_line("1\t0\t2\t0\t0\t0\t3\t"), 7)])
    assert not told.lacks_a_cell(on_line("1\t"), 1)


def test_where_no_line_is_full_most_of_them_show_their_places() -> None:
    most, short = on_line("1\t0\t\t\t0\t0\t3\t"), on_line("1\t0\t\t\t0\t3\t")
    told = margins_of([(most, 7), (most, 7), (short, 7)])
    assert [told.lacks_a_cell(row, 7) for row in (most, short)] == [False, True]


def test_a_full_line_that_lacks_a_blank_cell_does_not_show_how_many_places_there_are() -> None:
    most, full = on_line("1\t0\t\t\t0\t0\t3\t"), on_line("1\t0\t0\t0\t0\t2\t3")
    assert margins_of([(most, 7), (most, 7), (full, 7)]).lacks_a_cell(on_line("1\t\t\t\t\t0\t3"), 7)


def test_a_row_that_ends_before_the_last_column_of_a_table_lacks_a_cell() -> None:
    full, short = (entry(*values, on_grid=True) for values in ("1020003", "102003"))
    short.rows = [replace(row, columns=full.rows[0].columns) for row in short.rows]
    told = margins_of([(full, 7)])
    assert [told.lacks_a_cell(row, 7) for row in (full, short)] == [False, True]


def test_a_number_of_thousands_that_no_blank_parts_shows_that_none_is_parted() -> None:
    rows = [from_lines(lines(text), -1, 1)[0] for text in ("规章 3 259 356", "规范性文件 1259 3 4")]
    change = from_lines(lines("行政处罚 7 +644 457"), -1, 1)[0]
    assert all(margins_of([(row, 3)]).may_part_thousands(row) for row in (rows[0], change))
    assert not margins_of([(row, 3) for row in rows]).may_part_thousands(rows[0])


@pytest.mark.parametrize("cut", [True, False])
def test_in_bare_lines_of_which_one_has_a_number_too_many_others_may_have_one_of_none(cut: bool) -> None:
    over, other, row = (
        from_lines(lines(f"规章\n{text}"), -1, 1)[0]
        for text in ("3\n5\n7\n9", "3\n5" if cut else "3\n5\n7", "1\n4\n6")
    )
    assert margins_of([(over, 3), (other, 3)]).may_hold_a_stranger(row, 3) is cut
    assert not margins_of([(other, 3), (row, 3)]).may_hold_a_stranger(row, 3)


def test_beside_rows_whose_numbers_reach_over_more_places_than_columns_a_row_may_hold_one_of_the_offices_own() -> (
    None
):
    over = [entry("1", "", "2", "9"), entry("3", "1", "", "8")]
    row = entry("", "1", "2", "3")
    assert margins_of([(one, 3) for one in over]).may_hold_one_of_own(row, 3)
    assert not margins_of([(row, 3), (over[0], 3)]).may_hold_one_of_own(row, 3)
