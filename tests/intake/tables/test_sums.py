"""What a row's total leaves possible."""

from intake.tables.sums import agrees, holds, prove_nothing, seem_moved, shifted, spread


def test_a_total_holds_with_blanks_counting_nothing() -> None:
    assert holds((1, None, 2, 3))
    assert not holds((1, None, 2, None))
    assert not holds((1, 1, 3))
    assert agrees((None, None))


def test_values_are_shifted_without_losing_one() -> None:
    assert list(shifted((None, 1, None, 2), 4)) == [(1, None, 2, None), (None, 1, None, 2)]


def test_numbers_are_spread_in_their_order() -> None:
    assert list(spread((1, 2), 3)) == [(1, 2, None), (1, None, 2), (None, 1, 2)]
    assert not list(spread((1, 2), 1))


def test_a_blank_total_behind_what_can_be_it_shows_a_row_that_lacks_a_cell() -> None:
    whole, moved, honest, blank = (1, 2, 3), (1, 2, None), (3, 2, None), (None, None, None)
    assert seem_moved([whole, moved, whole]) == [1]
    assert seem_moved([whole, honest, blank]) == []


def test_where_hardly_a_row_has_a_total_none_seems_moved() -> None:
    assert seem_moved([(1, 2, 3), (1, 2, None), (0, 4, None)]) == []


def test_a_number_alone_beside_its_total_proves_no_order_where_most_rows_do_not_add_up() -> None:
    alone, sure, odd = (8, 0, 0, 8), (3, 0, 5, 8), (9, 2, 3, 4)
    assert prove_nothing([alone, odd, sure, odd, odd]) == [0]
    assert prove_nothing([alone, sure, odd]) == []
    assert prove_nothing([(0, 0, 0, 0), odd, odd]) == []
