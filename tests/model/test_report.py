"""A report's edits, its computed totals, and the totals from outside that differ from them."""

import json
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.form_file import form_ids, load_form
from model.report import Report, Slot, SlotKind, SlotValue
from model.values import Value
from tests.figures import municipality, municipality_report

FORM = load_form("2021")
TOTAL = "applications.granted.total"
ROW = FORM.sums[TOTAL]


def cell(key: str, value: SlotValue, kind: SlotKind = SlotKind.CELL) -> tuple[Slot, SlotValue]:
    return Slot(kind, key), value


@pytest.fixture
def report() -> Report:
    return Report(FORM, "云溪县局", 2024)


@pytest.fixture
def row(report: Report) -> Report:
    """A row of six threes."""
    report.set([cell(key, 3) for key in ROW])
    return report


def test_a_new_report_knows_its_office_and_year_and_is_blank(report: Report) -> None:
    assert (report.office, report.year, report.field("year"), report.field("phone")) == (
        "云溪县局",
        2024,
        "2024",
        "",
    )
    assert set(report.values().values()) == {None}
    assert list(report.values()) == list(FORM.cells)


def test_a_total_follows_its_parts_and_is_unknown_while_one_is_blank(row: Report) -> None:
    assert row.value(TOTAL) == 18
    row.set([cell(ROW[0], 0)])
    assert row.value(TOTAL) == 15
    row.set([cell(ROW[0], None)])
    assert row.value(TOTAL) is None


def test_a_blank_cell_is_not_0(report: Report) -> None:
    report.set([cell(ROW[0], 0)])
    assert report.value(ROW[0]) == 0
    change = report.set([cell(ROW[0], None)])
    assert report.value(ROW[0]) is None
    assert [(edit.old, edit.new) for edit in change.edits] == [(0, None)]


def test_every_total_of_a_municipality_is_what_it_published() -> None:
    assert municipality_report().values() == municipality()


def test_a_declared_total_that_differs_stays_and_is_counted_with(row: Report) -> None:
    row.set([cell(TOTAL, 20, SlotKind.DECLARED)])
    assert row.value(TOTAL) == 20
    assert row.computed(TOTAL) == 18


def test_a_declared_total_is_dropped_once_the_sum_agrees_with_it_in_the_same_step(row: Report) -> None:
    row.set([cell(TOTAL, 20, SlotKind.DECLARED)])
    change = row.set([cell(ROW[1], 5)])
    assert row.get(SlotKind.DECLARED, TOTAL) is None
    assert [edit.slot.kind for edit in change.edits] == [SlotKind.CELL, SlotKind.DECLARED]
    row.apply(change.inverse)
    assert (row.value(TOTAL), row.computed(TOTAL)) == (20, 18)


def test_a_declared_total_counts_in_the_totals_above_it(report: Report) -> None:
    report.set([cell(key, 0) for key in FORM.entered])
    above = "applications.handled_total.total"
    declared = next(part for part in FORM.sums[above] if part in FORM.sums)
    report.set([cell(declared, 20, SlotKind.DECLARED)])
    assert report.value(above) == 20


def test_a_control_total_changes_no_value(row: Report) -> None:
    row.set([cell(TOTAL, 99, SlotKind.CONTROL)])
    assert row.value(TOTAL) == 18
    assert row.get(SlotKind.CONTROL, TOTAL) == 99


def test_setting_what_is_there_already_is_no_edit(row: Report) -> None:
    assert row.set([cell(ROW[0], 3)]).edits == ()
    assert row.set([cell("overview", "", SlotKind.TEXT)]).edits == ()


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (SlotKind.CELL, "applications.granted.nobody"),
        (SlotKind.CELL, TOTAL),
        (SlotKind.DECLARED, ROW[0]),
        (SlotKind.CONTROL, ROW[0]),
    ],
)
def test_a_cell_of_the_wrong_kind_is_refused(report: Report, kind: SlotKind, key: str) -> None:
    with pytest.raises(KeyError):
        report.set([cell(key, 1, kind)])


@pytest.mark.parametrize("name", ["date", "deadline"])
def test_a_day_that_is_none_is_refused(report: Report, name: str) -> None:
    with pytest.raises(ValueError, match="2025-02-30"):
        report.set([(Slot(SlotKind.FIELD, name), "2025-02-30")])
    assert report.field(name) == ""


def test_a_cell_outside_the_form_has_no_value(report: Report) -> None:
    with pytest.raises(KeyError):
        report.value("applications.granted.nobody")


def test_slots_that_were_taken_out_are_left_alone_by_later_edits(row: Report) -> None:
    before = row.slots
    row.set([cell(ROW[0], 9)])
    assert before[Slot(SlotKind.CELL, ROW[0])] == 3


def test_everything_in_a_report_survives_json(row: Report) -> None:
    row.set(
        [
            cell("disclosure.fees.amount", Decimal("1.2500")),
            cell(TOTAL, 20, SlotKind.DECLARED),
            cell("overview", "多\n行", SlotKind.TEXT),
            cell(
                "T3.4:x",
                {"text": "合并", "values": {"a.b.c": Decimal("0.5"), "d": None}},
                SlotKind.EXPLANATION,
            ),
            cell(ROW[0], "doubtful", SlotKind.STATE),
        ]
    )
    again = Report.from_json(row.to_json())
    assert again.slots == row.slots
    assert again.values() == row.values()
    assert again.form is row.form


def test_what_was_written_is_the_same_object_until_it_changes(row: Report) -> None:
    row.set([cell("overview", "一段文字", SlotKind.TEXT)])
    slots, written = row.slots, kinds(row)
    assert row.slots is slots
    row.set([cell(ROW[0], 9)])
    now = kinds(row)
    assert row.slots is not slots
    assert now["text"] is written["text"]
    assert (written["cell"][ROW[0]], now["cell"][ROW[0]]) == (3, 9)


def kinds(report: Report) -> Mapping[str, Mapping[str, object]]:
    slots = report.to_json()["slots"]
    assert isinstance(slots, dict)
    return slots


def test_a_copy_and_its_original_leave_each_other_alone(row: Report) -> None:
    again = row.copy()
    row.set([cell(ROW[0], 9)])
    again.set([cell(ROW[1], 8)])
    assert [again.value(key) for key in (*ROW[:2], TOTAL)] == [3, 8, 23]
    assert [row.value(key) for key in (*ROW[:2], TOTAL)] == [9, 3, 24]
    assert again.form is row.form


def test_what_is_no_report_is_refused() -> None:
    for data in (
        {},
        {"form": "2021"},
        {"form": "2021", "slots": []},
        {"form": "2021", "slots": {"field": {}}},
    ):
        with pytest.raises((KeyError, TypeError)):
            Report.from_json(data)


NUMBERS = st.none() | st.integers(min_value=-5, max_value=10**6)


@given(st.sampled_from(form_ids()), st.data())
def test_every_total_is_the_sum_of_its_parts_whatever_is_entered(form_id: str, data: st.DataObject) -> None:
    form = load_form(form_id)
    report = Report(form, "甲", 2024)
    entered = data.draw(st.dictionaries(st.sampled_from(form.entered), NUMBERS, max_size=60))
    report.set([cell(key, 1) for key in form.entered])
    for key, value in entered.items():
        report.set([cell(key, value)])
    for total, parts in form.sums.items():
        assert report.value(total) == total_of([report.value(part) for part in parts])


def total_of(values: list[Value]) -> Value:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


SETTINGS = st.one_of(
    st.tuples(st.builds(Slot, st.just(SlotKind.CELL), st.sampled_from(FORM.entered)), NUMBERS),
    st.tuples(st.builds(Slot, st.just(SlotKind.DECLARED), st.sampled_from(list(FORM.sums))), NUMBERS),
    st.tuples(
        st.builds(Slot, st.just(SlotKind.TEXT), st.sampled_from(["overview", "problems"])),
        st.text(max_size=5),
    ),
)


@given(st.lists(SETTINGS, max_size=20), st.lists(SETTINGS, max_size=20))
def test_taking_an_edit_back_leaves_the_report_as_it_was(
    before: list[tuple[Slot, SlotValue]], edit: list[tuple[Slot, SlotValue]]
) -> None:
    report = Report(FORM, "甲", 2024)
    report.set(before)
    slots, values = report.slots, report.values()
    change = report.set(edit)
    after = report.slots, report.values()
    report.apply(change.inverse)
    assert (report.slots, report.values()) == (slots, values)
    report.apply(change)
    assert (report.slots, report.values()) == after


@given(st.lists(SETTINGS, max_size=20), st.lists(SETTINGS, max_size=20))
def test_what_is_written_after_edits_is_what_would_be_written_at_once(
    before: list[tuple[Slot, SlotValue]], edit: list[tuple[Slot, SlotValue]]
) -> None:
    report = Report(FORM, "甲", 2024)
    report.set(before)
    first = json.dumps(report.to_json())
    change = report.set(edit)
    assert json.dumps(report.to_json()) == json.dumps(Report.from_json(report.to_json()).to_json())
    report.apply(change.inverse)
    assert json.dumps(report.to_json()) == first


def test_the_sum_a_cell_was_written_as_lapses_with_its_value_and_comes_back_with_undo(report: Report) -> None:
    report.set([cell(ROW[0], 47), cell(ROW[0], "12+30+5", SlotKind.SUM)])
    assert report.get(SlotKind.SUM, ROW[0]) == "12+30+5"
    change = report.set([cell(ROW[0], 48)])
    assert report.get(SlotKind.SUM, ROW[0]) is None
    report.apply(change.inverse)
    assert (report.value(ROW[0]), report.get(SlotKind.SUM, ROW[0])) == (47, "12+30+5")
    assert Report.from_json(report.to_json()).slots == report.slots


def test_a_control_total_may_be_written_as_a_sum(report: Report) -> None:
    report.set([cell(TOTAL, 12, SlotKind.CONTROL), cell(TOTAL, "5+7", SlotKind.SUM)])
    assert report.get(SlotKind.SUM, TOTAL) == "5+7"
    report.set([cell(TOTAL, None, SlotKind.CONTROL)])
    assert report.get(SlotKind.SUM, TOTAL) is None


def test_a_sum_that_does_not_come_to_its_cell_is_not_kept(report: Report) -> None:
    report.set([cell(ROW[0], 5), cell(ROW[0], "2+2", SlotKind.SUM)])
    assert report.get(SlotKind.SUM, ROW[0]) is None
    with pytest.raises(KeyError):
        report.set([cell("applications.granted.nobody", "2+2", SlotKind.SUM)])
