"""A source without a report says where the report may be."""

import pytest

from intake.errors import NotUnderstood
from intake.readers.html import read_html
from intake.readers.text import read_text
from intake.recognise import recognise
from model.compose import compose
from model.document import Document, Role, Table
from model.form_file import form_for
from model.report import Report, Slot, SlotKind

TITLE = "<h1>清河县水利局2023年政府信息公开工作年度报告</h1>"


def blank_form() -> Document:
    """The official form as it is handed out: its headings and tables, nothing in their cells."""
    whole = compose(Report(form_for(2023), "", 2023))
    kept = (b for b in whole.blocks if isinstance(b, Table) or b.role is Role.HEADING1)
    return Document(tuple(kept))


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (read_html(f'{TITLE}<iframe src="/zwgk/nb_main.htm?id=3"></iframe>'), "“nb_main.htm”"),
        (read_html(f'{TITLE}<embed src="files/W0201.pdf" type="application/pdf">'), "“W0201.pdf”"),
        (read_html(f'{TITLE}<p><a href="down.jsp?f=3.docx">年度报告全文</a></p>'), "“年度报告全文”"),
        (read_html(f'{TITLE}<p><img src="1.jpg"></p><p><img src="2.jpg"></p>'), "只有图片"),
        (read_html(f"{TITLE}<div id=app></div>"), "全选复制"),
        (read_text("清河县今日天气晴"), "全选复制"),
    ],
)
def test_the_refusal_tells_where_the_report_may_be(document: Document, told: str) -> None:
    with pytest.raises(NotUnderstood, match=told):
        recognise(document, year=2023)


@pytest.mark.parametrize("year", [None, 2023])
def test_a_blank_official_form_is_said_to_be_blank_whether_the_year_is_named_or_not(year: int | None) -> None:
    with pytest.raises(NotUnderstood, match=r"空白格式.*新建空白报告"):
        recognise(blank_form(), year=year)


def test_a_report_of_which_one_number_is_filled_in_is_no_blank_form() -> None:
    report = Report(form_for(2023), "清河县水利局", 2023)
    report.set([(Slot(SlotKind.CELL, "applications.received.natural_person"), 3)])
    assert recognise(compose(report)).report.value("applications.received.natural_person") == 3


def test_a_report_in_words_only_is_no_blank_form() -> None:
    report = Report(form_for(2023), "清河县水利局", 2023)
    report.set(
        [
            (
                Slot(SlotKind.TEXT, "overview"),
                "围绕群众关心的事项公开信息，规范办理流程，做好与申请人的沟通。" * 3,
            )
        ]
    )
    assert recognise(compose(report)).report.text("overview")
