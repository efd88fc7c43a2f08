"""L1: the tables beside what the office's ledger counts."""

from collections.abc import Mapping

from model.check import check
from model.findings import Finding
from model.levels import Level
from model.report import SlotKind
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


def test_each_cell_is_compared_by_itself() -> None:
    assert [finding.cells for finding in told(3, {RECEIVED: 1, GRANTED: 2})] == [(RECEIVED,), (GRANTED,)]
