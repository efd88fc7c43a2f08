"""What a cell takes, how it shows it, and by how much the sides of a check differ."""

from decimal import Decimal

import pytest

from export.excel.marks import difference, leaves, number_format, validation
from model.cell_kinds import CellKind
from model.form import Identity, IdentityKind
from model.report import Report, Slot, SlotKind
from tests.export.sample import report_of


def identity(report: Report, kind: IdentityKind) -> Identity:
    return next(identity for identity in report.form.identities if identity.kind is kind)


def test_a_total_rests_on_entered_cells_alone() -> None:
    form = report_of().form
    for total, parts in form.sums.items():
        found = list(leaves(form, [total]))
        assert set(found) <= set(form.entered)
        assert len(found) == len(set(found)) >= len(parts)


def test_sides_that_agree_differ_by_nothing() -> None:
    report = report_of()
    assert all(difference(report, identity) == 0 for identity in report.form.identities)


def test_the_difference_is_left_less_right() -> None:
    report = report_of()
    balance = identity(report, IdentityKind.BALANCE)
    key = next(key for key in balance.left if key in report.form.entered)
    report.set([(Slot(SlotKind.CELL, key), int(report.value(key) or 0) + 3)])
    assert difference(report, balance) == 3
    report.set([(Slot(SlotKind.CELL, key), int(report.value(key) or 0) - 5)])
    assert difference(report, balance) == -2


def test_a_part_below_its_whole_differs_by_nothing() -> None:
    report = report_of("2014")
    part = identity(report, IdentityKind.AT_MOST)
    (key,) = part.left
    report.set([(Slot(SlotKind.CELL, key), 0)])
    assert difference(report, part) == 0
    whole = sum(int(report.value(key) or 0) for key in part.right)
    report.set([(Slot(SlotKind.CELL, key), whole + 2)])
    assert difference(report, part) == 2


def test_while_a_cell_is_blank_no_difference_is_known() -> None:
    report = report_of(blank=True)
    assert {difference(report, identity) for identity in report.form.identities} == {None}


@pytest.mark.parametrize("kind", CellKind)
def test_a_cell_takes_what_its_kind_allows_and_says_so(kind: CellKind) -> None:
    rule = validation(kind)
    assert rule.type == ("whole" if kind.spec.whole else "decimal")
    assert (float(rule.formula1 or 0) < 0) == kind.spec.signed
    assert rule.allow_blank
    assert rule.error == kind.spec.advice


@pytest.mark.parametrize(
    ("value", "shown"), [(Decimal("96171.60"), "0.00"), (Decimal("1.5"), "0.0"), (7, "General")]
)
def test_an_amount_shows_the_decimals_it_was_typed_with(value: Decimal | int, shown: str) -> None:
    assert number_format(CellKind.MONEY, value) == shown
