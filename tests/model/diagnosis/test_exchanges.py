"""A number in the wrong column is read as one slip of two columns, and no innocent cell is ever named for it."""

import random
from collections.abc import Iterator

import pytest

from model.check import check
from model.diagnosis import Diagnosis, Knowledge, diagnose
from model.diagnosis.advice import NOT_SURE
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from tests.bench.slips import SIZES, TABLE, random_figures, report_of
from tests.model.diagnosis.figures import RECEIVED_ENTERPRISE, balanced, put, with_advice

BY_CHANCE = 0.02
"""Of random slips, how many may look in every way like another one."""
HELD = "applications.unavailable_not_held"


def told(report: Report, knowledge: Knowledge | None = None) -> Diagnosis:
    (diagnosis,) = diagnose(report, knowledge)
    return diagnosis


def test_a_number_in_the_wrong_column_is_read_in_both() -> None:
    report = balanced(declared=False)
    put(report, unavailable_not_held__enterprise=0, unavailable_not_held__research=32)
    named = told(report).named
    assert named is not None
    assert {(step.cell, step.old, step.new, step.why) for step in named.changes} == {
        (f"{HELD}.enterprise", 0, 32, "填错了列"),
        (f"{HELD}.research", 32, 0, "填错了列"),
    }


def test_two_numbers_in_each_others_column_are_read_together() -> None:
    report = balanced(declared=False)
    put(report, granted__natural_person=21, granted__enterprise=1288)
    named = told(report).named
    assert named is not None
    assert {step.why for step in named.changes} == {"与相邻一格填反"}


def test_where_the_same_numbers_stand_in_two_rows_neither_row_is_named() -> None:
    report = balanced(declared=False)
    for column in ("natural_person", "enterprise"):
        report.set((Slot(SlotKind.CELL, key), 0) for key in _column(report, column))
    put(report, received__natural_person=7, carried_out__natural_person=7)
    put(report, received__natural_person=0, received__enterprise=7)
    diagnosis = told(report)
    assert diagnosis.named is None
    assert {step.cell for repair in diagnosis.repairs for step in repair.changes} == {
        f"{TABLE}.{row}.{column}"
        for row in ("received", "carried_out")
        for column in ("natural_person", "enterprise")
    }
    edited = told(report, Knowledge(edited={f"{TABLE}.received.enterprise": 0})).named
    assert edited is not None
    assert {step.cell for step in edited.changes} == {
        f"{TABLE}.received.natural_person",
        f"{TABLE}.received.enterprise",
    }


def test_a_number_in_the_wrong_row_across_the_balance_is_no_number_left_out() -> None:
    report = balanced(declared=False)
    put(report, received__enterprise=0, declined_repeat__enterprise=53)
    diagnosis = told(report)
    best = {(step.cell, step.new, step.why) for step in diagnosis.repairs[0].changes}
    assert best == {
        (RECEIVED_ENTERPRISE, 53, "填错了行"),
        (f"{TABLE}.declined_repeat.enterprise", 0, "填错了行"),
    }


def test_two_rows_typed_into_each_other_across_the_balance_are_read_together() -> None:
    report = balanced(declared=False)
    put(report, received__natural_person=447, partial__natural_person=3001)
    best = told(report).repairs[0].changes
    assert {step.why for step in best} == {"与另一行填反"}
    assert {step.new for step in best} == {3001, 447}


def test_a_number_where_nothing_came_in_may_be_one_too_many_as_well_as_one_left_out() -> None:
    report = balanced(declared=False)
    put(report, declined_repeat__research=12)
    diagnosis = told(report)
    assert diagnosis.named is None
    offered = {(step.cell, step.new) for repair in diagnosis.repairs[:3] for step in repair.changes}
    assert {(f"{TABLE}.declined_repeat.research", 0), (f"{TABLE}.received.research", 12)} <= offered


def test_the_only_number_of_a_table_may_be_one_too_many_or_half_of_two() -> None:
    report = balanced(declared=False)
    report.set((Slot(SlotKind.CELL, key), 0) for key in report.form.entered if key.startswith(TABLE))
    put(report, declined_repeat__natural_person=53)
    diagnosis = told(report)
    assert diagnosis.named is None
    offered = {(step.cell, step.new) for repair in diagnosis.repairs[:3] for step in repair.changes}
    assert {
        (f"{TABLE}.declined_repeat.natural_person", 0),
        (f"{TABLE}.received.natural_person", 53),
    } <= offered


def test_one_application_that_may_have_been_counted_elsewhere_in_any_row_names_no_row() -> None:
    report = balanced(declared=False)
    put(report, declined_repeat__enterprise=1, received__enterprise=54)
    put(report, granted__natural_person=1287, granted__enterprise=22)
    diagnosis = told(report)
    assert {step.cell for step in diagnosis.repairs[0].changes} == {
        f"{TABLE}.declined_repeat.natural_person",
        f"{TABLE}.declined_repeat.enterprise",
    }
    assert diagnosis.named is None


def _column(report: Report, column: str) -> Iterator[str]:
    return (key for key in report.form.entered if key.startswith(TABLE) and key.endswith(f".{column}"))


def test_the_advice_changes_both_and_all_balances() -> None:
    report = balanced(declared=False)
    put(report, unavailable_not_held__enterprise=0, unavailable_not_held__research=32)
    findings = [f for f in with_advice(report, check(Case(report))).findings if f.code == "T3.3"]
    assert all(finding.together for finding in findings)
    assert all(
        finding.advice.endswith("一起改后全部平衡") for finding in findings if len(finding.suggestions) == 2
    )
    report.set((Slot(SlotKind.CELL, step.cell), step.new) for step in findings[0].suggestions)
    assert not [f for f in check(Case(report)).findings if f.code.startswith("T3")]


def test_opposite_amounts_without_such_a_number_name_no_cell() -> None:
    report = balanced(declared=False)
    put(report, granted__natural_person=1289, granted__enterprise=20)
    diagnosis = told(report)
    assert diagnosis.named is None
    moved = {(f"{TABLE}.granted.natural_person", 1288), (f"{TABLE}.granted.enterprise", 21)}
    assert any(
        {(step.cell, step.new) for step in repair.changes} == moved for repair in diagnosis.repairs[:3]
    )
    assert {step.why for repair in diagnosis.repairs for step in repair.changes} == {"部分填错了列"}
    advised = [f.advice for f in with_advice(report, check(Case(report))).findings if f.code == "T3.3"]
    assert set(advised) <= {NOT_SURE, ""}


def test_amounts_that_cancel_out_over_three_columns_name_no_cell() -> None:
    report = balanced(declared=False)
    put(report, granted__natural_person=1281, granted__enterprise=24, granted__research=4)
    assert [diagnosis.named for diagnosis in diagnose(report)] == [None, None, None]


def test_what_is_mended_beside_another_fault_settles_its_part_alone() -> None:
    report = balanced(declared=False)
    put(report, partial__natural_person=-447, received__enterprise=60)
    advised = [f.advice for f in with_advice(report, check(Case(report))).findings if "正负号" in f.advice]
    assert advised
    assert all(advice.endswith("，改后这部分平衡") for advice in advised)


def parted(size: int, cases: int) -> Iterator[tuple[Report, set[str]]]:
    """Random tables in which a part of one number was counted under another column, and the two cells."""
    rng = random.Random(size)
    for _ in range(cases):
        report = report_of(random_figures(rng, size), declared=False)
        filled = [key for key in report.form.entered if key.startswith(TABLE) and report.value(key)]
        one = rng.choice(filled)
        row, _, column = one.rpartition(".")
        others = [c.id for c in report.form.table(TABLE).bands[0].columns[:-1] if c.id != column]
        other = f"{row}.{rng.choice(others)}"
        number, beside = report.value(one), report.value(other)
        assert isinstance(number, int)
        assert isinstance(beside, int)
        part = rng.randint(1, number)
        report.set([(Slot(SlotKind.CELL, one), number - part), (Slot(SlotKind.CELL, other), beside + part)])
        yield report, {one, other}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_hardly_an_innocent_cell_is_named_for_a_part_in_the_wrong_column(size: int) -> None:
    named = [
        ({step.cell for step in diagnosis.named.changes}, cells)
        for report, cells in parted(size, 200)
        for diagnosis in diagnose(report)
        if diagnosis.named
    ]
    assert sum(not told <= cells for told, cells in named) <= 200 * BY_CHANCE


def test_two_totals_out_by_opposite_amounts_are_no_number_moved() -> None:
    report = balanced(declared=True)
    right = {}
    for column, gap in (("natural_person", 5), ("enterprise", -5)):
        key = f"{TABLE}.handled_total.{column}"
        number = report.value(key)
        assert isinstance(number, int)
        right[key] = number
        report.set([(Slot(SlotKind.CONTROL, key), number + gap)])
    named = told(report).named
    assert named is not None
    assert {step.cell: step.new for step in named.changes} == right


def one_column(size: int, cases: int) -> Iterator[tuple[Report, str]]:
    """Random tables in which natural persons alone applied, with one number a digit short or left at 0."""
    rng = random.Random(size)
    for case in range(cases):
        figures: dict[str, int] = {}
        for key, number in random_figures(rng, size).items():
            person = f"{key.rpartition('.')[0]}.natural_person"
            figures.setdefault(key, 0)
            figures[person] = figures.get(person, 0) + number
            figures[key] = figures[key] if key == person else 0
        report = report_of(figures, declared=False)
        wrong = rng.choice([key for key, number in figures.items() if number > 9])
        number = figures[wrong]
        report.set([(Slot(SlotKind.CELL, wrong), number // 10 if case % 2 else 0)])
        yield report, wrong


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_hardly_an_innocent_cell_is_named_where_only_one_kind_applied(size: int) -> None:
    named = [
        wrong not in {step.cell for step in diagnosis.named.changes}
        for report, wrong in one_column(size, 150)
        for diagnosis in diagnose(report)
        if diagnosis.named
    ]
    assert sum(named) <= 150 * BY_CHANCE


def misplaced(size: int, cases: int) -> Iterator[tuple[Report, set[tuple[str, object]]]]:
    """Random tables in which one number stands under another column, and what would be right there."""
    rng = random.Random(size)
    for _ in range(cases):
        report = report_of(random_figures(rng, size), declared=False)
        filled = [key for key in report.form.entered if key.startswith(TABLE) and report.value(key)]
        true = rng.choice(filled)
        row, _, column = true.rpartition(".")
        others = [c.id for c in report.form.table(TABLE).bands[0].columns[:-1] if c.id != column]
        wrong = f"{row}.{rng.choice(others)}"
        if not report.value(wrong):
            number = report.value(true)
            report.set([(Slot(SlotKind.CELL, true), 0), (Slot(SlotKind.CELL, wrong), number)])
            yield report, {(true, number), (wrong, 0)}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_innocent_cell_is_named_for_a_number_in_the_wrong_column(size: int) -> None:
    right = 0
    for report, truth in misplaced(size, 150):
        for diagnosis in diagnose(report):
            changes = (
                {(step.cell, step.new) for step in diagnosis.named.changes} if diagnosis.named else truth
            )
            assert changes == truth
            right += diagnosis.named is not None
    assert right
