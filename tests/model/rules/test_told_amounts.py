"""Fees that are nearly those of the tables."""

import pytest

from model.prose.figures import Figure, rows
from model.rules.families import Tables
from model.rules.told_amounts import wrong_amounts
from tests.model.drafts import case


def is_open(_: Figure) -> bool:
    """No number is settled."""
    return True


def doubted(text: str) -> list[str]:
    """The amounts of a sentence that are nearly this year's fees, and not last year's."""
    now, last = (
        Tables.of(case(year, {"disclosure.fees.amount": amount}, {}).report)
        for year, amount in ((2023, "1284.51"), (2022, "1281.51"))
    )
    (row,) = rows(text)
    return [f"{one.figure.value:f}" for one in wrong_amounts(row.figures, now, last, is_open)]


@pytest.mark.parametrize("amount", ["1248.51", "12845.1", "1287.51", "1294.51"])
def test_an_amount_that_is_a_slip_away(amount: str) -> None:
    assert doubted(f"工本费等收费{amount}万元。") == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "工本费等收费1284.51万元。",
        "收费由上年的1281.51万元增加。",
        "其中检验费310.2万元。",
        "投入资金1248.51万元。",
    ],
)
def test_what_is_so_or_of_something_else(text: str) -> None:
    assert doubted(text) == []
