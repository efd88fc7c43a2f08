"""Markdown with a page's marks in it is read in lines; a page stays a page however its source is broken."""

import pytest

from intake.readers.markdown import is_markdown, read_markdown
from intake.readers.reading import read_bytes
from model.document import Paragraph, Table

TABLE = '<table border="1"><tr><td rowspan="2">行政处罚</td><td>3</td></tr>\n<tr><td>5</td></tr></table>'
TEXT = f"""<div align="center">

# 青石县水利局2024年政府信息公开工作年度报告

</div>

现将青石县水利局的情况报告如下。

一、总体情况

全年主动公开信息 35 条\\>上年。

{TABLE}

| <span style="color:red">规章</span> | 1<sup>2</sup> |
"""


def test_paragraphs_and_marked_up_tables_are_told_in_their_order() -> None:
    blocks = [block for block in read_markdown(TEXT).blocks if isinstance(block, Table) or block.text.strip()]
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert texts[:3] == [
        "# 青石县水利局2024年政府信息公开工作年度报告",
        "现将青石县水利局的情况报告如下。",
        "一、总体情况",
    ]
    assert texts[3:] == ["全年主动公开信息 35 条>上年。", "| 规章 | 1² |"]
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert [(cell.text, cell.rowspan) for cell in table.cells] == [("行政处罚", 2), ("3", 1), ("5", 1)]


def test_a_file_with_paragraphs_without_marks_is_no_page() -> None:
    assert is_markdown(TEXT)
    assert any(isinstance(block, Table) for block in read_bytes(TEXT.encode(), "年报.md").blocks)


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body>{TEXT}</body></html>",
        "<p>一、总体情况</p>\n\n<p>全年主动公开。</p>\n\n<p>二、情况</p>\n\n<p>有的。</p>",
        "<div>一、总体情况\n全年\n\n主动公开\n\n信息\n\n三条</div>\n<div>二、主动\n公开</div>",
        f"{TABLE}\n\n{TABLE}",
        "<p class=MsoNormal>本报告由\n六个部分\n组成\n</p>\n<p class=MsoNormal>一、总体\n情况</p>",
    ],
)
def test_a_page_whose_source_has_blank_lines_is_a_page(page: str) -> None:
    assert not is_markdown(page)


def test_many_tables_that_never_end_are_lines_in_no_time() -> None:
    text = f"{TEXT}{'<table ' * 100_000}"
    assert is_markdown(text)


def test_tables_are_known_before_one_that_never_ends() -> None:
    blocks = read_markdown(f"{TEXT}\n<table>\n最后的话").blocks
    assert sum(isinstance(block, Table) for block in blocks) == 1
