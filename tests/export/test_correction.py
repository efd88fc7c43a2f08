"""更正说明: when the report went out, why it is corrected, and each place with what stood there and what stands there now."""

from datetime import date
from io import BytesIO

import docx
import pytest

from export.correction import correction
from export.pdf import render
from export.word import render as render_word
from model.document import CellRole, Paragraph, Table
from model.report import Report, Slot, SlotKind
from model.review.corrections import opening
from model.stages import NOW
from tests.export.paper import read
from tests.model.drafts import finished

CELL = "applications.granted.natural_person"


@pytest.fixture
def corrected() -> Report:
    """A report that was published, and in which a number and a word were corrected since."""
    report = finished(2023)
    deeds = {
        "signed.day": "2024-01-20",
        "published.day": "2024-01-25",
        "published.place": "www.example.cn/nb",
    }
    report.set((Slot(SlotKind.DEED, name), said) for name, said in deeds.items())
    report.set([(Slot(SlotKind.STAGE, NOW), "published")])
    report.set(opening(report, date(2024, 3, 1)))
    report.set([(Slot(SlotKind.CELL, CELL), 5)])
    report.set([(Slot(SlotKind.TEXT, "other_matters"), "本年度收取信息处理费1次。")])
    report.set([(Slot(SlotKind.DEED, "corrected.why"), "复核发现漏报")])
    return report


def words(report: Report) -> str:
    return "\n".join(block.text for block in correction(report).blocks if isinstance(block, Paragraph))


def test_it_tells_when_and_where_the_report_went_out_and_why_it_is_corrected(corrected: Report) -> None:
    assert "于2024年1月25日公布（www.example.cn/nb）。因复核发现漏报，现对" in words(corrected)
    assert words(corrected).endswith("甲县乙局\n2024年3月1日")


def test_the_table_has_a_row_for_each_place(corrected: Report) -> None:
    [table] = [block for block in correction(corrected).blocks if isinstance(block, Table)]
    rows = [[cell.text if cell else "" for cell in row] for row in table.grid()]
    assert rows[0] == ["序号", "位置", "原为", "更正为"]
    assert any("自然人·予以公开" in row[1] and row[2:] == ["0", "5"] for row in rows)
    assert any("〔" in row[3] for row in rows)
    assert "作出更正（〔〕内为改动的文字）。" in words(corrected)


def test_a_report_that_was_not_corrected_says_so() -> None:
    report = finished(2023)
    assert "签发后没有更正" in words(report)
    assert not list(correction(report).tables)


def test_paper_and_word_say_the_same(corrected: Report) -> None:
    said = "".join("".join(page.text.split()) for page in read(render(correction(corrected))).pages)
    cells = {
        cell.text
        for table in docx.Document(BytesIO(render_word(correction(corrected)))).tables
        for row in table.rows
        for cell in row.cells
    }
    for text in ("更正为", "0", "5"):
        assert text in said
        assert text in cells


def test_sentences_stand_from_the_left_and_numbers_in_the_middle(corrected: Report) -> None:
    [table] = [block for block in correction(corrected).blocks if isinstance(block, Table)]
    roles = {cell.text: cell.role for cell in table.cells}
    assert roles["0"] is roles["5"] is CellRole.LABEL
    assert next(role for text, role in roles.items() if "〔" in text) is CellRole.PROSE
