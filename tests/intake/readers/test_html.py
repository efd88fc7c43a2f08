"""A web page is read as a browser shows it: its visible words in lines, its data tables with their spans."""

import pytest

from intake.errors import SourceRefused
from intake.readers.html import LAYOUT_CELLS, LAYOUT_WORDS, read_html
from model.document import Document, Paragraph, Role, Table

WORDS = "一、总体情况：全年公开信息三百条。"


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def text_of(document: Document) -> str:
    return "\n".join(texts(document))


def cells(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.rowspan, cell.colspan, cell.text) for cell in table.cells]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("h1", Role.TITLE),
        ("h2", Role.HEADING1),
        ("h3", Role.HEADING2),
        ("h4", Role.HEADING3),
        ("p", Role.BODY),
    ],
)
def test_a_heading_has_its_level(name: str, role: Role) -> None:
    assert read_html(f"<{name}>总体情况</{name}>").blocks == (Paragraph("总体情况", role),)


def test_blocks_within_a_block_are_paragraphs_of_their_own_and_words_between_them_too() -> None:
    assert texts(read_html("<div>甲<p>乙</p>丙<span><div>丁</div></span>戊</div>")) == [
        "甲",
        "乙",
        "丙",
        "丁",
        "戊",
    ]


def test_a_blank_between_chinese_words_stays_and_a_line_break_of_the_source_does_not() -> None:
    assert texts(read_html("<p>总体 情况</p><p>总体\r\n  情况</p><p>ab\n12</p>")) == [
        "总体 情况",
        "总体情况",
        "ab 12",
    ]


def test_a_page_that_still_declares_its_bytes_is_read() -> None:
    page = f'<?xml version="1.0" encoding="gb2312"?><html><body><p>{WORDS}</p></body></html>'
    assert texts(read_html(page)) == [WORDS]


@pytest.mark.parametrize("page", ["", " ", "<!-- -->"])
def test_a_page_without_anything_is_refused(page: str) -> None:
    with pytest.raises(SourceRefused):
        read_html(page)


def table(rows: int, columns: int, long: int = 0) -> str:
    """A table of cells, the first of them with so many characters."""
    cell = "<td>{}</td>"
    first = cell.format("字" * long)
    lines = [cell.format("1") * columns for _ in range(rows)]
    lines[0] = first + lines[0].removeprefix(cell.format("1"))
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def test_a_table_of_few_cells_with_an_article_in_one_only_arranges_the_page() -> None:
    article = table(1, 2, LAYOUT_WORDS + 1)
    assert texts(read_html(article)) == ["字" * (LAYOUT_WORDS + 1), "1"]
    assert list(read_html(table(1, 2, LAYOUT_WORDS)).paragraphs) == []
    assert list(read_html(table(LAYOUT_CELLS // 5, 5, LAYOUT_WORDS + 1)).paragraphs) == []
    assert list(read_html(table(1, LAYOUT_CELLS - 1, LAYOUT_WORDS + 1)).tables) == []


def test_a_table_around_a_table_only_arranges_the_page() -> None:
    (inner,) = read_html(f"<table><tr><td>{WORDS}<td>{table(1, 2, 1)}</table>").blocks[1:]
    assert isinstance(inner, Table)
    assert [cell.text for cell in inner.cells] == ["字", "1"]


def test_a_table_keeps_its_caption_and_cells_that_stand_outside_a_row() -> None:
    (made,) = read_html(
        "<table><caption>三、<br>收到和处理</caption><tbody><td>甲</td></tbody><tr><td>1</td></tr></table>"
    ).tables
    assert made.caption == "三、收到和处理"
    assert sorted(cell.text for cell in made.cells) == ["1", "甲"]


@pytest.mark.parametrize(
    ("span", "columns"), [("2", 2), (" 2 ", 2), ("0", 1), ("x", 1), ("-3", 1), ("2.5", 2), ("", 1)]
)
def test_a_span_is_the_number_that_it_begins_with_and_one_at_least(span: str, columns: int) -> None:
    (made,) = read_html(f'<table><tr><td colspan="{span}">甲</tr></table>').tables
    assert made.columns == columns


def test_rows_of_a_hidden_part_of_a_table_are_not_read() -> None:
    page = '<table><tr><td>甲<tbody style="display:none"><tr><td>乙</tbody><tbody><tr><td>丙</tbody></table>'
    (made,) = read_html(page).tables
    assert [cell.text for cell in made.cells] == ["甲", "丙"]


def test_blocks_in_a_cell_are_lines_of_it() -> None:
    (made,) = read_html("<table><tr><td><p>甲</p><p>乙<b>丙</b></p></td></tr></table>").tables
    assert [cell.text for cell in made.cells] == ["甲\n乙丙"]


def test_a_title_is_the_articles_before_the_pages() -> None:
    assert read_html("<title>网站 </title><p>1").title == "网站"
    assert read_html("<p>1").title == ""
    assert read_html('<meta name="articletitle" content="年报"><title>网站</title><p>1').title == "年报"


def test_line_breaks_and_inline_marks_of_a_web_page() -> None:
    page = f"<p><b>一、</b><span>总体\n情况</span></p><div>全年<br>平稳&nbsp;</div><pre>一行\n二行</pre><p>{WORDS}</p>"
    assert texts(read_html(page)) == ["一、总体情况", "全年", "平稳", "一行", "二行", WORDS]


def test_a_web_table_keeps_its_spans_and_skips_hidden_rows() -> None:
    page = """<table><tr><td rowspan=2>甲<td colspan=2>乙<br>丙</tr><tr style="display:none"><td>隐<td>藏</tr>
    <tr><td>1<td>&nbsp;</table>"""
    (table,) = read_html(page).tables
    assert cells(table) == [(0, 0, 2, 1, "甲"), (0, 1, 1, 2, "乙\n丙"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, "")]


def test_what_a_site_says_of_a_page_is_kept_as_its_title_and_author() -> None:
    head = '<meta name="ArticleTitle" content="水利局2023年年报"><meta name="ContentSource" content="水利局">'
    document = read_html(f"<html><head><title>网站</title>{head}</head><body><p>1</p></body></html>")
    assert (document.title, document.author) == ("水利局2023年年报", "水利局")


def test_scripts_and_what_is_hidden_are_not_read() -> None:
    page = """<html><head><script>document.write('规章')</script><style>p{}</style></head><body>
    <nav>首页</nav><div style="display: none">隐藏</div><p hidden>隐藏</p><p onclick="steal()">一、总体情况</p>
    <p style="visibility:hidden">隐藏</p><iframe src="http://example.invalid/">框</iframe><!-- 注释 --></body></html>"""
    assert text_of(read_html(page)).strip() == "一、总体情况"


def test_a_page_nested_without_end_is_bounded() -> None:
    page = "<div>" * 100_000 + "一、总体情况" + "<table><tr><td>" * 5_000 + "1"
    assert len(text_of(read_html(page))) < 100


def test_blanks_without_end_and_deep_marks_are_read_in_one_pass() -> None:
    page = f"<p>中{chr(10) * 200_000}<b>文</b></p><div>{'<b>' * 190}{'<br>' * 100_000}</div>"
    assert text_of(read_html(page)) == "中 文"


def test_spans_without_end_are_bounded() -> None:
    page = "<table><tr><td rowspan=99999 colspan=99999>规章</td><td>1</td></tr><tr><td>2</td></tr></table>"
    (table,) = read_html(page).tables
    assert table.columns <= 256


def cells_of(markup: str) -> list[tuple[str, str]]:
    (table,) = read_html(f"<html><body>{markup}</body></html>").tables
    return [(cell.text, cell.doubt) for cell in table.cells]


@pytest.mark.parametrize("hiding", ['style="display:none"', "hidden", 'style="visibility:collapse"'])
def test_numbers_of_a_hidden_row_are_told_as_those_of_a_sheet(hiding: str) -> None:
    rows = f"<tr><td>规章</td><td>3</td></tr><tr {hiding}><td>文件</td><td>5</td></tr>"
    assert cells_of(f"<table>{rows}</table>") == [
        ("规章", ""), ("3", ""), ("文件", ""), ("", "隐藏行中的“5”"),
    ]  # fmt: skip


def test_a_hidden_row_that_a_visible_one_repeats_is_none() -> None:
    rows = '<tr><td>规章</td><td>3</td></tr><tr style="display:none"><td>规章</td><td>5</td></tr>'
    assert cells_of(f"<table>{rows}</table>") == [("规章", ""), ("3", "")]


def test_a_number_behind_a_hidden_cell_is_not_taken_for_the_hidden_columns() -> None:
    columns = '<col><col style="display:none"><col>'
    rows = '<tr><td>规章</td><td style="display:none">3</td><td>5</td><td>7</td></tr>'
    assert cells_of(f"<table>{columns}{rows}</table>") == [("规章", ""), ("5", ""), ("7", "")]


def test_numbers_of_a_hidden_column_are_told() -> None:
    columns = '<col><col span=2 style="display:none;mso-width-source:userset">'
    rows = "<tr><td>规章</td><td>3</td><td>5</td><td>7</td></tr>"
    assert cells_of(f"<table>{columns}{rows}</table>") == [
        ("规章", ""), ("", "隐藏列中的“3”"), ("", "隐藏列中的“5”"), ("7", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "style",
    [
        "visibility:hidden",
        "visibility:hidden;margin-left:-1px",
        "visibility:collapse",
        "opacity:0",
        "font-size:0",
    ],
)
def test_a_cell_that_is_hidden_and_leaves_a_gap_keeps_its_column(style: str) -> None:
    page = "<table><tr><td>甲</td><td>乙</td><td>丙</td></tr><tr><td>1</td>%s<td>3</td></tr></table>"
    table = next(read_html(page % f'<td style="{style}">2</td>').tables)
    assert [(cell.text, cell.doubt) for cell in table.cells[3:]] == [
        ("1", ""),
        ("", "隐藏的格中的“2”"),
        ("3", ""),
    ]


def test_a_cell_that_takes_no_place_leaves_its_column_to_the_next() -> None:
    page = "<table><tr><td>1</td><td style='display:none'>2</td><td>3</td></tr></table>"
    assert [cell.text for cell in next(read_html(page).tables).cells] == ["1", "3"]


def test_a_text_shown_as_it_stands_may_draw_a_table() -> None:
    rows = "信息内容,制发件数,废止件数\n规章,1,0\n文件,3,2\n其他,5,4"
    (table,) = read_html(f"<p>二、主动公开</p><pre>{rows}</pre>").tables
    assert [cell.text for cell in table.cells] == rows.replace("\n", ",").split(",")
