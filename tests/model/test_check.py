"""The verdict, and the checker that follows edits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.check import Checker, check
from model.explanations import explain
from model.form_file import form_for
from model.journal import Journal
from model.levels import Level
from model.report import Change, Report, Slot, SlotKind, SlotValue
from model.rules.rule import Case
from tests.model.drafts import LAST_OVERVIEW, OVERVIEW, applications, blank, case, field, finished


def test_a_report_without_a_fault_may_be_filed() -> None:
    outcome = check(Case(finished()))
    assert outcome.findings == ()
    assert outcome.verdict == "可以上报"
    assert outcome.ready


@pytest.mark.parametrize(("year", "cells"), [(2023, 166), (2020, 166), (2016, 51)])
def test_a_blank_report_has_no_fault_beyond_its_blank_cells(year: int, cells: int) -> None:
    outcome = check(Case(blank(year)))
    assert {finding.code for finding in outcome.findings} == {"C3"}
    assert outcome.verdict == f"还有 {cells} 格未填"
    assert not outcome.ready


def test_a_blank_part_leaves_a_sum_unknown_not_wrong() -> None:
    report = blank()
    report.set([(Slot(SlotKind.CELL, "applications.received.enterprise"), 5)])
    assert check(Case(report)).verdict == "还有 165 格未填"


def test_errors_come_before_blanks_and_blanks_before_explanations() -> None:
    report = finished(cells=applications(3, 2))
    assert check(Case(report)).verdict == "有 2 处必须改正"
    report = finished(texts={"overview": OVERVIEW + "共收到政府信息公开申请3件。"})
    assert check(Case(report)).verdict == "有 1 处需要说明"
    report.set([(Slot(SlotKind.CELL, "disclosure.licences.decisions"), None)])
    assert check(Case(report)).verdict == "还有 1 格未填"


def test_warnings_and_hints_never_stand_in_the_way() -> None:
    outcome = check(case(texts={"other_matters": "无。"}))
    assert outcome.counts == {Level.WARNING: 1}
    assert outcome.ready


def test_an_empty_fifth_section_is_a_fault_once_all_cells_are_filled() -> None:
    report = finished(texts={"problems": ""})
    assert [finding.code for finding in check(Case(report)).findings] == ["S6"]
    report.set([(Slot(SlotKind.CELL, "disclosure.licences.decisions"), None)])
    assert [finding.code for finding in check(Case(report)).findings] == ["C3"]


def test_findings_are_told_by_page() -> None:
    outcome = check(Case(finished(cells=applications(3, 2))))
    assert {finding.code for finding in outcome.on_page("applications")} == {"T3.3"}
    assert outcome.on_page("disputes") == ()


ENTERED = form_for(2023).entered
STEPS = st.one_of(
    st.tuples(
        st.sampled_from(ENTERED).map(lambda key: Slot(SlotKind.CELL, key)),
        st.one_of(st.none(), st.integers(-2, 400), st.just(Decimal("3.5"))),
    ),
    st.tuples(
        st.sampled_from(sorted(form_for(2023).sums)).map(lambda key: Slot(SlotKind.DECLARED, key)),
        st.one_of(st.none(), st.integers(0, 9)),
    ),
    st.tuples(
        st.sampled_from(["overview", "problems", "other_matters", "preamble"]).map(
            lambda name: Slot(SlotKind.TEXT, name)
        ),
        st.sampled_from(
            ["", "无", OVERVIEW, "共收到政府信息公开申请{收到申请总数}件，办结3件。", "主动公开信息  条。"]
        ),
    ),
    st.tuples(
        st.just(Slot(SlotKind.FIELD, "date")), st.sampled_from(["2023-12-01", "2024-01-09", "2024-07-01"])
    ),
    st.tuples(st.just(Slot(SlotKind.FIELD, "office")), st.sampled_from(["甲县乙局", "丙市人民政府"])),
    st.tuples(st.just(Slot(SlotKind.HEADING, "problems")), st.sampled_from([None, "五、问题"])),
)


@given(steps=st.lists(st.lists(STEPS, min_size=1, max_size=3), max_size=12), taken_back=st.integers(0, 4))
def test_following_edits_finds_what_a_whole_check_finds(
    steps: list[list[tuple[Slot, SlotValue]]], taken_back: int
) -> None:
    report = finished(cells=applications(30, 30) | {"disputes.review.upheld": "4"})
    last = finished(2022, cells=applications(20, 15, 0, 5))
    journal = Journal(report)
    checker = Checker(Case(report, last))

    def follow(change: Change) -> None:
        checker.update(change)

    journal.listen(follow)
    for settings in steps:
        journal.edit(settings, "修改")
        assert checker.outcome == check(Case(report, last))
    for _ in range(taken_back):
        journal.undo()
        assert checker.outcome == check(Case(report, last))


def test_an_edit_of_one_cell_judges_only_what_reads_it() -> None:
    report = finished()
    checker = Checker(Case(report))
    untouched = checker.outcome
    change = report.set([(Slot(SlotKind.CELL, "disputes.review.upheld"), 7)])
    assert checker.update(change) is not untouched
    assert {finding.code for finding in checker.outcome.findings} == {"T4.2"}


@pytest.mark.parametrize("value", [None, 0, 10**12 - 1])
def test_tables_all_blank_all_zero_or_of_twelve_digits_are_judged(value: int | None) -> None:
    report = Report(form_for(2023), "甲县乙局", 2023)
    report.set((Slot(SlotKind.CELL, key), value) for key in ENTERED)
    codes = {finding.code for finding in check(Case(report)).findings}
    expected = {
        None: {"C3"},
        0: {"S17", "S6", "S7"},
        10**12 - 1: {"C4", "T3.3", "T2.3", "T2.5", "T3.5", "T3.7", "S17", "S6", "S7"},
    }
    assert codes == expected[value]


def test_an_explained_finding_no_longer_stands_in_the_way() -> None:
    report = finished(cells=applications(5, 8, 3))
    checked = Case(report, finished(2022, cells=applications(5, 3, 0, 2), texts={"overview": LAST_OVERVIEW}))
    (finding,) = check(checked).findings
    assert finding.code == "T3.4"
    report.set(explain(report, finding, "上年有一件申请改由本局办理。"))
    outcome = check(checked)
    assert outcome.verdict == "可以上报"
    assert [finding.explanation for finding in outcome.explained] == ["上年有一件申请改由本局办理。"]


def test_the_deadline_of_the_office_is_the_one_that_counts() -> None:
    report = field(finished(), "date", "2024-03-20")
    assert [finding.code for finding in check(Case(report)).findings] == ["S9"]
    assert not check(Case(field(report, "level", "government"))).findings


def test_findings_in_words_follow_the_form_whatever_was_written_first() -> None:
    report = finished()
    for section in ("other_matters", "problems", "overview", "preamble"):
        report.set([(Slot(SlotKind.TEXT, section), None)])
        report.set([(Slot(SlotKind.TEXT, section), "共公开XX条。")])
    pages = [finding.page for finding in check(Case(report)).findings if finding.code == "N10"]
    assert pages == ["preamble", "overview", "problems", "other_matters"]


def test_what_is_found_again_is_the_finding_that_was_there() -> None:
    report = finished(texts={"overview": OVERVIEW + "公开信息XX条。"})
    checker = Checker(Case(report))
    before = checker.outcome.texts["overview"]
    assert before
    slot = Slot(SlotKind.TEXT, "overview")
    after = checker.update(report.set([(slot, report.text("overview") + "另")])).texts["overview"]
    assert [*map(id, after)] == [*map(id, before)]
    moved = checker.update(report.set([(slot, "另，" + report.text("overview"))])).texts["overview"]
    assert [f.spot.start for f in moved if f.spot] == [f.spot.start + 2 for f in before if f.spot]
