"""Applications beside last year's report, what is left over, and fees that were asked for."""

import pytest

from model.check import check
from model.findings import Finding
from tests.model.drafts import applications, case, column


def found(code: str, cells: dict[str, str], last: dict[str, str] | None = None) -> list[Finding]:
    return [finding for finding in check(case(cells=cells, last=last)).findings if finding.code == code]


def test_what_is_carried_in_is_what_last_year_carried_out() -> None:
    carried_in = applications(5, 7, carried_in=2)
    assert found("T3.4", carried_in, applications(4, 2, carried_out=2)) == []
    (finding,) = found("T3.4", carried_in, applications(4, 3, carried_out=1))
    assert "相差 1" in finding.message
    assert [(offer.cell, offer.new) for offer in finding.suggestions] == [
        ("applications.carried_in.natural_person", 1)
    ]


def test_the_total_is_told_only_where_each_column_agrees() -> None:
    exchanged = applications(5, 7, carried_in=2) | column("enterprise", received="3", granted="3")
    last = column("enterprise", received="2", carried_out="2")
    assert {finding.cells[0].rpartition(".")[2] for finding in found("T3.4", exchanged, last)} == {
        "natural_person",
        "enterprise",
    }


def test_without_last_years_report_nothing_is_compared() -> None:
    assert found("T3.4", applications(5, 7, carried_in=2)) == []


@pytest.mark.parametrize(
    ("received", "carried_in", "carried_out", "told"),
    [(100, 0, 30, False), (100, 0, 31, True), (50, 50, 31, True), (0, 0, 0, False), (1, 0, 1, True)],
)
def test_more_than_three_in_ten_left_is_a_hint(
    received: int, carried_in: int, carried_out: int, told: bool
) -> None:
    cells = applications(received, received + carried_in - carried_out, carried_in, carried_out)
    assert bool(found("T3.5", cells)) is told


@pytest.mark.parametrize(
    ("unpaid", "fees", "told"),
    [
        ("0", "", False),
        ("1", "", True),
        ("1", "本年度收取信息处理费100元。", False),
        ("1", "发出收费通知1件，实际收取0元。", False),
        ("1", "送达缴费通知1份，逾期未缴。", False),
        ("1", "申请人未按时缴款，视为放弃。", False),
        ("1", "共收取检索、复制费用0元。", False),
        ("1", "没有收费项目。", False),
        ("1", "公开涉企收费目录2份。", True),
        ("1", "规范收费行为，公示停车收费标准。", True),
        ("1", "垃圾处理费价格已公示。", True),
    ],
)
def test_fees_not_paid_were_asked_for_and_are_reported(unpaid: str, fees: str, told: bool) -> None:
    cells = column("natural_person", received=unpaid, other_fee_unpaid=unpaid)
    findings = check(case(cells=cells, texts={"other_matters": fees or "没有其他需要报告的事项。"})).findings
    assert any(finding.code == "T3.7" for finding in findings) is told
