"""Shares that make up 100 % together, and so may be rounded the other way."""

import pytest

from model.rules.told.rounded_shares import is_one_of_all


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("公开2件，占29%；无法提供2件，占29%；其他3件，占42%。", "42"),
        ("办结率96%。公开占 28.6％，部分公开占28.6％，其他占42.8％", "42.8"),
        ("办结率96%，其中公开占29%、部分公开占29%、其他占42%，满意率98%。", "29"),
    ],
)
def test_it_is_one_of_all(text: str, share: str) -> None:
    assert is_one_of_all(text, text.index(share))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("公开2件，占29%；无法提供2件，占29%；其他3件，占41%。", "41"),
        ("公开占58%，其他占42%。", "42"),
        ("公开占29%。部分公开占29%，其他占42%。", "42"),
        ("办结率96%，其中公开占29%、部分公开占29%、其他占42%。", "96"),
        ("没有占比。", "没有"),
    ],
)
def test_it_is_none_of_all(text: str, share: str) -> None:
    assert not is_one_of_all(text, text.index(share))
