"""Words are found in texts, numbers and names in tables, each at the place that it leads to."""

import pytest

from model.form_file import form_for, load_form
from model.report import Report, Slot, SlotKind
from model.sections import added
from ui.report.matches import CellMatch, Match, matches_of


@pytest.fixture
def report() -> Report:
    made = Report(load_form("2021"), "云溪县林业局", 2024)
    made.set([(Slot(SlotKind.TEXT, "preamble"), "引言")])
    return made


def cells(report: Report, words: str) -> list[str]:
    return [match.key for match in matches_of(report, words) if isinstance(match, CellMatch)]


@pytest.mark.parametrize("words", ["", " ", "没有的话"])
def test_what_is_nowhere_has_no_place(report: Report, words: str) -> None:
    assert matches_of(report, words) == ()


def test_a_total_is_found_as_well_as_what_was_entered(report: Report) -> None:
    row = report.form.sums["applications.granted.total"]
    report.set((Slot(SlotKind.CELL, key), 519 + number) for number, key in enumerate(row))
    assert cells(report, "519") == [row[0]]
    assert cells(report, "3,129") == ["applications.granted.total"]


def test_part_of_a_number_is_enough_in_whatever_width_it_is_typed(report: Report) -> None:
    report.set([(Slot(SlotKind.CELL, "disputes.review.upheld"), 73195)])
    assert cells(report, "７３１") == ["disputes.review.upheld"]


def test_the_name_of_a_row_leads_to_its_first_number_and_a_head_to_the_first_under_it(report: Report) -> None:
    assert cells(report, "结转下年度") == ["applications.carried_out.natural_person"]
    assert cells(report, "科研机构") == ["applications.received.research"]


def test_a_number_in_a_name_is_no_number_of_the_table(report: Report) -> None:
    assert cells(report, "1") == []


def test_the_text_of_a_section_comes_before_its_table_and_both_in_the_reports_order(report: Report) -> None:
    report.set(
        [
            (Slot(SlotKind.TEXT, "applications"), "自然人的申请"),
            (Slot(SlotKind.TEXT, "problems"), "自然人"),
        ]
    )
    found = matches_of(report, "自然人")
    assert [match.section if isinstance(match, Match) else match.key for match in found] == [
        "applications", "applications.received.natural_person", "problems",
    ]  # fmt: skip


def test_sections_of_the_offices_own_are_searched() -> None:
    report = Report(form_for(2016), "云溪县林业局", 2016)
    section, settings = added(report, "summary")
    report.set([*settings, (Slot(SlotKind.TEXT, section), "政务公开专栏")])
    assert section in {match.section for match in matches_of(report, "专栏") if isinstance(match, Match)}


RECEIVED = "{收到申请总数}"
KEPT = f"𠮷收到申请{RECEIVED}件，{RECEIVED}{{办结申请总数}}"
"""Shown as 𠮷收到申请57件，5756."""


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("57", [(RECEIVED, True), (RECEIVED, True)]),
        ("申请57件", [(f"申请{RECEIVED}件", True)]),
        ("请5", [(f"请{RECEIVED}", True)]),
        ("7件", [(f"{RECEIVED}件", True)]),
        ("7件，5", [(f"{RECEIVED}件，{RECEIVED}", True)]),
        ("75", [(f"{RECEIVED}{{办结申请总数}}", True)]),
        ("件", [("件", False)]),
        ("𠮷收到", [("𠮷收到", False)]),
        ("收到申请总数", []),
        ("总数", []),
    ],
)
def test_a_text_is_searched_as_it_is_shown(report: Report, words: str, kept: list[tuple[str, bool]]) -> None:
    cells = [key for key in report.form.entered if key.startswith("applications.")]
    report.set((Slot(SlotKind.CELL, key), 0) for key in cells)
    text = [(Slot(SlotKind.TEXT, "problems"), KEPT)]
    granted = Slot(SlotKind.CELL, "applications.granted.natural_person")
    report.set([*text, (Slot(SlotKind.CELL, "applications.received.natural_person"), 57), (granted, 56)])
    found = [match for match in matches_of(report, words) if isinstance(match, Match)]
    assert [(KEPT[each.start : each.end], each.follows_table) for each in found] == kept
