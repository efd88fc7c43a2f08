"""L1: the tables beside what the office's ledger counts."""

from collections.abc import Mapping

import pytest

from model.check import Checker, check
from model.explanations import explain
from model.findings import Finding
from model.levels import Level
from model.report import Report, SlotKind
from model.rules.rule import Case
from tests.model.drafts import finished, put
from tests.offices import put as set_slot

RECEIVED = "applications.received.natural_person"
GRANTED = "applications.granted.natural_person"


def told(entered: int | None, counted: Mapping[str, int]) -> list[Finding]:
    report = put(finished(), RECEIVED, entered)
    for key, count in counted.items():
        set_slot(report, SlotKind.LEDGER, key, count)
    return [finding for finding in check(Case(report)).findings if finding.code == "L1"]


def test_more_and_fewer_than_the_ledger_has_are_told_with_the_gap() -> None:
    (more,) = told(12, {RECEIVED: 9})
    (fewer,) = told(9, {RECEIVED: 12})
    assert "表中为 12，台账统计为 9，相差 3" in more.message
    assert "表中为 9，台账统计为 12，相差 3" in fewer.message


def test_either_may_be_right_so_that_it_wants_an_explanation_and_offers_the_ledgers_number() -> None:
    (finding,) = told(12, {RECEIVED: 9})
    assert finding.level is Level.EXPLAIN
    assert [(offer.cell, offer.old, offer.new) for offer in finding.suggestions] == [(RECEIVED, 12, 9)]
    assert (finding.left, finding.right, finding.page) == (12, 9, "applications")


def test_what_agrees_what_is_blank_and_what_was_not_counted_is_not_told() -> None:
    assert told(12, {RECEIVED: 12}) == []
    assert told(None, {RECEIVED: 12}) == []
    assert told(12, {}) == []


@pytest.fixture
def counted() -> Report:
    """A report taken over from a ledger, whose first cell was changed by hand, with what balances it."""
    report = finished()
    for key in report.form.cells:
        if key.startswith("applications."):
            kind = SlotKind.CONTROL if key in report.form.sums else SlotKind.LEDGER
            set_slot(report, kind, key, report.value(key))
    for key in (RECEIVED, GRANTED):
        put(report, key, 1 + int(report.value(key) or 0))
    return report


def errors(report: Report) -> list[str]:
    return [finding.code for finding in check(Case(report)).findings if finding.level is Level.ERROR]


def test_a_report_that_differs_from_its_ledger_for_a_reason_is_held_up_by_no_total_of_the_ledger(
    counted: Report,
) -> None:
    assert "T3.1" in errors(counted)
    checker = Checker(Case(counted))
    for finding in check(Case(counted)).findings:
        if finding.code == "L1":
            assert errors(counted)
            checker.update(counted.set(explain(counted, finding, "台账漏登一件")))
    assert errors(counted) == []
    assert checker.outcome.findings == check(Case(counted)).findings
    assert checker.outcome.ready


def test_a_slip_after_that_is_told_again(counted: Report) -> None:
    for finding in check(Case(counted)).findings:
        if finding.code == "L1":
            counted.set(explain(counted, finding, "台账漏登一件"))
    put(counted, GRANTED, 9)
    assert {"T3.1", "T3.3"} <= set(errors(counted))


def test_a_total_that_the_clerk_has_from_elsewhere_stays_a_total_to_meet(counted: Report) -> None:
    set_slot(counted, SlotKind.CONTROL, "applications.received.total", 77)
    for finding in check(Case(counted)).findings:
        if finding.code == "L1":
            counted.set(explain(counted, finding, "台账漏登一件"))
    assert errors(counted) == ["T3.1"]


def test_each_cell_is_compared_by_itself() -> None:
    assert [finding.cells for finding in told(3, {RECEIVED: 1, GRANTED: 2})] == [(RECEIVED,), (GRANTED,)]
