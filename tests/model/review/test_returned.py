"""An edited file's words are found by the report's own sections, without what the form puts between them."""

import pytest

from model.report import Report, Slot, SlotKind
from model.review.draft_notes import Note, NoteKind
from model.review.returned import Returned, by_section, plain, texts_of
from model.sections import PREAMBLE, added, renamed, sections_of
from tests.export.sample import report_of


def with_own_sections(*titles: str) -> Report:
    """A report of 2014 with sections of the office's own behind the first."""
    report = report_of("2014")
    behind = sections_of(report)[0].id
    for title in titles:
        behind, settings = added(report, behind)
        report.set(settings)
        report.set(renamed(behind, title))
    return report


def own_of(report: Report) -> list[str]:
    laid_down = {section.id for section in report.form.sections}
    return [section.id for section in sections_of(report) if section.id not in laid_down]


def test_own_sections_are_known_by_their_titles_whatever_their_order() -> None:
    report, found = with_own_sections("队伍建设", "制度建设"), with_own_sections("制度建设", "队伍建设")
    (staff, rules), (rules_found, staff_found) = own_of(report), own_of(found)
    sources = {"overview": "概述", rules_found: "制度", staff_found: "队伍"}
    assert by_section(report, found, sources) == {"overview": "概述", staff: "队伍", rules: "制度"}


def test_an_own_section_with_another_title_is_known_by_its_place_while_none_is_missing() -> None:
    report, found = with_own_sections("队伍建设", "制度建设"), with_own_sections("队伍", "制度建设")
    staff, rules = own_of(report)
    first, second = own_of(found)
    assert by_section(report, found, {first: "甲", second: "乙"}) == {staff: "甲", rules: "乙"}
    fewer = with_own_sections("队伍")
    assert by_section(report, fewer, {own_of(fewer)[0]: "甲"}) == {}


def test_lines_are_the_clerks_words_alone() -> None:
    report = report_of()
    report.set([(Slot(SlotKind.TEXT, "overview"), "一段。\n又一段。")])
    heading = next(section.heading for section in sections_of(report) if section.id == "overview")
    words = f"{heading}\n一段。\n\n　又一段。 \n{report.office}\n2025年1月20日"
    back = Returned(report, {"overview": words}, report)
    assert back.lines(report, "overview") == ["一段。", "又一段。"]


@pytest.mark.parametrize("signature", ["{office}\n2025年1月20日", "{office}　2025年1月20日", "2025年1月20日"])
def test_the_signature_is_none_of_them_wherever_a_paragraph_was_added(signature: str) -> None:
    report = report_of()
    report.set([(Slot(SlotKind.TEXT, "other_matters"), "一段。\n2024年5月6日")])
    heading = next(section.heading for section in sections_of(report) if section.id == "other_matters")
    signed = signature.format(office=report.office)
    words = f"{heading}\n一段。\n2024年5月6日\n{signed}\n又一段。"
    back = Returned(report, {"other_matters": words}, report)
    assert back.lines(report, "other_matters") == ["一段。", "2024年5月6日", "又一段。"]


@pytest.mark.parametrize(
    ("old", "new", "cell", "who"),
    [
        ("按时答复", "全部办结", "", "李主任 2025-01-10"),
        ("没有改过", "没有改过", "", ""),
        ("", "", "applications.granted.total", "王科长"),
    ],
)
def test_who_changed_a_place(old: str, new: str, cell: str, who: str) -> None:
    report = report_of()
    notes = (
        Note(NoteKind.COMMENT, "张三", "", "按时答复", "按时答复"),
        Note(NoteKind.CHANGE, "李主任", "2025-01-10", "", "均全部办结。", "均按时答复。"),
        Note(
            NoteKind.CHANGE,
            "王科长",
            "",
            "",
            "9",
            "8",
            table=1,
            row=1,
            column=1,
            cell="applications.granted.total",
        ),
    )
    assert Returned(report, {}, report, notes).who(old, new, cell) == who


def test_blanks_and_look_alikes_are_no_difference() -> None:
    assert plain(" 申 请　7 件 ") == plain("申请7件")


def test_the_preamble_counts_as_it_is_printed_while_it_is_drafted() -> None:
    report = report_of()
    report.set([(Slot(SlotKind.TEXT, PREAMBLE), "")])
    assert texts_of(report)[PREAMBLE]
