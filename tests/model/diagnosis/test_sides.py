"""A count is likely where cases fall as in the columns beside it, and no pattern of theirs is taken for a law."""

from model.diagnosis.sides import Side, sides_of
from tests.model.diagnosis.figures import GRANTED, PARTIAL, RECEIVED, balanced

COUNTS = {"granted": 40, "partial": 4, "repeated": 0}
BESIDE = {"granted": 100, "partial": 50, "repeated": 0}


def test_counts_like_those_beside_are_likelier() -> None:
    side = Side(COUNTS, BESIDE)
    assert side.suits_better({"partial": 14}) > 0 > side.suits_better({"repeated": 14})


def test_what_stands_already_is_neither_better_nor_worse() -> None:
    assert Side(COUNTS, BESIDE).suits_better({"granted": 40}) == 0


def test_a_side_that_is_filled_in_its_own_way_is_not_forced_into_the_pattern() -> None:
    alone = Side({"granted": 0, "partial": 0, "repeated": 60}, BESIDE)
    assert alone.suits_better({"repeated": 66}) > Side(COUNTS, BESIDE).suits_better({"repeated": 6})


def test_the_two_sides_of_a_balance_are_apart() -> None:
    sides = sides_of(balanced(declared=False).form)
    assert PARTIAL in sides[GRANTED]
    assert RECEIVED not in sides[GRANTED]
    assert set(sides[RECEIVED]) == {RECEIVED, RECEIVED.replace("received", "carried_in")}


def test_where_there_is_no_balance_the_column_is_one_side() -> None:
    form = balanced(declared=False).form
    assert all(key in keys for key, keys in sides_of(form).items())
    assert set(sides_of(form)) == set(form.entered)
