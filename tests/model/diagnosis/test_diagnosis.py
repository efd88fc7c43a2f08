"""The culprit is named where the sums tell it, and never claimed where they do not."""

import pytest

from model.diagnosis import Knowledge, diagnose
from model.findings import Suggestion
from model.report import Slot, SlotKind
from tests.model.diagnosis.figures import GRANTED, GRANTED_TOTAL, PARTIAL, RECEIVED_ENTERPRISE, balanced, put


@pytest.mark.parametrize("declared", [True, False])
def test_nothing_is_said_of_sums_that_hold(declared: bool) -> None:
    assert diagnose(balanced(declared=declared)) == ()


def test_with_declared_totals_one_slip_is_pinned_with_its_value() -> None:
    report = balanced(declared=True)
    put(report, granted__natural_person=1298)
    [diagnosis] = diagnose(report)
    assert diagnosis.named is not None
    assert diagnosis.named.changes == (Suggestion(GRANTED, 1298, 1288, "数字误录"),)
    assert diagnosis.named.share == 1


def test_with_declared_totals_two_slips_are_both_named() -> None:
    report = balanced(declared=True)
    put(report, granted__natural_person=1828, unavailable_not_held__enterprise=2)
    [diagnosis] = diagnose(report)
    named = diagnosis.named
    assert named is not None
    assert {(step.cell, step.new, step.why) for step in named.changes} == {
        (GRANTED, 1288, "相邻数字颠倒"),
        ("applications.unavailable_not_held.enterprise", 32, "漏录一位"),
    }


def test_a_total_that_was_not_added_up_again_is_named() -> None:
    report = balanced(declared=True)
    report.set([(Slot(SlotKind.CONTROL, GRANTED_TOTAL), 0)])
    [diagnosis] = diagnose(report)
    assert diagnosis.named is not None
    assert diagnosis.named.changes == (Suggestion(GRANTED_TOTAL, 0, 1309, "漏填"),)


def test_two_numbers_put_into_each_others_place_are_recognised() -> None:
    report = balanced(declared=True)
    put(report, granted__natural_person=447, partial__natural_person=1288)
    [diagnosis] = diagnose(report)
    assert {(step.cell, step.new, step.why) for step in diagnosis.repairs[0].changes} == {
        (GRANTED, 1288, "与相邻一格填反"),
        (PARTIAL, 447, "与相邻一格填反"),
    }


def test_with_computed_totals_candidates_are_listed_and_none_is_picked() -> None:
    report = balanced(declared=False)
    put(report, granted__natural_person=1298)
    [diagnosis] = diagnose(report)
    assert diagnosis.named is None
    assert GRANTED in {repair.changes[0].cell for repair in diagnosis.repairs}
    assert all(len(repair.changes) == 1 for repair in diagnosis.repairs)
    assert sum(repair.share for repair in diagnosis.repairs) == pytest.approx(1)


def test_with_computed_totals_each_column_is_a_matter_of_its_own() -> None:
    report = balanced(declared=False)
    put(report, granted__natural_person=1298, received__enterprise=35)
    columns = [{cell.rpartition(".")[2] for cell in diagnosis.cells} for diagnosis in diagnose(report)]
    assert columns == [{"natural_person"}, {"enterprise"}]


def test_the_cell_edited_since_the_sums_held_is_named() -> None:
    report = balanced(declared=False)
    put(report, granted__natural_person=1298)
    [diagnosis] = diagnose(report, Knowledge(edited={GRANTED: 1288, PARTIAL: 447}))
    assert diagnosis.named is not None
    assert diagnosis.named.changes[0].cell == GRANTED


def test_a_number_told_in_the_text_moves_its_cell_to_the_front() -> None:
    report = balanced(declared=False)
    put(report, partial__natural_person=448)
    [diagnosis] = diagnose(report, Knowledge(told={PARTIAL: frozenset({447})}))
    assert diagnosis.repairs[0].changes[0].cell == PARTIAL


def test_last_years_value_speaks_against_a_number_ten_times_as_large() -> None:
    report = balanced(declared=False)
    put(report, received__enterprise=530)
    [diagnosis] = diagnose(report, Knowledge(last_year=balanced(declared=False).values()))
    assert diagnosis.repairs[0].changes == (Suggestion(RECEIVED_ENTERPRISE, 530, 53, "多录一个 0"),)


def test_a_negative_count_is_the_culprit() -> None:
    report = balanced(declared=False)
    put(report, partial__natural_person=-447)
    [diagnosis] = diagnose(report)
    assert diagnosis.named is not None
    assert diagnosis.named.changes == (Suggestion(PARTIAL, -447, 447, "正负号有误"),)


def test_too_many_faults_are_said_to_be_too_many() -> None:
    report = balanced(declared=True)
    rows = ("granted", "partial", "refused_by_law", "declined_repeat", "other_remaining", "carried_out")
    columns = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")
    for number, (row, column) in enumerate(zip(rows, columns, strict=True)):
        put(report, **{f"{row}__{column}": 2000 + 7**number})
    [diagnosis] = diagnose(report)
    assert diagnosis.repairs == ()
    assert diagnosis.named is None


def test_blank_cells_leave_nothing_to_diagnose() -> None:
    report = balanced(declared=False)
    put(report, granted__natural_person=1298)
    report.set([(Slot(SlotKind.CELL, PARTIAL), None)])
    assert diagnose(report) == ()
