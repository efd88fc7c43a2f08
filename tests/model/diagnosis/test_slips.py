"""A slip is called by its name, and what a hand is likely to do weighs more than what it is not."""

import pytest

from model.diagnosis.slips import fit, likeliest_slip


@pytest.mark.parametrize(
    ("true", "seen", "name"),
    [
        (1288, 1298, "数字误录"),
        (1288, 1828, "相邻数字颠倒"),
        (1288, 128, "漏录一位"),
        (1288, 12288, "多录一位"),
        (128, 1280, "多录一个 0"),
        (1280, 128, "少录一个 0"),
        (128, -128, "正负号有误"),
        (128, 0, "漏填"),
        (128, 593, "数字有误"),
    ],
)
def test_a_slip_has_a_name(true: int, seen: int, name: str) -> None:
    assert likeliest_slip(true, seen).name == name


def test_a_number_of_the_line_beside_is_recognised() -> None:
    assert likeliest_slip(128, 593, frozenset({593, 7})).name == "误录为相邻一格的数"


def test_a_key_beside_the_right_one_is_likelier_than_a_far_one() -> None:
    assert likeliest_slip(5, 6).likelihood > likeliest_slip(5, 9).likelihood


def test_every_pair_of_numbers_has_some_likelihood() -> None:
    assert 0 < likeliest_slip(7, 600_000).likelihood < likeliest_slip(600_001, 600_000).likelihood


def test_a_count_fits_best_where_it_is_expected() -> None:
    assert fit(40, 40) == 0
    assert fit(40, 40) > fit(80, 40) > fit(400, 40)
    assert fit(-3, 0) == 0


def test_one_more_or_less_is_a_case_counted_twice_or_not_at_all() -> None:
    assert likeliest_slip(1288, 1287).name == "少计一件"
    assert likeliest_slip(1299, 1300).name == "多计一件"


def test_where_there_was_nothing_to_write_hardly_anything_is_written() -> None:
    assert likeliest_slip(0, 2).likelihood < likeliest_slip(1, 2).likelihood / 5
