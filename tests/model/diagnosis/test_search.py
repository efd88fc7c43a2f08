"""The smallest sets of changes are found, all of them, and no smaller set would do."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.diagnosis.search import TooManyFaults, smallest_repairs
from model.diagnosis.system import Component, Structure

CELLS = ("a", "b", "row1", "c", "d", "row2", "column1", "column2", "all")
"""A 2 × 2 table with its totals: a + b = row1, c + d = row2, a + c = column1, b + d = column2, row1 + row2 = all."""

EQUATIONS = (
    {"a": 1, "b": 1, "row1": -1},
    {"c": 1, "d": 1, "row2": -1},
    {"a": 1, "c": 1, "column1": -1},
    {"b": 1, "d": 1, "column2": -1},
    {"row1": 1, "row2": 1, "all": -1},
)


def component(values: dict[str, int]) -> Component:
    touching = {cell: tuple(n for n, equation in enumerate(EQUATIONS) if cell in equation) for cell in CELLS}
    return Component(Structure(EQUATIONS, touching), values)


def table(a: int, b: int, c: int, d: int) -> dict[str, int]:
    return dict(zip(CELLS, (a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d), strict=True))


def test_sums_that_hold_need_no_repair() -> None:
    assert smallest_repairs(component(table(1, 2, 3, 4))) == ()


def test_the_cell_where_a_wrong_row_and_a_wrong_column_cross_is_the_only_repair() -> None:
    assert smallest_repairs(component(table(10, 20, 30, 40) | {"a": 17})) == ({"a": 10},)


def test_no_repair_makes_a_count_negative() -> None:
    values = table(0, 5, 3, 4) | {"a": 2}
    assert smallest_repairs(component(values)) == ({"a": 0},)
    assert all(min(repair.values()) >= 0 for repair in smallest_repairs(component(values | {"row1": 1})))


@given(
    st.lists(st.integers(0, 60), min_size=4, max_size=4),
    st.dictionaries(st.sampled_from(CELLS), st.integers(1, 50), min_size=1, max_size=3),
)
def test_every_repair_satisfies_all_sums_and_changes_no_cell_in_vain(
    counts: list[int], slips: dict[str, int]
) -> None:
    right = table(*counts)
    wrong = component(right | {cell: right[cell] + slip for cell, slip in slips.items()})
    try:
        repairs = smallest_repairs(wrong)
    except TooManyFaults:
        pytest.fail("three faults at most were made")
    for repair in repairs:
        assert component({**wrong.values, **repair}).residual == {}
        assert len(repair) <= len(slips)
        for fewer in combinations(repair, len(repair) - 1):
            left_out = {cell: repair[cell] for cell in fewer}
            assert component({**wrong.values, **left_out}).residual != {}
