"""Rules on single cells: what typing refuses may still come from a foreign file, and is found there."""

from decimal import Decimal

import pytest

from model.check import check
from model.rules.rule import Case
from model.values import Value
from tests.figures import municipality_report
from tests.model.drafts import applications, blank, case, finished, put

RECEIVED = "applications.received.natural_person"
FEES = "disclosure.fees.amount"


@pytest.mark.parametrize(
    ("key", "value", "code", "words"),
    [
        (RECEIVED, -1, "C1", "自然人·一、本年新收政府信息公开申请数量（-1）是负数"),
        (RECEIVED, Decimal("1.5"), "C1", "（1.5）不是整数"),
        (FEES, Decimal(-1), "C2", "（-1）是负数，请改为不小于 0、最多 6 位小数的金额"),
        (FEES, Decimal("0.1234567"), "C2", "（0.1234567）小数过多"),
        (FEES, None, "C3", "行政事业性收费·本年收费金额（单位：万元）未填；没有发生的请填 0"),
        ("disclosure.licences.decisions", 1234567890, "C4", "（1234567890）超过 9 位数，请核对"),
    ],
)
def test_a_cell_that_cannot_be_right_is_found_with_its_value(
    key: str, value: Value, code: str, words: str
) -> None:
    found = [finding for finding in check(Case(put(finished(), key, value))).findings if key in finding.cells]
    assert [
        (finding.code, words in finding.message) for finding in found if finding.code.startswith("C")
    ] == [(code, True)]


def test_only_the_change_of_a_year_may_be_negative() -> None:
    report = blank(2019)
    signed = next(key for key, cell in report.form.cells.items() if cell.kind == "signed")
    assert "C1" not in {finding.code for finding in check(Case(put(report, signed, -3))).findings}


def test_real_figures_have_nothing_wrong_in_their_cells_and_sums() -> None:
    codes = {finding.code for finding in check(Case(municipality_report())).findings}
    assert not {code for code in codes if code[0] in "C" or code in ("T3.1", "T3.2", "T3.3", "T4.1", "T2.2")}


BUSY = applications(30, 28, 0, 2) | {"disclosure.licences.decisions": "12", FEES: "12.5"}


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (BUSY, BUSY, True),
        (BUSY | {FEES: "12.6"}, BUSY, False),
        (BUSY, BUSY | {"disputes.review.upheld": "1"}, False),
        (applications(2, 2), applications(2, 2), False),
        ({}, {}, False),
    ],
)
def test_every_number_of_last_year_is_a_copy_where_there_are_many(
    now: dict[str, str], before: dict[str, str], *, told: bool
) -> None:
    found = [finding for finding in check(case(cells=now, last=before)).findings if finding.code == "C5"]
    assert bool(found) is told


def test_numbers_that_are_still_blank_are_no_copy() -> None:
    copied = case(cells=BUSY, last=BUSY)
    put(copied.report, FEES, None)
    assert "C5" not in {finding.code for finding in check(copied).findings}
