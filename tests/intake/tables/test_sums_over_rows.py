"""The sums of columns bear out what they hold for, and gainsay what they do not hold for."""

from intake.tables.sums_over_rows import summed
from model.form_file import load_form

FORM = load_form("2021")
IDENTITIES = [identity for identity in FORM.identities if identity.table == "applications"]
RECEIVED = "applications.received.natural_person"
GRANTED = "applications.granted.natural_person"
HANDLED = "applications.handled_total.natural_person"


def test_a_sum_that_holds_bears_its_cells_out() -> None:
    assert {RECEIVED, GRANTED, HANDLED} <= (
        summed(FORM, IDENTITIES, {RECEIVED: 3, GRANTED: 3, HANDLED: 3}) or set()
    )


def test_a_sum_that_does_not_hold_gainsays_all() -> None:
    assert summed(FORM, IDENTITIES, {RECEIVED: 3, GRANTED: 3, HANDLED: 4}) is None


def test_noughts_and_cells_without_their_sum_are_borne_out_by_nothing() -> None:
    assert summed(FORM, IDENTITIES, {RECEIVED: 0, GRANTED: 0, HANDLED: 0}) == set()
    assert summed(FORM, IDENTITIES, {GRANTED: 3}) == set()
