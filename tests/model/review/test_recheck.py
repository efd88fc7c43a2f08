"""The second look: what is compared, what holds, what lapses, and how it is told."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from model.file.file_shape import fault_in
from model.form_file import form_for
from model.journal import Journal
from model.next_year import start_year
from model.report import Report, Slot, SlotKind
from model.review import recheck
from model.review.recheck import Standing, standing_of, tally_of
from model.values import Value

CASES = "applications.granted.natural_person"
QUERIES = "applications.partial.natural_person"
FEES = "disclosure.fees.amount"
DAY = "2026-01-12"


def report(year: int = 2025, **fields: str) -> Report:
    made = Report(form_for(year), "云溪县林业局", year)
    made.set((Slot(SlotKind.CELL, key), 3) for key in made.form.entered)
    made.set((Slot(SlotKind.FIELD, name), value) for name, value in fields.items())
    return made


def type_in(made: Report, values: Mapping[str, Value], by: str = "王芳", day: str = DAY) -> None:
    made.set(recheck.typed(made, values, by, day))


def put(made: Report, key: str, value: Value) -> None:
    made.set([(Slot(SlotKind.CELL, key), value)])


def test_numbers_exchanged_between_two_rows_pass_the_sum_and_are_found() -> None:
    made = report()
    total = made.value("applications.handled_total.natural_person")
    put(made, CASES, 9)
    put(made, QUERIES, 105)
    before = made.value("applications.handled_total.natural_person")
    type_in(made, {CASES: 105, QUERIES: 9})
    assert tally_of(made).keys(Standing.DIFFERING) == [CASES, QUERIES]
    for key in (CASES, QUERIES):
        made.set(recheck.corrected(made, key))
    assert made.value("applications.handled_total.natural_person") == before != total
    assert tally_of(made).keys(Standing.AGREED) == [CASES, QUERIES]


def test_a_cell_that_is_changed_afterwards_loses_its_tick_and_has_it_back_with_its_number() -> None:
    made = report()
    type_in(made, {CASES: 3})
    put(made, CASES, 4)
    assert standing_of(made, CASES) is Standing.CHANGED
    put(made, CASES, 3)
    assert standing_of(made, CASES) is Standing.AGREED


def test_a_difference_is_no_longer_one_when_the_number_it_was_compared_with_has_gone() -> None:
    made = report()
    type_in(made, {CASES: 7})
    assert standing_of(made, CASES) is Standing.DIFFERING
    put(made, CASES, 5)
    assert standing_of(made, CASES) is Standing.CHANGED
    put(made, CASES, 7)
    assert standing_of(made, CASES) is Standing.AGREED


@pytest.mark.parametrize(("stands", "typed"), [(None, 0), (0, None)])
def test_blank_and_zero_are_not_the_same(stands: Value, typed: Value) -> None:
    made = report()
    put(made, CASES, stands)
    type_in(made, {CASES: typed})
    assert standing_of(made, CASES) is Standing.DIFFERING
    made.set(recheck.corrected(made, CASES))
    assert made.value(CASES) == typed
    assert standing_of(made, CASES) is Standing.AGREED


def test_a_blank_that_the_paper_has_blank_agrees() -> None:
    made = report()
    put(made, CASES, None)
    assert standing_of(made, CASES) is Standing.LEFT
    type_in(made, {CASES: None})
    assert standing_of(made, CASES) is Standing.AGREED


def test_amounts_are_compared_as_numbers() -> None:
    made = report(2019)
    amounts = [key for key in made.form.entered if not made.form.cells[key].kind.spec.whole]
    put(made, amounts[0], Decimal("1.50"))
    type_in(made, {amounts[0]: Decimal("1.5")})
    assert standing_of(made, amounts[0]) is Standing.AGREED


def test_the_number_that_stands_can_be_upheld() -> None:
    made = report()
    type_in(made, {CASES: 7})
    made.set(recheck.upheld(made, CASES, "李明", "2026-01-13"))
    assert made.value(CASES) == 3
    assert standing_of(made, CASES) is Standing.AGREED
    assert tally_of(made).people == "李明，2026年1月13日"


def test_only_what_differs_can_be_settled() -> None:
    made = report()
    type_in(made, {CASES: 3})
    for key in (CASES, QUERIES):
        assert list(recheck.corrected(made, key)) == []
        assert list(recheck.upheld(made, key, "王芳", DAY)) == []


def test_what_was_typed_can_be_withdrawn_and_each_step_undone() -> None:
    made = report()
    journal = Journal(made)
    journal.edit(recheck.typed(made, {CASES: 7}, "王芳", DAY), "复核录入")
    journal.edit(recheck.corrected(made, CASES), "改为复核数")
    assert made.value(CASES) == 7
    journal.undo()
    assert made.value(CASES) == 3
    assert standing_of(made, CASES) is Standing.DIFFERING
    made.set(recheck.withdrawn([CASES]))
    assert standing_of(made, CASES) is Standing.LEFT


def test_settling_a_difference_settles_how_the_number_was_imported() -> None:
    made = report()
    made.set([(Slot(SlotKind.STATE, CASES), "doubtful")])
    type_in(made, {CASES: 7})
    made.set(recheck.corrected(made, CASES))
    assert made.get(SlotKind.STATE, CASES) is None


@pytest.mark.parametrize("year", [2014, 2019, 2025])
def test_a_report_is_done_when_every_entered_cell_is_and_totals_come_with_their_parts(year: int) -> None:
    made = report(year)
    keys = list(made.form.entered)
    assert recheck.summary_of(made) == ""
    type_in(made, dict.fromkeys(keys[:-1], 3))
    whole = tally_of(made)
    assert not whole.done
    assert whole.keys(Standing.LEFT) == keys[-1:]
    assert f"部分复核 {len(keys) - 1}/{len(keys)}" in whole.words
    type_in(made, {keys[-1]: 3}, day="2026-01-13")
    assert recheck.summary_of(made) == "已复核（王芳，2026年1月13日）"


def test_tables_are_told_one_by_one_until_all_are_done() -> None:
    made = report()
    disclosure = made.form.table("disclosure")
    keys = list(tally_of(made, disclosure).standings)
    type_in(made, dict.fromkeys(keys, 3))
    first, second, third = recheck.summary_of(made).split("；")
    assert first == "二、主动公开：已复核（王芳，2026年1月12日）"
    assert second == "三、依申请公开：未复核"
    assert third == "四、复议诉讼：未复核"


def test_several_people_are_named_once_each_with_the_last_day() -> None:
    made = report()
    type_in(made, {CASES: 3}, by="王芳", day="2026-01-14")
    type_in(made, {QUERIES: 3}, by="李明", day="2026-01-12")
    assert tally_of(made).people == "王芳、李明，2026年1月14日"


@pytest.mark.parametrize(
    ("drafter", "checker", "same"),
    [("王芳", "王 芳", True), ("王芳", "李明", False), ("", "", False), ("", "李明", False)],
)
def test_one_who_looks_at_what_he_drafted_is_known(drafter: str, checker: str, same: bool) -> None:
    assert recheck.same_person(report(drafter=drafter, checker=checker)) is same


def test_the_next_year_begins_without_ticks_and_with_the_names() -> None:
    made = report(drafter="李明", checker="王芳")
    type_in(made, dict.fromkeys(made.form.entered, 3))
    following = start_year(made, {}, 2026)
    assert following.of_kind(SlotKind.RECHECK) == {}
    assert (following.field("drafter"), following.field("checker")) == ("李明", "王芳")


def test_it_is_kept_in_the_file_and_comes_back_the_same() -> None:
    made = report(2019)
    amounts = [key for key in made.form.entered if not made.form.cells[key].kind.spec.whole]
    type_in(made, {CASES: 7, QUERIES: None, amounts[0]: Decimal("1.5")})
    data = made.to_json()
    assert fault_in({"1": {}}, {"2019": data}) == ""
    assert Report.from_json(data).slots == made.slots


@pytest.mark.parametrize(
    "kept",
    [
        "9",
        {"value": 9},
        {"value": "9", "seen": 9, "by": "", "day": DAY},
        {"value": 9, "seen": True, "by": "", "day": DAY},
        {"value": 9, "seen": 9, "by": 1, "day": DAY},
        {"value": 9, "seen": 9, "by": "", "day": "2026-02-30"},
        {"value": 9, "seen": 9, "by": "", "day": DAY, "more": 1},
    ],
)
def test_a_file_with_anything_else_in_its_place_is_not_sound(kept: object) -> None:
    data = report().to_json()
    slots = data["slots"]
    assert isinstance(slots, dict)
    slots["recheck"] = {CASES: kept}
    told = "2025 年度报告的复核记录“三、收到和处理政府信息公开申请情况：自然人·予以公开”"
    assert fault_in({"1": {}}, {"2025": data}) == told


def test_a_total_is_never_typed() -> None:
    made = report()
    with pytest.raises(KeyError):
        type_in(made, {"applications.granted.total": 3})
