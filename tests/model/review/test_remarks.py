"""意见 are kept with their places, turned by one stroke, and belong to one year's draft alone."""

import pytest

from model.next_year import start_year
from model.report import Report, Slot, SlotKind
from model.review.remarks import (
    Place,
    added,
    joined,
    of_page,
    open_remarks,
    place_words,
    remarks_of,
    removed,
    turned,
)
from tests.export.sample import report_of

CELL = "applications.granted.natural_person"


@pytest.fixture
def report() -> Report:
    made = report_of()
    text = "（一）工作情况。\n全年收到申请{收到申请总数}件，均按时答复。\n完善制度，做好培训。"
    made.set([(Slot(SlotKind.TEXT, "overview"), text)])
    made.set(added(made, Place("applications", CELL), "请与台账核对", who="王科长", when="2025-01-09"))
    made.set(added(made, Place("overview", quote="完善制度，做好培训。"), "写具体些", who="", when=""))
    return made


def test_a_remark_is_kept_with_who_made_it_and_when(report: Report) -> None:
    cell, words = remarks_of(report)
    assert (cell.who, cell.when, cell.text, cell.state) == ("王科长", "2025-01-09", "请与台账核对", "待改")
    assert cell.signed == "王科长 2025-01-09"
    assert words.signed == "未署名"
    assert cell.signed_on_paper == ("王科长", "2025年1月9日")
    assert words.signed_on_paper == ("未署名",)
    assert place_words(report, cell.place).endswith("：自然人·予以公开")
    assert place_words(report, words.place) == "一、总体情况：“完善制度，做好培训。”"


def test_blank_words_are_no_remark(report: Report) -> None:
    assert added(report, Place("overview"), " \n", who="王科长", when="") == ()


def test_a_remark_is_turned_and_taken_away(report: Report) -> None:
    cell, words = remarks_of(report)
    report.set(turned(cell))
    assert open_remarks(report) == (words,)
    report.set(turned(remarks_of(report)[0]))
    assert open_remarks(report) == (cell, words)
    report.set(removed(cell))
    assert remarks_of(report) == (words,)
    report.set(added(report, Place("cover"), "补传真", who="", when=""))
    assert [remark.key for remark in remarks_of(report)] == ["2", "3"]


def test_the_numbers_of_remarks_are_counted_and_not_spelled(report: Report) -> None:
    for number in range(9):
        report.set(added(report, Place(""), f"第{number}条", who="", when=""))
    assert [remark.key for remark in remarks_of(report)] == [str(n) for n in range(1, 12)]


def test_remarks_of_a_page_are_those_about_anything_on_it(report: Report) -> None:
    assert [remark.key for remark in of_page(remarks_of(report), "applications")] == ["1"]


def test_a_page_that_is_gone_is_told_as_the_whole_report(report: Report) -> None:
    assert place_words(report, Place("gone")) == "整份报告"


def test_somebody_elses_remarks_come_behind_the_own_ones_once(report: Report) -> None:
    other = report.copy()
    other.set(added(other, Place("cover"), "电话不对", who="李", when=""))
    report.set(joined(report, remarks_of(other)))
    report.set(joined(report, remarks_of(other)))
    assert [(remark.key, remark.text) for remark in remarks_of(report)][2:] == [("3", "电话不对")]


def test_next_year_begins_without_them(report: Report) -> None:
    assert remarks_of(start_year(report, {}, report.year + 1)) == ()


def test_a_report_comes_back_from_its_file_with_them(report: Report) -> None:
    assert remarks_of(Report.from_json(report.to_json())) == remarks_of(report)
