"""A cell written as a sum: what it comes to, what is kept of it, and what is no sum."""

from decimal import Decimal

import pytest

from model.cell_kinds import CellKind
from model.cell_sums import MOST_LETTERS, TypedValue, is_sum_of, kept_entry, read_entry
from model.errors import ValueRefused
from model.values import Value


@pytest.mark.parametrize(
    ("text", "kind", "value", "kept"),
    [
        ("12+30+5", CellKind.COUNT, 47, "12+30+5"),
        ("=12+30+5", CellKind.COUNT, 47, "12+30+5"),
        (" １２＋３０ + 5 ", CellKind.COUNT, 47, "12+30+5"),
        ("12+30-5", CellKind.COUNT, 37, "12+30-5"),
        ("=30-5", CellKind.COUNT, 25, "=30-5"),
        ("＝30－5", CellKind.COUNT, 25, "=30-5"),
        ("1,200+1 300", CellKind.COUNT, 2500, "1,200+1 300"),
        ("0.1+0.2", CellKind.MONEY, Decimal("0.3"), "0.1+0.2"),
        ("-3+5", CellKind.SIGNED, 2, "-3+5"),
        ("=2-5", CellKind.SIGNED, -3, "=2-5"),
    ],
)
def test_a_sum_gives_its_value_and_is_kept_as_it_was_written(
    text: str, kind: CellKind, value: Value, kept: str
) -> None:
    assert read_entry(text, kind) == TypedValue(value, kept)
    assert read_entry(kept, kind) == TypedValue(value, kept)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12", CellKind.COUNT, 12),
        ("=12", CellKind.COUNT, 12),
        ("", CellKind.COUNT, None),
        ("+5", CellKind.SIGNED, 5),
        ("=-5", CellKind.SIGNED, -5),
    ],
)
def test_one_number_is_kept_as_no_sum(text: str, kind: CellKind, value: Value) -> None:
    assert read_entry(text, kind) == TypedValue(value)


@pytest.mark.parametrize(
    "text",
    [
        "3-5", "2024-01-05", "0571-88001122", "=", "12+", "12++5", "+", "36 38+1", "12+约30", "12×3", "=12*3",
        "(1+2)", "12+30-50", "1.5+2", "999999999999999+1", "1+" * MOST_LETTERS + "1",
    ],
)  # fmt: skip
def test_what_is_not_plainly_a_sum_of_the_cells_own_numbers_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused):
        read_entry(text, CellKind.COUNT)


def test_a_kept_sum_is_known_by_what_it_comes_to() -> None:
    assert is_sum_of("12+30", 42, CellKind.COUNT)
    assert not is_sum_of("12+30", 43, CellKind.COUNT)


@pytest.mark.parametrize("kept", ["", "12", "=12+30", " 12+30", "12+", "12+30=42", 42, None, ["12+30"]])
def test_what_no_cell_ever_keeps_is_none(kept: object) -> None:
    assert kept_entry(kept, CellKind.COUNT) is None
