"""Fees that are nearly those of the tables."""

from decimal import Decimal

import pytest

from model.check import check
from model.prose.reckoned.figures import Figure, rows
from model.rules.told.families import Tables
from model.rules.told.told_amounts import wrong_amounts
from tests.model.drafts import case


def is_open(_: Figure) -> bool:
    """No number is settled."""
    return True


def doubted(text: str, fees: str = "1284.51") -> list[str]:
    """The amounts of a sentence that are nearly this year's fees, and not last year's."""
    now, last = (
        Tables.of(case(year, {"disclosure.fees.amount": amount}, {}).report)
        for year, amount in ((2023, fees), (2022, "1281.51"))
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


@pytest.mark.parametrize(
    ("fees", "text"),
    [
        ("36.5", "收取行政事业性收费36.5元。"),
        ("8", "行政事业性收费8元。"),
        ("1284.51", "全年收费1284.51元。"),
    ],
)
def test_the_number_of_the_table_in_yuan_is_a_slip_of_the_unit(fees: str, text: str) -> None:
    assert doubted(text, fees) == [fees]
    finding = next(
        f
        for f in check(case(2023, {"disclosure.fees.amount": fees}, {"overview": text})).findings
        if f.code == "N17"
    )
    assert f"{fees} 万元（{Decimal(fees) * 10000:.0f} 元），单位“元”应为“万元”" in finding.message


@pytest.mark.parametrize(
    ("fees", "text"),
    [
        ("36.5", "收取行政事业性收费365000元。"),
        ("36.5", "收取行政事业性收费36.5万元。"),
        ("0", "收取行政事业性收费0元。"),
        ("30", "收取信息处理费30元。"),
        ("36.5", "行政事业性收费每件36.5元。"),
        ("8", "复印收费8元。"),
        ("36.5", "投入36.5元。"),
    ],
)
def test_yuan_that_are_right_or_of_something_else(fees: str, text: str) -> None:
    assert doubted(text, fees) == []
    found = check(case(2023, {"disclosure.fees.amount": fees}, {"overview": text})).findings
    assert not [f for f in found if "单位“元”" in f.message]


def test_another_amount_in_yuan_beside_decisions_that_are_the_tables() -> None:
    cells = {"disclosure.licences.decisions": "45", "disclosure.penalties.decisions": "2"}
    tables = Tables.of(case(2023, cells, {}).report)

    def doubted_beside(text: str) -> list[str]:
        (row,) = rows(text)
        return [f"{one.figure.value:f}" for one in wrong_amounts(row.figures, tables, None, is_open)]

    assert doubted_beside("许可45项，处罚2项，强制0项，行政事业性收费80元。") == ["80"]
    assert doubted_beside("许可45项，处罚2项，强制0项，行政事业性收费8万元。") == ["8"]
    assert doubted_beside("许可45项，处罚2项，强制0项，行政事业性收费0元。") == []
    assert doubted_beside("许可41项，处罚2项，强制0项，行政事业性收费80元。") == []
    assert doubted_beside("许可45项，处罚2项，强制0项，免征行政事业性收费80元。") == []
