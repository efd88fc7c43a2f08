"""A slip of the pen leaves a number near to what was meant, or with nearly its digits."""

from decimal import Decimal

import pytest

from model.prose.slips_of_pen import are_the_same, is_of_other_digits, is_slip, of_first_level


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("13", "12"),
        ("31", "13"),
        ("120", "12"),
        ("12", "120"),
        ("133", "13"),
        ("346", "343"),
        ("846", "346"),
        ("24", "29"),
        ("18.6", "21.6"),
    ],
)
def test_what_a_hand_may_have_written_in_its_place(told: str, meant: str) -> None:
    assert is_slip(Decimal(told), Decimal(meant))


@pytest.mark.parametrize(
    ("told", "meant"), [("12", "12"), ("5", "9"), ("40", "78"), ("3", "-1"), ("123", "345")]
)
def test_what_is_no_slip(told: str, meant: str) -> None:
    assert not is_slip(Decimal(told), Decimal(meant))


def test_a_point_is_no_digit() -> None:
    assert is_of_other_digits(Decimal("15.3"), Decimal("51.3"))
    assert is_of_other_digits(Decimal("3.8"), Decimal("38.8"))
    assert not is_of_other_digits(Decimal("3.8"), Decimal("9.1"))


def test_parts_that_are_all_alike_and_too_many_may_be_the_same_ones() -> None:
    assert are_the_same(41, [33, 33])
    assert not are_the_same(41, [33, 8])
    assert not are_the_same(66, [33, 33])
    assert not are_the_same(1, [1, 1])


def test_what_makes_up_the_first_part_is_no_part_beside_it() -> None:
    assert of_first_level([4, 3, 1, 2]) == [0, 3]
    assert of_first_level([8, 3, 2, 1]) == [0, 1, 2, 3]
