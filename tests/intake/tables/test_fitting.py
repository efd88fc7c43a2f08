"""Values come into the columns that heads, places or sums tell, and into none where these do not."""

from dataclasses import replace

import pytest

from intake.tables.fit import Fit
from intake.tables.fitting import Margins, fitted, margins_of
from intake.tables.heads import Heads
from tests.intake.tables.rows import GRANTED, entry

HEADS = Heads(order=GRANTED.columns)
"""The form's heads, in its order."""


def texts(fit: Fit | None) -> list[str | None] | None:
    return None if fit is None else [piece.text if piece else None for piece in fit.pieces]


def fit(
    *values: str, heads: Heads | None = None, margins: Margins | None = None, labelled: bool = True
) -> Fit | None:
    return fitted(
        entry(*values), GRANTED, heads or Heads(), margins or Margins(), adds_up=True, labelled=labelled
    )


def test_as_many_numbers_as_columns_are_one_each() -> None:
    assert texts(fit(*"1200003")) == [*"1200003"]


def test_without_heads_no_row_is_sure_but_noughts() -> None:
    rows = [fit(*values, heads=heads) for values in ("1200003", "0000000") for heads in (None, HEADS)]
    assert [row is not None and row.sure for row in rows] == [False, True, True, True]


def test_behind_a_row_of_blanks_numbers_are_the_next_rows() -> None:
    assert fit(*[""] * 7, *"1200003") is None
    assert texts(fit(*[""] * 3, *"1200003")) == [*"1200003"]


def test_blanks_among_as_many_places_as_columns_stay_blank() -> None:
    assert texts(fit("1", "", "", "", "", "", "1")) == ["1", None, None, None, None, None, "1"]


def test_blanks_at_both_ends_are_told_by_the_full_rows() -> None:
    values = ("", "4", "", "", "", "", "", "")
    assert fit(*values) is None
    assert texts(fit(*values, margins=Margins(frozenset({0})))) == [None, "4", *[None] * 5]
    assert texts(fit(*values, margins=Margins(frozenset({1})))) == ["4", *[None] * 6]


def test_full_rows_do_not_tell_of_a_row_whose_label_may_be_one_of_the_blanks() -> None:
    assert fit("", "4", "", "", "", "", "", "", margins=Margins(frozenset({0})), labelled=False) is None


def test_the_first_blank_behind_a_label_that_breaks_over_lines_may_be_the_labels() -> None:
    whole = entry("", "4", "", "", "", "", "", "")
    broken = replace(whole, rows=[*whole.rows, *whole.rows], placed=True)
    told = Margins(frozenset({0}))
    fits = [fitted(row, GRANTED, HEADS, told, adds_up=True, labelled=True) for row in (whole, broken)]
    assert [row is not None and row.sure for row in fits] == [True, False]


def test_a_number_more_than_columns_is_told_by_the_sum_and_never_for_sure() -> None:
    found = fit("9", *"1200003")
    assert texts(found) == [*"1200003"]
    assert found is not None
    assert not found.sure


def test_a_number_in_two_parts_is_not_put_together() -> None:
    assert texts(fit("1 2", *"000003")) == ["1 2", *"000003"]


def test_two_numbers_with_a_blank_between_are_two_where_the_sum_agrees() -> None:
    found = fit("1 2", *"00003")
    assert texts(found) == [*"1200003"]
    assert found is not None
    assert found.inferred
    assert fit("1 2", *"00009") is None


@pytest.mark.parametrize("order", [("总计", "自然人"), ("其他", "商业企业")])
def test_heads_in_another_order_leave_only_noughts(order: tuple[str, ...]) -> None:
    heads = Heads(order=order)
    assert fit(*"1200003", heads=heads) is None
    assert texts(fit(*"0000000", heads=heads)) == [*"0000000"]


def test_full_rows_show_how_rows_are_filled_up() -> None:
    assert margins_of([(entry(*"1200003", ""), 7), (entry("", "1"), 7)]) == Margins(
        frozenset({0}), frozenset({1})
    )


def test_a_percentage_among_as_many_numbers_as_columns_leaves_none_of_them_sure() -> None:
    found = fit("66%", *"120003")
    assert found is not None
    assert not found.sure


def test_a_blank_before_the_numbers_may_be_the_labels_where_no_row_is_full() -> None:
    unlike, whole = (fit("", "", "1", "2", "0", "0", "0", total, heads=HEADS) for total in "93")
    assert unlike is not None
    assert whole is not None
    assert (unlike.sure, whole.sure) == (False, True)


@pytest.mark.parametrize(("total", "sure"), [("3", True), ("4", False), ("", False)])
def test_where_some_heads_are_not_there_a_total_that_holds_tells_the_columns(
    total: str, *, sure: bool
) -> None:
    names = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    heads = Heads(
        places={name: (place, 1) for place, name in enumerate(names, 2)}, on_grid=True, table=0, width=8
    )
    row = entry("1", "", "2", "", "", "", total, on_grid=True)
    found = fitted(row, GRANTED, heads, Margins(), adds_up=True)
    assert found is not None
    assert found.sure is sure


def test_lines_with_more_blanks_behind_the_total_end_with_it() -> None:
    row = replace(entry("1", "", "2", "", "", "", "3", "", ""), vague=True)
    found = fitted(row, GRANTED, HEADS, Margins(), adds_up=True)
    assert texts(found) == ["1", None, "2", None, None, None, "3"]
    assert found is not None
    assert found.sure


def test_the_first_blank_of_a_line_without_a_label_may_be_the_labels() -> None:
    sure = [
        row is not None and row.sure
        for labelled in (True, False)
        for row in (fit("", *"020002", heads=HEADS, labelled=labelled),)
    ]
    assert sure == [True, False]
