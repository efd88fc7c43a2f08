"""The sign-off sheet tells what is signed: office, year, figures, explained findings, and the check code."""

import pytest

from export import word
from export.pdf import render
from export.sign_off import sign_off
from model.check import Outcome, check
from model.check_code import check_code, grouped
from model.document import Document, Paragraph
from model.findings import Finding, Level
from model.number_fields import field_value
from model.report import Report
from model.rules.rule import Case
from model.values import to_text
from tests.export import reports
from tests.export.paper import Paper, read

EXPLAINED = Finding(
    "X2", Level.EXPLAIN, "上年结转 12 件，上年报告结转下年度 13 件", explanation="一件申请并案办理。"
)


def outcome(report: Report, *more: Finding) -> Outcome:
    """What the check finds, what is to be explained left out, and more."""
    found = check(Case(report)).findings
    return Outcome((*(finding for finding in found if finding.level is not Level.EXPLAIN), *more))


def sheet(report: Report, *more: Finding) -> Document:
    return sign_off(report, outcome(report, *more))


def printed(document: Document) -> Paper:
    return read(render(document))


@pytest.mark.parametrize("year", [2014, 2019, 2024])
def test_the_sheet_is_one_page_with_places_to_sign(year: int) -> None:
    paper = printed(sheet(reports.report(year)))
    assert len(paper.pages) == 1
    for word_on_it in ("审签单", reports.OFFICE, f"{year}年度", "拟稿", "核稿", "负责人", "日期", "单位盖章"):
        assert word_on_it in paper.text


def test_it_shows_the_verdict_and_the_key_figures() -> None:
    report = reports.report()
    text = printed(sheet(report)).text
    assert outcome(report).verdict.replace(" ", "") in text.replace(" ", "")
    for name in ("收到申请总数", "结转下年度申请数", "行政复议总数"):
        assert name in text
        assert to_text(field_value(report, name)) in text


def test_a_blank_figure_is_told_as_such() -> None:
    assert "未填" in printed(sheet(reports.report(filled=False))).text


def test_it_carries_the_check_code_of_the_report() -> None:
    report = reports.report()
    assert grouped(check_code(report)) in printed(sheet(report)).text.replace("\n", "")


def test_explained_findings_are_listed_with_their_explanations() -> None:
    document = sheet(reports.report(), EXPLAINED)
    words = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert words[-2:] == [f"1. {EXPLAINED.message}", "说明：一件申请并案办理。"]
    assert "1 项（见附件）" in printed(document).text.replace("1项", "1 项")
    assert "附：" not in printed(sheet(reports.report())).text


def test_what_still_has_to_be_explained_is_named() -> None:
    open_ = Finding("X4", Level.EXPLAIN, "现行有效 7 件，按上年数推算为 8 件")
    document = sheet(reports.report(), EXPLAINED, open_)
    words = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert words[-2:] == ["附：尚需说明的事项", f"1. {open_.message}"]


def test_many_long_explanations_go_on_on_further_pages() -> None:
    long = Finding("X3", Level.EXPLAIN, "比上年增加五成以上", explanation="因机构改革，职能划入。" * 60)
    paper = printed(sheet(reports.report(), *[long] * 12))
    assert len(paper.pages) > 3
    assert paper.text.count("因机构改革") > 600


def test_the_same_sheet_is_made_for_word(tmp_path: object) -> None:
    assert word.render(sheet(reports.report())).startswith(b"PK")
