"""Sentences that only compare with last year's number."""

from decimal import Decimal

import pytest

from model.prose.reckoned.figures import Figure, rows
from model.rules.told.told_bases import wrong_bases

_NOW = {"收到申请总数": Decimal(45), "行政处罚数": Decimal(80)}
_LAST = {"收到申请总数": Decimal(36), "行政处罚数": Decimal(100)}


def is_open(_: Figure) -> bool:
    """No number is settled."""
    return True


def doubted(text: str) -> list[str]:
    """The numbers of a sentence that the tables of two years make another."""
    (row,) = rows(text)
    return [one.figure.own for one in wrong_bases(row.figures, _NOW.get, _LAST.get, is_open)]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("与上年63件相比，多9件。", "与上年"),
        ("与上年36件相比，多90件。", "多"),
        ("较2022年的36件增加9件，增长52.0%。", "增长"),
        ("与去年的100件相比，减少2件，下降20.0%。", "减少"),
        ("比上年少20件，下降25.0%。", "下降"),
        ("2022年为36件，同比增加8件。", "同比增加"),
        ("比2022年增加90件，增长25.0%。", "比2022年增加"),
    ],
)
def test_the_number_that_a_slip_parts_from_the_tables(text: str, own: str) -> None:
    assert doubted(text) == [own]


@pytest.mark.parametrize(
    "text",
    [
        "与上年36件相比，多9件。",
        "较2022年的36件增加9件，增长25.0%。",
        "与上年52件相比，多4件。",
        "培训场次较上年的36件增加6件。",
        "与上年63件相比，咨询多9件。",
        "比上年少20件，下降20.0%。",
        "2023年为45件，同比增加9件。",
        "比上年多4件，增长25.0%。",
        "比上年咨询少20件，下降25.0%。",
    ],
)
def test_what_is_right_or_may_be_of_something_else(text: str) -> None:
    assert doubted(text) == []
