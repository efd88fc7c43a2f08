"""Shares and changes that the tables deny."""

from decimal import Decimal

import pytest

from model.prose.reckoned.figures import Figure, rows
from model.rules.told.families import Tables, known_in
from model.rules.told.told_rates import (
    wrong_changes,
    wrong_parts_of_shares,
    wrong_shares,
)
from tests.model.drafts import case

_CELLS = {
    "disclosure.licences.decisions": "318",
    "disclosure.penalties.decisions": "92",
    "disputes.review.upheld": "11",
    "disputes.review.corrected": "4",
    "disputes.review.pending": "5",
}
_LAST = {"行政许可数": Decimal(300), "行政处罚数": Decimal(100), "行政复议总数": Decimal(16)}


def is_open(_: Figure) -> bool:
    """No number is settled."""
    return True


def doubted(text: str) -> list[str]:
    """The shares and changes of a sentence that are near to the tables' and not the same."""
    tables = Tables.of(case(2023, _CELLS, {}).report)
    (row,) = rows(text)
    families = known_in(row.words, tables)
    shares = wrong_shares(row.figures, families, tables, is_open)
    return [
        f"{one.figure.value:f}"
        for one in (*shares, *wrong_changes(row.figures, families, _LAST.get, is_open))
    ]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("复议中改判的4件，占25.0%。", "25.0"),
        ("复议审理中，纠正数占审结的27.6%。", "27.6"),
        ("许可318件，同比增长60.0%。", "60.0"),
        ("与上年相比，许可增长6.0%，处罚下降80.0%。", "80.0"),
        ("处罚92件，较上年减少9件。", "9"),
        ("许可318件、处罚92件，同比分别增长60.0%、下降8.0%。", "60.0"),
        ("许可318件、处罚92件，同比分别增长6.0%、下降80.0%。", "80.0"),
    ],
)
def test_a_rate_that_is_a_slip_away(text: str, rate: str) -> None:
    assert doubted(text) == [rate]


@pytest.mark.parametrize(
    "text",
    [
        "复议中改判的4件，占20.0%。",
        "复议审理中，纠正数占审结的26.7%。",
        "许可318件，同比增长6.0%。",
        "许可318件，培训人次比上年增长5.0%。",
        "许可318件，许可满意率比上年提高5.0%。",
        "许可318件，许可占比比上年提高5.0%。",
        "许可318件，环比增长5.0%。",
        "许可318件，许可金额比上年增长5.0%。",
        "处罚92件，较2019年的40件增加52件。",
        "复议中改判的占20.0%，共4件。",
        "许可318件，网办率98.7%。",
        "许可318件，其中一季度增长5.0%，上半年增长7.0%。",
    ],
)
def test_what_is_so_or_of_something_else(text: str) -> None:
    assert doubted(text) == []


def parts_doubted(text: str) -> list[str]:
    """The numbers of a sentence whose share is that of another number."""
    tables = Tables.of(case(2023, _CELLS, {}).report)
    (row,) = rows(text)
    found = wrong_parts_of_shares(row.figures, known_in(row.words, tables), tables, is_open)
    return [f"{one.figure.value:f}" for one in found]


def test_a_number_whose_share_is_that_of_a_part_of_the_tables() -> None:
    assert parts_doubted("复议中改判的5件，占20.0%。") == ["5"]
    assert parts_doubted("复议中改判的5件，占审结数的26.7%。") == ["5"]


@pytest.mark.parametrize(
    "text",
    [
        "复议中改判的4件，占20.0%。",
        "复议中撤回的3件，占30.0%。",
        "复议中改判的5件，占25.0%。",
        "复议答复的5件，占考核得分20.0%。",
    ],
)
def test_a_number_with_its_own_share_or_with_one_of_something_else(text: str) -> None:
    assert parts_doubted(text) == []


def test_shares_in_a_row_are_those_of_the_parts_that_they_name() -> None:
    assert doubted("复议结果：维持55.0%、纠正2.0%、未结25.0%。") == ["2.0"]
    assert doubted("复议结果：维持55.0%、纠正20.0%、未结25.0%。") == []
    assert doubted("2021年复议纠正率12.0%，2022年复议纠正率21.0%。") == []
