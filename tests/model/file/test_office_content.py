"""What an office file holds survives the way to bytes and back, and two contents are compared slot by slot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import YearTaken
from model.file.office_content import Content, compare
from model.file.origin import Origin
from model.file.storage import OfficeStorage
from model.report import Report, Slot, SlotKind, SlotValue
from tests.offices import OFFICE, RECEIVED, put, report_on


def encoded(content: Content) -> bytes:
    storage = OfficeStorage()
    content.stage(storage)
    return storage.encode()


def again(content: Content) -> Content:
    return Content.decode(encoded(content), "年报.xxgk")


@pytest.fixture
def content() -> Content:
    made = Content({"office": OFFICE, "phone": "0500-1"}, {}, Origin().saved(7, "ab", "session", 3))
    made.add(report_on(2024, 5))
    made.add(report_on(2019, 2))
    return made


def test_profile_reports_and_origin_are_read_back(content: Content) -> None:
    read = again(content)
    assert read.profile == content.profile
    assert read.origin == content.origin
    assert read.slots == content.slots
    assert list(read.reports) == [2019, 2024]
    assert read.reports[2019].form.id == "2019"


def test_the_same_content_is_the_same_bytes(content: Content) -> None:
    assert encoded(again(content)) == encoded(content)


def test_only_the_years_named_are_staged_anew(content: Content) -> None:
    storage = OfficeStorage()
    content.stage(storage)
    put(content.reports[2019], SlotKind.CELL, RECEIVED, 100)
    put(content.reports[2024], SlotKind.CELL, RECEIVED, 200)
    content.stage(storage, {2024})
    read = Content.unstage(storage)
    assert [read.reports[year].value(RECEIVED) for year in (2019, 2024)] == [2, 200]


def test_a_year_is_there_once(content: Content) -> None:
    with pytest.raises(YearTaken):
        content.add(report_on(2024))


def test_slots_taken_out_do_not_follow_later_edits(content: Content) -> None:
    before = content.slots
    put(content.reports[2024], SlotKind.CELL, RECEIVED, 6)
    (difference,) = compare(before, content.slots)
    assert (difference.year, difference.slot.key, difference.old, difference.new) == (2024, RECEIVED, 5, 6)


def test_a_year_gone_and_a_year_come_are_told_slot_by_slot(content: Content) -> None:
    before = content.slots
    del content.reports[2019]
    content.add(report_on(2025))
    found = list(compare(before, content.slots))
    assert {difference.year for difference in found} == {2019, 2025}
    assert all(difference.new is None for difference in found if difference.year == 2019)
    assert all(difference.old is None for difference in found if difference.year == 2025)


def test_a_copy_has_each_report_under_the_year_it_is_on_by_now(content: Content) -> None:
    put(content.reports[2019], SlotKind.FIELD, "year", 2026)
    copied = content.copy()
    assert [(year, report.year) for year, report in copied.reports.items()] == [(2024, 2024), (2026, 2026)]
    put(copied.reports[2026], SlotKind.CELL, RECEIVED, 9)
    assert content.reports[2019].value(RECEIVED) == 2


def test_a_new_content_made_of_another_has_an_identity_of_its_own(content: Content) -> None:
    made = content.as_new()
    assert made.slots == content.slots
    assert made.origin.identity != content.origin.identity


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.builds(Slot, st.just(SlotKind.TEXT), st.sampled_from(["overview", "preamble"])), TEXTS),
        st.tuples(st.builds(Slot, st.just(SlotKind.FIELD), st.sampled_from(["title", "address"])), TEXTS),
        st.tuples(
            st.builds(Slot, st.just(SlotKind.CELL), st.just(RECEIVED)),
            st.none() | st.integers(-(10**15), 10**15),
        ),
        st.tuples(
            st.builds(Slot, st.just(SlotKind.CELL), st.just("disclosure.fees.amount")),
            st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=6),
        ),
    ),
    max_size=12,
)


@given(EDITS)
def test_whatever_is_entered_is_read_back_slot_by_slot(edits: list[tuple[Slot, SlotValue]]) -> None:
    report: Report = report_on(2024)
    report.set(edits)
    content = Content({"office": OFFICE}, {2024: report})
    assert again(content).slots == content.slots
