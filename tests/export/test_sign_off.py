"""The sign-off sheet tells what is signed: office, year, figures, explained findings, and the check code."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from export import word
from export.pdf import render
from export.qr import picture
from export.sign_off import USUAL_SIGNERS, sign_off, signers_of
from model.check import check
from model.check_code import check_code, grouped
from model.document import Document, Paragraph
from model.findings import Finding
from model.levels import Level
from model.number_fields import field_value
from model.outcome import Outcome
from model.report import Report, Slot, SlotKind
from model.review import recheck
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
def test_the_sheet_is_on_the_first_page_with_places_to_sign(year: int) -> None:
    first = "".join(printed(sheet(reports.report(year))).pages[0].text.split())
    for word_on_it in (
        "审签单",
        reports.OFFICE,
        f"{year}年度",
        *USUAL_SIGNERS,
        "意见",
        "签名",
        "日期",
        "单位盖章",
    ):
        assert word_on_it in first


def test_each_office_has_its_own_signers() -> None:
    report = reports.report()
    report.set([(Slot(SlotKind.FIELD, "signers"), "承办科室、法制审核，局长办公会")])
    assert signers_of(report) == ("承办科室", "法制审核", "局长办公会")
    text = "".join(printed(sheet(report)).text.split())
    assert "法制审核" in text
    assert "保密审查" not in text


def test_how_it_is_published_and_whom_to_call_stand_on_it() -> None:
    report = reports.report()
    report.set([(Slot(SlotKind.FIELD, "release"), "门户网站专栏")])
    text = "".join(printed(sheet(report)).text.split())
    assert "拟公开方式门户网站专栏" in text
    assert "0517-83600000" in text


def test_a_report_that_nobody_looked_at_a_second_time_says_nothing_of_it() -> None:
    assert "复核录入" not in "".join(printed(sheet(reports.report())).text.split())


def test_who_looked_a_second_time_and_when_stands_on_both_sheets(tmp_path: Path) -> None:
    report = reports.report()
    entered = {key: report.value(key) for key in report.form.entered}
    disclosure = {key: value for key, value in entered.items() if key.startswith("disclosure.")}
    report.set(recheck.typed(report, disclosure, "王芳", "2026-01-12"))
    text = "".join(printed(sheet(report)).text.split())
    assert "复核录入二、主动公开：已复核（王芳，2026年1月12日）；三、依申请公开：未复核" in text
    report.set(recheck.typed(report, entered, "王芳", "2026-01-13"))
    (tmp_path / "sheet.docx").write_bytes(word.render(sheet(report)))
    in_word = "".join(
        node.text or "" for node in docx.Document(str(tmp_path / "sheet.docx")).element.iter(qn("w:t"))
    )
    for words in ("".join(printed(sheet(report)).text.split()), in_word):
        assert "复核录入已复核（王芳，2026年1月13日）" in words


def test_what_is_wrong_is_listed_by_name() -> None:
    report = reports.report(2024)
    wrong = [f for f in outcome(report).findings if f.level is Level.ERROR and f.code != "C3"]
    words = [block.text for block in sheet(report).blocks if isinstance(block, Paragraph)]
    assert len(wrong) > 2
    start = words.index("附：必须改正的事项") + 1
    listed = [f"{number}. {finding.message}" for number, finding in enumerate(wrong, 1)]
    assert words[start : start + len(wrong)] == listed


def test_a_cell_to_write_in_is_as_large_as_the_others_in_word(tmp_path: Path) -> None:
    (tmp_path / "审签单.docx").write_bytes(word.render(sheet(reports.report())))
    (table,) = docx.Document(str(tmp_path / "审签单.docx")).tables
    sizes = {size.get(qn("w:val")) for cell in table._tbl.iter(qn("w:tc")) for size in cell.iter(qn("w:sz"))}
    assert len(sizes) == 1
    empty = [p for p in table._tbl.iter(qn("w:p")) if not str(p.xpath("string()"))]
    assert all(p.find(f".//{qn('w:sz')}") is not None for p in empty)


def test_in_word_the_check_code_and_its_qr_code_are_at_the_foot_of_each_page() -> None:
    file = docx.Document(BytesIO(word.render(sheet(reports.report()), code="DD62BABF795C")))
    for footer in (file.sections[0].footer, file.sections[0].even_page_footer):
        assert "校验码：DD62 BABF 795C" in footer.paragraphs[0].text
        (part,) = footer.part.related_parts.values()
        assert part.blob == picture("DD62BABF795C")
    assert (
        not docx.Document(BytesIO(word.render(sheet(reports.report())))).sections[0].footer.part.related_parts
    )


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
    start = words.index("附：已作说明的事项")
    assert words[start + 1 : start + 3] == [f"1. {EXPLAINED.message}", "说明：一件申请并案办理。"]
    assert "1 项（见附件）" in printed(document).text.replace("1项", "1 项")
    assert "附：已作说明" not in printed(sheet(reports.report())).text


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


def test_the_sheet_tells_how_far_the_report_is_and_who_signed_it() -> None:
    report = reports.report(2024)
    assert "报告状态起草" in "".join(printed(sheet(report)).pages[0].text.split())
    deeds = {"signed.day": "2025-01-20", "signed.by": "张三"}
    report.set((Slot(SlotKind.DEED, name), said) for name, said in deeds.items())
    report.set([(Slot(SlotKind.STAGE, "now"), "signed")])
    said = "".join(printed(sheet(report)).pages[0].text.split())
    assert "报告状态已签签发2025年1月20日张三" in said
    written = docx.Document(BytesIO(word.render(sheet(report))))
    assert "已签" in {cell.text for table in written.tables for row in table.rows for cell in row.cells}


@pytest.mark.parametrize("signers", ["", "拟稿、核稿、保密审查、法制审核、分管领导、主要领导"])
def test_everything_that_is_signed_stands_on_one_page(signers: str) -> None:
    """The table is set smaller rather than torn."""
    report = reports.report(2024)
    report.set([(Slot(SlotKind.FIELD, "signers"), signers)])
    found = [Finding("E1", Level.ERROR, f"第{number}处不一致") for number in range(30)]
    pages = printed(sheet(report, *found)).pages
    assert len(pages) > 2
    assert "单位盖章" in pages[0].text
    assert "单位盖章" not in pages[1].text


def test_what_is_parted_by_dots_on_a_screen_is_not_parted_by_blanks_on_paper() -> None:
    found = Finding("S1", Level.ERROR, "读作：本机关 · 收到 · 本年")
    texts = [block.text for block in sheet(reports.report(), found).paragraphs]
    assert any(text.endswith("读作：本机关·收到·本年") for text in texts)
