"""A source without a report says where the report may be."""

import pytest

from intake.errors import NotUnderstood
from intake.readers.html import read_html
from intake.readers.text import read_text
from intake.recognise import recognise
from model.document import Document

TITLE = "<h1>清河县水利局2023年政府信息公开工作年度报告</h1>"


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
