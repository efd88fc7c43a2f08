"""What a change would do to the findings is told before it is made, and the report stays as it is."""

from model.check import check
from model.effects import Effects, effects_of
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from model.stages import NOW, Stage
from tests.export.sample import report_of

CELL = "applications.granted.natural_person"
STAGE = Slot(SlotKind.STAGE, NOW)


def effects(report: Report, value: int) -> Effects:
    return effects_of(report, None, check(Case(report)), [(Slot(SlotKind.CELL, CELL), value)])


def test_a_number_that_breaks_a_balance_brings_its_finding() -> None:
    report = report_of()
    value = report.value(CELL)
    assert "T3.3" in {finding.code for finding in effects(report, 8).appear}
    assert report.value(CELL) == value


def test_the_number_that_mends_a_balance_takes_its_finding_away() -> None:
    report = report_of()
    value = report.value(CELL)
    report.set([(Slot(SlotKind.CELL, CELL), 8)])
    assert isinstance(value, int)
    told = effects(report, value)
    assert told.appear == ()
    assert "T3.3" in {finding.code for finding in told.go}


def test_what_is_found_before_and_after_neither_appears_nor_goes() -> None:
    report = report_of()
    report.set([(Slot(SlotKind.CELL, CELL), 8)])
    told = effects(report, 7)
    assert "T3.3" not in {finding.code for finding in (*told.appear, *told.go)}


def test_of_a_signed_report_it_is_told_as_well() -> None:
    report = report_of()
    report.set([(STAGE, Stage.SIGNED.value)])
    assert effects(report, 8).appear
    assert report.stage is Stage.SIGNED
