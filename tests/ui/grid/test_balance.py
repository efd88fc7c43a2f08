"""The balance line tells both sides of a column as far as they are known."""

import pytest

from model.form import IdentityKind
from model.values import Value
from tests.ui.grid.desk import session, set_cells
from ui.grid.balance import balance_of

Cells = dict[str, Value]


@pytest.mark.parametrize(
    ("cells", "text", "holds"),
    [
        ({}, "", None),
        ({"received": 12}, "12＋… ＝ …", None),
        ({"received": 12, "carried_in": 3}, "15 ＝ …", None),
        ({"granted": 7, "carried_out": 1}, "… ＝ 8＋…", None),
    ],
)
def test_partly_filled(cells: Cells, text: str, holds: bool | None) -> None:
    desk = session()
    set_cells(desk, **cells)
    identity = next(i for i in desk.report.form.identities if i.kind is IdentityKind.BALANCE)
    balance = balance_of(desk.report.form, identity, desk.report.value)
    assert (balance.text, balance.holds) == (text, holds)


@pytest.mark.parametrize(
    ("received", "text", "holds", "shorter"),
    [(21, "21 ＝ 21", True, ("21=21", "21")), (30, "30 ≠ 21", False, ("30≠21", "差9"))],
)
def test_filled(received: int, text: str, holds: bool, shorter: tuple[str, ...]) -> None:
    desk = session(filled=0)
    set_cells(desk, received=received, granted=20, carried_out=1)
    identity = next(i for i in desk.report.form.identities if i.kind is IdentityKind.BALANCE)
    balance = balance_of(desk.report.form, identity, desk.report.value)
    assert (balance.text, balance.holds, balance.shorter) == (text, holds, shorter)


def test_half_known_sums_without_room_are_only_said_to_be_open() -> None:
    desk = session()
    set_cells(desk, received=12, granted=7)
    identity = next(i for i in desk.report.form.identities if i.kind is IdentityKind.BALANCE)
    balance = balance_of(desk.report.form, identity, desk.report.value)
    assert balance.shorter == ("12＋…=7＋…", "…")
