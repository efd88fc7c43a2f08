"""The 意见单 tells each 意见 with its place and what became of it; Word has those still open beside the text."""

from io import BytesIO

import docx
import pytest

from export.pdf import render as render_pdf
from export.remarks_sheet import remarks_sheet
from export.sign_off import sign_off
from export.word import render
from model.check import check
from model.compose import compose
from model.document import CellRole
from model.report import Report
from model.review.remarks import Place, added, open_remarks, remarks_of, turned
from model.rules.rule import Case
from tests.export.paper import read
from tests.export.sample import report_of

CELL = "applications.granted.natural_person"
QUOTE = "全年没有发生问题。"


@pytest.fixture
def report() -> Report:
    made = report_of()
    made.set(added(made, Place("applications", CELL), "请与台账核对", who="王科长", when="2025-01-09"))
    made.set(added(made, Place("problems", quote=QUOTE), "写具体些", who="王科长", when="2025-01-09"))
    made.set(added(made, Place("cover"), "已说过的", who="李", when="2025-01-08"))
    made.set(turned(remarks_of(made)[2]))
    return made


def test_the_sheet_lists_every_remark(report: Report) -> None:
    sheet = remarks_sheet(report)
    [table] = sheet.tables
    texts = [cell.text for cell in table.cells]
    assert texts[5:10] == ["1", texts[6], "请与台账核对", "王科长\n2025年1月9日", "待改"]
    assert texts[6].endswith("：自然人·予以公开")
    assert texts[-1] == "已改"
    prose = {cell.text for cell in table.cells if cell.role is CellRole.PROSE}
    assert prose == {cell.text for cell in table.cells if cell.row and cell.column in (1, 2)}
    assert "共收到意见3条，待改2条" in "".join(p.text for p in sheet.paragraphs)
    assert render_pdf(sheet).startswith(b"%PDF")
    assert len(docx.Document(BytesIO(render(sheet))).tables) == 1


def test_a_report_without_remarks_has_a_sheet_that_says_so() -> None:
    sheet = remarks_sheet(report_of())
    assert [p.text for p in sheet.paragraphs][1:] == ["没有意见。"]


def test_who_signs_sees_what_is_still_open(report: Report) -> None:
    sheet = sign_off(report, check(Case(report)))
    [table] = sheet.tables
    texts = [cell.text for cell in table.cells]
    assert texts[texts.index("意见") + 1] == "3条，待改2条（见附件）"
    told = [p.text for p in sheet.paragraphs]
    assert any("请与台账核对（王科长，2025年1月9日）" in line for line in told)
    assert not any("已说过的" in line for line in told)


def test_word_has_them_at_their_places_in_the_name_of_who_made_them(report: Report) -> None:
    made = docx.Document(BytesIO(render(compose(report), remarks=open_remarks(report))))
    comments = [(c.author, c.text, c.timestamp.date().isoformat()) for c in made.comments if c.timestamp]
    assert comments == [
        ("王科长", "请与台账核对", "2025-01-09"),
        ("王科长", "写具体些", "2025-01-09"),
    ]
    body = made.element.body
    ranges = body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}commentRangeStart")
    around = [next(r.iterancestors(f"{r.tag[: r.tag.index('}') + 1]}p")) for r in ranges]
    words = ["".join(t.text or "" for t in p.iter() if t.tag.endswith("}t")) for p in around]
    assert words == ["9", QUOTE]


def test_the_printed_report_says_nothing_of_them(report: Report) -> None:
    assert compose(report) == compose(report_of())


def test_no_day_is_torn_in_its_column(report: Report) -> None:
    report.set(added(report, Place("cover"), "再看一遍", who="分管领导", when="2025-12-31"))
    rows = read(render_pdf(remarks_sheet(report))).pages[0].text.split("\r\n")
    for day in ("2025年1月8日", "2025年12月31日"):
        assert any(day in "".join(row.split()) for row in rows)
