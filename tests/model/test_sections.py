"""Sections of the office's own keep their order, their words and their numerals."""

import pytest

from model.findings import Finding, Spot
from model.form_file import load_form
from model.levels import Level
from model.report import Report, Slot, SlotKind
from model.sections import NEW_TITLE, added, moved, placed, removed, renamed, sections_of


@pytest.fixture
def report() -> Report:
    return Report(load_form("2014"), "示例局", 2016)


def headings(report: Report) -> list[str]:
    return [section.heading for section in sections_of(report)]


def test_a_new_section_stands_behind_the_one_chosen_and_the_rest_count_on(report: Report) -> None:
    before = headings(report)
    name, settings = added(report, "summary")
    report.set(settings)
    assert [section.id for section in sections_of(report)][:2] == ["summary", name]
    assert headings(report)[1] == f"二、{NEW_TITLE}"
    assert headings(report)[2] == f"三、{before[1].partition('、')[2]}"
    assert added(report, "summary")[0] != name


@pytest.mark.parametrize(
    ("section", "message", "told"),
    [
        ("summary", "“公开  条”：数字漏填", "{heading}：“公开  条”：数字漏填"),
        ("summary", "一、“公开3条”与表格不一致", "一、“公开3条”与表格不一致"),
        ("preamble", "“X月X日”：日期漏填", "封面与引言：“X月X日”：日期漏填"),
        ("", "表格不平", "表格不平"),
    ],
)
def test_what_is_found_in_words_is_told_with_their_section(
    report: Report, section: str, message: str, told: str
) -> None:
    spot = Spot(section, 0, 1) if section else None
    finding = Finding("N10", Level.ERROR, message, page=section, spot=spot)
    assert placed(report, finding) == told.format(heading=headings(report)[0])


def test_a_section_is_renamed_as_typed_but_never_to_nothing(report: Report) -> None:
    report.set(renamed("fees", " 五、收费  及减免 "))
    assert "五、收费 及减免" in headings(report)
    assert renamed("fees", "  ") == ()


def test_a_section_moves_with_its_words_and_the_numerals_follow_the_order(report: Report) -> None:
    report.set([(Slot(SlotKind.TEXT, "disclosure"), "主动公开 12 条。")])
    report.set(moved(report, "disclosure", -1))
    assert [section.id for section in sections_of(report)][:2] == ["disclosure", "summary"]
    assert [heading[:2] for heading in headings(report)] == [f"{n}、" for n in "一二三四五六七八"]
    assert report.text("disclosure") == "主动公开 12 条。"
    assert moved(report, "disclosure", -1) == ()


def test_a_heading_without_a_numeral_is_left_as_it_is(report: Report) -> None:
    report.set(renamed("disclosure", "主动公开"))
    report.set(moved(report, "disclosure", 1))
    assert "主动公开" in headings(report)


def test_a_removed_section_takes_its_words_along_and_undo_brings_both_back(report: Report) -> None:
    report.set([(Slot(SlotKind.TEXT, "fees"), "没有收费。")])
    before = headings(report)
    change = report.set(removed(report, "fees"))
    assert "fees" not in {section.id for section in sections_of(report)}
    assert report.text("fees") == ""
    report.apply(change.inverse)
    assert headings(report) == before
    assert report.text("fees") == "没有收费。"


def test_the_last_section_stays(report: Report) -> None:
    for section in sections_of(report)[1:]:
        report.set(removed(report, section.id))
    [last] = sections_of(report)
    assert removed(report, last.id) == ()
