"""The kinds of cells: one description of each, which typing, checks, paper and spreadsheet follow."""

from decimal import Decimal

import pytest

from export.excel.marks import number_format, validation
from model.cell_kinds import CellKind
from model.errors import ValueRefused
from model.values import parse, to_text


@pytest.mark.parametrize("kind", list(CellKind))
def test_a_kind_is_described_whole(kind: CellKind) -> None:
    spec = kind.spec
    assert spec.whole is (spec.decimals == 0)
    assert spec.code in ("C1", "C2")
    assert all((spec.wanted, spec.too_fine, spec.advice))


@pytest.mark.parametrize("kind", list(CellKind))
def test_typing_keeps_to_the_bounds_of_the_kind(kind: CellKind) -> None:
    finest = "1" if kind.spec.whole else f"1.{'5' * kind.spec.decimals}"
    assert to_text(parse(finest, kind)) == finest
    with pytest.raises(ValueRefused):
        parse(f"{finest}5" if "." in finest else "1.5", kind)
    if kind.spec.signed:
        assert parse("-3", kind) == -3
    else:
        with pytest.raises(ValueRefused, match="负数"):
            parse("-3", kind)


@pytest.mark.parametrize("kind", list(CellKind))
def test_a_spreadsheet_keeps_to_the_same_bounds(kind: CellKind) -> None:
    rule = validation(kind)
    assert rule.type == ("whole" if kind.spec.whole else "decimal")
    assert (rule.formula1 == "0") is not kind.spec.signed
    assert rule.error == kind.spec.advice


def test_an_amount_is_shown_with_its_own_decimals() -> None:
    assert number_format(CellKind.MONEY, Decimal("1.50")) == "0.00"
    assert number_format(CellKind.COUNT, 7) == "0"
    assert number_format(CellKind.SIGNED, 7) == "+0;-0;0"
