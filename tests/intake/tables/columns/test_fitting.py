"""Values come into the columns that heads, places or sums tell, and into none where these do not."""

from dataclasses import replace

import pytest

from intake.page.flow import Piece
from intake.tables.columns.fit import Fit
from intake.tables.columns.fitting import fitted
from intake.tables.columns.heads import Heads
from intake.tables.rows.entries import Entry
from intake.tables.rows.lines import from_lines
from intake.tables.rows.margins import Margins
from intake.tables.vocabulary import targets_of
from tests.intake.tables.drawn import GRANTED, entry, lines, table

HEADS = Heads(order=GRANTED.columns)
"""The form's heads, in its order."""
RULES = targets_of(table("disclosure"))[0]
"""The row 规章, of three columns without a sum."""


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


def test_a_nought_behind_a_row_of_blanks_is_no_total_that_tells_the_columns() -> None:
    behind_blanks = fit(*[""] * 10, "0", heads=HEADS, margins=Margins(frozenset({0})))
    with_total = fit(*[""] * 3, "4", *[""] * 5, "4", heads=HEADS)
    assert [row is not None and row.sure for row in (behind_blanks, with_total)] == [False, True]


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


def is_sure(row: Entry) -> bool:
    """Whether it is sure what stands in the columns of a row under the form's heads."""
    found = fitted(row, GRANTED, HEADS, Margins(), adds_up=True)
    return found is not None and found.sure


def on_line(text: str) -> Entry:
    return from_lines(lines(f"（一）予以公开   {text}"), -1, 1)[0]


def test_marks_among_noughts_may_stand_in_any_column_where_no_heads_tell_them() -> None:
    for marks, known in ((["0"] * 7, True), (["-", *"000000"], False)):
        row = fit(*marks)
        assert row is not None
        assert row.sure is known


def test_beside_words_in_a_line_that_shows_no_blank_cell_no_column_is_sure() -> None:
    assert not is_sure(
        replace(on_line("1   0   2   0   0   0"), values=[*map(Piece, "102000"), Piece("见说明")])
    )
    assert is_sure(entry(*"102000", "见说明"))


def test_a_blank_line_behind_as_many_numbers_as_columns_leaves_open_which_is_a_pages() -> None:
    assert is_sure(replace(entry(*"1002003", ""), vague=True))
    assert not is_sure(replace(entry(*"100200/", ""), vague=True))


def test_a_blank_that_may_part_thousands_leaves_the_numbers_around_it_open() -> None:
    row = from_lines(lines("规章 3 259 356"), -1, 1)[0]
    for unparted in (True, False):
        found = fitted(row, RULES, Heads(), Margins(unparted=unparted), adds_up=False)
        assert found is not None
        assert found.sure is unparted


def test_where_a_row_of_more_places_begins_no_sum_without_a_total_tells_for_sure() -> None:
    found = fit("", "", "6", "", "", "", "", "2", "", "", heads=HEADS)
    assert found is not None
    assert not found.sure


def test_a_cell_that_reaches_down_from_above_makes_no_short_row_whole() -> None:
    row = entry(*"100200", on_grid=True)
    shared = Piece("", 7, doubt="几行合并的格")
    short = replace(row, values=[*row.values, shared], rows=[replace(row.rows[0], uneven=True)])
    assert not is_sure(short)
    assert is_sure(replace(row, values=[*row.values, Piece("3", 7)], rows=short.rows))


def test_a_row_with_a_number_of_the_row_beside_it_in_place_of_its_own_is_not_sure() -> None:
    for total, known in (("3", True), ("16", False)):
        row = entry(*"100200", total, on_grid=True)
        assert is_sure(replace(row, rows=[replace(row.rows[0], uneven=True)])) is known


def test_a_sum_does_not_tell_which_cell_a_row_of_noughts_lacks_where_one_is_blank() -> None:
    noughts = entry(*"000000", "")
    short = replace(noughts, rows=[replace(noughts.rows[0], uneven=True)])
    verdicts = [fitted(row, GRANTED, HEADS, Margins(), adds_up=True) for row in (noughts, short)]
    assert [verdict is not None and verdict.sure for verdict in verdicts] == [True, False]


def test_beside_a_head_of_the_offices_own_in_lines_a_row_has_a_cell_for_each() -> None:
    heads = Heads(order=RULES.columns, whose=(True, True, True, False))

    def sure(*values: str) -> bool:
        found = fitted(entry(*values, label="规章"), RULES, heads, Margins(), adds_up=False)
        return found is not None and found.sure

    assert sure("3", "1", "12", "")
    assert not sure("3", "1", "12")
    assert not sure("", "3", "1", "12")


def test_a_head_of_the_offices_own_before_the_forms_is_one_behind_that_of_the_labels() -> None:
    found = Heads(order=RULES.columns, whose=(False, None, False, True, True, True))
    assert found.beside == (False, True, True, True)
    short = fitted(entry("3", "1", "12", label="规章"), RULES, found, Margins(), adds_up=False)
    assert short is not None
    assert not short.sure
    assert not Heads(order=RULES.columns, whose=(False, False, True, True, True)).beside


def test_where_the_same_heads_stand_twice_a_row_of_as_many_numbers_may_be_the_others() -> None:
    assert fit(*"1200003", heads=replace(HEADS, several=True)) is None
    assert fit(*"0000000", heads=replace(HEADS, several=True)) is None


def test_a_line_of_another_width_is_not_whole_beside_a_column_of_the_offices_own() -> None:
    row = entry("3", "1", "12", label="规章")
    row.rows = [replace(row.rows[0], uneven=True)]
    for whose, sure in (((True, True, True), True), ((True, True, True, False), False)):
        found = fitted(row, RULES, Heads(order=RULES.columns, whose=whose), Margins(), adds_up=False)
        assert found is not None
        assert found.sure is sure
