"""Findings and remarks hang at their cell, their words or their page, and are dated by the report."""

from io import BytesIO

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from export.word import render
from model.compose import compose
from model.document import Document
from model.findings import Finding
from model.levels import Level
from model.outcome import BLANK
from model.review.draft_notes import OWN_AUTHOR
from model.review.remarks import Place, Remark
from tests.export.sample import report_of

CELL = "applications.granted.natural_person"


def document() -> Document:
    return compose(report_of())


def written(*findings: Finding, remarks: tuple[Remark, ...] = ()) -> WordFile:
    return docx.Document(BytesIO(render(document(), findings=findings, remarks=remarks)))


def finding(cells: tuple[str, ...] = (), page: str = "", quote: str = "", explanation: str = "") -> Finding:
    return Finding("X2", Level.EXPLAIN, "与上年不符", cells, page=page, quote=quote, explanation=explanation)


def hung_on(file: WordFile) -> str:
    """The words between the marks of the only comment."""
    (start,) = file.element.iter(qn("w:commentRangeStart"))
    (end,) = file.element.iter(qn("w:commentRangeEnd"))
    told, inside = "", False
    for piece in file.element.iter():
        inside = (inside or piece is start) and piece is not end
        if inside and piece.tag == qn("w:t"):
            told += piece.text or ""
    return told


def test_a_finding_about_a_number_hangs_at_the_number() -> None:
    assert hung_on(written(finding(cells=(CELL,)))) == "9"


def test_a_finding_about_words_hangs_at_their_paragraph() -> None:
    page = next(block.section for block in document().paragraphs if "没有发生问题" in block.text)
    assert "没有发生问题" in hung_on(written(finding(page=page, quote="没有发生问题")))


def test_words_that_are_gone_leave_the_finding_at_its_section() -> None:
    page, heading = next((p.section, p.text) for p in document().paragraphs if p.text.startswith("五、"))
    assert hung_on(written(finding(page=page, quote="查无此句"))) == heading


def test_a_finding_of_no_place_hangs_at_the_beginning() -> None:
    assert hung_on(written(finding())) == document().title


def test_a_comment_says_level_code_message_and_explanation() -> None:
    (comment,) = written(finding(explanation="并案办理。")).comments
    assert comment.author == OWN_AUTHOR
    assert "X2　与上年不符" in comment.text
    assert comment.text.endswith("说明：并案办理。")


def test_blank_cells_get_no_comment() -> None:
    assert len(written(Finding(BLANK, Level.ERROR, "未填", (CELL,))).comments) == 0


def test_a_remark_stands_in_the_name_and_on_the_day_of_whoever_made_it() -> None:
    (comment,) = written(
        remarks=(Remark("1", Place("applications", CELL), "李科长", "2025-01-08", "请核"),)
    ).comments
    assert (comment.author, comment.text) == ("李科长", "请核")
    assert comment.timestamp is not None
    assert comment.timestamp.date().isoformat() == "2025-01-08"


def test_a_remark_of_nobody_and_no_day_is_told_as_such_and_dated_by_the_report() -> None:
    (comment,) = written(remarks=(Remark("1", Place("overview"), "", "", "请补"),)).comments
    assert comment.author == "未署名"
    assert comment.timestamp is not None
    assert comment.timestamp.date() == document().dated
