"""A1: a report above beside the sum of the reports that were merged into it."""

from decimal import Decimal

from model.check import check
from model.findings import Finding
from model.levels import Level
from model.report import SlotKind
from model.rules.rule import Case
from model.values import Value
from tests.model.drafts import finished, put
from tests.offices import put as set_slot

RECEIVED = "applications.received.natural_person"


def told(key: str, entered: Value, summed: Value) -> list[Finding]:
    report = put(finished(), key, entered)
    set_slot(report, SlotKind.ROLL_UP, key, summed)
    return [finding for finding in check(Case(report)).findings if finding.code == "A1"]


def test_more_and_fewer_than_the_offices_have_together_are_told_with_the_gap() -> None:
    (more,) = told(RECEIVED, 12, 9)
    (fewer,) = told(RECEIVED, 9, 12)
    assert "表中为 12，各单位汇总为 9，相差 3" in more.message
    assert "表中为 9，各单位汇总为 12，相差 3" in fewer.message
    assert (more.level, more.cells, more.page) == (Level.EXPLAIN, (RECEIVED,), "applications")


def test_what_agrees_and_what_is_blank_is_not_told() -> None:
    assert told(RECEIVED, 12, 12) == []
    assert told(RECEIVED, None, 12) == []


def test_a_report_that_nothing_was_merged_into_is_left_alone() -> None:
    assert not [f for f in check(Case(put(finished(), RECEIVED, 12))).findings if f.code == "A1"]


def test_amounts_are_compared_to_the_last_digit() -> None:
    key = next(key for key, cell in finished().form.cells.items() if cell.kind.name == "MONEY")
    (finding,) = told(key, Decimal("1.35"), Decimal("1.3504"))
    assert "相差 0.0004" in finding.message
    assert told(key, Decimal("1.50"), Decimal("1.5")) == []
