"""A report above knows what each office adds, and which of them brought a gap."""

from model.contributions import Brought, Child, brought_by, children_of, contributions
from model.form import IdentityKind
from model.form_file import load_form
from model.report import Report, Slot, SlotKind

FORM = load_form("2021")
RECEIVED, GRANTED = (f"applications.{row}.enterprise" for row in ("received", "granted"))
BALANCE = next(i for i in FORM.identities_of(RECEIVED) if i.kind is IdentityKind.BALANCE)


def above(*children: Child) -> Report:
    report = Report(FORM, "云溪县人民政府", 2024)
    sums = {key: sum(child.cells.get(key, 0) for child in children) for key in FORM.entered}
    report.set((Slot(SlotKind.CELL, key), number) for key, number in sums.items())
    report.set((Slot(SlotKind.CHILD, child.office), child.as_slot()) for child in children)
    return report


SOUND = Child("林业局", 0, 0, {RECEIVED: 4, GRANTED: 4})
SHORT = Child("水利局", 1, 0, {RECEIVED: 5, GRANTED: 3})
LONG = Child("民政局", 1, 0, {RECEIVED: 1, GRANTED: 2})


def test_what_was_kept_is_read_again() -> None:
    assert children_of(above(SOUND, SHORT)) == (SOUND, SHORT)
    assert contributions(above(SOUND, SHORT)) == {
        RECEIVED: {"林业局": 4, "水利局": 5},
        GRANTED: {"林业局": 4, "水利局": 3},
    }


def test_a_report_without_children_has_none() -> None:
    assert children_of(above()) == ()
    assert brought_by(above(), BALANCE) is None


def test_the_offices_that_account_for_a_gap_are_named() -> None:
    assert brought_by(above(SOUND, SHORT), BALANCE) == Brought(("水利局",), wholly=True)
    assert brought_by(above(SOUND, SHORT, LONG), BALANCE) == Brought(("水利局", "民政局"), wholly=True)


def test_a_gap_that_was_made_up_for_above_is_nobodys() -> None:
    report = above(SOUND, SHORT)
    report.set([(Slot(SlotKind.CELL, GRANTED), 9)])
    assert brought_by(report, BALANCE) is None


def test_a_gap_that_they_only_add_to_is_partly_theirs() -> None:
    report = above(SOUND, SHORT)
    report.set([(Slot(SlotKind.CELL, GRANTED), 6)])
    assert brought_by(report, BALANCE) == Brought(("水利局",), wholly=False)
