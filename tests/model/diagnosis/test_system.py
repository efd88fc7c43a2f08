"""The equations between observed cells: what is only computed is no observation, what is blank is not judged."""

from model.diagnosis.system import column_of, components, observed, row_of
from model.report import Slot, SlotKind
from tests.model.diagnosis.figures import GRANTED, GRANTED_TOTAL, PARTIAL, balanced, put


def test_computed_totals_are_not_observed_and_control_totals_are() -> None:
    assert GRANTED_TOTAL not in observed(balanced(declared=False))
    assert observed(balanced(declared=True))[GRANTED_TOTAL] == 1309


def test_without_totals_from_outside_each_column_balances_by_itself() -> None:
    report = balanced(declared=False)
    parts = components(report.form, observed(report))
    assert [len(part.equations) for part in parts] == [1] * 6
    assert all(len(part.structure.touching) == 24 for part in parts)


def test_declared_totals_bind_all_cells_together() -> None:
    report = balanced(declared=True)
    [part] = components(report.form, observed(report))
    assert len(part.structure.touching) == 175


def test_a_few_control_totals_bind_what_they_add_up() -> None:
    report = balanced(declared=False)
    report.set([(Slot(SlotKind.CONTROL, GRANTED_TOTAL), 1309)])
    [part] = components(report.form, observed(report))
    assert GRANTED_TOTAL in part.structure.touching
    assert len(part.equations) == 7


def test_the_residual_tells_which_equations_fail_and_by_how_much() -> None:
    report = balanced(declared=False)
    put(report, granted__natural_person=1298)
    [failing] = [part for part in components(report.form, observed(report)) if part.residual]
    assert list(failing.residual.values()) == [-10]
    assert GRANTED in failing.equations[0]


def test_an_equation_with_a_blank_cell_is_left_out() -> None:
    report = balanced(declared=False)
    report.set([(Slot(SlotKind.CELL, PARTIAL), None)])
    parts = components(report.form, observed(report))
    assert len(parts) == 5
    assert all(GRANTED not in part.structure.touching for part in parts)


def test_cells_stand_in_the_lines_of_their_rows_and_columns() -> None:
    report = balanced(declared=True)
    [part] = components(report.form, observed(report))
    lines = [line for line in part.structure.lines if GRANTED in line]
    assert len(lines) == 2
    assert any({row_of(key) for key in line} == {row_of(GRANTED)} for line in lines)
    assert any({column_of(key) for key in line} == {column_of(GRANTED)} for line in lines)
