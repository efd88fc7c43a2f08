"""Averages of what a sentence tells."""

import pytest

from model.prose.reckoned.figures import rows
from model.prose.reckoned.told_averages import wrong_averages


def doubted(text: str) -> list[str]:
    """What is reckoned of the averages that do not come out."""
    return [doubt.says for row in rows(text) for doubt in wrong_averages(row.figures)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("全年收到84件，月均9.0件。", "84÷12＝7.0，写的是 9.0"),
        ("培训4场、160人次，平均每场41人次。", "160÷4＝40，写的是 41"),
    ],
)
def test_an_average_that_is_a_slip_away(text: str, says: str) -> None:
    assert doubted(text) == [says]


@pytest.mark.parametrize(
    "text",
    ["全年收到84件，月均7.0件。", "培训4场、160人次，平均每场40人次。", "收到84件，平均每件用时9小时。"],
)
def test_what_comes_out_or_is_of_something_else(text: str) -> None:
    assert doubted(text) == []
